/**
 * One end of an interval: a number, whether the number itself belongs to it,
 * and the ids (claims, assumptions) that put it there.
 */
export interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
  readonly claims: readonly string[];
}

/** Everything between two ends; null is an open end: nothing bounds that side. */
export interface Interval {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

export type Side = "low" | "high";

/** Nothing is known. */
export const unbounded: Interval = { low: null, high: null };

/** A bound that one claim puts. */
export function boundAt(value: number, claims: readonly string[] = [], inclusive = true): Bound {
  return { value, inclusive, claims };
}

/** The interval that holds one number. */
export function pointAt(value: number, claims: readonly string[] = []): Interval {
  const bound = boundAt(value, claims);
  return { low: bound, high: bound };
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b])].sort();

/**
 * The tighter of two bounds on one side; equal bounds bind together and keep both lists of claims.
 *
 * @example tighter("low", boundAt(2, ["c_a"]), boundAt(3, ["c_b"])).claims // => ["c_b"]
 */
export function tighter(side: Side, a: Bound | null, b: Bound | null): Bound | null {
  if (!a || !b) return a ?? b;
  if (a.value !== b.value) {
    const aIsTighter = side === "low" ? a.value > b.value : a.value < b.value;
    return aIsTighter ? a : b;
  }
  if (a.inclusive !== b.inclusive) return a.inclusive ? b : a;
  return { ...a, claims: union(a.claims, b.claims) };
}

/** The wider of two bounds on one side; an open end is the widest. */
export function wider(side: Side, a: Bound | null, b: Bound | null): Bound | null {
  if (!a || !b) return null;
  if (a.value === b.value && a.inclusive === b.inclusive)
    return { ...a, claims: union(a.claims, b.claims) };
  return tighter(side, a, b) === a ? b : a;
}

/** What both intervals allow. The result may be empty: see {@link isEmpty}. */
export function intersect(a: Interval, b: Interval): Interval {
  return { low: tighter("low", a.low, b.low), high: tighter("high", a.high, b.high) };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: wider("low", a.low, b.low), high: wider("high", a.high, b.high) };
}

/** Whether no number lies between a floor and a ceiling. */
export function contradict(floor: Bound, ceiling: Bound): boolean {
  if (floor.value !== ceiling.value) return floor.value > ceiling.value;
  return !floor.inclusive || !ceiling.inclusive;
}

/** Whether no number lies in the interval. */
export function isEmpty({ low, high }: Interval): boolean {
  return low !== null && high !== null && contradict(low, high);
}

/** Whether every number of the inner interval lies in the outer one. */
export function liesIn(inner: Interval, outer: Interval): boolean {
  const holds = (side: Side): boolean => {
    const [a, b] = [inner[side], outer[side]];
    if (!b) return true;
    if (!a) return false;
    if (a.value === b.value) return b.inclusive || !a.inclusive;
    return side === "low" ? a.value > b.value : a.value < b.value;
  };
  return holds("low") && holds("high");
}

/**
 * High divided by low: by which factor the interval spans.
 *
 * @returns null where an end is open or the low end is 0.
 */
export function foldOf({ low, high }: Interval): number | null {
  return low && high && low.value > 0 ? high.value / low.value : null;
}

/**
 * Length of the overlap divided by the length of the hull: 1 is the same range, 0 is none in common.
 *
 * @returns null where an end is open or both are the same point.
 */
export function jaccard(a: Interval, b: Interval): number | null {
  if (!a.low || !a.high || !b.low || !b.high) return null;
  const overlap = Math.min(a.high.value, b.high.value) - Math.max(a.low.value, b.low.value);
  const whole = Math.max(a.high.value, b.high.value) - Math.min(a.low.value, b.low.value);
  return whole === 0 ? null : Math.max(0, overlap) / whole;
}
