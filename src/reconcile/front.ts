import type { BoundRow } from "./bounds.ts";
import { type Side, compareTightness } from "./interval.ts";
import type { Stretches } from "./stretches.ts";

/** Stands for "no bound" where a place among the bounds is meant. */
export const NONE = -1;

/**
 * What binds one side over time. Bounds are named by their place in
 * {@link Stretches.bounds}.
 */
export interface Front {
  /** In each stretch the tightest bound; of equal ones that with the first name. */
  readonly best: Int32Array;
  /** In each stretch the tightest bound of any other origin than the best one's. */
  readonly other: Int32Array;
  /** Where each bound stands among those of its side, the tightest first: no two have one rank. */
  readonly rank: Int32Array;
  /** The same for bounds that are equally tight: those of one tier bind together. */
  readonly tier: Int32Array;
}

/** What a bound is called: the claims that put it there. */
export const nameOf = ({ claims }: BoundRow): string =>
  claims.length === 1 ? (claims[0] ?? "") : claims.join("|");

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Places of the bounds of one side, the tightest first; of equal ones that with the first name. */
function sortedPlaces(bounds: readonly BoundRow[], side: Side): readonly number[] {
  const places: number[] = [];
  bounds.forEach((row, place) => {
    if (row.side === side) places.push(place);
  });
  // numbers side by side: most comparisons need no more, and rows lie far apart
  const values = new Float64Array(bounds.length);
  for (const place of places) values[place] = bounds[place]?.value ?? 0;
  const tighterFirst = side === "low" ? -1 : 1;
  return places.sort((a, b) => {
    const apart = (values[a] ?? 0) - (values[b] ?? 0);
    const [one, other] = [bounds[a], bounds[b]];
    if (apart !== 0 || !one || !other) return tighterFirst * apart;
    return compareTightness(side, one, other) || compareText(nameOf(one), nameOf(other));
  });
}

/**
 * Finds for each stretch the tightest bound of a side and the tightest of another
 * origin: what stands if the origin of the first is wrong.
 *
 * Bounds are laid into a segment tree over the stretches, then every node hands
 * down the two that it has. A bound costs the logarithm of the number of stretches.
 */
export function frontOf({ bounds, days, since, until, origins }: Stretches, side: Side): Front {
  const size = days.length;
  const places = sortedPlaces(bounds, side);
  const rank = new Int32Array(bounds.length).fill(NONE);
  const tier = new Int32Array(bounds.length).fill(NONE);
  // node n has the nodes 2n and 2n + 1 below it; stretch i is node size + i
  const best = new Int32Array(2 * size).fill(NONE);
  const other = new Int32Array(2 * size).fill(NONE);
  const at = (list: Int32Array, index: number): number => list[index] ?? NONE;

  const rankAt = (place: number): number => (place === NONE ? Infinity : at(rank, place));
  /** Lets a node have a bound, where that is tighter than what it has. */
  const offer = (node: number, place: number): void => {
    const first = at(best, node);
    const isOther = first !== NONE && origins[first] !== origins[place];
    if (rankAt(place) < rankAt(first)) {
      if (isOther) other[node] = first;
      best[node] = place;
    } else if (isOther && rankAt(place) < rankAt(at(other, node))) other[node] = place;
  };
  let last: BoundRow | undefined;
  let tiers = -1;
  places.forEach((place, index) => {
    const row = bounds[place];
    if (!row) return;
    if (!last || compareTightness(side, last, row) !== 0) tiers += 1;
    last = row;
    rank[place] = index;
    tier[place] = tiers;
    let [low, high] = [at(since, place) + size, at(until, place) + 1 + size];
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) offer(low++, place);
      if (high & 1) offer(--high, place);
    }
  });
  for (let node = 1; node < size; node += 1)
    for (const place of [at(best, node), at(other, node)]) {
      if (place === NONE) continue;
      offer(2 * node, place);
      offer(2 * node + 1, place);
    }
  return { best: best.slice(size), other: other.slice(size), rank, tier };
}
