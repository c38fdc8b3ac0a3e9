/**
 * The two engines of the bench: totals from the beginning on every day on which they may turn,
 * with all claims and without each origin, each timed from tables in memory to ranges in memory.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Ask } from "../src/amount/answers.ts";
import { BEGINNING } from "../src/amount/periods.ts";
import { rangesWithout } from "../src/amount/without.ts";
import { computeTotals } from "../src/duckdb/compute.ts";
import { tableNames } from "../src/ledger/tables.ts";
import type { Ledger } from "../src/ledger/tables.ts";
import { formatTable } from "../src/ledger/write.ts";
import { type Solved, asksOf, estimatesOf } from "../src/reconcile/estimates.ts";
import { solve } from "../src/reconcile/reconcile.ts";
import { rowsAre, rowsOf } from "../src/reconcile/verbs.ts";

/** What an engine took. */
export interface Taken {
  readonly seconds: number;
  /** Of all processors and threads; on a machine that others use too it says more than the clock. */
  readonly cpu_seconds: number;
  /** How many ranges it found. */
  readonly ranges: number;
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

/**
 * Times `src/reconcile` on a ledger in memory.
 *
 * The ledger has no assumptions, so that all sets of them are the first.
 */
export function timeOurs(ledger: Ledger): Taken {
  const read = startClock();
  const { eligible, systems } = solve(ledger);
  const stated = rowsAre<Solved>(systems.filter((d: Solved) => d.assume === "stated"));
  const totals = rowsAre<Ask>(asksOf(eligible, stated, ledger).filter((d: Ask) => d.from === null));
  const estimates = estimatesOf(stated, totals);
  const solved = new Map(rowsOf(stated).map(({ series, system }) => [series, system]));
  const without = rowsOf(totals).flatMap(({ series, to }) => {
    const system = solved.get(series);
    return system ? [...rangesWithout(system, "origin", BEGINNING, to)] : [];
  });
  return { ...read(), ranges: estimates.numRows() + without.length };
}

/** Writes a ledger as a folder of tables. */
export function writeFolder(ledger: Ledger, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of tableNames)
    writeFileSync(join(folder, `${name}.csv`), formatTable(name, ledger[name]));
}

/** Times sql/ on a folder of tables, in this process, from when it has read them. */
export async function timeDuckdb(folder: string): Promise<Taken> {
  let read = startClock();
  const ranges = await computeTotals(folder, () => {
    read = startClock();
  });
  return { ...read(), ranges: ranges.length };
}
