import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/**
 * The Markdown file that an address is made from.
 *
 * Framework tells a plugin the address and its parameters, not the file: a part
 * of the address that equals a parameter may stand for `[NAME]` in the path.
 *
 * @example findPageFile("src", "/sources/s_000", {source: "s_000"}) // => "src/sources/[source].md"
 */
export function findPageFile(
  root: string,
  path: string,
  params: Readonly<Record<string, string>>,
): string {
  const plain = posix.join(root, `${path.replace(/\.md$/, "")}.md`);
  if (existsSync(plain)) return plain;
  const names = Object.entries(params);
  const parts = plain.replace(/\.md$/, "").split("/");
  const named = parts.map((part) => {
    const name = names.find(([, value]) => value === part)?.[0];
    return name === undefined ? part : `[${name}]`;
  });
  return `${named.join("/")}.md`;
}

/**
 * The line of a file on which its content starts, from 1: after the front matter.
 *
 * The content is the end of the file, so the lines that it lacks stand before it.
 *
 * @param content What is left of the file without its front matter, ends of lines as LF.
 * @returns 1 when the file cannot be read.
 */
export function findContentLine(file: string, content: string): number {
  if (!existsSync(file)) return 1;
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  return countLines(text) - countLines(content) + 1;
}

const countLines = (text: string): number => text.split("\n").length;
