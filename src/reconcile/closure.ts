import type { Interval } from "./interval.ts";
import { type Moment, type Timeline, momentOn } from "./moments.ts";

/**
 * The range of a metric at a moment if every statement is right.
 *
 * L(t) is the highest floor stated up to t, U(t) the lowest ceiling stated from t
 * on. A floor above the ceiling is a finding, not an error: see `findConflicts`.
 *
 * @returns Ends in the metric's unit with the claims that bind; open where nothing reaches the moment.
 * @source docs/decisions/0004-monotone-closure.md
 */
export function closureOf(moment: Moment): Interval {
  return { low: moment.best("low"), high: moment.best("high") };
}

/** The range on an ISO day, e.g. "2024-08-31". */
export const closureOn = (timeline: Timeline, day: string): Interval =>
  closureOf(momentOn(timeline, day));
