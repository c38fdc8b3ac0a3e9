import type { Ends } from "../reconcile/published.ts";

/** The ends of a range, in the form of the published tables. */
export type Range = Pick<Ends, "low" | "high"> & Partial<Ends>;

const GROUPING = /\B(?=(\d{3})+$)/gu;

function plain(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(GROUPING, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/**
 * A number in full, grouped by comma, at most two decimals.
 *
 * @example formatFull(4925373.134) // => "4,925,373.13"
 */
export function formatFull(value: number): string {
  return plain(Number(value.toFixed(2)));
}

/** Rounds to significant digits; from a hundred to a thousand to whole numbers at least, so that a load of 448 is not also one of 450. */
function rounded(value: number, digits: number): number {
  const isHundreds = Math.abs(value) >= 100 && Math.abs(value) < 1000;
  return Number(value.toPrecision(isHundreds ? Math.max(3, digits) : digits));
}

/**
 * A number for prose: two significant digits, three in the hundreds, millions in words.
 *
 * @param digits Significant digits; give more for numbers that a source printed.
 * @example formatNumber(4925373) // => "4.9 million"
 * @example formatNumber(6700) // => "6,700"
 * @example formatNumber(447.76) // => "448"
 */
export function formatNumber(value: number, digits = 2): string {
  const short = rounded(value, digits);
  return Math.abs(short) >= 1e6 ? `${plain(rounded(short / 1e6, digits))} million` : plain(short);
}

/** Both numbers of a range; the word "million" stands once. */
function between(low: string, high: string): string {
  const shared = low.endsWith(" million") && high.endsWith(" million");
  return `${shared ? low.replace(" million", "") : low} to ${high}`;
}

/** Whether no number satisfies both ends: claims behind them conflict. */
export function isConflict({ low, high, ...ends }: Range): boolean {
  if (low === null || high === null) return false;
  const excluded = ends.low_inclusive === false || ends.high_inclusive === false;
  return low > high || (low === high && excluded);
}

/** Ends that exclude each other, as what they are: a floor and a ceiling, and how far apart. */
function formatConflict({ low, high, ...ends }: Range, format: (value: number) => string): string {
  const [floor, ceiling] = [low ?? 0, high ?? 0];
  const least = `${ends.low_inclusive === false ? "more than" : "at least"} ${format(floor)}`;
  const most = `${ends.high_inclusive === false ? "less than" : "at most"} ${format(ceiling)}`;
  const gap = floor === ceiling ? "" : `, gap ${format(floor - ceiling)}`;
  return `claims conflict: ${least} against ${most}${gap}`;
}

/**
 * A range in words, with doubt at its ends: "at least 11,000", "1.6 to 6 million".
 *
 * @returns "not stated" where both ends are open: never 0, never blank. "claims
 *   conflict: at least 5 against at most 3, gap 2" where no number satisfies both.
 */
export function formatRange(
  range: Range,
  format: (value: number) => string = formatNumber,
): string {
  const { low, high } = range;
  if (low === null && high === null) return "not stated";
  if (isConflict(range)) return formatConflict(range, format);
  if (high === null)
    return `${range.low_inclusive === false ? "more than" : "at least"} ${format(low ?? 0)}`;
  if (low === null || (low === 0 && range.low_inclusive === false))
    return `${range.high_inclusive === false ? "less than" : "up to"} ${format(high)}`;
  return low === high ? format(low) : between(format(low), format(high));
}

const SMALL = "none one two three four five six seven eight nine ten eleven twelve".split(" ");

/**
 * A small whole number in letters, as prose prefers it; larger ones stay in digits.
 *
 * @example formatWord(5) // => "five"
 */
export function formatWord(value: number): string {
  return SMALL[value] ?? plain(value);
}

/** Words in a row: "a, b and c". */
export function formatList(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? (last ?? "") : `${before.reverse().join(", ")} and ${last ?? ""}`;
}

/** "1 report", "2 reports". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${plain(count)} ${count === 1 ? noun : plural}`;
}

const TITLE_WORDS = 15;

/** The first of some titles that is short enough, else the last one. */
export function firstFitting(titles: readonly [string, ...string[]]): string {
  const fits = (title: string): boolean => title.split(/\s+/u).length <= TITLE_WORDS;
  return titles.find(fits) ?? titles.at(-1) ?? "";
}

/** A sentence's first letter as a capital. */
export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A day for readers, without a locale or a clock: "3 October 2024". */
export function formatDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}
