import { group } from "d3-array";
import type { Origin } from "../ledger/tables.ts";
import type { BoundRow } from "./bounds.ts";
import { tightest } from "./closure.ts";
import { type Interval, isEmpty, widestOf } from "./interval.ts";
import { rootOf } from "./root.ts";

/** All retellings at once, or, where they contradict each other, the hull of what each of them says. */
function commonEnds(rows: readonly BoundRow[]): Interval {
  const ends = tightest(rows);
  if (!isEmpty(ends)) return ends;
  const statements = [...group(rows, ({ members }) => members.join("|")).values()].map(tightest);
  return {
    low: widestOf(
      "low",
      statements.map(({ low }) => low),
    ),
    high: widestOf(
      "high",
      statements.map(({ high }) => high),
    ),
  };
}

/**
 * Makes one statement of all that one origin says of a metric as of the same
 * days: what all retellings allow, or, where they contradict each other, the
 * whole stretch between them, so that no origin contradicts itself about one day.
 * "At least 10" beside "at most 5" then leaves nothing: neither can be relied on.
 *
 * @param bounds Bounds of one metric, any order.
 * @returns At most one floor and one ceiling per origin and as-of.
 */
export function keepOnePerOrigin(
  bounds: readonly BoundRow[],
  origins: readonly Origin[],
): readonly BoundRow[] {
  const byId = new Map(origins.map((origin) => [origin.id, origin]));
  const rooted = bounds.map((row) => ({ ...row, origin: rootOf(row.origin, byId) }));
  const groups = group(rooted, ({ origin, as_of }) => `${origin} ${as_of}`);
  return [...groups.values()].flatMap((rows) => {
    const ends = commonEnds(rows);
    const members = [...new Set(rows.flatMap((row) => row.members))].sort();
    return (["low", "high"] as const).flatMap((side): readonly BoundRow[] => {
      const bound = ends[side];
      const row = rows.find((candidate) => candidate.side === side);
      return bound && row ? [{ ...row, ...bound, members }] : [];
    });
  });
}
