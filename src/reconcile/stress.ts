import { type BoundRow } from "./bounds.ts";
import { closureOn, inForceOn, tightest } from "./closure.ts";
import { type Bound, type Interval, compareTightness, hull } from "./interval.ts";

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

const sameEnd = (a: Bound | null, b: Bound | null): boolean =>
  a?.value === b?.value && a?.inclusive === b?.inclusive;

/**
 * The closure with each origin left out in turn, in the order of their ids.
 *
 * Only an origin that binds an end can change the range, so that all others
 * share one answer and the work grows with the bounds, not with their square.
 *
 * @param bounds Bounds of one metric, one per origin and as-of.
 */
export function leaveOneOut(bounds: readonly BoundRow[], day: string): readonly WithoutOne[] {
  const speaking = inForceOn(bounds, day);
  const closure = tightest(speaking);
  const binding = new Set(
    speaking
      .filter((row) => {
        const end = closure[row.side];
        return end !== null && compareTightness(row.side, row, end) === 0;
      })
      .map(({ origin }) => origin),
  );
  const origins = [...new Set(speaking.map(({ origin }) => origin))].sort();
  return origins.map((origin) => ({
    origin,
    range: binding.has(origin)
      ? tightest(speaking.filter((row) => row.origin !== origin))
      : closure,
  }));
}

/**
 * The range that still holds if any one origin is wrong: the hull of the ranges
 * that leave one out. With one origin nothing is left.
 */
export function relaxedOn(bounds: readonly BoundRow[], day: string): Relaxed {
  const closure = closureOn(bounds, day);
  const others = leaveOneOut(bounds, day);
  const range = others
    .map((one) => one.range)
    .reduce<Interval | null>((whole, one) => (whole ? hull(whole, one) : one), null);
  const widens = (one: Interval): boolean =>
    !sameEnd(one.low, closure.low) || !sameEnd(one.high, closure.high);
  return {
    range: range ?? { low: null, high: null },
    hangsOn: others.filter((one) => widens(one.range)).map(({ origin }) => origin),
  };
}
