import { formatEnd, formatNumber } from "./numbers.ts";

/** The ends of a range, in the form of the published tables. */
export interface Range {
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the end itself belongs to it; it does where this is left out. */
  readonly low_inclusive?: boolean | null;
  readonly high_inclusive?: boolean | null;
}

/** A range beside what must hold for it: "if Seoul is right". */
export interface Conditional {
  readonly range: Range;
  readonly condition: string;
}

type Format = (value: number, side: "low" | "high") => string;

const SCALE = / (?:million|billion)$/u;

/** Both numbers of a range; a word such as "million" stands once. */
function between(low: string, high: string, joint: string): string {
  const [own] = SCALE.exec(low) ?? [];
  const shared = own !== undefined && high.endsWith(own);
  return `${shared ? low.slice(0, -own.length) : low}${joint}${high}`;
}

/** Whether no number satisfies both ends: claims behind them conflict. */
export function isConflict({ low, high, ...ends }: Range): boolean {
  if (low === null || high === null) return false;
  const excluded = ends.low_inclusive === false || ends.high_inclusive === false;
  return low > high || (low === high && excluded);
}

/** Ends that exclude each other, as what they are: a floor and a ceiling, and how far apart. */
function formatConflict({ low, high, ...ends }: Range, format: Format): string {
  const [floor, ceiling] = [low ?? 0, high ?? 0];
  const least = `${ends.low_inclusive === false ? "over" : "at least"} ${format(floor, "low")}`;
  const most = `${ends.high_inclusive === false ? "below" : "at most"} ${format(ceiling, "high")}`;
  const gap = floor === ceiling ? "" : `, gap ${formatNumber(floor - ceiling)}`;
  return `claims conflict: ${least} against ${most}${gap}`;
}

/**
 * A range in words, with doubt at its ends: "at least 11,000", "over 5 to 7.7 million".
 *
 * @param format How a number is said; `formatEnd` rounds ends of ours outward.
 * @returns "not stated" where both ends are open: never 0, never blank. "claims conflict: at least 5
 *   against at most 3, gap 2" where no number satisfies both.
 * @example formatRange({ low: 5e6, low_inclusive: false, high: null }) // => "over 5 million"
 * @example formatRange({ low: 1.6e6, high: 6e6, high_inclusive: false }) // => "1.6 to below 6 million"
 */
export function formatRange(range: Range, format: Format = formatNumber): string {
  const { low, high } = range;
  if (isConflict(range)) return formatConflict(range, format);
  const isOver = range.low_inclusive === false;
  const isBelow = range.high_inclusive === false;
  if (low === null && high === null) return "not stated";
  if (high === null) return `${isOver ? "over" : "at least"} ${format(low ?? 0, "low")}`;
  if (low === null || (low === 0 && isOver))
    return `${isBelow ? "below" : "up to"} ${format(high, "high")}`;
  if (low === high) return format(low, "low");
  const joint = isBelow ? " to below " : " to ";
  const both = between(format(low, "low"), format(high, "high"), joint);
  return isOver ? `over ${both}` : both;
}

/**
 * A range of ours in words: its ends rounded outward, a single number to the nearest.
 *
 * @example formatOurs({ low: 9140742, low_inclusive: false, high: 10492607 }) // => "over 9.1 to 10.5 million"
 */
export const formatOurs = (range: Range): string =>
  formatRange(range, range.low === range.high ? formatNumber : formatEnd);

/**
 * A range of ours for a headline: ends rounded outward and included, a dash between them.
 *
 * Including an end that is excluded widens the range, so the headline says no more than the range.
 *
 * @example formatBrief({ low: 5e6, low_inclusive: false, high: 7692607 }) // => "5–7.7 million"
 */
export function formatBrief(range: Range): string {
  const { low, high } = range;
  if (low === null || high === null || low >= high) return formatOurs(range);
  return between(formatEnd(low, "low"), formatEnd(high, "high"), "–");
}

/**
 * Ranges that exclude each other, each with what must hold for it.
 *
 * @example formatRanges([{ range: { low: 5, high: 7 }, condition: "without A" }, { range: { low: 9, high: null }, condition: "without B" }]) // => "5 to 7 without A; at least 9 without B"
 */
export function formatRanges(
  ranges: readonly Conditional[],
  format: (range: Range) => string = formatOurs,
): string {
  return ranges
    .map(({ range, condition }) => `${format(range)}${condition === "" ? "" : ` ${condition}`}`)
    .join("; ");
}

/**
 * Ranges that exclude each other, for a headline; a word such as "million" stands once.
 *
 * @example formatBriefs([{ low: 5e6, high: 7e6 }, { low: 9e6, high: 10e6 }]) // => "5–7 or 9–10 million"
 */
export function formatBriefs(ranges: readonly Range[]): string {
  const told = [...new Set(ranges.map(formatBrief))];
  const [own] = SCALE.exec(told.at(-1) ?? "") ?? [];
  const isShared = own !== undefined && told.every((one) => one.endsWith(own));
  const short = told.map((one, at) =>
    isShared && at < told.length - 1 ? one.slice(0, -own.length) : one,
  );
  return short.join(" or ");
}

/** A range with all that is known of its ends, as the published tables have them: null where one is open. */
export interface Ends {
  readonly low: number | null;
  readonly low_inclusive: boolean | null;
  readonly high: number | null;
  readonly high_inclusive: boolean | null;
}

const lowOf = ({ low }: Ends): number => low ?? -Infinity;
const highOf = ({ high }: Ends): number => high ?? Infinity;

/** Joins ranges that meet, and keeps apart those that do not; from left to right. */
export const hullsOf = (ranges: readonly Ends[]): readonly Ends[] =>
  ranges
    .toSorted((a, b) => lowOf(a) - lowOf(b))
    .reduce<readonly Ends[]>((hulls, { low, low_inclusive, high, high_inclusive }) => {
      const [range, last] = [{ low, low_inclusive, high, high_inclusive }, hulls.at(-1)];
      if (last === undefined || lowOf(range) > highOf(last)) return [...hulls, range];
      const isOver = highOf(range) > highOf(last);
      const isSame = highOf(range) === highOf(last) && high_inclusive !== false;
      const end = isOver || isSame ? { high, high_inclusive } : {};
      const start = low === last.low && low_inclusive !== false ? { low_inclusive } : {};
      return [...hulls.slice(0, -1), { ...last, ...start, ...end }];
    }, []);
