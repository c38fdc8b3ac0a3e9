import { FIRST_DAY } from "../bounds.ts";
import type { Collection } from "../collection.ts";
import { groupBy } from "../group-by.ts";
import type { PublishedBound, PublishedEstimate } from "../published.ts";
import { publishUnlisted } from "./publish-unlisted.ts";
import type { PublishedThreshold, PublishedUnlisted } from "./rows.ts";
import { type Threshold, thresholdsOn } from "./thresholds.ts";
import { listedOf } from "./unlisted.ts";

function thresholdRows(
  { metric, as_of, collection }: PublishedEstimate,
  found: readonly Threshold[],
): readonly PublishedThreshold[] {
  return found.map(({ side, bound, supporting, opposing, silent }) => ({
    ...{ metric, as_of, collection },
    side: side === "low" ? "at least" : "at most",
    value: bound.value,
    inclusive: bound.inclusive,
    origins: supporting.length + opposing.length + silent.length,
    supporting: supporting.length,
    opposing: opposing.length,
    silent: silent.length,
    supporting_origins: supporting,
    opposing_origins: opposing,
  }));
}

/**
 * Counts the origins behind each stated bound, for each day of some estimates.
 *
 * @param bounds Bounds of all metrics.
 * @param estimates Of which the rows shall speak.
 */
export function publishThresholds(
  collection: Collection,
  bounds: readonly PublishedBound[],
  estimates: readonly PublishedEstimate[],
): {
  readonly thresholds: readonly PublishedThreshold[];
  readonly unlisted: readonly PublishedUnlisted[];
} {
  const own = groupBy(bounds, ({ metric }) => metric);
  const { rows: thresholds, unlisted } = listedOf(
    [...groupBy(estimates, ({ metric }) => metric)].map(([about, days]) => {
      const found = days.map((row) => {
        const day = thresholdsOn(own.get(about) ?? [], row.as_of ?? FIRST_DAY);
        return { of: day.of, rows: thresholdRows(row, day.rows) };
      });
      const rows = found.flatMap((day) => day.rows);
      return {
        about,
        rows,
        computed: rows.length,
        of: found.reduce((sum, { of }) => sum + of, 0),
      };
    }),
  );
  return { thresholds, unlisted: publishUnlisted("thresholds", collection, unlisted) };
}
