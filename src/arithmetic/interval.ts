import type { Ends } from "../words/ranges.ts";
import { unionOf } from "./union.ts";

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

/** Negative where `a` is the tighter of two bounds on one side, 0 where they are equal but for their claims. */
function compareTightness(side: Side, a: Bound, b: Bound): number {
  if (a.value !== b.value) return a.value > b.value === (side === "low") ? -1 : 1;
  return Number(a.inclusive) - Number(b.inclusive);
}

/** The foremost of two bounds; equal ones stand together with all their claims. */
function foremost(a: Bound, b: Bound, order: number): Bound {
  if (order === 0) return { ...a, claims: unionOf([a.claims, b.claims]) };
  return order < 0 ? a : b;
}

/**
 * The tighter of two bounds on one side; equal bounds bind together and keep both lists of claims.
 *
 * @example tighter("low", boundAt(2, ["c_a"]), boundAt(3, ["c_b"])).claims // => ["c_b"]
 */
export function tighter(side: Side, a: Bound | null, b: Bound | null): Bound | null {
  return a === null || b === null ? (a ?? b) : foremost(a, b, compareTightness(side, a, b));
}

/** The wider of two bounds on one side; an open end is the widest. */
function wider(side: Side, a: Bound | null, b: Bound | null): Bound | null {
  return a === null || b === null ? null : foremost(a, b, compareTightness(side, b, a));
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

export type { Ends };

/** Both ends of an interval as columns; an open end is null. */
export const endsOf = ({ low, high }: Interval): Ends => ({
  low: low?.value ?? null,
  low_inclusive: low?.inclusive ?? null,
  high: high?.value ?? null,
  high_inclusive: high?.inclusive ?? null,
});
