import type { Collection } from "../collection.ts";
import type { Verdict } from "../crosscheck.ts";
import type { Ends } from "../published.ts";
import type { Cause } from "./causes.ts";
import type { DayIs } from "./finding-days.ts";
import type { Grade } from "./ranking.ts";
import type { Effect } from "./reach.ts";

/** The columns that say of which estimate a row speaks. */
export interface Whose {
  readonly metric: string;
  /** null where nothing is dated: the range holds for any day. */
  readonly as_of: string | null;
  readonly collection: Collection;
}

/** An estimate under one combination of its choices; the first of an estimate is the published one. */
export interface PublishedUniverse extends Whose, Ends {
  /** One option of each choice. */
  readonly options: readonly string[];
  /** By how much the floor lies above the ceiling where claims conflict; else null. */
  readonly gap: number | null;
  readonly low_claims: readonly string[];
  readonly high_claims: readonly string[];
}

/** An estimate with one choice made otherwise; farthest-reaching first. */
export interface PublishedSwing extends Whose, Ends {
  readonly low_claims: readonly string[];
  readonly high_claims: readonly string[];
  readonly choice: string;
  readonly option: string;
  readonly option_label: string;
  readonly published_option: string;
  readonly gap: number | null;
  readonly low_effect: Effect;
  readonly high_effect: Effect;
  /** How far the end that moves most moves, as a share of where it stood; null where that has no measure. */
  readonly reach: number | null;
}

/** A choice made otherwise, or a number at an end of what the documents allow. */
export interface Moved {
  readonly kind: "choice" | "number";
  /** A choice, or the assumption that is the number. */
  readonly moved: string;
  /** The option that is published, or what the number is. */
  readonly moved_label: string;
  /** The option taken; of a number the end: "low" or "high". */
  readonly setting: string;
  readonly setting_label: string;
  /** The number in its own unit; null for a choice. */
  readonly value: number | null;
  /** Claims that state the number; none where a range of ours ends there. */
  readonly stated_by: readonly string[];
}

/**
 * A cross-check with one choice made otherwise, or with one number at an end of what the
 * documents allow; of each cross-check the farthest-reaching first.
 */
export interface PublishedArithmeticSwing extends Ends, Moved {
  readonly crosscheck: string;
  readonly crosscheck_label: string;
  readonly unit: string;
  readonly collection: Collection;
  readonly value_unit: string;
  readonly verdict: Verdict;
  readonly low_effect: Effect;
  readonly high_effect: Effect;
  /** Whether an end or the verdict is another than published. */
  readonly moves: boolean;
  /** How far the end that moves most moves, as a share of where it stood; null where that has no measure. */
  readonly reach: number | null;
}

/** How the origins that speak for an estimate's day stand to one stated bound. */
export interface PublishedThreshold extends Whose {
  readonly side: "at least" | "at most";
  readonly value: number;
  readonly inclusive: boolean;
  readonly origins: number;
  readonly supporting: number;
  readonly opposing: number;
  readonly silent: number;
  readonly supporting_origins: readonly string[];
  readonly opposing_origins: readonly string[];
}

/** Two statements of different origins about one quantity, side by side. */
export interface PublishedDisagreement {
  readonly metric: string;
  readonly collection: Collection;
  readonly a_claims: readonly string[];
  readonly a_origin: string;
  readonly a_low: number | null;
  readonly a_high: number | null;
  readonly b_claims: readonly string[];
  readonly b_origin: string;
  readonly b_low: number | null;
  readonly b_high: number | null;
  /** null where some number satisfies both. */
  readonly gap: number | null;
  readonly fold: number | null;
  readonly jaccard: number | null;
  readonly can_both_hold: boolean;
  /** null where some number satisfies both. */
  readonly cause: Cause | null;
}

/** A floor that lies above a ceiling: a conflict, or what only looks like one. */
export interface PublishedPair {
  readonly kind: "conflict" | "seeming";
  readonly collection: Collection;
  readonly low_metric: string;
  readonly low_claims: readonly string[];
  readonly low_origin: string;
  readonly floor: number;
  readonly floor_inclusive: boolean;
  readonly high_metric: string;
  readonly high_claims: readonly string[];
  readonly high_origin: string;
  readonly ceiling: number;
  readonly ceiling_inclusive: boolean;
  readonly gap: number;
  /** The unit of floor, ceiling and gap; two where numbers stand as printed in two. */
  readonly unit: string;
  /** What was made of a number that is printed in another unit; null where both are printed in one. */
  readonly converted: string | null;
  /** The floor by the ceiling; null where the ceiling is 0 or less. */
  readonly fold: number | null;
  readonly cause: Cause;
  /** First and last day on which both speak; null where nothing limits them, and for what only seems. */
  readonly from: string | null;
  readonly to: string | null;
  /** What each of the two counts, where and since when, as far as the documents say. */
  readonly definitions: string;
}

/** The value of one input at which the verdict of a cross-check turns. */
export interface PublishedBreakpoint {
  readonly crosscheck: string;
  readonly crosscheck_label: string;
  readonly collection: Collection;
  readonly input: string;
  readonly input_label: string;
  readonly input_unit: string;
  readonly end: "low" | "high";
  readonly now: number;
  readonly at: number;
  readonly below: Verdict;
  readonly above: Verdict;
}

/** One published finding with what it hangs on; the most solid first. */
export interface PublishedFinding extends Ends {
  readonly rank: number;
  readonly finding: string;
  readonly kind: "estimate" | "cross-check";
  readonly label: string;
  readonly topic: string;
  readonly unit: string;
  readonly as_of: string | null;
  /** Why this day of the quantity is ranked; null for a cross-check, which has no day. */
  readonly day_is: DayIs | null;
  readonly collection: Collection;
  readonly grade: Grade;
  readonly claims: number;
  readonly origins: number;
  /** Origins whose fall would widen the range or end the arithmetic. */
  readonly hangs_on: readonly string[];
  /** Choices that there are, and those of them that move an end, or a verdict, when made otherwise alone. */
  readonly choices: number;
  readonly moving_choices: readonly string[];
  /** Assumptions that the arithmetic, or a claim that binds an end, is computed from. */
  readonly assumptions: readonly string[];
  /** Pairs that cannot both be true and reach the day; only those listed where `unlisted` names the metric. */
  readonly conflicts: number;
  /**
   * Combinations of choices; null where there are too many to compute every one, see
   * `unlisted`, and for a cross-check, of which each choice is made otherwise alone.
   */
  readonly universes: number | null;
  readonly distinct_ranges: number | null;
}

/** A step of a derivation: what a claim, an origin, an estimate or a computation comes from. */
export interface PublishedStep {
  readonly collection: Collection;
  /** The estimate that the step leads to; empty for arithmetic, which confirms and adds no evidence. */
  readonly metric: string;
  readonly from: string;
  readonly from_kind: "document" | "claim" | "origin" | "arithmetic";
  readonly to: string;
  readonly to_kind: "claim" | "origin" | "estimate" | "arithmetic";
  readonly how:
    "prints" | "goes back to" | "rests on" | "bounds" | "is computed with" | "is held against";
}

/**
 * Where a table does not have all that there is, as that would grow much faster than the
 * claims. A quantity that is not named here is computed and listed in full.
 */
export interface PublishedUnlisted {
  /** The table, and the kind of its rows where only one kind is cut. */
  readonly table: string;
  /** A metric, a metric "of" an origin, or the topic and unit of the quantities compared. */
  readonly about: string;
  readonly collection: Collection;
  /** How many days, combinations, pairs or bounds were computed, and how many there are. */
  readonly computed: number;
  readonly of: number;
  /** Which of them were computed. */
  readonly rule: string;
}

/** All that is published of what findings hang on. */
export interface PublishedSolidity {
  readonly universes: readonly PublishedUniverse[];
  readonly swings: readonly PublishedSwing[];
  readonly arithmeticSwings: readonly PublishedArithmeticSwing[];
  readonly thresholds: readonly PublishedThreshold[];
  readonly disagreements: readonly PublishedDisagreement[];
  readonly pairs: readonly PublishedPair[];
  readonly breakpoints: readonly PublishedBreakpoint[];
  readonly findings: readonly PublishedFinding[];
  readonly steps: readonly PublishedStep[];
  readonly unlisted: readonly PublishedUnlisted[];
}
