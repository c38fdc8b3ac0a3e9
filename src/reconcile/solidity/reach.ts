import type { Bound, Interval, Side } from "../interval.ts";

/** What another option does to one end: leaves it, moves it, or opens or closes it. */
export type Effect = "leaves" | "moves" | "opens" | "closes";

export function effectOn(before: Bound | null, after: Bound | null): Effect {
  if (before === null || after === null)
    return before === after ? "leaves" : after === null ? "opens" : "closes";
  const isSame = before.value === after.value && before.inclusive === after.inclusive;
  return isSame ? "leaves" : "moves";
}

function reachOn(side: Side, before: Interval, after: Interval): number {
  const [from, to] = [before[side], after[side]];
  const effect = effectOn(from, to);
  if (effect === "leaves") return 0;
  if (!from || !to || from.value === 0) return Infinity;
  // an end that is only no longer included moves least of all, and still moves
  return Math.max(Math.abs(to.value - from.value) / Math.abs(from.value), Number.EPSILON);
}

/**
 * How far the end that moves most moves, as a share of where it stood; Infinity
 * where it opens, closes or leaves nothing, 0 where the range stays.
 */
export const reachBetween = (before: Interval, after: Interval): number =>
  Math.max(reachOn("low", before, after), reachOn("high", before, after));

/** Compares how far two changes reach; Infinity less Infinity is no number. */
export const compareReach = (a: number, b: number): number => (a === b ? 0 : a - b);
