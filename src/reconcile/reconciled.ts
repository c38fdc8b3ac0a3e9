import type { Ledger } from "../ledger/tables.ts";
import { FIRST_DAY, LAST_DAY, type BoundRow } from "./bounds.ts";
import { closureOf } from "./closure.ts";
import type { Collection } from "./collection.ts";
import { findConflicts } from "./conflicts.ts";
import { weighIn } from "./estimate.ts";
import { timelineOf } from "./moments.ts";
import {
  type Published,
  type PublishedBound,
  type PublishedEstimate,
  type PublishedWithout,
  gapOf,
} from "./published.ts";
import { type Judgement, judge } from "./select.ts";
import { type Step, stepsOf, turningDays } from "./steps.ts";
import { type EndsWithout, endsWithoutEach, relaxedEnds } from "./stress.ts";

/** What is published of every metric and day. */
export type Reconciled = Pick<Published, "estimates" | "without" | "bounds" | "conflicts">;

/** The columns that tell whose rows they are. */
interface Whose {
  readonly metric: string;
  readonly collection: Collection;
}

const asOf = (day: string): string | null => (day === FIRST_DAY ? null : day);

// Rows are written column by column: to spread objects takes several times as long.

function publishEstimate({ metric, collection }: Whose, { day, moment }: Step): PublishedEstimate {
  const closure = closureOf(moment);
  const relaxed = relaxedEnds(moment);
  const { low, high } = closure;
  return {
    metric,
    as_of: asOf(day),
    collection,
    low: low?.value ?? null,
    low_inclusive: low?.inclusive ?? null,
    high: high?.value ?? null,
    high_inclusive: high?.inclusive ?? null,
    low_claims: low?.claims ?? [],
    high_claims: high?.claims ?? [],
    claims: moment.claims,
    origins: moment.origins,
    relaxed_low: relaxed.low,
    relaxed_high: relaxed.high,
    hangs_on: relaxed.hangsOn,
    gap: gapOf(closure),
  };
}

const publishWithout = (
  { metric, collection }: Whose,
  day: string,
  { origin, low, high }: EndsWithout,
  labelOf: (origin: string) => string,
): PublishedWithout => ({
  metric,
  as_of: asOf(day),
  collection,
  origin,
  origin_label: labelOf(origin),
  low: low?.value ?? null,
  low_inclusive: low?.inclusive ?? null,
  high: high?.value ?? null,
  high_inclusive: high?.inclusive ?? null,
  gap: gapOf({ low, high }),
});

const publishBound = (
  { metric, collection }: Whose,
  row: BoundRow,
  labelOf: (origin: string) => string,
): PublishedBound => ({
  metric,
  collection,
  origin: row.origin,
  origin_label: labelOf(row.origin),
  side: row.side === "low" ? "floor" : "ceiling",
  value: row.value,
  inclusive: row.inclusive,
  claims: row.claims,
  from: row.from === FIRST_DAY ? null : row.from,
  to: row.to === LAST_DAY ? null : row.to,
});

/** What is published of one metric. */
function reconcileMetric(
  judgement: Judgement,
  metric: string,
  labelOf: (origin: string) => string,
): Reconciled {
  const whose = { metric, collection: judgement.voices.collection };
  // readings that share no day, and counts without one, bound no day
  const bounds = weighIn(judgement, { metric }).bounds.filter(({ from, to }) => from <= to);
  if (bounds.length === 0) return { estimates: [], without: [], bounds: [], conflicts: [] };
  const timeline = timelineOf(bounds);
  const days = turningDays(bounds);
  const estimates: PublishedEstimate[] = [];
  const without: PublishedWithout[] = [];
  for (const step of stepsOf(timeline, days)) {
    estimates.push(publishEstimate(whose, step));
    if (!step.isLast) continue;
    for (const ends of endsWithoutEach(step.moment))
      without.push(publishWithout(whose, days.last, ends, labelOf));
  }
  return {
    estimates,
    without,
    bounds: bounds.map((row) => publishBound(whose, row, labelOf)),
    conflicts: findConflicts(timeline).map(({ low_claim, high_claim, gap }) => ({
      metric,
      collection: whose.collection,
      low_claim,
      high_claim,
      gap,
    })),
  };
}

/**
 * Reconciles every metric of a collection, in the order of the metrics, days ascending.
 *
 * Claims are judged once and each is looked at where it bears on a metric: the work
 * grows with the claims, not with claims times metrics times days.
 */
export function reconcile(ledger: Ledger, collection: Collection): Reconciled {
  const judgement = judge(ledger, { collection });
  const labels = new Map(ledger.origins.map(({ id, label }) => [id, label]));
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const metrics = ledger.metrics.map(({ id }) => reconcileMetric(judgement, id, labelOf));
  return {
    estimates: metrics.flatMap(({ estimates }) => estimates),
    without: metrics.flatMap(({ without }) => without),
    bounds: metrics.flatMap(({ bounds }) => bounds),
    conflicts: metrics.flatMap(({ conflicts }) => conflicts),
  };
}
