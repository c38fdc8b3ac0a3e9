import type { BoundRow } from "./bounds.ts";
import { closureOf } from "./closure.ts";
import type { Interval, Side } from "./interval.ts";
import type { Moment } from "./moments.ts";

/** The range without one origin. */
export interface WithoutOne {
  readonly origin: string;
  readonly range: Interval;
}

/** The range if any one origin may be wrong, and the origins whose fall would widen the closure. */
export interface Relaxed {
  readonly range: Interval;
  readonly hangsOn: readonly string[];
}

/** The ends that stand without one origin. */
export interface EndsWithout {
  readonly origin: string;
  readonly low: BoundRow | null;
  readonly high: BoundRow | null;
}

/** What is left with each origin that speaks left out in turn, in the order of their ids. */
export function endsWithoutEach(moment: Moment): readonly EndsWithout[] {
  const origins = [...new Set(moment.inForce().map(({ origin }) => origin))].sort();
  return origins.map((origin) => ({
    origin,
    low: moment.rowWithout("low", origin),
    high: moment.rowWithout("high", origin),
  }));
}

/**
 * The closure with each origin left out in turn, in the order of their ids, with
 * the claims that bind then.
 *
 * Only an origin that binds an end can change the range, so that all others
 * share one answer and the work grows with the bounds, not with their square.
 */
export function leaveOneOut(moment: Moment): readonly WithoutOne[] {
  const closure = closureOf(moment);
  const binding = new Set([...moment.binding("low"), ...moment.binding("high")]);
  return endsWithoutEach(moment).map(({ origin }) => ({
    origin,
    range: binding.has(origin)
      ? { low: moment.bestWithout("low", origin), high: moment.bestWithout("high", origin) }
      : closure,
  }));
}

/**
 * The range that still holds if any one origin is wrong: the hull of the ranges
 * that leave one out. With one origin nothing is left.
 *
 * Of each side it is what stands without the one origin that holds it; where
 * several hold it together, none of them is missed.
 */
export function relaxedOf(moment: Moment): Relaxed {
  const [low, high] = [moment.holder("low"), moment.holder("high")];
  return {
    range: {
      low: low === null ? moment.best("low") : moment.bestWithout("low", low),
      high: high === null ? moment.best("high") : moment.bestWithout("high", high),
    },
    hangsOn: moment.holders(),
  };
}

/** The numbers of {@link relaxedOf} by themselves: on most days nobody asks which claims bind then. */
export function relaxedEnds(moment: Moment): {
  readonly low: number | null;
  readonly high: number | null;
  readonly hangsOn: readonly string[];
} {
  const low = moment.holder("low");
  const high = moment.holder("high");
  return {
    low: endWithout(moment, "low", low),
    high: endWithout(moment, "high", high),
    hangsOn: moment.holders(),
  };
}

const endWithout = (moment: Moment, side: Side, holder: string | null): number | null =>
  (holder === null ? moment.best(side) : moment.rowWithout(side, holder))?.value ?? null;
