import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** `FULL=1` in front of a command: every page in every state, every pair, the largest texts. */
export const isFull = process.env["FULL"] === "1";

/** Packages and modules that start something: a process, a database, a browser, Framework's loaders. */
const STARTS =
  /from "(?:node:child_process|@duckdb\/node-api|playwright-core|@observablehq\/framework\/dist\/loader\.js)"/u;

/** Words of a test that reads the tables of the project, which change, or of a command that does. */
const SHIPPED = /\b(?:openModel|readLedger|join)\("data"|\bdataFolder\(|\brun\("verify"/u;

const IMPORT = /(?:from|import) "(\.{1,2}\/[^"]+)"/gu;

const known = new Map<string, boolean>();

/** Whether a module, or any that it imports, starts something or is about the shipped tables. */
function isSlow(file: string): boolean {
  const found = known.get(file);
  if (found !== undefined) return found;
  known.set(file, false);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const imported = [...text.matchAll(IMPORT)].map(([, path = ""]) => join(dirname(file), path));
  const slow =
    STARTS.test(text) || (file.startsWith("test") && SHIPPED.test(text)) || imported.some(isSlow);
  known.set(file, slow);
  return slow;
}

const listTests = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(".test.ts"));

/**
 * The tests that are run while one writes: they draw on made-up tables alone and start no
 * process, database or browser. What a test imports says whether it is one of them, so that
 * nobody has to keep a list.
 */
export function findFastTests(): { readonly fast: string[]; readonly slow: string[] } {
  const files = listTests("test").filter(
    (file) => !/^test\/(?:site|house)\/|^test\/style/u.test(file),
  );
  return { fast: files.filter((file) => !isSlow(file)), slow: files.filter(isSlow) };
}
