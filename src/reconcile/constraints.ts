/** From testimony to constraints: bounds on how much an amount grew over a period, also for its parts and its whole. */
import { op } from "arquero";
import type { Constraint, EligibleClaim, Testimony } from "../amount/rows.ts";
import { boundsOf } from "../amount/testify.ts";
import { amountOf } from "../ledger/amount-of.ts";
import type { Ledger, Metric } from "../ledger/tables.ts";
import {
  type TableOf,
  crossed,
  functionsOf,
  rowsAre,
  spreadOut,
  tableOf,
  withRows,
} from "./verbs.ts";

const COLUMNS: (keyof Constraint)[] = [
  ...(["reading", "series", "cell", "assume", "side", "start", "end", "value"] as const),
  ...(["inclusive", "binds", "claims", "origin", "institution"] as const),
];

const fn = functionsOf({ boundsOf });

/** Amounts that are parts of others, however far up. */
export function partsOf(metrics: readonly Metric[]): TableOf<{ part: string; whole: string }> {
  const amounts = new Map(metrics.map((row) => [row.id, amountOf(row)]));
  const direct = tableOf(
    metrics.flatMap((row) => {
      const whole = amounts.get(row.part_of ?? "");
      return whole === undefined ? [] : [{ part: amountOf(row), whole }];
    }),
    ["part", "whole"],
  );
  let all = direct;
  for (let next = direct; next.numRows() > 0; all = all.concat(next))
    next = next.rename({ whole: "via" }).join(direct, [["via"], ["part"]], [["part"], ["whole"]]);
  return all.dedupe();
}

/** A part's floors bound the whole, and the whole's ceilings the part. */
function alsoFor(stated: TableOf<Constraint>, parts: ReturnType<typeof partsOf>) {
  const floors = stated
    .filter((d: Constraint) => d.side === "floor")
    .join(parts, ["series", "part"])
    .derive({ series: (d: { whole: string }) => d.whole });
  const ceilings = stated
    .filter((d: Constraint) => d.side === "ceiling")
    .join(parts, ["series", "whole"])
    .derive({ series: (d: { part: string }) => d.part });
  return floors.select(COLUMNS).concat(ceilings.select(COLUMNS));
}

/**
 * Nothing before the earliest day from which anybody counts an amount: the assumption `opening`.
 * Where nobody does, capacities count under `contents`.
 */
function openings(
  eligible: TableOf<EligibleClaim & { reading: string }>,
  assumption: TableOf<{ binds: string[] }>,
): TableOf<Constraint> {
  const keys = ["reading", "series", "cell"];
  const counts = eligible.filter((d: EligibleClaim) => d.counted && d.start !== "");
  const said = counts.filter((d: EligibleClaim) => d.assume !== "contents");
  const begins = said
    .derive({ assume: () => "opening" })
    .concat(counts.antijoin(said, [keys, keys]))
    .groupby(...keys, "assume")
    .rollup({ end: (d: EligibleClaim) => op.min(d.start) });
  return rowsAre<Constraint>(
    crossed(begins, assumption)
      .derive({
        side: () => "ceiling",
        start: () => "",
        value: () => 0,
        inclusive: () => true,
        claims: () => [],
        origin: () => null,
        institution: () => null,
      })
      .select(COLUMNS),
  );
}

/**
 * What testimony and assumptions bound, each with the set of assumptions from which on it does.
 *
 * @param eligible Every claim of the ledger, also of origins that are left out: leaving somebody
 *   out makes no assumption stronger.
 */
export function constraintsOf(
  testimony: TableOf<Testimony>,
  eligible: TableOf<EligibleClaim & { reading: string }>,
  { metrics, assumptions }: Pick<Ledger, "metrics" | "assumptions">,
): TableOf<Constraint> {
  const stated = spreadOut<Constraint>(
    withRows(testimony, "testimony")
      .derive({ bound: (d: { testimony: Testimony }) => fn.boundsOf(d.testimony) })
      .select("bound")
      .unroll("bound"),
    "bound",
    COLUMNS,
  );
  const opening = tableOf(
    assumptions.flatMap(({ id, set }) => (set === "opening" ? [{ binds: [id] }] : [])),
    ["binds"],
  );
  return rowsAre<Constraint>(
    stated.concat(alsoFor(stated, partsOf(metrics)), openings(eligible, opening)),
  );
}
