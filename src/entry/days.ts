import type { Cells } from "./cells.ts";

const OF_A_DAY = ["as_of_earliest", "as_of_latest"] as const;
const OF_A_PERIOD = ["period_start", "period_end"] as const;

/** Every day that a claim can name. */
export const DAYS: readonly string[] = [...OF_A_DAY, "counted_from", ...OF_A_PERIOD];

/**
 * The days that mean something for a quantity, in the order in which they are asked for.
 *
 * A total holds up to a day or over a period, and so does what could be held or made: their
 * period is asked for once there is no day.
 *
 * @param metric A row of metrics; none where nobody has said yet what is counted.
 */
export function daysFor(metric: Cells | undefined): readonly string[] {
  const measure = metric?.["measure"] ?? "";
  if (measure === "level") return OF_A_DAY;
  return ["", "total", "capacity"].includes(measure) ? DAYS : OF_A_PERIOD;
}

/** The days that are still to be asked for when some have been told. */
export function daysLeft(days: readonly string[], told: Cells): readonly string[] {
  const hasDay = (told["as_of_latest"] ?? "") !== "";
  const isPeriod = (day: string): boolean => OF_A_PERIOD.some((one) => one === day);
  return days.filter((day) => !(day in told) && !(hasDay && isPeriod(day)));
}
