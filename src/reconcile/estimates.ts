/** From constraints to estimates: the range of each amount on each day on which it turns, and in each stated period. */
import { type Ask, type Estimate, estimatesIn, turningDays } from "../amount/answers.ts";
import { firstDayAfter } from "../amount/periods.ts";
import type { Constraint, EligibleClaim } from "../amount/rows.ts";
import { type System, systemsBySet } from "../amount/systems.ts";
import type { Ledger } from "../ledger/tables.ts";
import {
  type TableOf,
  aggregateOf,
  functionsOf,
  rowsAre,
  spreadOut,
  tableOf,
  withRows,
} from "./verbs.ts";

/** The system of an amount under a set of assumptions. */
export interface Solved extends Pick<Constraint, "series" | "cell" | "assume"> {
  readonly system: System;
}

/** Solves each amount under each set of assumptions. */
export function systemsOf(
  constraints: TableOf<Constraint>,
  readings: readonly string[],
): TableOf<Solved> {
  const systemsIn = aggregateOf("systems_in", (rows: readonly Constraint[]) =>
    [...systemsBySet(rows, readings)].map(([assume, system]) => ({ assume, system })),
  );
  return rowsAre<Solved>(
    withRows(constraints, "constraint")
      .groupby("series", "cell")
      .rollup({ solved: systemsIn("constraint") })
      .unroll("solved")
      .derive({
        assume: (d: { solved: Solved }) => d.solved.assume,
        system: (d: { solved: Solved }) => d.solved.system,
      })
      .select("series", "cell", "assume", "system"),
  );
}

const fn = functionsOf({ turningDays, firstDayAfter, estimatesIn });

/** Every period that some claim names, and every day on which a total that somebody counts turns. */
export function asksOf(
  eligible: TableOf<EligibleClaim>,
  systems: TableOf<Solved>,
  { metrics }: Pick<Ledger, "metrics">,
): TableOf<Ask> {
  const measures = tableOf(metrics, ["id", "measure"]);
  const own = eligible
    .filter((d: EligibleClaim) => d.assume !== "contents")
    .lookup(measures, ["metric", "id"], "measure");
  const periods = own.derive({
    from: (d: EligibleClaim) => fn.firstDayAfter(d.start),
    to: (d: EligibleClaim) => d.end_last,
  });
  const days = systems
    .semijoin(
      own.filter((d: EligibleClaim) => d.counted),
      ["series", "metric"],
    )
    .derive({ to: (d: Solved) => fn.turningDays(d.system) })
    .unroll("to")
    .derive({ metric: (d: Solved) => d.series, measure: () => "total", from: () => null });
  const columns: (keyof Ask)[] = ["series", "cell", "metric", "measure", "from", "to"];
  return rowsAre<Ask>(
    periods
      .filter((d: Ask) => d.from !== null)
      .select(columns)
      .concat(days.select(columns))
      .dedupe(),
  );
}

const COLUMNS: (keyof Estimate)[] = [
  ...(["series", "metric", "from", "to", "assume", "repairs", "fewest_wrong"] as const),
  ...(["low", "low_inclusive", "high", "high_inclusive", "low_claims", "high_claims"] as const),
  ...(["claims", "origins", "institutions"] as const),
];

/** The range of every amount asked for, under each set of assumptions. */
export const estimatesOf = (systems: TableOf<Solved>, asks: TableOf<Ask>): TableOf<Estimate> =>
  spreadOut<Estimate>(
    systems
      .join(asks, [["series", "cell"]])
      .derive({
        estimate: (d: Solved & Ask) =>
          fn.estimatesIn(d.assume, d.system, {
            series: d.series,
            metric: d.metric,
            measure: d.measure,
            from: d.from,
            to: d.to,
          }),
      })
      .select("estimate")
      .unroll("estimate"),
    "estimate",
    COLUMNS,
  );
