import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Publication } from "./publication-types.ts";

/**
 * Writes what the loaders of src/facts, src/data, src/figures and src/interactive would print to where
 * Framework keeps it.
 *
 * For each file Framework starts a process, one after the other, and each reads
 * all tables again; here the same bytes come from one reading. A test compares
 * them with the loaders'.
 *
 * @param root Folder of the pages: "src".
 */
export function writeLoaderOutputs(
  root: string,
  { facts, tables, parquet, figures, modules }: Publication,
): void {
  const write = (path: string, content: string | Uint8Array) => {
    const file = join(root, ".observablehq/cache", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  for (const [file, text] of facts) write(`facts/${file}`, text);
  for (const [name, csv] of tables) write(`data/${name}.csv`, csv);
  for (const [name, script] of modules) write(`interactive/${name}.js`, script);
  for (const [path, bytes] of parquet) write(path, bytes);
  for (const [name, { svg, csv }] of figures) {
    write(`figures/${name}.svg`, svg);
    write(`figures/${name}.csv`, csv);
  }
}
