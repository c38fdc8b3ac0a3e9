import { formatEnd } from "../words/numbers.ts";
import { formatRange } from "../words/ranges.ts";
import type { AssumptionSet } from "../ledger/sets.ts";
import type { Ends } from "../words/ranges.ts";

/** What each set of assumptions adds to the one before, for readers. */
export const SET_ADDS: Readonly<Record<AssumptionSet, string>> = {
  stated: "what is said of it",
  opening: "and nothing before the first count",
  spans: "and the ends of quoted spans bound",
  contents: "and containers held what they could hold",
};

/** Ranges that are left where claims contradict each other, side by side: nobody says what lies between them. */
export const formatRanges = (
  ranges: readonly Ends[],
  format: (value: number, side: "low" | "high") => string = formatEnd,
): string =>
  ranges.length === 0
    ? "not stated"
    : [...new Set(ranges.map((range) => formatRange(range, format)))].join(" or ");

/** The outer ends of some ranges; an end that one of them leaves open is open. */
export function outerEnds(ranges: readonly Ends[]): Ends {
  const endOf = (side: "low" | "high") => {
    const values = ranges.map((range) => range[side]);
    if (values.length === 0 || values.includes(null)) return { value: null, inclusive: null };
    const value = (side === "low" ? Math.min : Math.max)(...values.map((one) => one ?? 0));
    const inclusive = ranges.some(
      (range) => range[side] === value && range[`${side}_inclusive`] === true,
    );
    return { value, inclusive };
  };
  const [low, high] = [endOf("low"), endOf("high")];
  return {
    low: low.value,
    low_inclusive: low.inclusive,
    high: high.value,
    high_inclusive: high.inclusive,
  };
}
