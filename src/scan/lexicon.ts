import type { ClassLetter } from "./classes.ts";
import type { Bound, Kind, Language } from "./figure.ts";
import type { LexiconData, Lists, Words } from "./lexicon/data.ts";
import german from "./lexicon/de.json" with { type: "json" };
import english from "./lexicon/en.json" with { type: "json" };

/** What a word of the lexicon stands for. */
export interface Entry {
  readonly cls: ClassLetter;
  readonly value: number | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
  /** Kind of the figure, for a fixed phrase. */
  readonly kind?: Kind;
}

/** A phrase of several words; a key with a capital is compared as printed. */
export interface Phrase {
  readonly keys: readonly string[];
  readonly entry: Entry;
}

/** A lexicon, made ready for look-ups. */
export interface Lexicon {
  readonly language: Language;
  readonly words: ReadonlyMap<string, Entry>;
  /** Phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Words of the longest phrase. */
  readonly longestPhrase: number;
  readonly glued: ReadonlyMap<string, Entry>;
  /** Word lists by name, for looking around a figure. */
  readonly lists: Lists<ReadonlySet<string>>;
}

const split = (words: Words): readonly string[] =>
  [words].flat().flatMap((line) => line.split(" ").filter((word) => word !== ""));

const plain = (cls: ClassLetter): Entry => ({ cls, value: null, unit: null, bound: null });

/** Keys and values of a record whose keys are known. */
const pairsOf = <Row extends object>(
  record: Row,
): readonly (readonly [keyof Row, Exclude<Row[keyof Row], undefined>])[] =>
  Object.entries(record) as [keyof Row, Exclude<Row[keyof Row], undefined>][];

/** Every word of a lexicon with its entry; where a word stands twice, the later one counts. */
function* entriesOf(data: LexiconData): Generator<readonly [string, Entry]> {
  for (const word of split(data.words.x ?? "")) yield [word, plain("x")];
  for (const [cls, words] of pairsOf(data.words))
    if (cls !== "x") for (const word of split(words)) yield [word, plain(cls)];
  for (const [cls, units] of pairsOf(data.units))
    for (const [unit, words] of pairsOf(units))
      for (const word of split(words)) yield [word, { ...plain(cls), unit }];
  for (const [cls, values] of pairsOf(data.values))
    for (const [word, value] of pairsOf(values)) yield [word, { ...plain(cls), value }];
  for (const [cls, bounds] of pairsOf(data.hedges))
    for (const [bound, words] of pairsOf(bounds))
      for (const word of split(words)) yield [word, { ...plain(cls), bound }];
  for (const word of split(data.idioms)) yield [word, plain("X")];
  for (const word of split(data.portions)) yield [word, { ...plain("="), kind: "vague" }];
  for (const [kind, sayings] of pairsOf(data.sayings))
    for (const [phrase, value] of pairsOf(sayings)) yield [phrase, { ...plain("="), value, kind }];
}

/** A phrase's words as the tokens have them: a hyphen is a token of its own. */
const keysOf = (phrase: string): readonly string[] =>
  phrase
    .split("_")
    .flatMap((word) => word.split(/(-)/u))
    .filter((key) => key !== "");

function compile(language: Language, data: LexiconData): Lexicon {
  const words = new Map<string, Entry>();
  const phrases = new Map<string, Phrase[]>();
  for (const [word, entry] of entriesOf(data)) {
    const keys = keysOf(word);
    const first = keys[0]?.toLowerCase() ?? "";
    if (keys.length === 1) words.set(word, entry);
    else phrases.set(first, [...(phrases.get(first) ?? []), { keys, entry }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  const glued = new Map<string, Entry>();
  for (const [cls, endings] of pairsOf(data.glued))
    for (const [ending, meaning] of pairsOf(endings))
      glued.set(ending, {
        ...plain(cls),
        value: typeof meaning === "number" ? meaning : null,
        unit: typeof meaning === "string" ? meaning : null,
      });
  const lists = Object.fromEntries(
    pairsOf(data.lists).map(([name, list]): [string, ReadonlySet<string>] => [
      name,
      new Set(split(list)),
    ]),
  ) as Readonly<Record<keyof Lists<Words>, ReadonlySet<string>>>;
  const longestPhrase = Math.max(...[...phrases.values()].flat().map(({ keys }) => keys.length));
  return { language, words, phrases, longestPhrase, glued, lists };
}

const LEXICONS: Readonly<Record<Language, Lexicon>> = {
  de: compile("de", german),
  en: compile("en", english),
};

/** The lexicon of a language. */
export const lexiconOf = (language: Language): Lexicon => LEXICONS[language];
