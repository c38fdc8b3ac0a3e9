import type { Collection } from "./collection.ts";
import type { Verdict } from "./crosscheck.ts";
import { type Bound, type Interval, boundAt, isEmpty } from "./interval.ts";
import type { PublishedSolidity } from "./solidity/rows.ts";
import type { Support } from "./support.ts";

/** Both ends of an interval as columns, in the metric's unit; an open end is null. */
export interface Ends {
  readonly low: number | null;
  readonly low_inclusive: boolean | null;
  readonly high: number | null;
  readonly high_inclusive: boolean | null;
}

/** One claim as an interval, with the names that readers know. */
export interface PublishedClaim extends Ends {
  readonly claim: string;
  readonly source: string;
  readonly source_title: string;
  /** Collection of the document. */
  readonly collection: string;
  /** Day of the document's publication; the first of the month or year if only that is known. */
  readonly published_on: string | null;
  readonly metric: string;
  readonly metric_label: string;
  readonly topic: string;
  readonly unit: string;
  readonly origin: string;
  readonly origin_label: string;
  readonly claimant: string;
  readonly claimant_name: string;
  /** Side from which the claimant speaks. */
  readonly claimant_stance: string;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly bound: string;
  readonly hedge: string | null;
  readonly modality: string;
  /** First and last day of the as-of, or of the period. */
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly counted_from: string | null;
  readonly alternative: string | null;
  /** Empty where the claim may enter an estimate, else the reason why it does not. */
  readonly unused: string | null;
}

/** The range of one metric from one day on, until the next row of the metric. */
export interface PublishedEstimate extends Ends {
  readonly metric: string;
  /** null where nothing is dated: the range holds for any day. */
  readonly as_of: string | null;
  readonly collection: Collection;
  readonly low_claims: readonly string[];
  readonly high_claims: readonly string[];
  readonly claims: number;
  readonly origins: number;
  readonly relaxed_low: number | null;
  readonly relaxed_high: number | null;
  readonly hangs_on: readonly string[];
  /** By how much the floor lies above the ceiling where claims conflict; else null. */
  readonly gap: number | null;
}

/** An estimate without one of the origins that speak on its day. */
export interface PublishedWithout extends Ends {
  readonly metric: string;
  /** Of the estimate; null where nothing is dated: the range holds for any day. */
  readonly as_of: string | null;
  readonly collection: Collection;
  readonly origin: string;
  readonly origin_label: string;
  /** As in the estimates. */
  readonly gap: number | null;
}

/** A dated floor or ceiling as it enters the closure. */
export interface PublishedBound {
  readonly metric: string;
  readonly collection: Collection;
  readonly origin: string;
  readonly origin_label: string;
  readonly side: "floor" | "ceiling";
  readonly value: number;
  readonly inclusive: boolean;
  readonly claims: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Two statements that cannot both be true. */
export interface PublishedConflict {
  readonly metric: string;
  readonly collection: Collection;
  readonly low_claim: string;
  readonly high_claim: string;
  readonly gap: number;
}

/** A piece of arithmetic with its result. */
export interface PublishedCrosscheck extends Ends {
  readonly crosscheck: string;
  readonly topic: string;
  readonly label: string;
  readonly formula: string;
  readonly unit: string;
  readonly against: string | null;
  readonly against_low: number | null;
  readonly against_high: number | null;
  readonly verdict: Verdict;
  /** What the verdict was reached by, in words. */
  readonly why: string;
  /** Relative difference up to which the two count as equal; null where none is put. */
  readonly tolerance: number | null;
  /** Each input with its range, as ID=LOW..HIGH; an open end is left blank. */
  readonly inputs: readonly string[];
  readonly condition: string | null;
  readonly claims: readonly string[];
  readonly assumptions: readonly string[];
  /** "core" where the claims of core documents alone carry it. */
  readonly collection: Collection;
}

/** One statement with the names that readers know. */
export interface PublishedStatement {
  readonly statement: string;
  readonly source: string;
  readonly source_title: string;
  readonly collection: string;
  readonly published_on: string | null;
  readonly topic: string;
  readonly proposition: string;
  readonly proposition_label: string;
  readonly claimant: string;
  readonly claimant_name: string;
  readonly stance: string;
  readonly hedge: string | null;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** One change that a figure or a statement went through, with the names that readers know. */
export interface PublishedMutation {
  readonly mutation: string;
  readonly kind: string;
  readonly kind_label: string;
  /** What of the figure it changes: quantity, number, certainty, time, subject or wording. */
  readonly changes: string;
  readonly cause: string;
  readonly evidence: string;
  /** One of the two is null. */
  readonly claim: string | null;
  readonly statement: string | null;
  readonly source: string;
  readonly source_title: string;
  readonly collection: string;
  readonly published_on: string | null;
  readonly before: string;
  readonly after: string;
  /** Claims of the same origin that keep what was changed. */
  readonly compared_with: readonly string[];
  readonly note: string | null;
}

/** What a figure takes over from its claim: the keys and the names that readers know. */
type Named = Pick<
  PublishedClaim,
  | "source"
  | "source_title"
  | "collection"
  | "published_on"
  | "metric"
  | "metric_label"
  | "topic"
  | "unit"
  | "origin"
  | "origin_label"
  | "claimant"
  | "claimant_name"
  | "claimant_stance"
  | "quote"
  | "bound"
>;

/** One figure in one document of which one can say whether it was changed on the way. */
export interface PublishedRetelling extends Ends, Named {
  /** The claim that was changed, else the first reading of the figure. */
  readonly claim: string;
  /** Every reading of the figure. */
  readonly readings: readonly string[];
  /** faithful or distorted: the second is never counted. */
  readonly repeats: string;
  /** Changes that are known; empty where none is. */
  readonly mutations: readonly string[];
  /** How many times the number that others keep; null where there is nothing to compare with. */
  readonly factor: number | null;
  /** By the factor, and only where there is none by the kinds of the changes. */
  readonly number_changed: boolean;
}

/** Everything computed from one collection that pages and charts draw from. */
export interface Published {
  readonly collection: Collection;
  /** What the core documents alone publish, for comparison; null in that publication itself. */
  readonly core: Published | null;
  readonly claims: readonly PublishedClaim[];
  readonly estimates: readonly PublishedEstimate[];
  readonly without: readonly PublishedWithout[];
  readonly bounds: readonly PublishedBound[];
  readonly conflicts: readonly PublishedConflict[];
  readonly crosschecks: readonly PublishedCrosscheck[];
  readonly statements: readonly PublishedStatement[];
  readonly support: readonly Support[];
  readonly mutations: readonly PublishedMutation[];
  readonly retellings: readonly PublishedRetelling[];
  readonly solidity: PublishedSolidity;
}

/** What charts of counts and of arithmetic draw from: what a change of settings changes. */
export type Answered = Pick<Published, "claims" | "estimates" | "bounds" | "crosschecks">;

/** Both publications; one object twice as long as no document lies beyond the core. */
export interface Collections {
  readonly core: Published;
  readonly all: Published;
}

/** By how much a floor lies above a ceiling; null where some number satisfies both. */
export function gapOf(range: Interval): number | null {
  const { low, high } = range;
  return low && high && isEmpty(range) ? low.value - high.value : null;
}

const boundOf = (value: number | null, inclusive: boolean | null): Bound | null =>
  value === null ? null : boundAt(value, [], inclusive ?? true);

/** The interval of columns, without the claims behind its ends. */
export const intervalOf = (ends: Ends): Interval => ({
  low: boundOf(ends.low, ends.low_inclusive),
  high: boundOf(ends.high, ends.high_inclusive),
});

/** Both ends of an interval as columns. */
export function endsOf({ low, high }: Interval): Ends {
  return {
    low: low?.value ?? null,
    low_inclusive: low?.inclusive ?? null,
    high: high?.value ?? null,
    high_inclusive: high?.inclusive ?? null,
  };
}
