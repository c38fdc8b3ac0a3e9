import { FIRST_DAY, LAST_DAY } from "../bounds.ts";
import { type Bound, type Side, compareTightness, contradict } from "../interval.ts";
import type { PublishedBound } from "../published.ts";
import { THRESHOLDS } from "../limits.ts";

/** How origins stand to one bound that somebody states: "at least 2 million". */
export interface Threshold {
  readonly side: Side;
  readonly bound: Bound;
  /** Origins that say as much or more. */
  readonly supporting: readonly string[];
  /** Origins that cannot be right together with it. */
  readonly opposing: readonly string[];
  /** Origins that leave it open. */
  readonly silent: readonly string[];
}

const sideOf = ({ side }: PublishedBound): Side => (side === "floor" ? "low" : "high");

const boundOf = ({ value, inclusive, claims }: PublishedBound): Bound => ({
  value,
  inclusive,
  claims,
});

/** Bounds that speak for a day. */
const inForce = (bounds: readonly PublishedBound[], day: string): readonly PublishedBound[] =>
  bounds.filter(({ from, to }) => (from ?? FIRST_DAY) <= day && day <= (to ?? LAST_DAY));

/** What each origin says at most and at least on the day. */
function endsOf(bounds: readonly PublishedBound[], side: Side): ReadonlyMap<string, Bound> {
  const ends = new Map<string, Bound>();
  for (const row of bounds) {
    if (sideOf(row) !== side) continue;
    const known = ends.get(row.origin);
    if (!known || compareTightness(side, row, known) < 0) ends.set(row.origin, boundOf(row));
  }
  return ends;
}

const isAgainst = (side: Side, bound: Bound, other: Bound | undefined): boolean =>
  other !== undefined && (side === "low" ? contradict(bound, other) : contradict(other, bound));

/** The bounds of a side that are stated and speak for a day, each once, the tightest first. */
function statedIn(speaking: readonly PublishedBound[], side: Side): readonly Bound[] {
  const stated = speaking
    .filter((row) => sideOf(row) === side)
    .map(boundOf)
    .toSorted((a, b) => compareTightness(side, a, b));
  return stated.filter(
    (bound, at) => at === 0 || compareTightness(side, bound, stated[at - 1] ?? bound) !== 0,
  );
}

/**
 * Counts the origins behind each bound that is stated of a metric and speaks for a
 * day. Counts, never probabilities: origins are not equally good, nor independent.
 *
 * @param bounds Bounds of one metric.
 * @returns Floors from the highest down, then ceilings from the lowest up, of very many
 *   the tightest; and how many there are.
 */
export function thresholdsOn(
  bounds: readonly PublishedBound[],
  day: string,
): { readonly rows: readonly Threshold[]; readonly of: number } {
  const speaking = inForce(bounds, day);
  const origins = [...new Set(speaking.map(({ origin }) => origin))].sort();
  const ends = { low: endsOf(speaking, "low"), high: endsOf(speaking, "high") };
  const stated = (["low", "high"] as const).map((side) => ({
    side,
    bounds: statedIn(speaking, side),
  }));
  const rows = stated.flatMap(({ side, bounds: all }) => {
    const other = side === "low" ? "high" : "low";
    return all.slice(0, THRESHOLDS).map((bound): Threshold => {
      const supports = (origin: string): boolean => {
        const own = ends[side].get(origin);
        return own !== undefined && compareTightness(side, own, bound) <= 0;
      };
      const opposes = (origin: string): boolean => isAgainst(side, bound, ends[other].get(origin));
      const supporting = origins.filter(supports);
      const opposing = origins.filter((id) => !supports(id) && opposes(id));
      const silent = origins.filter((id) => !supports(id) && !opposes(id));
      return { side, bound, supporting, opposing, silent };
    });
  });
  const of = stated.reduce((sum, { bounds: all }) => sum + all.length, 0);
  return { rows, of };
}
