import { type Token, type Vocabulary, classify, keyOf } from "./classify.ts";
import type { Language } from "./figure.ts";
import { type Lexicon, type Phrase, lexiconOf } from "./lexicon.ts";
import { cutterOf } from "./tokens.ts";

/** A piece of a text as the rules see it: one class letter a token. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly classes: string;
  readonly lexicon: Lexicon;
}

// A piece ends behind a sentence once it is this long, and anywhere at twice the length.
const PIECE = 2000;

const METRES = { value: null, unit: "metres", bound: null, cls: "u" } as const;
const STONES = { value: null, unit: "stones", bound: null, cls: "u" } as const;
const NEITHER_LETTER_NOR_UNIT = /^[A-Z]$/u;

/** A word glued to the numeral before it: an ending, a unit, or the two are a name (5G). */
function glue(
  text: string,
  numeral: Token,
  word: Token,
  money: boolean,
  lexicon: Lexicon,
): Token[] {
  const printed = text.slice(word.start, word.end);
  const unitLetters = lexicon.language === "en" ? /^[CF]$/u : /^[C]$/u;
  const ending = lexicon.glued.get(word.key);
  // 21st, but 12st 4lb
  if (word.key === "st" && !numeral.key.endsWith("1")) return [numeral, { ...word, ...STONES }];
  if (ending && (money || !NEITHER_LETTER_NOR_UNIT.test(printed) || unitLetters.test(printed)))
    return [numeral, { ...word, ...ending }];
  if (word.key === "m" && lexicon.language === "en")
    return [
      numeral,
      money || printed === "M" ? { ...word, cls: "S", value: 1e6 } : { ...word, ...METRES },
    ];
  const isUnit = "%muRtUjsSC3".includes(word.cls);
  if (isUnit && (!NEITHER_LETTER_NOR_UNIT.test(printed) || unitLetters.test(printed)))
    return [numeral, word];
  return [{ ...numeral, end: word.end, key: "", cls: "X", value: null }];
}

/** In English "500m followers" are millions and "the 500m in record time" metres. */
function settleMillions(tokens: readonly Token[], lexicon: Lexicon): void {
  if (lexicon.language !== "en" || !tokens.some(({ key }) => key === "m")) return;
  tokens.forEach((token, at) => {
    const numeral = tokens[at - 1];
    if (token.key !== "m" || token.unit !== "metres" || numeral === undefined) return;
    const counts = /^(?:N|[wW]N|o)/u.test(
      `${tokens[at + 1]?.cls ?? ""}${tokens[at + 2]?.cls ?? ""}`,
    );
    if (counts || /[.]/u.test(numeral.key))
      (tokens as Token[])[at] = { ...token, cls: "S", value: 1e6, unit: null };
  });
}

function matchPhrase(text: string, tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  return phrase.keys.every((key, step) => {
    const token = tokens[at + step];
    if (token === undefined) return false;
    return key === keyOf(key) ? token.key === key : text.slice(token.start, token.end) === key;
  });
}

/** Joins the words of phrases, and what is glued to numerals. */
function join(text: string, tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const phrase = lexicon.phrases
      .get(token.key)
      ?.find((candidate) => matchPhrase(text, tokens, at, candidate));
    if (phrase) {
      const last = tokens[at + phrase.keys.length - 1] ?? token;
      joined.push({
        start: token.start,
        end: last.end,
        key: phrase.keys.join(" "),
        ...phrase.entry,
      });
      at += phrase.keys.length - 1;
      continue;
    }
    const before = joined.at(-1);
    if (before?.end === token.start && /[ny]/u.test(before.cls) && /^\p{L}/u.test(token.key)) {
      joined.pop();
      joined.push(...glue(text, before, token, joined.at(-1)?.cls === "m", lexicon));
    } else joined.push(token);
  }
  settleMillions(joined, lexicon);
  return joined;
}

/**
 * Reads a text in pieces, so that memory does not grow with it. A piece ends where no
 * figure goes on: behind a sentence.
 */
export function* readPieces(text: string, language: Language): Generator<Reading> {
  const lexicon = lexiconOf(language);
  const vocabulary: Vocabulary = new Map();
  const cut = cutterOf(text, language, lexicon.lists.yearPrefixes);
  let tokens: Token[] = [];
  const finish = (): Reading => {
    const joined = join(text, tokens, lexicon);
    tokens = [];
    let classes = "";
    for (const { cls } of joined) classes += cls;
    return { text, tokens: joined, classes, lexicon };
  };
  for (let raw = cut(0); raw !== null;) {
    const token = classify(text, raw, vocabulary, lexicon);
    // an abbreviation ends behind its dot
    raw = cut(token?.end ?? raw.end);
    if (token === null) continue;
    tokens.push(token);
    if (tokens.length >= (token.cls === "!" ? PIECE : 2 * PIECE)) yield finish();
  }
  if (tokens.length > 0) yield finish();
}
