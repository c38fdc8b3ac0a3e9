import type { Estimate } from "../reconcile/estimate.ts";

/** An estimate as programs read it; an open end is null. */
export interface AnswerJson {
  readonly metric: string;
  readonly as_of: string;
  readonly collection: string;
  /** How many claims speak for the day. */
  readonly claims: number;
  /** How many acts of estimation stand behind them. */
  readonly origins: number;
  readonly closure: {
    readonly low: number | null;
    readonly high: number | null;
    readonly low_inclusive: boolean | null;
    readonly high_inclusive: boolean | null;
    readonly low_claims: readonly string[];
    readonly high_claims: readonly string[];
  };
  readonly relaxed: {
    readonly low: number | null;
    readonly high: number | null;
    readonly hangs_on: readonly string[];
  };
  readonly conflicts: readonly {
    readonly low_claim: string;
    readonly high_claim: string;
    readonly gap: number;
  }[];
  readonly unused: readonly { readonly claim: string; readonly reason: string }[];
}

/** Where several claims put an end together, the first by id stands for them. */
const firstOf = (claims: string): string => claims.split("|").sort()[0] ?? "";

/** Puts an estimate into the form that `reconcile --json` prints. */
export function answerJson(found: Estimate): AnswerJson {
  const { question, closure, relaxed } = found;
  return {
    metric: question.metric,
    as_of: question.asOf,
    collection: question.collection,
    claims: found.claims.length,
    origins: found.origins.length,
    closure: {
      low: closure.low?.value ?? null,
      high: closure.high?.value ?? null,
      low_inclusive: closure.low?.inclusive ?? null,
      high_inclusive: closure.high?.inclusive ?? null,
      low_claims: closure.low?.claims ?? [],
      high_claims: closure.high?.claims ?? [],
    },
    relaxed: {
      low: relaxed.range.low?.value ?? null,
      high: relaxed.range.high?.value ?? null,
      hangs_on: relaxed.hangsOn,
    },
    conflicts: found.conflicts.map(({ low_claim, high_claim, gap }) => ({
      low_claim: firstOf(low_claim),
      high_claim: firstOf(high_claim),
      gap,
    })),
    unused: found.unused.map(({ claim, reason }) => ({ claim, reason })),
  };
}
