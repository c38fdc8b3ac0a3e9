import { FIRST_DAY, LAST_DAY } from "../bounds.ts";
import { type Bound, type Side, compareTightness, contradict, tightestOf } from "../interval.ts";
import type { PublishedBound } from "../published.ts";

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

/** What one origin says at most and at least on the day. */
function endOf(bounds: readonly PublishedBound[], origin: string, side: Side): Bound | null {
  const own = bounds.filter((row) => row.origin === origin && sideOf(row) === side);
  return tightestOf(side, own.map(boundOf));
}

const isAgainst = (side: Side, bound: Bound, other: Bound | null): boolean =>
  other !== null && (side === "low" ? contradict(bound, other) : contradict(other, bound));

/**
 * Counts the origins behind each bound that is stated of a metric and speaks for a
 * day. Counts, never probabilities: origins are not equally good, nor independent.
 *
 * @param bounds Bounds of one metric.
 * @returns Floors from the highest down, then ceilings from the lowest up.
 */
export function thresholdsOn(bounds: readonly PublishedBound[], day: string): readonly Threshold[] {
  const speaking = inForce(bounds, day);
  const origins = [...new Set(speaking.map(({ origin }) => origin))].sort();
  return (["low", "high"] as const).flatMap((side) => {
    const stated = speaking
      .filter((row) => sideOf(row) === side)
      .map(boundOf)
      .toSorted((a, b) => compareTightness(side, a, b));
    const distinct = stated.filter(
      (bound, at) => at === 0 || compareTightness(side, bound, stated[at - 1] ?? bound) !== 0,
    );
    const other = side === "low" ? "high" : "low";
    return distinct.map((bound): Threshold => {
      const supports = (origin: string): boolean => {
        const own = endOf(speaking, origin, side);
        return own !== null && compareTightness(side, own, bound) <= 0;
      };
      const opposes = (origin: string): boolean =>
        isAgainst(side, bound, endOf(speaking, origin, other));
      const supporting = origins.filter(supports);
      const opposing = origins.filter((id) => !supports(id) && opposes(id));
      const silent = origins.filter((id) => !supports(id) && !opposes(id));
      return { side, bound, supporting, opposing, silent };
    });
  });
}
