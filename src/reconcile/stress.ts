import { type BoundRow } from "./bounds.ts";
import { closureOn, inForceOn } from "./closure.ts";
import { type Bound, type Interval, type Side, contradict, hull } from "./interval.ts";

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
 * @param bounds Bounds of one metric, one per origin and as-of.
 */
export function leaveOneOut(bounds: readonly BoundRow[], day: string): readonly WithoutOne[] {
  const speaking = inForceOn(bounds, day);
  const origins = [...new Set(speaking.map(({ origin }) => origin))].sort();
  return origins.map((origin) => ({
    origin,
    range: closureOn(
      speaking.filter((row) => row.origin !== origin),
      day,
    ),
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

/** Two statements that cannot both be true. */
export interface Conflict {
  readonly low_claim: string;
  readonly high_claim: string;
  /** By how much the floor lies above the ceiling, in the metric's unit; 0 where only the ends exclude each other. */
  readonly gap: number;
  readonly days: { readonly from: string; readonly to: string };
}

const later = (a: string, b: string): string => (a > b ? a : b);
const sooner = (a: string, b: string): string => (a < b ? a : b);

function conflictOf(floor: BoundRow, ceiling: BoundRow): Conflict | null {
  const days = { from: later(floor.from, ceiling.from), to: sooner(floor.to, ceiling.to) };
  if (days.from > days.to || !contradict(floor, ceiling)) return null;
  return {
    low_claim: floor.claims.join("|"),
    high_claim: ceiling.claims.join("|"),
    gap: floor.value - ceiling.value,
    days,
  };
}

/**
 * Finds statements that cannot both be true on some day. For every statement in
 * a conflict the pair with the widest gap is named, so that none goes unseen
 * and the list stays as short as the claims.
 *
 * @param bounds Bounds of one metric, one per origin and as-of.
 * @returns Widest gap first.
 */
export function findConflicts(bounds: readonly BoundRow[]): readonly Conflict[] {
  const worst = (row: BoundRow, side: Side): Conflict | null =>
    bounds
      .filter((other) => other.side !== side)
      .map((other) => (side === "low" ? conflictOf(row, other) : conflictOf(other, row)))
      .reduce<Conflict | null>(
        (widest, pair) => (pair && (!widest || pair.gap > widest.gap) ? pair : widest),
        null,
      );
  const pairs = bounds.flatMap((row) => worst(row, row.side) ?? []);
  const byName = new Map(pairs.map((pair) => [`${pair.low_claim} ${pair.high_claim}`, pair]));
  return [...byName.values()].sort(
    (a, b) =>
      b.gap - a.gap ||
      (a.low_claim < b.low_claim ? -1 : 1) ||
      (a.high_claim < b.high_claim ? -1 : 1),
  );
}
