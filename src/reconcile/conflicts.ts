import type { BoundRow } from "./bounds.ts";
import { type Front, NONE, nameOf } from "./front.ts";
import { contradict } from "./interval.ts";
import type { Timeline } from "./moments.ts";

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

/**
 * Finds the tightest bound that speaks in any of some stretches in a row, in
 * logarithmic time: comparing every bound with every other would need an hour for
 * a hundred thousand.
 */
function tightestOver({ best, rank }: Front): (since: number, until: number) => number {
  const size = best.length;
  const rankAt = (place: number): number => (place === NONE ? Infinity : (rank[place] ?? Infinity));
  const sharper = (a: number, b: number): number => (rankAt(a) <= rankAt(b) ? a : b);
  // node n has the nodes 2n and 2n + 1 below it; stretch i is node size + i
  const nodes = new Int32Array(2 * size).fill(NONE);
  nodes.set(best, size);
  const nodeAt = (node: number): number => nodes[node] ?? NONE;
  for (let node = size - 1; node > 0; node -= 1)
    nodes[node] = sharper(nodeAt(2 * node), nodeAt(2 * node + 1));
  return (since, until) => {
    let found = NONE;
    let [low, high] = [since + size, until + 1 + size];
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) found = sharper(found, nodeAt(low++));
      if (high & 1) found = sharper(found, nodeAt(--high));
    }
    return found;
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * For every bound the one of the other side that lies farthest beyond it, of all that
 * speak on a day with it: places of a floor and a ceiling, which need not exclude each other.
 */
export function farthestPairs({
  bounds,
  fronts,
  since,
  until,
}: Timeline): readonly (readonly [floor: number, ceiling: number])[] {
  const against = { low: tightestOver(fronts.high), high: tightestOver(fronts.low) };
  return bounds.flatMap(({ side }, place) => {
    const other = against[side](since[place] ?? 0, until[place] ?? NONE);
    if (other === NONE) return [];
    return [side === "low" ? ([place, other] as const) : ([other, place] as const)];
  });
}

/**
 * Finds statements that cannot both be true on some day. For every statement in
 * a conflict the pair with the widest gap is named, of equal ones that with the
 * first name, so that none goes unseen and the list stays as short as the claims.
 *
 * @returns Widest gap first.
 */
export function findConflicts(timeline: Timeline): readonly Conflict[] {
  const { bounds } = timeline;
  const pairs = farthestPairs(timeline).flatMap(([low, high]): readonly Conflict[] => {
    const [floor, ceiling] = [bounds[low], bounds[high]];
    const pair = floor && ceiling ? conflictOf(floor, ceiling) : null;
    return pair ? [pair] : [];
  });
  const byName = new Map(pairs.map((pair) => [`${pair.low_claim} ${pair.high_claim}`, pair]));
  return [...byName.values()].sort(
    (a, b) =>
      b.gap - a.gap ||
      compareText(a.low_claim, b.low_claim) ||
      compareText(a.high_claim, b.high_claim),
  );
}
