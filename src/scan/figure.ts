import type { Claim } from "../ledger/tables.ts";

export type Language = "de" | "en";

/** What a figure says about its number, in the words of the ledger. */
export type Bound = Claim["bound"];

/** What a figure counts or names. Those from `date` on are seldom claims. */
export type Kind =
  | "count"
  | "amount"
  | "percent"
  | "rate"
  | "duration"
  | "range"
  | "ratio"
  | "fraction"
  | "multiple"
  | "vague"
  | "age"
  | "date"
  | "year"
  | "time"
  | "ordinal"
  | "calibre"
  | "name";

/** A stretch of text that holds a figure, proposed to a person who decides. */
export interface Figure {
  /** Offset of the first character, in Unicode code points of the untouched text. */
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
  /** The text between the offsets. */
  readonly text: string;
  readonly kind: Kind;
  /** Whether it looks like a claim. */
  readonly claim: boolean;
  /** Lower end in `unit`; null when it is open, or when the figure is no quantity. */
  readonly low: number | null;
  /** Upper end, as `low`. */
  readonly high: number | null;
  readonly bound: Bound;
  /** The hedge as printed, or null. */
  readonly hedge: string | null;
  /** What is counted, as printed. */
  readonly noun?: string;
  /** A normalised word ("percent", "EUR", "tonnes", "years", "per day"), or null. */
  readonly unit: string | null;
}

const SELDOM_CLAIMS: readonly Kind[] = ["date", "year", "time", "ordinal", "calibre", "name"];

/** Whether figures of a kind look like claims, as long as nothing about the single one says otherwise. */
export const isClaimKind = (kind: Kind): boolean => !SELDOM_CLAIMS.includes(kind);
