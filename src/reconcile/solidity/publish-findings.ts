import type { Ledger } from "../../ledger/tables.ts";
import { FIRST_DAY, LAST_DAY } from "../bounds.ts";
import type { Collection } from "../collection.ts";
import type { PublishedCrosscheck, PublishedEstimate } from "../published.ts";
import { rootOf } from "../root.ts";
import { rangeKey } from "./multiverse.ts";
import { lastEstimates } from "./publish-choices.ts";
import { type Footing, compareFootings, gradeOf } from "./ranking.ts";
import type { PublishedFinding, PublishedPair, PublishedSwing, PublishedUniverse } from "./rows.ts";

/** What findings are made from. */
export interface Grounds {
  readonly collection: Collection;
  readonly estimates: readonly PublishedEstimate[];
  readonly crosschecks: readonly PublishedCrosscheck[];
  readonly universes: readonly PublishedUniverse[];
  readonly swings: readonly PublishedSwing[];
  readonly pairs: readonly PublishedPair[];
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

/** Conflicts of the metric that reach the estimate's day. */
const conflictsOn = (
  { metric, as_of }: PublishedEstimate,
  { pairs }: Grounds,
): readonly PublishedPair[] => {
  const day = as_of ?? FIRST_DAY;
  return pairs.filter(
    ({ kind, low_metric, high_metric, from, to }) =>
      kind === "conflict" &&
      [low_metric, high_metric].includes(metric) &&
      (from ?? FIRST_DAY) <= day &&
      day <= (to ?? LAST_DAY),
  );
};

function findingOfEstimate(
  ledger: Ledger,
  row: PublishedEstimate,
  grounds: Grounds,
): readonly Draft[] {
  const metric = ledger.metrics.find(({ id }) => id === row.metric);
  if (!metric) return [];
  const swings = grounds.swings.filter((one) => one.metric === row.metric);
  const universes = grounds.universes.filter((one) => one.metric === row.metric);
  const moving = swings.filter(
    ({ low_effect, high_effect }) => low_effect !== "leaves" || high_effect !== "leaves",
  );
  return [
    {
      finding: row.metric,
      kind: "estimate",
      label: metric.label,
      topic: metric.topic,
      unit: metric.unit,
      as_of: row.as_of,
      collection: row.collection,
      ...endsOfRow(row),
      claims: row.claims,
      origins: row.origins,
      hangs_on: row.hangs_on,
      choices: new Set(swings.map(({ choice }) => choice)).size,
      moving_choices: [...new Set(moving.map(({ choice }) => choice))],
      assumptions: [],
      conflicts: conflictsOn(row, grounds).length,
      universes: universes.length,
      distinct_ranges: new Set(universes.map(keyOf)).size,
      hasFallen: false,
    },
  ];
}

function findingOfCrosscheck(
  ledger: Ledger,
  row: PublishedCrosscheck,
  { collection, pairs }: Grounds,
): Draft {
  const origins = new Map(ledger.origins.map((one) => [one.id, one]));
  const behind = ledger.claims.flatMap(({ id, origin }) =>
    row.claims.includes(id) ? [rootOf(origin, origins)] : [],
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
  const drafts = [
    ...lastEstimates(grounds.estimates)
      .filter(({ metric }) => spokenOf.has(metric))
      .flatMap((row) => findingOfEstimate(ledger, row, grounds)),
    ...grounds.crosschecks.map((row) => findingOfCrosscheck(ledger, row, grounds)),
  ];
  return drafts.toSorted(compareFootings).map(({ hasFallen, ...draft }, at) => ({
    rank: at + 1,
    grade: gradeOf({ hasFallen, ...draft }),
    ...draft,
  }));
}
