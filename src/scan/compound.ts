import type { ClassLetter } from "./classes.ts";
import type { Entry, Lexicon } from "./lexicon.ts";

/** Ends of words whose stem is a number, with the class of the whole; the longest first. */
const GERMAN_ENDS: readonly (readonly [RegExp, ClassLetter, string | null])[] = [
  [/jährig(?:e[nmrs]?)?$/u, "J", "years"],
  [/monatig(?:e[nmrs]?)?$/u, "J", "months"],
  [/wöchig(?:e[nmrs]?)?$/u, "J", "weeks"],
  [/tägig(?:e[nmrs]?)?$/u, "J", "days"],
  [/stündig(?:e[nmrs]?)?$/u, "J", "hours"],
  [/minütig(?:e[nmrs]?)?$/u, "J", "minutes"],
  [/köpfig(?:e[nmrs]?)?$/u, "c", null],
  [/stellig(?:e[nmrs]?)?$/u, "A", null],
  [/fach(?:e[nmrs]?)?$/u, "f", null],
  [/mal$/u, "4", null],
  [/stel$/u, "F", null],
  [/(?:st|t)e[nrsm]?$/u, "r", null],
];

const PREFIXES = new Set("ei zw dr vi fü se si ac ne ze el hu ta an".split(" "));
// "Dreierachse": a group of so many
const GROUP = /^(?:zwei|drei|vier|fünf|sechs)er\p{L}{4,}$/u;
const LONGEST = 60;

/** Units and tens of a word up to 99: "zweiundzwanzig", "neun". */
function belowHundred(word: string, lexicon: Lexicon): number | null {
  const entry = lexicon.words.get(word);
  if (entry && (entry.cls === "c" || entry.cls === "Z")) return entry.value;
  if (word === "ein" || word === "eine") return 1;
  if (word.endsWith("einhalb")) {
    const whole = belowHundred(word.slice(0, -"einhalb".length), lexicon);
    return whole === null ? null : whole + 0.5;
  }
  const and = word.indexOf("und");
  if (and < 1) return null;
  const unit = belowHundred(word.slice(0, and), lexicon);
  const ten = lexicon.words.get(word.slice(and + 3));
  return unit !== null && unit < 10 && ten?.cls === "Z" && ten.value !== null
    ? unit + ten.value
    : null;
}

/** A number written as one word, up to 999,999; `scale` splits it, halves are read in turn. */
function parseWord(word: string, lexicon: Lexicon, scale = 1000): number | null {
  if (scale === 1) return belowHundred(word, lexicon);
  const name = scale === 1000 ? "tausend" : "hundert";
  const next = scale === 1000 ? 100 : 1;
  const at = word.indexOf(name);
  if (at < 0) return parseWord(word, lexicon, next);
  const before = word.slice(0, at);
  const after = word.slice(at + name.length).replace(/^und/u, "");
  const times = before === "" ? 1 : parseWord(before, lexicon, next);
  const rest = after === "" ? 0 : parseWord(after, lexicon, next);
  return times === null || rest === null ? null : times * scale + rest;
}

const IRREGULAR: Readonly<Record<string, number>> = { drit: 3, sieb: 7, ach: 8, ers: 1 };

function stemValue(stem: string, cls: string, lexicon: Lexicon): number | null {
  return (cls === "r" ? IRREGULAR[stem] : undefined) ?? parseWord(stem, lexicon);
}

const TIMES = /^ver(?<stem>\p{L}{3,20})fach(?:t|te|ten|en|end|ung|ungen)$/u;

/** "vervierfacht", "Verdreifachung": a verb or noun that says how many times. */
function timesOf(word: string, lexicon: Lexicon): Entry | null {
  const stem = TIMES.exec(word)?.groups?.["stem"];
  const value = stem === undefined ? null : parseWord(stem, lexicon);
  return value === null ? null : { cls: "f", value, unit: null, bound: null };
}

/**
 * A German word that is, or begins with, a number: "zweihundertfünfzigtausend",
 * "dreißigste", "zehnjährige", "zehnfach".
 *
 * Bounded: at most 60 letters, each end tried once, each split into halves.
 *
 * @param word Lower case, NFC, no soft hyphens.
 * @example germanCompound("dreihundertzwölf", lexiconOf("de"))?.value // => 312
 */
export function germanCompound(word: string, lexicon: Lexicon): Entry | null {
  if (word.length > LONGEST) return null;
  if (word.startsWith("ver")) return timesOf(word, lexicon);
  if (!PREFIXES.has(word.slice(0, 2))) return null;
  if (GROUP.test(word)) return { cls: "X", value: null, unit: null, bound: null };
  const value = parseWord(word, lexicon);
  if (value !== null) return { cls: "c", value, unit: null, bound: null };
  for (const [end, cls, unit] of GERMAN_ENDS) {
    const found = end.exec(word);
    if (found === null || found.index === 0) continue;
    const number = stemValue(word.slice(0, found.index), cls, lexicon);
    // "einfach" is simple, and "einmal" once upon a time
    if (number === null || (number === 1 && "f4".includes(cls))) continue;
    if (cls === "F") return { cls, value: 1 / number, unit, bound: null };
    return { cls, value: number, unit, bound: null };
  }
  return null;
}

/** An English word that begins with a number: "tenfold". */
export function englishCompound(word: string, lexicon: Lexicon): Entry | null {
  if (!word.endsWith("fold") || word.length > LONGEST) return null;
  const stem = lexicon.words.get(word.slice(0, -"fold".length));
  const value = stem?.value ?? null;
  return value === null || !"cZB".includes(stem?.cls ?? " ")
    ? null
    : { cls: "f", value, unit: null, bound: null };
}
