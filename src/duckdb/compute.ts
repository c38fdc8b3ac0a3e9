import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

/** A cell of a table as DuckDB gives it; null is "not stated". */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** The tables that the script computes, as they are named at /data/NAME.csv. */
export const COMPUTED = ["estimates", "without", "bounds", "conflicts", "crosschecks"] as const;
export type Computed = Readonly<Record<(typeof COMPUTED)[number], readonly Row[]>>;

/** The script that computes the published tables a second time. */
export const SCRIPT = fileURLToPath(new URL("../../sql/reconcile.sql", import.meta.url));

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Runs sql/reconcile.sql in DuckDB, in this process, over a folder of tables.
 *
 * The tables are read by DuckDB itself; nothing of src/ledger or src/reconcile is used.
 *
 * @param folder The folder of claims.csv and the others, which have passed `npm run check`.
 */
export async function computeAgain(folder: string): Promise<Computed> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`SET VARIABLE folder = ${quoted(folder)}`);
    await connection.run(await readFile(SCRIPT, "utf8"));
    const tables = COMPUTED.map(async (name) => {
      const result = await connection.runAndReadAll(`FROM published_${name}`);
      return [name, result.getRowObjectsJson() as readonly Row[]] as const;
    });
    return Object.fromEntries(await Promise.all(tables)) as Computed;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
