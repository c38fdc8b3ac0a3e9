import { type BoundRow, FIRST_DAY, LAST_DAY } from "../bounds.ts";
import { farthestPairs } from "../conflicts.ts";
import { groupBy } from "../group-by.ts";
import { contradict } from "../interval.ts";
import { timelineOf } from "../moments.ts";
import type { PublishedBound } from "../published.ts";
import { turningDays } from "../steps.ts";
import { stretchOf } from "../stretches.ts";
import { PAIRS } from "../limits.ts";
import { type Listed, listedOf } from "./unlisted.ts";

/** A floor and a ceiling of one metric that exclude each other on some day. */
export interface Clash {
  readonly floor: PublishedBound;
  readonly ceiling: PublishedBound;
  /** By how much the floor lies above the ceiling, in the metric's unit. */
  readonly gap: number;
  /** First and last day on which both speak; null where nothing limits them. */
  readonly from: string | null;
  readonly to: string | null;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const sooner = (a: string, b: string): string => (a < b ? a : b);

function clashOf(floor: PublishedBound, ceiling: PublishedBound): Clash | null {
  const from = later(floor.from ?? FIRST_DAY, ceiling.from ?? FIRST_DAY);
  const to = sooner(floor.to ?? LAST_DAY, ceiling.to ?? LAST_DAY);
  if (from > to || !contradict(floor, ceiling)) return null;
  return {
    floor,
    ceiling,
    gap: floor.value - ceiling.value,
    from: from === FIRST_DAY ? null : from,
    to: to === LAST_DAY ? null : to,
  };
}

type Both = readonly [floor: PublishedBound, ceiling: PublishedBound];

const rowOf = (bound: PublishedBound): BoundRow => ({
  ...{ metric: bound.metric, origin: bound.origin, value: bound.value },
  ...{ inclusive: bound.inclusive, claims: bound.claims, members: bound.claims, as_of: "" },
  side: bound.side === "floor" ? "low" : "high",
  from: bound.from ?? FIRST_DAY,
  to: bound.to ?? LAST_DAY,
});

/** Of each bound the pair in which it lies farthest from another, and what binds on the last day. */
function farthestOf(bounds: readonly PublishedBound[]): readonly Both[] {
  const timeline = timelineOf(bounds.map(rowOf));
  const { low, high } = timeline.fronts;
  const last = stretchOf(timeline, turningDays(timeline.bounds).last);
  const onLastDay = [low.best[last], high.best[last]] as const;
  const places = [...farthestPairs(timeline), onLastDay];
  const pairs = new Map(places.map((both) => [both.join(" "), both]));
  return [...pairs.values()].flatMap(([at, against]) => {
    const [floor, ceiling] = [bounds[at ?? -1], bounds[against ?? -1]];
    return floor && ceiling ? [[floor, ceiling] as const] : [];
  });
}

/** Pairs of a floor and a ceiling of one metric, as far as they are looked at. */
function pairsOf(bounds: readonly PublishedBound[]): {
  readonly pairs: readonly Both[];
  readonly of: number;
} {
  const { floor: floors = [], ceiling: ceilings = [] } = Object.fromEntries(
    groupBy(bounds, ({ side }) => side),
  );
  const of = floors.length * ceilings.length;
  const pairs =
    of <= PAIRS
      ? floors.flatMap((floor) => ceilings.map((ceiling) => [floor, ceiling] as const))
      : farthestOf(bounds);
  return { pairs, of };
}

/**
 * Every floor and ceiling that cannot both be true, not only the widest pair of each
 * statement as in `findConflicts`. A pair that meets in a part and in its whole is
 * listed once, for the metric that comes first.
 *
 * Of a metric with very many bounds the widest pair of each bound is all that is
 * looked at, with the pair that binds on the last day.
 *
 * @param bounds Bounds of all metrics, one per origin and as-of.
 * @returns Metric by metric, widest gap first.
 */
export function clashesIn(bounds: readonly PublishedBound[]): Listed<Clash> {
  const seen = new Set<string>();
  return listedOf(
    [...groupBy(bounds, ({ metric }) => metric)].map(([about, own]) => {
      const { pairs, of } = pairsOf(own);
      const rows = pairs
        .flatMap(([floor, ceiling]) => clashOf(floor, ceiling) ?? [])
        .toSorted((a, b) => b.gap - a.gap)
        .filter(({ floor, ceiling }) => {
          const name = `${floor.claims.join("|")} ${ceiling.claims.join("|")}`;
          const isNew = !seen.has(name);
          seen.add(name);
          return isNew;
        });
      return { about, rows, computed: pairs.length, of };
    }),
  );
}
