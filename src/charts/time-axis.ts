import { formatDay } from "./words.ts";

/** An ISO day as the number that a time scale takes. */
export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A month at a time axis, without a locale: "Jun 2024". */
export function formatMonth(date: Date): string {
  const [, month = "", year = ""] = formatDay(date.toISOString().slice(0, 10)).split(" ");
  return `${month.slice(0, 3)} ${year}`;
}

const MONTHS_BETWEEN = [1, 2, 3, 4, 6, 12, 24, 60, 120] as const;

/**
 * First days of months for a time axis, as many as fit and evenly spaced.
 *
 * @param domain First and last moment of the axis, in milliseconds.
 */
export function dateTicks([from, to]: readonly [number, number], most: number): Date[] {
  const start = new Date(from);
  const [first, last] = [start, new Date(to)].map(
    (date) => date.getUTCFullYear() * 12 + date.getUTCMonth(),
  );
  const months = Array.from({ length: (last ?? 0) - (first ?? 0) }, (_, i) => (first ?? 0) + 1 + i);
  const choices = MONTHS_BETWEEN.map((step) => months.filter((month) => month % step === 0));
  const chosen = choices.find(({ length }) => length <= most) ?? [];
  return chosen.map((month) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)));
}
