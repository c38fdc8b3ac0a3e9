import type { Bound, Language } from "../figure.ts";

/** Words separated by spaces; "_" stands for a space inside a phrase. */
export type Words = string;

/**
 * All that the scanner knows of a language, as data. A key is the class letter that a
 * word gets; `src/scan/classes.ts` says what each letter stands for. Words are written in
 * lower case and NFC.
 */
export interface LexiconData {
  readonly language: Language;
  /** Words of a class that carry no value. */
  readonly words: Readonly<Record<string, Words>>;
  /** Words of a class by their value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Words of a class by the unit they stand for. */
  readonly units: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  /** Hedges before a number, by class: "h" are only hedges, "g" can be prepositions too. */
  readonly hedges: Readonly<Record<"h" | "g" | "G" | "E", Partial<Readonly<Record<Bound, Words>>>>>;
  /** Letters glued to a numeral: "k", "bn", "th"; class and value or unit. */
  readonly glued: Readonly<Record<string, readonly [string, (number | string)?]>>;
  /** Abbreviations that take their dot with them. */
  readonly abbreviations: Words;
  /** Fixed phrases that hold a number word and count nothing. */
  readonly idioms: Words;
  /** Prefixes that leave the year behind them a year: "mid-2022". */
  readonly yearPrefixes: Words;
  /** Words before which a year stands: "since 2014". */
  readonly beforeYears: Words;
  /** Words that make the number behind them an ordinal or a day: "am 70. Jahrestag". */
  readonly determiners: Words;
  /** Words near a score: "won 3-1". */
  readonly scores: Words;
  /** Words near a ratio that is written like a time of day. */
  readonly ratios: Words;
  /** Verbs before "from A to B" that make it a change and no range. */
  readonly changes: Words;
  /** Ends of words for what is fired from a barrel, or for the barrel. */
  readonly weapons: Words;
  /** Words for people: what they are "-jährig" or "-year" of is an age. */
  readonly people: Words;
  /** Capitalised words that stand behind a year and are not counted. */
  readonly notCounted: Words;
  /** Words behind "times" that make it a multiple. */
  readonly comparisons: Words;
}
