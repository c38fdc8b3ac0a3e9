import { cellOfNumber } from "../ledger/damage.ts";
import { findDigitRuns, isDigit } from "../ledger/rules/coverage.ts";
import type { Claim, Dismissal } from "../ledger/tables.ts";
import type { Figure, Kind } from "../scan/figure.ts";
import type { Cells } from "./cells.ts";
import { UNREAD, figuresOf } from "./figures.ts";
import { LONGEST_QUOTE, quoteOf } from "./quote.ts";

/** A figure of a document on its way to being a claim or a dismissal. */
export interface Proposal {
  /** Names the proposal in its document: the offset of the figure's first character. */
  readonly key: number;
  readonly figure: Figure;
  /** The text on both sides of the quote, untouched: line ends and all. Never commit it. */
  readonly before: string;
  readonly after: string;
  /** Suggested cells of claims: quote, start, end, low, best, high, bound, hedge. */
  readonly cells: Cells;
  /** Suggested cells of dismissals: quote, start, end, kind, and reason where the kind says it all. */
  readonly dismissal: Cells;
}

/** A stretch of the text that a person has marked as a figure; offsets in code points. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

const AROUND = 80;

type Bound = Claim["bound"];
type Values = Readonly<Record<"low" | "best" | "high", number | null>> & { readonly bound: Bound };

const POINTS: readonly Bound[] = ["point", "about", "nearly", "order_of_magnitude"];
const FLOORS: readonly Bound[] = ["at_least", "more_than"];

/**
 * The ends that the scanner found in the shape that the ledger wants: one number is `best`, a floor
 * is `low` alone, a ceiling `high` alone, and two numbers are a range.
 */
function valuesOf({ low, high, bound }: Figure): Values {
  if (low === null && high === null) return { low, best: null, high, bound: "point" };
  if (low !== null && high !== null) {
    if (low !== high)
      return { low, best: null, high, bound: bound === "span_of_estimates" ? bound : "range" };
    return { low: null, best: low, high: null, bound: POINTS.includes(bound) ? bound : "point" };
  }
  if (high === null)
    return { low, best: null, high, bound: FLOORS.includes(bound) ? bound : "at_least" };
  return { low, best: null, high, bound: bound === "less_than" ? bound : "at_most" };
}

// What a share such as two thirds has beyond this is an artefact of binary numbers.
const DIGITS = 12;
const cellOf = (value: number | null): string =>
  value === null ? "" : cellOfNumber(Number(value.toPrecision(DIGITS)));

type Suggestion = readonly [kind: Dismissal["kind"], reason: string];
const DISMISSALS: Partial<Readonly<Record<Kind, Suggestion>>> = {
  date: ["date", "a date"],
  year: ["date", "a year"],
  time: ["date", "a time of day"],
  duration: ["duration", "a length of time"],
  age: ["duration", "an age"],
  ordinal: ["ordinal", "an ordinal"],
  calibre: ["calibre", "a calibre"],
  name: ["name", "part of a name"],
};

/** Why a figure of this kind is no claim, if it is none; a reason is suggested only where it is plain. */
export const suggestedDismissal = ({ kind, claim }: Figure): Suggestion =>
  DISMISSALS[kind] ?? (claim ? ["other_subject", ""] : ["idiom", "counts nothing"]);

/** Text between two offsets in code points; what lies before the text is nothing. */
type Slice = (start: number, end: number) => string;

function proposalOf(figure: Figure, slice: Slice): readonly Proposal[] {
  const place = quoteOf(figure);
  if (place === null) return [];
  const { quote, start, end } = place;
  const spot = { quote, start: String(start), end: String(end) };
  const { low, best, high, bound } = valuesOf(figure);
  const [kind, reason] = suggestedDismissal(figure);
  return [
    {
      key: start,
      figure,
      before: slice(start - AROUND, start),
      after: slice(end, end + AROUND),
      cells: {
        ...spot,
        low: cellOf(low),
        best: cellOf(best),
        high: cellOf(high),
        bound,
        hedge: figure.hedge !== null && quote.includes(figure.hedge) ? figure.hedge : "",
      },
      dismissal: { ...spot, kind, reason },
    },
  ];
}

/** The digits that no quote holds, in pieces that a quote can hold. */
function findLeft(characters: readonly string[], proposals: readonly Proposal[]): readonly Mark[] {
  const cover = new Uint8Array(characters.length);
  for (const { cells } of proposals) cover.fill(1, Number(cells["start"]), Number(cells["end"]));
  const isLeft = (at: number): boolean => cover[at] === 0 && isDigit(characters[at]);
  return findDigitRuns(characters).flatMap(({ start, end }) => {
    const marks: Mark[] = [];
    for (let at = start; at < end; at += 1) {
      if (!isLeft(at)) continue;
      let stop = Math.min(end, at + LONGEST_QUOTE);
      while (!isLeft(stop - 1)) stop -= 1;
      marks.push({ start: at, end: stop });
      at = stop - 1;
    }
    return marks;
  });
}

/** What a person has marked, read as the figure that the scanner sees in it, if any. */
function markedFigure(text: string, language: string, { start, end }: Mark): Figure {
  const [first] = figuresOf(text, language);
  return {
    ...(first ?? UNREAD),
    start,
    end,
    text,
  };
}

/**
 * Every figure of a text with its context, and what to type about it if it is a claim, or none.
 *
 * A figure whose phrase is too long to be quoted has a shorter quote; digits that are left over
 * are a proposal of their own, so that the quotes together hold every digit of the text.
 *
 * @param language Language tag of the document; number words are found in German and English only.
 * @param marked Further figures that a person has seen; one that starts where another does is left out.
 * @returns In the order of the text, each with a key of its own.
 */
export function proposalsOf(
  text: string,
  language: string,
  marked: readonly Mark[] = [],
): readonly Proposal[] {
  const characters = Array.from(text);
  const slice: Slice = (start, end) => characters.slice(Math.max(0, start), end).join("");
  const propose = (figure: Figure): readonly Proposal[] => proposalOf(figure, slice);
  const found = figuresOf(text, language).flatMap(propose);
  const further = [...findLeft(characters, found), ...marked].map((mark) =>
    markedFigure(slice(mark.start, mark.end), language, mark),
  );
  const all = [...found, ...further.flatMap(propose)];
  const byKey = new Map([...all].reverse().map((proposal) => [proposal.key, proposal]));
  return [...byKey.values()].sort((a, b) => a.key - b.key);
}
