import type { Ledger } from "../ledger/tables.ts";
import { FIRST_DAY, LAST_DAY, type BoundRow } from "./bounds.ts";
import { closureOf } from "./closure.ts";
import type { Collection } from "./collection.ts";
import { findConflicts } from "./conflicts.ts";
import { type Ask, weighIn } from "./estimate.ts";
import { DAYS } from "./limits.ts";
import { momentOn, timelineOf } from "./moments.ts";
import {
  type Published,
  type PublishedBound,
  type PublishedEstimate,
  type PublishedWithout,
  gapOf,
} from "./published.ts";
import { type Judgement, judge } from "./select.ts";
import { type Step, countSteps, stepsOf, turningDays } from "./steps.ts";
import { type EndsWithout, endsWithoutEach, relaxedEnds } from "./stress.ts";

/** What is published of every metric and day. */
export type Reconciled = Pick<Published, "estimates" | "without" | "bounds" | "conflicts">;

/** The same while it is being filled: the rows of all metrics go into the same four lists. */
type Filling = { readonly [Table in keyof Reconciled]: Reconciled[Table][number][] };

/** The columns that tell whose rows they are. */
interface Whose {
  readonly metric: string;
  readonly collection: Collection;
}

const asOf = (day: string): string | null => (day === FIRST_DAY ? null : day);

// Rows are written column by column: to spread objects takes several times as long.

function publishEstimate(
  { metric, collection }: Whose,
  { day, moment }: Pick<Step, "day" | "moment">,
): PublishedEstimate {
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

/** Bounds that speak on some day: readings that share no day, and counts without one, bound none. */
const speakingBounds = (judgement: Judgement, ask: Ask): readonly BoundRow[] =>
  weighIn(judgement, ask).bounds.filter(({ from, to }) => from <= to);

/** What would be published of one metric if the day were a turning day; null where nothing speaks for it. */
export function reconcileOn(judgement: Judgement, ask: Ask, day: string): PublishedEstimate | null {
  const bounds = speakingBounds(judgement, ask);
  if (bounds.length === 0) return null;
  const moment = momentOn(timelineOf(bounds), day);
  if (moment.claims === 0) return null;
  const whose = { metric: ask.metric, collection: judgement.voices.collection };
  return publishEstimate(whose, { day, moment });
}

/** Adds what is published of one metric. */
function reconcileMetric(
  judgement: Judgement,
  ask: Ask,
  labelOf: (origin: string) => string,
  into: Filling,
): void {
  const { metric } = ask;
  const { collection } = judgement.voices;
  const whose = { metric, collection };
  const bounds = speakingBounds(judgement, ask);
  if (bounds.length === 0) return;
  const timeline = timelineOf(bounds);
  const within = turningDays(bounds);
  const areListed = countSteps(timeline, within) <= DAYS;
  for (const step of stepsOf(timeline, within)) {
    into.estimates.push(publishEstimate(whose, step));
    if (!areListed && !step.isLast) continue;
    for (const ends of endsWithoutEach(step.moment))
      into.without.push(publishWithout(whose, step.day, ends, labelOf));
  }
  for (const row of bounds) into.bounds.push(publishBound(whose, row, labelOf));
  for (const { low_claim, high_claim, gap } of findConflicts(timeline))
    into.conflicts.push({ metric, collection, low_claim, high_claim, gap });
}

/**
 * Reconciles some metrics, in their order, days ascending.
 *
 * Claims are judged once and each is looked at where it bears on a metric: the work
 * grows with the claims, not with claims times metrics times days.
 */
export function reconcileJudged(
  { origins }: Pick<Ledger, "origins">,
  judgement: Judgement,
  asks: readonly Ask[],
): Reconciled {
  const labels = new Map(origins.map(({ id, label }) => [id, label]));
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const all: Filling = { estimates: [], without: [], bounds: [], conflicts: [] };
  for (const ask of asks) reconcileMetric(judgement, ask, labelOf, all);
  return all;
}

/** Reconciles every metric of a collection as it is published. */
export function reconcile(ledger: Ledger, collection: Collection): Reconciled {
  const asks = ledger.metrics.map(({ id }) => ({ metric: id }));
  return reconcileJudged(ledger, judge(ledger, { collection }), asks);
}
