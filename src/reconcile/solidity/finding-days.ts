import { FIRST_DAY } from "../bounds.ts";
import { groupBy } from "../group-by.ts";
import type { PublishedEstimate } from "../published.ts";

/** Why the estimate of a day is a finding of its own. */
export type DayIs = "last day" | "day that a page names" | "day of the widest gap";

/** A day for which a page tells the range of a metric. */
export interface NamedDay {
  readonly metric: string;
  /** ISO date. */
  readonly day: string;
}

/** An estimate that is ranked, and why its day is. */
export interface FindingDay {
  readonly estimate: PublishedEstimate;
  readonly day_is: DayIs;
}

/** The last row of each metric. */
function lastEstimates(estimates: readonly PublishedEstimate[]): readonly PublishedEstimate[] {
  return [...new Map(estimates.map((row) => [row.metric, row])).values()];
}

const dayOf = ({ as_of }: PublishedEstimate): string => as_of ?? FIRST_DAY;

/** Of the days on which claims conflict the one on which they lie farthest apart; the first of equal ones. */
function widestOf(rows: readonly PublishedEstimate[]): PublishedEstimate | undefined {
  return rows.reduce<PublishedEstimate | undefined>(
    (widest, row) => (row.gap !== null && row.gap > (widest?.gap ?? -1) ? row : widest),
    undefined,
  );
}

/**
 * The estimates that are findings: of each quantity its last day, every other day that a
 * page names, and the day on which claims conflict most. A row holds until the next one,
 * so that a day between two rows is that of the earlier.
 *
 * @param estimates Days ascending within each metric.
 * @returns Each row once, the last days first.
 */
export function findingDays(
  estimates: readonly PublishedEstimate[],
  named: readonly NamedDay[],
): readonly FindingDay[] {
  const last = lastEstimates(estimates);
  const taken = new Set(last);
  const namedOf = groupBy(named, ({ metric }) => metric);
  const others = [...groupBy(estimates, ({ metric }) => metric)].flatMap(([metric, rows]) => {
    const widest = widestOf(rows);
    const told = (namedOf.get(metric) ?? []).flatMap(
      ({ day }) => rows.findLast((row) => dayOf(row) <= day) ?? [],
    );
    const found: readonly FindingDay[] = [
      ...told.map((estimate) => ({ estimate, day_is: "day that a page names" }) as const),
      ...(widest ? [{ estimate: widest, day_is: "day of the widest gap" } as const] : []),
    ];
    return found.filter(({ estimate }) => {
      const isNew = !taken.has(estimate);
      taken.add(estimate);
      return isNew;
    });
  });
  return [...last.map((estimate) => ({ estimate, day_is: "last day" }) as const), ...others];
}
