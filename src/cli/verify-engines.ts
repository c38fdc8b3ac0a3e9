import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, compareTables } from "../duckdb/compare.ts";
import { type Computed, type Script, computeAgain } from "../duckdb/compute.ts";
import { type Ledger, tableNames } from "../ledger/tables.ts";
import { formatTable } from "../ledger/write.ts";
import { toCsv } from "../published/csv.ts";
import { columnsOf } from "../published/files.ts";
import { type Published, publishedTables } from "../published/tables.ts";

/**
 * Computes a ledger again with the scripts of sql/.
 *
 * They read the tables as they were checked, written out plainly: with commas and one kind of line
 * end, whatever stood in the files.
 */
export async function computeInSql(
  ledger: Ledger,
  conflicts: Published["conflicts"],
  onScript?: (name: Script) => void,
): Promise<Computed> {
  const folder = await mkdtemp(join(tmpdir(), "second-engine-"));
  const { schema } = publishedTables.conflicts;
  try {
    for (const name of tableNames)
      await writeFile(join(folder, `${name}.csv`), formatTable(name, ledger[name]));
    await writeFile(
      join(folder, "conflicts.csv"),
      toCsv(conflicts, columnsOf({ name: "conflicts", row: "", schema })),
    );
    return await computeAgain({ facts: folder, published: folder }, onScript);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Compares what is published of a ledger with what the scripts of sql/ compute. */
export const compareEngines = async (
  ledger: Ledger,
  published: Published,
  onScript?: (name: Script) => void,
): Promise<readonly Comparison[]> =>
  compareTables(published, await computeInSql(ledger, published.conflicts, onScript));
