import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the pages of this project. */
export const PAGES = fileURLToPath(new URL("../", import.meta.url));

const REFERENCE = /\{\{\s*([^{}\s]+)\s*\}\}/gu;
const FENCE = /^(```|~~~)[\s\S]*?^\1/gmu;

/** The address of a page from its file, "shell-counts.md" → "/shell-counts". */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.md$|\.md$/u, "$1")}`;

/** The Markdown files of pages that are one page each, in order. */
const pagesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.includes("[") && !file.startsWith("."))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

/**
 * Finds the values that pages refer to, so that each gets its derivation.
 *
 * @param root Folder of the pages.
 * @returns Reference → addresses of the pages that use it, in order.
 */
export function findUses(root: string): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const page of pagesIn(root)) {
    const prose = readFileSync(join(root, page), "utf8").replaceAll(FENCE, "");
    for (const [, reference = ""] of prose.matchAll(REFERENCE)) {
      const known = uses.get(reference) ?? [];
      if (!known.includes(addressOf(page))) uses.set(reference, [...known, addressOf(page)]);
    }
  }
  return uses;
}

/** What pages put in with fences of a kind, each once, in order: the names of their charts. */
export function findFences(root: string, kind: string): readonly string[] {
  const fence = new RegExp(`^\`\`\`${kind} (.+)$`, "gmu");
  const found = pagesIn(root).flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(fence)].map(([, name = ""]) => name.trim()),
  );
  return [...new Set(found)].sort();
}
