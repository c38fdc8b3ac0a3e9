import type { BoundRow } from "./bounds.ts";
import { compareTightness, contradict } from "./interval.ts";
import { type DayTree, plantDays } from "./day-tree.ts";

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
const nameOf = (row: BoundRow): string => row.claims.join("|");

/** The tighter of two rows of one side; of equal ones that with the first name, whatever their order. */
export function sharperRow(a: BoundRow, b: BoundRow): BoundRow {
  const order = compareTightness(a.side, a, b);
  if (order !== 0) return order < 0 ? a : b;
  return nameOf(a) <= nameOf(b) ? a : b;
}

/** A floor and a ceiling that exclude each other on some day, or null. */
export function conflictOf(floor: BoundRow, ceiling: BoundRow): Conflict | null {
  const days = { from: later(floor.from, ceiling.from), to: sooner(floor.to, ceiling.to) };
  if (days.from > days.to || !contradict(floor, ceiling)) return null;
  return {
    low_claim: nameOf(floor),
    high_claim: nameOf(ceiling),
    gap: floor.value - ceiling.value,
    days,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Finds statements that cannot both be true on some day. For every statement in
 * a conflict the pair with the widest gap is named, so that none goes unseen
 * and the list stays as short as the claims.
 *
 * @param bounds Bounds of one metric, one per origin and as-of, any order.
 * @returns Widest gap first.
 */
export function findConflicts(bounds: readonly BoundRow[]): readonly Conflict[] {
  const speaking = bounds.filter(({ from, to }) => from <= to);
  const floors = speaking.filter(({ side }) => side === "low");
  const ceilings = speaking.filter(({ side }) => side === "high");
  const worst = (tree: DayTree<BoundRow>, row: BoundRow): Conflict | null => {
    const other = tree.bestWithin(row);
    if (!other) return null;
    return row.side === "low" ? conflictOf(row, other) : conflictOf(other, row);
  };
  const days = [...new Set(speaking.flatMap(({ from, to }) => [from, to]))].sort();
  const lowest = plantDays(ceilings, days, sharperRow);
  const highest = plantDays(floors, days, sharperRow);
  const pairs = [
    ...floors.map((row) => worst(lowest, row)),
    ...ceilings.map((row) => worst(highest, row)),
  ].flatMap((pair) => pair ?? []);
  const byName = new Map(pairs.map((pair) => [`${pair.low_claim} ${pair.high_claim}`, pair]));
  return [...byName.values()].sort(
    (a, b) =>
      b.gap - a.gap ||
      compareText(a.low_claim, b.low_claim) ||
      compareText(a.high_claim, b.high_claim),
  );
}
