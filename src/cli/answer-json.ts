import type { Found } from "./ask.ts";

/** An answer as programs read it; an open end is null. */
export interface AnswerJson {
  readonly metric: string;
  readonly series: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly collection: string;
  readonly assume: string;
  /** How many claims speak of the period, and how many acts of estimation stand behind them. */
  readonly claims: number;
  readonly origins: number;
  /** The outer ends of `ranges`. */
  readonly low: number | null;
  readonly high: number | null;
  readonly low_inclusive: boolean | null;
  readonly high_inclusive: boolean | null;
  readonly low_claims: readonly string[];
  readonly high_claims: readonly string[];
  readonly ranges: readonly {
    readonly low: number | null;
    readonly high: number | null;
    /** The choices of the fewest testimonies, as their claims, that leave this range. */
    readonly without: readonly (readonly string[])[];
  }[];
  readonly any_one_wrong: { readonly low: number | null; readonly high: number | null } | null;
  readonly conflicts: readonly {
    readonly claims: readonly string[];
    readonly origins: readonly string[];
    readonly gap: number;
  }[];
  /** The fewest testimonies that must be wrong; null if more than can be tried. */
  readonly fewest_wrong: number | null;
  readonly repairs: readonly {
    readonly without: readonly string[];
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly unused: Found["unused"];
}

/** Puts an answer into the form that `reconcile --json` prints. */
export function answerJson(found: Found, originOf: (claim: string) => string): AnswerJson {
  const { question, range, ranges, anyOneWrong, fewestWrong, contradictions, support } = found;
  const repairs = (contradictions?.repairs ?? []).map((repair) => repair.flat());
  return {
    metric: question.metric,
    series: found.series,
    from: found.period?.from ?? null,
    to: found.period?.to ?? null,
    collection: question.collection,
    assume: question.assume,
    claims: support.claims,
    origins: support.origins,
    low: range.low,
    high: range.high,
    low_inclusive: range.low_inclusive,
    high_inclusive: range.high_inclusive,
    low_claims: range.low_claims,
    high_claims: range.high_claims,
    ranges: ranges.map(({ low, high, repairs: leaving }) => ({
      low,
      high,
      without: leaving.map((at) => repairs[at - 1] ?? []),
    })),
    any_one_wrong: anyOneWrong && { low: anyOneWrong.low, high: anyOneWrong.high },
    conflicts: (contradictions?.conflicts ?? []).map(({ testimony, gap }) => ({
      claims: testimony.flat(),
      origins: [...new Set(testimony.flat().map(originOf))].sort(),
      gap,
    })),
    fewest_wrong: fewestWrong,
    repairs: repairs.map((without, at) => {
      const left = ranges.find((one) => one.repairs.includes(at + 1));
      return { without, low: left?.low ?? null, high: left?.high ?? null };
    }),
    unused: found.unused,
  };
}
