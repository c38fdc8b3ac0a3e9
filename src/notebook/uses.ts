import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the pages of this project. */
export const PAGES = fileURLToPath(new URL("../", import.meta.url));

const REFERENCE = /\{\{\s*([^{}\s]+)\s*\}\}/gu;
const FENCE = /^(```|~~~)[\s\S]*?^\1/gmu;

/** The address of a page from its file, "shell-counts.md" → "/shell-counts". */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.md$|\.md$/u, "$1")}`;

/**
 * Finds the values that pages refer to, so that each gets its derivation.
 *
 * @param root Folder of the pages.
 * @returns Reference → addresses of the pages that use it, in order.
 */
export function findUses(root: string): ReadonlyMap<string, readonly string[]> {
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.includes("[") && !file.startsWith("."))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const uses = new Map<string, string[]>();
  for (const page of pages) {
    const prose = readFileSync(join(root, page), "utf8").replaceAll(FENCE, "");
    for (const [, reference = ""] of prose.matchAll(REFERENCE)) {
      const known = uses.get(reference) ?? [];
      if (!known.includes(addressOf(page))) uses.set(reference, [...known, addressOf(page)]);
    }
  }
  return uses;
}
