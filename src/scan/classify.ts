import { englishCompound, germanCompound } from "./compound.ts";
import type { Bound } from "./figure.ts";
import type { Entry, Lexicon } from "./lexicon.ts";
import { parseNumeral } from "./numeral.ts";
import type { RawToken } from "./tokens.ts";

/** A token with its class letter; offsets in UTF-16 code units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Letter of its class. */
  readonly cls: string;
  /** Lower case, NFC, without soft hyphens. */
  readonly key: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
}

const MARKS: Readonly<Record<string, string>> = {
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
};
const HYPHENS = "-‐‑–−";

/** The form in which a word stands in the lexicon. */
export const keyOf = (word: string): string =>
  word.replaceAll("\u00ad", "").normalize("NFC").toLowerCase().replace("’", "'");

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const unknown = (cls: string): Entry => ({ cls, value: null, unit: null, bound: null });

const PLURAL = /^.{2,}[^su'i]s$/u;
const ADJECTIVE = /(?:e|en|er|es|em)$/u;

/** The class of a word that the lexicon does not hold, from its looks alone. */
function guess(word: string, key: string, lexicon: Lexicon): string {
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

function wordToken(text: string, raw: RawToken, lexicon: Lexicon): Token {
  const word = text.slice(raw.start, raw.end);
  let key = keyOf(word);
  let end = raw.end;
  if (text[end] === "." && lexicon.lists.abbreviations.has(`${key}.`)) {
    key += ".";
    end += 1;
  }
  return { start: raw.start, end, key, ...lookUp(word, key, lexicon) };
}

/** A pair with a colon: a time of day when the second part is minutes, else a ratio. */
function pairClass(text: string): string {
  return /^(?:[01]?\d|2[0-4]):[0-5]\d(?::\d{2}(?:[.,]\d+)?)?$/u.test(text) ? "T" : "k";
}

function slashedToken(text: string, raw: RawToken, lexicon: Lexicon): Token {
  const part = text.slice(raw.start, raw.end);
  const [a = "", b = ""] = part.split("/");
  const base = { start: raw.start, end: raw.end, key: part, unit: null, bound: null };
  if (/^(?:1[5-9]|20)\d\d$/u.test(a) && b.length !== 3 && b.length !== 1)
    return { ...base, cls: "y", value: Number(a) };
  const fraction = Number(a) < Number(b) && Number(b) <= 20 && part !== "24/7";
  const value = fraction ? parseNumeral(a, lexicon.language) : null;
  return { ...base, cls: fraction ? "1" : "X", value: value === null ? null : value / Number(b) };
}

function numeralToken(text: string, raw: RawToken, lexicon: Lexicon): Token {
  const key = text.slice(raw.start, raw.end);
  const value = parseNumeral(key, lexicon.language);
  const cls = /^(?:1[4-9]|20|21)\d\d$/u.test(key) ? "y" : "n";
  return { start: raw.start, end: raw.end, key, cls, value, unit: null, bound: null };
}

function markToken(text: string, raw: RawToken): Token {
  const mark = text.slice(raw.start, raw.end);
  const before = text[raw.start - 1] ?? " ";
  const after = text[raw.end] ?? " ";
  const glued = { before: /[\p{L}\p{M}\d%€$£.\u00ad]/u.test(before), after: /[\p{L}\p{M}\d$€£½]/u.test(after) };
  let cls = MARKS[mark] ?? "@";
  if (HYPHENS.includes(mark)) {
    if (glued.before && glued.after) cls = "-";
    else if (!glued.before && /\d/u.test(after) && mark !== "–") cls = "~";
    else cls = "_";
  } else if (mark === "+" && /\d/u.test(before) && !/\d/u.test(after)) {
    return { start: raw.start, end: raw.end, key: mark, cls: "E", value: null, unit: null, bound: "at_least" };
  } else if (mark === "~" && /\d/u.test(after)) {
    return { start: raw.start, end: raw.end, key: mark, cls: "h", value: null, unit: null, bound: "about" };
  }
  return { start: raw.start, end: raw.end, key: mark, cls, value: null, unit: null, bound: null };
}

/** One raw token with its class; spaces have none and are left out. */
export function classify(text: string, raw: RawToken, lexicon: Lexicon): Token | null {
  const { start, end } = raw;
  const bare = { start, end, value: null, unit: null, bound: null };
  switch (raw.shape) {
    case "space":
      return null;
    case "break":
      // one line end is a wrapped line
      return text.slice(start, end).split("\n").length > 2 ? { ...bare, key: "", cls: "!" } : null;
    case "word":
      return wordToken(text, raw, lexicon);
    case "numeral":
      return numeralToken(text, raw, lexicon);
    case "slashed":
      return slashedToken(text, raw, lexicon);
    case "pair": {
      const key = text.slice(start, end);
      return { ...bare, key, cls: pairClass(key) };
    }
    case "date":
      return { ...bare, key: "", cls: "D" };
    case "name":
      return { ...bare, key: "", cls: "X" };
    case "mark":
      return markToken(text, raw);
  }
}
