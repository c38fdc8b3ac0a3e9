/**
 * The two engines of the bench, each timed from its tables in memory to the four
 * published tables in memory.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { SCRIPT } from "../src/duckdb/compute.ts";
import { tableNames } from "../src/ledger/tables.ts";
import type { Ledger } from "../src/ledger/tables.ts";
import { formatTable } from "../src/ledger/write.ts";
import { type Reconciled, reconcile } from "../src/reconcile/reconciled.ts";

/** What an engine took. */
export interface Taken {
  /** From files to tables in memory; null where the tables were there. */
  readonly load_seconds: number | null;
  readonly seconds: number;
  /** Of all processors and threads; on a machine that others use too it says more than the clock. */
  readonly cpu_seconds: number;
}

/** Seconds by the clock and by the processors since it was started. */
function startClock(): () => Pick<Taken, "seconds" | "cpu_seconds"> {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, cpu_seconds: (user + system) / 1e6 };
  };
}

/** Both collections, as `publish` reconciles them. */
const reconcileBoth = (ledger: Ledger): readonly Reconciled[] => [
  reconcile(ledger, "core"),
  reconcile(ledger, "all"),
];

/** Times `src/reconcile` on a ledger in memory. */
export function timeOurs(ledger: Ledger): Taken {
  const read = startClock();
  reconcileBoth(ledger);
  return { load_seconds: null, ...read() };
}

/** Writes a ledger as a folder of tables. */
export function writeFolder(ledger: Ledger, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of tableNames)
    writeFileSync(join(folder, `${name}.csv`), formatTable(name, ledger[name]));
}

/**
 * The script in parts: reading of files and making of typed tables; all that is computed of
 * ranges; what only prints; and cross-checks. The last two are left out: the race is about
 * ranges.
 *
 * @throws Error when the script has no such parts any more.
 */
export function partsOf(script: string): { readonly load: string; readonly compute: string } {
  const [load, compute, crosschecks, ...more] = script.split(/^(?=-- (?:2\.|9\. Cross-checks) )/mu);
  if (!load || !compute?.startsWith("-- 2.") || !crosschecks || more.length > 0)
    throw new Error(
      "sql/reconcile.sql has no one line that starts with -- 2. and then one with -- 9. Cross-checks",
    );
  return { load, compute: compute.replaceAll(/^FROM published_\w+;$/gmu, "") };
}

/** Times sql/reconcile.sql on a folder of tables, in this process, with DuckDB's own settings. */
export async function timeDuckdb(folder: string): Promise<Taken> {
  const { load, compute } = partsOf(await readFile(SCRIPT, "utf8"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`SET VARIABLE folder = '${folder.replaceAll("'", "''")}'`);
    const readLoad = startClock();
    await connection.run(load);
    const load_seconds = readLoad().seconds;
    const read = startClock();
    await connection.run(compute);
    return { load_seconds, ...read() };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
