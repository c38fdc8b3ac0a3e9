import { group } from "d3-array";
import { FIRST_DAY, LAST_DAY } from "../bounds.ts";
import { contradict } from "../interval.ts";
import type { PublishedBound } from "../published.ts";

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

/**
 * Every floor and ceiling that cannot both be true, not only the widest pair of each
 * statement as in `findConflicts`. A pair that meets in a part and in its whole is
 * listed once, for the metric that comes first.
 *
 * @param bounds Bounds of all metrics, one per origin and as-of.
 * @returns Metric by metric, widest gap first.
 */
export function clashesIn(bounds: readonly PublishedBound[]): readonly Clash[] {
  const seen = new Set<string>();
  return [...group(bounds, ({ metric }) => metric).values()].flatMap((rows) => {
    const ceilings = rows.filter(({ side }) => side === "ceiling");
    return rows
      .filter(({ side }) => side === "floor")
      .flatMap((floor) => ceilings.flatMap((ceiling) => clashOf(floor, ceiling) ?? []))
      .toSorted((a, b) => b.gap - a.gap)
      .filter(({ floor, ceiling }) => {
        const name = `${floor.claims.join("|")} ${ceiling.claims.join("|")}`;
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
      });
  });
}
