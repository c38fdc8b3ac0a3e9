import type { Ledger, Metric } from "../../ledger/tables.ts";
import { FIRST_DAY, LAST_DAY } from "../bounds.ts";
import type { Collection } from "../collection.ts";
import { byId, groupBy } from "../group-by.ts";
import type { PublishedCrosscheck, PublishedEstimate } from "../published.ts";
import { rootsIn } from "../root.ts";
import { rangeKey } from "./multiverse.ts";
import { lastEstimates } from "./publish-choices.ts";
import { type Footing, compareFootings, gradeOf } from "./ranking.ts";
import type {
  PublishedFinding,
  PublishedPair,
  PublishedSwing,
  PublishedUniverse,
  PublishedUnlisted,
} from "./rows.ts";

/** What findings are made from. */
export interface Grounds {
  readonly collection: Collection;
  readonly estimates: readonly PublishedEstimate[];
  readonly crosschecks: readonly PublishedCrosscheck[];
  readonly universes: readonly PublishedUniverse[];
  readonly swings: readonly PublishedSwing[];
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

const keyOf = (row: PublishedUniverse): string =>
  rangeKey({
    low:
      row.low === null
        ? null
        : { value: row.low, inclusive: row.low_inclusive ?? true, claims: [] },
    high:
      row.high === null
        ? null
        : { value: row.high, inclusive: row.high_inclusive ?? true, claims: [] },
  });

/** What an estimate is ranked by, by metric. */
interface ByMetric {
  readonly swings: ReadonlyMap<string, readonly PublishedSwing[]>;
  readonly universes: ReadonlyMap<string, readonly PublishedUniverse[]>;
  readonly conflicts: ReadonlyMap<string, readonly PublishedPair[]>;
  /** Metrics of which not every combination of choices was computed. */
  readonly cut: ReadonlySet<string>;
}

function byMetric({ swings, universes, pairs, unlisted }: Grounds): ByMetric {
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
    swings: groupBy(swings, ({ metric }) => metric),
    universes: groupBy(universes, ({ metric }) => metric),
    conflicts,
    cut: new Set(unlisted.flatMap(({ table, about }) => (table === "multiverse" ? [about] : []))),
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
  row: PublishedEstimate,
  grounds: ByMetric,
): Draft {
  const swings = grounds.swings.get(row.metric) ?? [];
  const universes = grounds.universes.get(row.metric) ?? [];
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
    collection: row.collection,
    ...endsOfRow(row),
    claims: row.claims,
    origins: row.origins,
    hangs_on: row.hangs_on,
    choices: new Set(swings.map(({ choice }) => choice)).size,
    moving_choices: [...new Set(moving.map(({ choice }) => choice))],
    assumptions: [],
    conflicts: conflicts.filter(isOnDay(row)).length,
    universes: isCut ? null : universes.length,
    distinct_ranges: isCut ? null : new Set(universes.map(keyOf)).size,
    hasFallen: false,
  };
}

function findingOfCrosscheck(
  ledger: Ledger,
  row: PublishedCrosscheck,
  { collection, pairs }: Grounds,
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
  return {
    finding: row.crosscheck,
    kind: "cross-check",
    label: row.label,
    topic: row.topic,
    unit: row.unit,
    as_of: null,
    collection,
    ...endsOfRow(row),
    claims: row.claims.length,
    origins: roots.length,
    // arithmetic ends with any one of its inputs
    hangs_on: roots,
    choices: 0,
    moving_choices: [],
    assumptions: row.assumptions,
    conflicts: conflicting.length,
    universes: 1,
    distinct_ranges: 1,
    hasFallen: row.verdict === "rests on a claim that does not count",
  };
}

/**
 * Ranks every estimate of a last day and every cross-check by what it hangs on. A quantity of
 * which no document of the collection speaks is no finding, though its whole bounds it.
 */
export function publishFindings(ledger: Ledger, grounds: Grounds): readonly PublishedFinding[] {
  const spokenOf = new Set(ledger.claims.map(({ metric }) => metric));
  const metrics = byId(ledger.metrics);
  const own = byMetric(grounds);
  const drafts = [
    ...lastEstimates(grounds.estimates).flatMap((row): readonly Draft[] => {
      const metric = metrics.get(row.metric);
      return metric && spokenOf.has(row.metric) ? [findingOfEstimate(metric, row, own)] : [];
    }),
    ...grounds.crosschecks.map((row) => findingOfCrosscheck(ledger, row, grounds)),
  ];
  return drafts.toSorted(compareFootings).map(({ hasFallen, ...draft }, at) => ({
    rank: at + 1,
    grade: gradeOf({ hasFallen, ...draft }),
    ...draft,
  }));
}
