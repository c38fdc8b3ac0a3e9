import type { Metric } from "../ledger/tables.ts";

/** Before all days: totals from the beginning start here. It sorts before every day. */
export const BEGINNING = "";

const MS = 86_400_000;
const ordinalOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS;
const dayOf = (ordinal: number): string => new Date(ordinal * MS).toISOString().slice(0, 10);

/** @example dayBefore("2024-03-01") // => "2024-02-29" */
export const dayBefore = (day: string): string => dayOf(ordinalOf(day) - 1);
/** @example dayAfter("2024-02-28") // => "2024-02-29" */
export const dayAfter = (day: string): string => dayOf(ordinalOf(day) + 1);

/** The day at whose end a count stands that begins with a day; null for a count from the beginning. */
export const startOf = (from: string | null): string =>
  from === null ? BEGINNING : dayBefore(from);

/** The first day of a count that starts at the end of a day: the inverse of {@link startOf}. */
export const firstDayAfter = (start: string): string | null =>
  start === BEGINNING ? null : dayAfter(start);

/** Months since the year 0 of the first day of a month at or after a day. */
function monthFrom(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return 12 * year + month - 1 + (date > 1 ? 1 : 0);
}

const firstOf = (months: number): string =>
  `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;

/** Mean lengths over four years, one of which is a leap year. */
const DAYS_A_YEAR = 365.25;
const DAYS_A_MONTH = DAYS_A_YEAR / 12;

/**
 * How many days, weeks, months or years a period has, so that a rate over it becomes a total.
 *
 * Whole calendar months count as such, twelve of them as a year; only what is left over goes by days.
 *
 * @param from The first day of the period; `to` is the last.
 * @returns 1 where the measure is no rate: its numbers are totals already, or plain numbers.
 * @source docs/methodology.md, "From a claim to a constraint"
 * @example unitsIn("per_year", "2023-01-01", "2023-12-31") // => 1
 * @example unitsIn("per_day", "2024-02-01", "2024-02-29") // => 29
 */
export function unitsIn(measure: Metric["measure"], from: string, to: string): number {
  const days = ordinalOf(to) - ordinalOf(from) + 1;
  if (measure === "per_day") return days;
  if (measure === "per_week") return days / 7;
  if (measure !== "per_month" && measure !== "per_year") return 1;
  const [first, last] = [monthFrom(from), monthFrom(dayAfter(to))];
  // The month that the last day does not end is no whole one.
  const end = firstOf(last) > dayAfter(to) ? last - 1 : last;
  const months = Math.max(0, end - first);
  const inMonths = months === 0 ? 0 : ordinalOf(firstOf(end)) - ordinalOf(firstOf(first));
  const rest = days - inMonths;
  return measure === "per_month" ? months + rest / DAYS_A_MONTH : months / 12 + rest / DAYS_A_YEAR;
}
