import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Publication } from "../notebook/publication-types.ts";

const CACHE = "src/.observablehq/cache";

/**
 * Forgets what loaders printed, and keeps the libraries.
 *
 * Framework runs a loader only where its output is missing: without this, a
 * changed table would be published with its old numbers.
 */
export function clearLoaderOutputs(): void {
  for (const name of readdirSync(CACHE)) {
    if (!name.startsWith("_")) rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

/**
 * Writes what the loaders of src/data and src/figures would print.
 *
 * Framework starts a process for each file, one after the other; the same bytes
 * come from one reading of the tables. A test compares them with the loaders'.
 */
export function writeLoaderOutputs({ tables, figures }: Publication): void {
  for (const [name, csv] of tables) writeOutput(`data/${name}.csv`, csv);
  for (const [name, { svg, csv }] of figures) {
    writeOutput(`figures/${name}.svg`, svg);
    writeOutput(`figures/${name}.csv`, csv);
  }
}

function writeOutput(path: string, text: string): void {
  const file = join(CACHE, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
