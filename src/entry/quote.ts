import { isSentence } from "../ledger/rules/quotes.ts";
import type { Figure } from "../scan/figure.ts";

/** A phrase of the document that may stand in a quote cell, and its offsets in code points. */
export interface Quote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** As long as `checkQuoteLength` lets a quote be. */
export const LONGEST_QUOTE = 60;

// What a cell may not begin with, as a spreadsheet would run it, and what no quote needs at its ends.
const LEAD = /^[\s=+\-@\ufeff]+/u;
const TRAIL = /[\s\ufeff]+$/u;
// Line ends and controls cannot stand in a cell and be the same in every editor.
const BREAK = /\p{Cc}/u;

const count = (text: string): number => Array.from(text).length;

/** The part before the first place where a sentence ends. */
function withinSentence(phrase: string): string {
  if (!isSentence(phrase)) return phrase;
  const stop = [...phrase.matchAll(/[.!?]/gu)].find(({ index }) =>
    isSentence(phrase.slice(0, index + 1)),
  );
  return stop ? phrase.slice(0, stop.index) : phrase;
}

/** The longest part of a phrase that is short enough, ends with a word, and begins where it does. */
function shortened(phrase: string): string {
  const characters = Array.from(phrase);
  if (characters.length <= LONGEST_QUOTE) return phrase;
  const cut = characters.slice(0, LONGEST_QUOTE + 1).join("");
  const space = Math.max(...[...cut.matchAll(/\s/gu)].map(({ index }) => index), 0);
  return space > 0 ? cut.slice(0, space) : characters.slice(0, LONGEST_QUOTE).join("");
}

/** A part of the text as a quote cell can hold it, or null where nothing is left of it. */
function trimmed(phrase: string, start: number): Quote | null {
  const lead = LEAD.exec(phrase)?.[0] ?? "";
  const [line = ""] = phrase.slice(lead.length).split(BREAK);
  const quote = withinSentence(shortened(line)).replace(TRAIL, "");
  const from = start + count(lead);
  return quote === "" ? null : { quote, start: from, end: from + count(quote) };
}

/**
 * The bare phrase of a figure that can be quoted: at most 60 characters, no sentence, no line
 * end, and no sign in front that a spreadsheet would take for a formula.
 *
 * @returns Null when nothing of the figure can be quoted.
 * @example quoteOf({ text: "-5 Grad", start: 0, … }) // => { quote: "5 Grad", start: 1, end: 7 }
 */
export const quoteOf = ({ text, start }: Pick<Figure, "text" | "start">): Quote | null =>
  trimmed(text, start);
