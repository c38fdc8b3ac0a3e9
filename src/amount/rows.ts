import type { Bound, Interval } from "../arithmetic/interval.ts";
import type { AssumptionSet } from "../ledger/sets.ts";

/** A claim as it bears on one amount. */
export interface EligibleClaim {
  readonly claim: string;
  readonly metric: string;
  /** The amount that it bounds: the quantity that measures it in all, or else the claim's own. */
  readonly series: string;
  /** The period for which it stands alone, where the amount does not pile up; else "". */
  readonly cell: string;
  /** The set of assumptions from which on it binds. */
  readonly assume: AssumptionSet;
  /** The act of estimation that it goes back to, and the body at whose door that goes. */
  readonly origin: string;
  readonly institution: string;
  /** The readings among which it is one, where several are left open. */
  readonly choice: string | null;
  /** The kinds among which it is one, where a mix satisfies all, and how many of them its origin names. */
  readonly mix: string | null;
  readonly kinds: number;
  /** Which reading or kind it is. */
  readonly option: string | null;
  readonly primary: boolean;
  /** The day at whose end its period starts, and the first and the last day with which it may end. */
  readonly start: string;
  readonly end_first: string;
  readonly end_last: string;
  /** Whether it is a count up to a day, which may say from when. */
  readonly counted: boolean;
  /** The period as one speaker tells it apart from others: a count by its end, all else by both days. */
  readonly until: string;
  /** What it says of the whole period, in the amount's unit. */
  readonly says: Interval;
  /** The day by which its document had been published; null if nobody knows. */
  readonly known_on: string | null;
}

/** What one origin says of one amount up to one end. */
export interface Testimony extends Pick<
  EligibleClaim,
  "series" | "cell" | "assume" | "origin" | "institution" | "until"
> {
  /** The readings that it rests on where several are left open; else "". */
  readonly reading: string;
  /** Every claim that says it. */
  readonly claims: readonly string[];
  /** What is said; each end with the claims that put it there. */
  readonly low: Bound | null;
  readonly high: Bound | null;
  /** The days at whose end the count may start and end, the earliest and the latest of each. */
  readonly start_first: string;
  readonly start_last: string;
  readonly end_first: string;
  readonly end_last: string;
}

/** One bound on how much an amount grew over a period. */
export interface Constraint {
  readonly reading: string;
  readonly series: string;
  readonly cell: string;
  /** The set of assumptions from which on it binds. */
  readonly assume: AssumptionSet;
  readonly side: "floor" | "ceiling";
  /** The days at whose end the period starts and ends. */
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly inclusive: boolean;
  /** The claims, or the assumption, that put the number there. */
  readonly binds: readonly string[];
  /** All claims of the testimony, by which it is known; an assumption has none. */
  readonly claims: readonly string[];
  /** null for an assumption, which is nobody's word. */
  readonly origin: string | null;
  readonly institution: string | null;
}
