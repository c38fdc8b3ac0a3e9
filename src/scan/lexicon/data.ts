import type { ClassLetter } from "../classes.ts";
import type { Bound, Kind, Language } from "../figure.ts";

/** What is said of a class, by its letter. */
type ByClass<Said> = Partial<Readonly<Record<ClassLetter, Said>>>;

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
  readonly words: ByClass<Words>;
  /** Words of a class by their value. */
  readonly values: ByClass<Readonly<Record<string, number>>>;
  /** Words of a class by the unit they stand for. */
  readonly units: ByClass<Readonly<Record<string, Words>>>;
  /** Hedges before a number, by class: "h" are only hedges, "g" can be prepositions too. */
  readonly hedges: Readonly<
    Record<"h" | "g" | "G" | "E" | "6", Partial<Readonly<Record<Bound, Words>>>>
  >;
  /** Letters glued to a numeral: "k", "bn", "th"; class and value or unit. */
  readonly glued: Readonly<Record<string, readonly [ClassLetter, (number | string)?]>>;
  /** Abbreviations that take their dot with them. */
  readonly abbreviations: Words;
  /** Fixed phrases that hold a number word and no number: "the Elf" is a team. */
  readonly idioms: Words;
  /** Fixed phrases that count nothing, by the kind and the number that they name. */
  readonly sayings: Partial<Readonly<Record<Kind, Readonly<Record<string, number>>>>>;
  /** Parts of a whole without a number: "ein Großteil". */
  readonly portions: Words;
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
  /** Words for people: what stands behind "Kinder unter" is an age. */
  readonly people: Words;
  /** Ends of words for what lasts: what they are "-jährig" of is a duration. */
  readonly lasting: Words;
  /** What "10-year" or "Sieben-Tage" is only the name of: Treasury, Inzidenz. */
  readonly named: Words;
  /** Words near a distance that is raced over. */
  readonly races: Words;
  /** What a house number stands before. */
  readonly streets: Words;
  /** Words near the two sides of a vote. */
  readonly votes: Words;
  /** Capitalised words that stand behind a year and are not counted. */
  readonly notCounted: Words;
  /** Words behind "times" that make it a multiple. */
  readonly comparisons: Words;
}
