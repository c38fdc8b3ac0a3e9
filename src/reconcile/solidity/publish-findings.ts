import type { Ledger, Metric } from "../../ledger/tables.ts";
import { FIRST_DAY, LAST_DAY } from "../bounds.ts";
import type { Collection } from "../collection.ts";
import { byId, groupBy } from "../group-by.ts";
import { type PublishedCrosscheck, type PublishedEstimate, intervalOf } from "../published.ts";
import { reached } from "../reached.ts";
import { rootsIn } from "../root.ts";
import { basesIn } from "./family.ts";
import type { FindingDay } from "./finding-days.ts";
import { rangeKey } from "./multiverse.ts";
import { type Footing, compareFootings, gradeOf } from "./ranking.ts";
import type {
  PublishedArithmeticSwing,
  PublishedFinding,
  PublishedPair,
  PublishedSwing,
  PublishedUniverse,
  PublishedUnlisted,
} from "./rows.ts";

/** What findings are made from. */
export interface Grounds {
  readonly collection: Collection;
  readonly days: readonly FindingDay[];
  readonly crosschecks: readonly PublishedCrosscheck[];
  /** Of these days. */
  readonly universes: readonly PublishedUniverse[];
  readonly swings: readonly PublishedSwing[];
  readonly arithmeticSwings: readonly PublishedArithmeticSwing[];
  readonly pairs: readonly PublishedPair[];
  readonly unlisted: readonly PublishedUnlisted[];
}

type Draft = Omit<PublishedFinding, "rank" | "grade"> & Footing;

const endsOfRow = (row: PublishedEstimate | PublishedCrosscheck | PublishedUniverse) => ({
  low: row.low,
  low_inclusive: row.low_inclusive,
  high: row.high,
  high_inclusive: row.high_inclusive,
});

const keyOf = (row: PublishedUniverse): string => rangeKey(intervalOf(row));

const dayKey = ({ metric, as_of }: Pick<PublishedEstimate, "metric" | "as_of">): string =>
  `${metric} ${as_of ?? ""}`;

/** What an estimate is ranked by: choices by metric and day, all else by metric. */
interface ByMetric {
  readonly swings: ReadonlyMap<string, readonly PublishedSwing[]>;
  readonly universes: ReadonlyMap<string, readonly PublishedUniverse[]>;
  readonly conflicts: ReadonlyMap<string, readonly PublishedPair[]>;
  /** Metrics of which not every combination of choices was computed. */
  readonly cut: ReadonlySet<string>;
  readonly assumptionsUnder: AssumptionsUnder;
}

type AssumptionsUnder = (claims: readonly string[]) => readonly string[];

function byMetric({
  swings,
  universes,
  pairs,
  unlisted,
}: Grounds): Omit<ByMetric, "assumptionsUnder"> {
  const conflicts = new Map<string, PublishedPair[]>();
  for (const pair of pairs) {
    if (pair.kind !== "conflict") continue;
    for (const metric of new Set([pair.low_metric, pair.high_metric])) {
      const own = conflicts.get(metric);
      if (own) own.push(pair);
      else conflicts.set(metric, [pair]);
    }
  }
  return {
    swings: groupBy(swings, dayKey),
    universes: groupBy(universes, dayKey),
    conflicts,
    cut: new Set(unlisted.flatMap(({ table, about }) => (table === "multiverse" ? [about] : []))),
  };
}

/** The assumptions that claims are computed from, step by step, in the order of the ledger. */
function assumptionsUnderIn(ledger: Ledger): AssumptionsUnder {
  const basesOf = basesIn(ledger);
  const ids = ledger.assumptions.map(({ id }) => id);
  return (claims) => {
    const under = reached(claims, basesOf);
    return ids.filter((id) => under.has(id));
  };
}

/** Whether a conflict reaches the estimate's day. */
const isOnDay = ({ as_of }: PublishedEstimate) => {
  const day = as_of ?? FIRST_DAY;
  return ({ from, to }: PublishedPair): boolean =>
    (from ?? FIRST_DAY) <= day && day <= (to ?? LAST_DAY);
};

function findingOfEstimate(
  { label, topic, unit }: Metric,
  { estimate: row, day_is }: FindingDay,
  grounds: ByMetric,
): Draft {
  const swings = grounds.swings.get(dayKey(row)) ?? [];
  const universes = grounds.universes.get(dayKey(row)) ?? [];
  const conflicts = grounds.conflicts.get(row.metric) ?? [];
  const isCut = grounds.cut.has(row.metric);
  const moving = swings.filter(
    ({ low_effect, high_effect }) => low_effect !== "leaves" || high_effect !== "leaves",
  );
  return {
    finding: row.metric,
    kind: "estimate",
    ...{ label, topic, unit },
    as_of: row.as_of,
    day_is,
    collection: row.collection,
    ...endsOfRow(row),
    claims: row.claims,
    origins: row.origins,
    hangs_on: row.hangs_on,
    choices: new Set(swings.map(({ choice }) => choice)).size,
    moving_choices: [...new Set(moving.map(({ choice }) => choice))],
    assumptions: grounds.assumptionsUnder([...row.low_claims, ...row.high_claims]),
    conflicts: conflicts.filter(isOnDay(row)).length,
    universes: isCut ? null : universes.length,
    distinct_ranges: isCut ? null : new Set(universes.map(keyOf)).size,
    hasFallen: false,
  };
}

function findingOfCrosscheck(
  ledger: Ledger,
  row: PublishedCrosscheck,
  {
    collection,
    pairs,
    arithmeticSwings,
    assumptionsUnder,
  }: Grounds & Pick<ByMetric, "assumptionsUnder">,
): Draft {
  const rootOf = rootsIn(ledger.origins);
  const behind = ledger.claims.flatMap(({ id, origin }) =>
    row.claims.includes(id) ? [rootOf(origin)] : [],
  );
  const roots = [...new Set(behind)].sort();
  const conflicting = pairs.filter(
    ({ kind, low_claims, high_claims }) =>
      kind === "conflict" && [...low_claims, ...high_claims].some((id) => row.claims.includes(id)),
  );
  const touching = arithmeticSwings.filter(
    ({ crosscheck, kind }) => crosscheck === row.crosscheck && kind === "choice",
  );
  const choices = new Set(touching.map(({ moved }) => moved)).size;
  const moving = touching.filter(({ moves }) => moves);
  return {
    finding: row.crosscheck,
    kind: "cross-check",
    label: row.label,
    topic: row.topic,
    unit: row.unit,
    as_of: null,
    day_is: null,
    collection,
    ...endsOfRow(row),
    claims: row.claims.length,
    origins: roots.length,
    // arithmetic ends with any one of its inputs
    hangs_on: roots,
    choices,
    moving_choices: [...new Set(moving.map(({ moved }) => moved))],
    assumptions: [...new Set([...row.assumptions, ...assumptionsUnder(row.claims)])],
    conflicts: conflicting.length,
    universes: choices === 0 ? 1 : null,
    distinct_ranges: choices === 0 ? 1 : null,
    hasFallen: row.verdict === "rests on a claim that does not count",
  };
}

/**
 * Ranks every estimate of a finding's day and every cross-check by what it hangs on. A quantity
 * of which no document of the collection speaks is no finding, though its whole bounds it.
 */
export function publishFindings(ledger: Ledger, grounds: Grounds): readonly PublishedFinding[] {
  const spokenOf = new Set(ledger.claims.map(({ metric }) => metric));
  const metrics = byId(ledger.metrics);
  const assumptionsUnder = assumptionsUnderIn(ledger);
  const own = { ...byMetric(grounds), assumptionsUnder };
  const drafts = [
    ...grounds.days.flatMap((day): readonly Draft[] => {
      const metric = metrics.get(day.estimate.metric);
      return metric && spokenOf.has(metric.id) ? [findingOfEstimate(metric, day, own)] : [];
    }),
    ...grounds.crosschecks.map((row) =>
      findingOfCrosscheck(ledger, row, { ...grounds, assumptionsUnder }),
    ),
  ];
  return drafts.toSorted(compareFootings).map(({ hasFallen, ...draft }, at) => ({
    rank: at + 1,
    grade: gradeOf({ hasFallen, ...draft }),
    ...draft,
  }));
}
