import type { ClassLetter } from "../classes.ts";
import type { Bound, Kind } from "../figure.ts";

/** What is said of a class, by its letter. */
type ByClass<Said> = Partial<Readonly<Record<ClassLetter, Said>>>;

/** Words separated by spaces, in lines where they are many; "_" stands for a space inside a phrase. */
export type Words = string | readonly string[];

/**
 * All that the scanner knows of a language: what `de.json` and `en.json` hold. A key is the
 * class letter that a word gets; `src/scan/classes.json` says what each letter stands for.
 * Words are written in lower case and NFC.
 */
export interface LexiconData {
  /** Words of a class that carry no value. */
  readonly words: ByClass<Words>;
  /** Words of a class by their value; of a vague word, the lowest number that it admits. */
  readonly values: ByClass<Readonly<Record<string, number>>>;
  /** Words of a class by the unit they stand for. */
  readonly units: ByClass<Readonly<Record<string, Words>>>;
  /** Hedges before a number, by class: "h" are only hedges, "g" can be prepositions too. */
  readonly hedges: ByClass<Partial<Readonly<Record<Bound, Words>>>>;
  /** Letters glued to a numeral: "k", "bn", "th"; class, and value or unit where it has one. */
  readonly glued: ByClass<Readonly<Record<string, number | string | null>>>;
  /** Fixed phrases that hold a number word and no number: "the Elf" is a team. */
  readonly idioms: Words;
  /** Fixed phrases that count nothing, by the kind and the number that they name, if any. */
  readonly sayings: Partial<Readonly<Record<Kind, Readonly<Record<string, number | null>>>>>;
  /** Parts of a whole without a number: "ein Großteil". */
  readonly portions: Words;
  /** Words to look for around a figure. */
  readonly lists: Lists<Words>;
}

/** Word lists for looking around a figure. */
export interface Lists<Said> {
  /** Abbreviations that take their dot with them. */
  readonly abbreviations: Said;
  /** Prefixes that leave the year behind them a year: "mid-2022". */
  readonly yearPrefixes: Said;
  /** Words before which a year stands: "since 2014". */
  readonly beforeYears: Said;
  /** Words that make the number behind them an ordinal or a day: "am 70. Jahrestag". */
  readonly determiners: Said;
  /** Words near a score: "won 3-1". */
  readonly scores: Said;
  /** Words near a ratio that is written like a time of day. */
  readonly ratios: Said;
  /** Verbs before "from A to B" that make it a change and no range. */
  readonly changes: Said;
  /** Ends of words for what is fired from a barrel, or for the barrel. */
  readonly weapons: Said;
  /** Words for people: what stands behind "Kinder unter" is an age. */
  readonly people: Said;
  /** Ends of words for what lasts: what they are "-jährig" of is a duration. */
  readonly lasting: Said;
  /** What "10-year" or "Sieben-Tage" is only the name of: Treasury, Inzidenz. */
  readonly named: Said;
  /** Words near a distance that is raced over. */
  readonly races: Said;
  /** What a house number stands before. */
  readonly streets: Said;
  /** Words near the two sides of a vote. */
  readonly votes: Said;
  /** Words before a place in an order: Platz 3, No. 3. */
  readonly ranks: Said;
  /** Things whose number is a name: bus, symphony. */
  readonly numbered: Said;
  /** Words before a number that says which one: round two, ranked 7. */
  readonly ordered: Said;
  /** What is counted when people vote. */
  readonly ballots: Said;
  /** Words near a score of cricket. */
  readonly cricket: Said;
  /** Capitalised words that stand behind a year and are not counted. */
  readonly notCounted: Said;
  /** Words behind "times" that make it a multiple. */
  readonly comparisons: Said;
}
