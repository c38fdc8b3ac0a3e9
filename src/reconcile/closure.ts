import { type ColumnTable, escape, from } from "arquero";
import type { BoundRow } from "./bounds.ts";
import { FIRST_DAY, LAST_DAY } from "./bounds.ts";
import { type Bound, type Interval, type Side, tightestOf } from "./interval.ts";

/** Rows of an Arquero table of bounds, in its order. */
export function rowsOf(table: ColumnTable): readonly BoundRow[] {
  return table.objects() as BoundRow[];
}

/** Bounds as an Arquero table, one row each. */
export function tableOf(bounds: readonly BoundRow[]): ColumnTable {
  return from([...bounds]);
}

/** Keeps the bounds that speak for a day: floors have travelled forward to it, ceilings backward. */
export function inForceOn(bounds: readonly BoundRow[], day: string): readonly BoundRow[] {
  if (bounds.length === 0) return [];
  const speaks = ({ from, to }: BoundRow): boolean => from <= day && day <= to;
  return rowsOf(tableOf(bounds).filter(escape(speaks)));
}

/** The highest floor and the lowest ceiling of some bounds; open where there is none. */
export function tightest(bounds: readonly BoundRow[]): Interval {
  const bind = (side: Side): Bound | null =>
    tightestOf(
      side,
      bounds.filter((row) => row.side === side),
    );
  return { low: bind("low"), high: bind("high") };
}

/**
 * The range of a metric on a day if every statement is right.
 *
 * L(t) is the highest floor stated up to t, U(t) the lowest ceiling stated from t
 * on. A floor above the ceiling is a finding, not an error: see `findConflicts`.
 *
 * @param bounds Bounds of one metric, one per origin and as-of, any order; may be empty.
 * @param day ISO date, e.g. "2024-08-31".
 * @returns Ends in the metric's unit with the claims that bind; open where nothing reaches the day.
 * @source docs/decisions/0004-monotone-closure.md
 */
export function closureOn(bounds: readonly BoundRow[], day: string): Interval {
  return tightest(inForceOn(bounds, day));
}

/** The day after an ISO day. */
export function nextDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return new Date(time + 86_400_000).toISOString().slice(0, 10);
}

/** The range on the first day of each stretch in which it does not change. */
export interface Step extends Interval {
  readonly day: string;
}

/**
 * The closure over time: one step for each day on which a bound begins to speak
 * or has ceased to.
 *
 * @param within Steps outside these days are left out; the first day always has a step.
 */
export function closureSteps(
  bounds: readonly BoundRow[],
  within: { readonly first: string; readonly last: string },
): readonly Step[] {
  const turns = bounds.flatMap((row) => [
    ...(row.from === FIRST_DAY ? [] : [row.from]),
    ...(row.to === LAST_DAY ? [] : [nextDay(row.to)]),
  ]);
  const days = [...new Set([within.first, ...turns])]
    .filter((day) => day >= within.first && day <= within.last)
    .sort();
  return days.map((day) => ({ day, ...closureOn(bounds, day) }));
}
