import { group } from "d3-array";
import type { Origin } from "../ledger/tables.ts";
import type { BoundRow } from "./bounds.ts";
import { type Bound, contradict, tighter, wider } from "./interval.ts";

/**
 * The act of estimation that an origin goes back to: its own base as long as it
 * has exactly one. A compilation of several bases stands for itself.
 *
 * @example rootOf("o_retold", origins) // => "o_first"
 */
export function rootOf(id: string, origins: ReadonlyMap<string, Origin>): string {
  const [base, ...more] = origins.get(id)?.based_on ?? [];
  return base === undefined || more.length > 0 ? id : rootOf(base, origins);
}

function strongest(
  rows: readonly BoundRow[],
  side: "low" | "high",
  consistent: boolean,
): Bound | null {
  const ends = rows.filter((row) => row.side === side);
  const [first, ...rest] = ends;
  if (!first) return null;
  return rest.reduce<Bound | null>(
    (bound, row) => (consistent ? tighter : wider)(side, bound, row),
    first,
  );
}

/**
 * Makes one statement of all that one origin says of a metric as of the same
 * days: what all retellings allow, or, where they contradict each other, the
 * whole stretch between them, so that no origin ever contradicts itself.
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
  return [...group(rooted, ({ origin, as_of }) => `${origin} ${as_of}`).values()].flatMap(
    (rows) => {
      const [low, high] = [strongest(rows, "low", true), strongest(rows, "high", true)];
      const consistent = !(low && high && contradict(low, high));
      const members = [...new Set(rows.flatMap((row) => row.members))].sort();
      return (["low", "high"] as const).flatMap((side): readonly BoundRow[] => {
        const bound = strongest(rows, side, consistent);
        const row = rows.find((candidate) => candidate.side === side);
        return bound && row
          ? [
              {
                ...row,
                value: bound.value,
                inclusive: bound.inclusive,
                claims: bound.claims,
                members,
              },
            ]
          : [];
      });
    },
  );
}
