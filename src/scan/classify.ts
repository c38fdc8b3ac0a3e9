import type { ClassLetter } from "./classes.ts";
import { englishCompound, germanCompound } from "./compound.ts";
import type { Bound, Kind } from "./figure.ts";
import type { Entry, Lexicon } from "./lexicon.ts";
import { parseNumeral } from "./numeral.ts";
import type { RawToken } from "./tokens.ts";

/** A token with its class letter; offsets in UTF-16 code units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Letter of its class. */
  readonly cls: ClassLetter;
  /** Lower case, NFC, without soft hyphens. */
  readonly key: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
  /** Kind of the figure, for a fixed phrase. */
  readonly kind?: Kind;
}

const MARKS: Readonly<Record<string, ClassLetter>> = {
  ".": ";",
  "!": ";",
  "?": ";",
  "…": ";",
  ";": ";",
  ",": ",",
  ":": ":",
  "/": "/",
  "(": "<",
  "[": "<",
  ")": ">",
  "]": ">",
  '"': '"',
  "„": '"',
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "‹": '"',
  "›": '"',
};
const HYPHENS = "-‐‑–−";

const PLAIN = /^[a-zäöüß]*$/u;

/** The form in which a word stands in the lexicon. */
export const keyOf = (word: string): string =>
  PLAIN.test(word)
    ? word
    : word.replaceAll("\u00ad", "").normalize("NFC").toLowerCase().replace("’", "'");

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const unknown = (cls: ClassLetter): Entry => ({ cls, value: null, unit: null, bound: null });

const PLURAL = /^.{2,}[^su'i]s$/u;
const ADJECTIVE = /(?:e|en|er|es|em)$/u;

/** The class of a word that the lexicon does not hold, from its looks alone. */
function guess(word: string, key: string, lexicon: Lexicon): ClassLetter {
  if (isCapital(word)) {
    const plural = lexicon.language === "en" && PLURAL.test(key) && word !== word.toUpperCase();
    return plural ? "N" : "W";
  }
  if (lexicon.language === "en") return PLURAL.test(key) ? "N" : "w";
  return ADJECTIVE.test(key) && key.length > 4 ? "d" : "w";
}

function lookUp(word: string, key: string, lexicon: Lexicon): Entry {
  const known = lexicon.words.get(key);
  if (known) return known;
  const compound =
    lexicon.language === "de" ? germanCompound(key, lexicon) : englishCompound(key, lexicon);
  return compound ?? unknown(guess(word, key, lexicon));
}

/** A word's key and entry, which are the same wherever it stands. */
interface KnownWord {
  readonly key: string;
  readonly entry: Entry;
}

/** Words seen in one text, so that each is looked up once. */
export type Vocabulary = Map<string, KnownWord>;

const LARGEST_VOCABULARY = 20_000;

function knowWord(word: string, vocabulary: Vocabulary, lexicon: Lexicon): KnownWord {
  const known = vocabulary.get(word);
  if (known) return known;
  const key = keyOf(word);
  const fresh = { key, entry: lookUp(word, key, lexicon) };
  // A text of nothing but new words must not keep them all.
  if (vocabulary.size >= LARGEST_VOCABULARY) vocabulary.clear();
  vocabulary.set(word, fresh);
  return fresh;
}

const tokenOf = (start: number, end: number, key: string, entry: Entry): Token => ({
  start,
  end,
  cls: entry.cls,
  key,
  value: entry.value,
  unit: entry.unit,
  bound: entry.bound,
  ...(entry.kind === undefined ? {} : { kind: entry.kind }),
});

function wordToken(text: string, raw: RawToken, vocabulary: Vocabulary, lexicon: Lexicon): Token {
  const word = text.slice(raw.start, raw.end);
  if (text.charCodeAt(raw.end) === 0x2e) {
    const withDot = `${keyOf(word)}.`;
    if (lexicon.lists.abbreviations.has(withDot)) {
      const { key, entry } = knowWord(withDot, vocabulary, lexicon);
      return tokenOf(raw.start, raw.end + 1, key, entry);
    }
  }
  const { key, entry } = knowWord(word, vocabulary, lexicon);
  return tokenOf(raw.start, raw.end, key, entry);
}

/** A pair with a colon: a time of day when the second part is minutes, else a ratio. */
function pairClass(text: string): ClassLetter {
  return /^(?:[01]?\d|2[0-4]):[0-5]\d(?::\d{2}(?:[.,]\d+)?)?$/u.test(text) ? "T" : "k";
}

function slashedToken(text: string, raw: RawToken, lexicon: Lexicon): Token {
  const part = text.slice(raw.start, raw.end);
  const [a = "", b = ""] = part.split("/");
  const base = { start: raw.start, end: raw.end, key: part, unit: null, bound: null };
  if (/^(?:1[5-9]|20)\d\d$/u.test(a) && b.length !== 3 && b.length !== 1)
    return { ...base, cls: "y", value: Number(a) };
  // 24/7 and 9/11 are names
  const fraction = Number(a) < Number(b) && /^(?:[2-6]|8|10)$/u.test(b);
  const value = fraction ? parseNumeral(a, lexicon.language) : null;
  return { ...base, cls: fraction ? "1" : "X", value: value === null ? null : value / Number(b) };
}

function numeralToken(text: string, raw: RawToken, lexicon: Lexicon): Token {
  const key = text.slice(raw.start, raw.end);
  const value = parseNumeral(key, lexicon.language);
  // 04109 and Bayer 04 are names; 0430 can be a time of day
  if (/^0\d(?:\d|\d{3,})?$/u.test(key)) return tokenOf(raw.start, raw.end, key, unknown("X"));
  const cls = /^(?:1[4-9]|20|21)\d\d$/u.test(key) ? "y" : "n";
  return tokenOf(raw.start, raw.end, key, { ...unknown(cls), value });
}

function hyphenClass(mark: string, before: string, after: string): ClassLetter {
  const isGluedBefore = /[\p{L}\p{M}\d%€$£.\u00ad]/u.test(before);
  if (isGluedBefore && /[\p{L}\p{M}\d$€£½]/u.test(after)) return "-";
  return !isGluedBefore && /\d/u.test(after) && mark !== "–" ? "~" : "_";
}

function markToken(text: string, raw: RawToken): Token {
  const mark = text.slice(raw.start, raw.end);
  const before = text[raw.start - 1] ?? " ";
  const after = text[raw.end] ?? " ";
  const token = (entry: Entry): Token => tokenOf(raw.start, raw.end, mark, entry);
  if (HYPHENS.includes(mark)) return token(unknown(hyphenClass(mark, before, after)));
  if (mark === "+" && /\d/u.test(before) && !/\d/u.test(after))
    return token({ ...unknown("E"), bound: "at_least" });
  if (mark === "~" && /\d/u.test(after)) return token({ ...unknown("h"), bound: "about" });
  return token(unknown(MARKS[mark] ?? "@"));
}

/** One raw token with its class; spaces have none and are left out. */
export function classify(
  text: string,
  raw: RawToken,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): Token | null {
  const { start, end } = raw;
  const bare = (key: string, cls: ClassLetter): Token => tokenOf(start, end, key, unknown(cls));
  switch (raw.shape) {
    case "space":
      return null;
    case "break":
      // one line end is a wrapped line
      return text.slice(start, end).split("\n").length > 2 ? bare("", "!") : null;
    case "word":
      return wordToken(text, raw, vocabulary, lexicon);
    case "numeral":
      return numeralToken(text, raw, lexicon);
    case "slashed":
      return slashedToken(text, raw, lexicon);
    case "pair": {
      const key = text.slice(start, end);
      return bare(key, pairClass(key));
    }
    case "date":
      return bare("", "D");
    case "name":
      return bare("", "X");
    case "mark":
      return markToken(text, raw);
  }
}
