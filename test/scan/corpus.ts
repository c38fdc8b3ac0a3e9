import { readFileSync } from "node:fs";
import type { Bound, Figure, Kind, Language } from "../../src/scan/figure.ts";
import { findFigures } from "../../src/scan/find.ts";

/**
 * Parts of the corpus: two by the author of the rules, one of which was once unseen, and
 * news-like lines by somebody who had never seen the rules.
 */
export type Half = "development" | "held-out" | "news";

/** What a person says a phrase of the corpus holds. */
export interface Label {
  readonly text: string;
  readonly kind: Kind;
  readonly claim: boolean;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
}

/** One phrase or sentence with all its figures, in order. */
export interface Entry {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** "1/3", "1.6e6". */
function parseEnd(end: string): number | null {
  if (end === "") return null;
  const [over = "", under = "1"] = end.split("/");
  return Number(over) / Number(under);
}

function parseLabel(cell: string): Label {
  const [text = "", kind = "", claim = "", value = "", bound = "point"] = cell.split("|");
  const [low = "", high = low] = value === "_" ? [""] : value.split("..");
  return {
    text,
    kind: kind as Kind,
    claim: claim === "+",
    low: parseEnd(low),
    high: parseEnd(high),
    bound: bound as Bound,
  };
}

/** Reads one half of the corpus: a text, then a cell for each figure: text|kind|claim|ends|bound. */
export function readCorpus(language: Language, half: Half): readonly Entry[] {
  return readFileSync(`test/scan/corpus/${language}.${half}.tsv`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [text = "", ...cells] = line.split("\t");
      return { text, labels: cells.map(parseLabel) };
    });
}

/** One label beside the proposal for it, or a proposal that nobody asked for. */
export interface Outcome {
  readonly text: string;
  readonly label: Label | null;
  readonly figure: Figure | null;
}

const judge =
  (language: Language) =>
  ({ text, labels }: Entry): Outcome[] =>
    pair(text, labels, findFigures(text, language));

/** Labels and proposals that overlap, each at most once and in order. */
function pair(text: string, labels: readonly Label[], figures: readonly Figure[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const left = [...figures];
  let from = 0;
  for (const label of labels) {
    const at = text.indexOf(label.text, from);
    from = at + label.text.length;
    const start = Array.from(text.slice(0, at)).length;
    const end = start + Array.from(label.text).length;
    const index = left.findIndex((figure) => figure.start < end && start < figure.end);
    outcomes.push({ text, label, figure: left[index] ?? null });
    if (index >= 0) left.splice(index, 1);
  }
  return [...outcomes, ...left.map((figure) => ({ text, label: null, figure }))];
}

const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.abs(b));

export const isValueRight = ({ label, figure }: Outcome): boolean =>
  label !== null &&
  figure !== null &&
  near(figure.low, label.low) &&
  near(figure.high, label.high) &&
  figure.bound === label.bound;

/** Shares of one half of one language. */
export interface Score {
  readonly entries: number;
  readonly figures: number;
  /** Labels that a proposal overlaps. */
  readonly detection: number;
  /** Labels whose proposal has their ends and bound; a missed one counts as wrong. */
  readonly values: number;
  /** Proposals called claims that are claims by their label. */
  readonly precision: number;
  /** Labelled claims that are called claims. */
  readonly recall: number;
  readonly kinds: number;
  /** Labels whose proposal has exactly their text. */
  readonly exact: number;
  readonly outcomes: readonly Outcome[];
}

export function measure(of: Language, half: Half): Score {
  const entries = readCorpus(of, half);
  const outcomes = entries.flatMap(judge(of));
  const labelled = outcomes.filter(({ label }) => label !== null);
  const called = outcomes.filter(({ figure }) => figure?.claim);
  const claims = labelled.filter(({ label }) => label?.claim);
  const share = (part: readonly unknown[], whole: readonly unknown[]): number =>
    part.length / whole.length;
  return {
    entries: entries.length,
    figures: labelled.length,
    detection: share(
      labelled.filter(({ figure }) => figure !== null),
      labelled,
    ),
    values: share(labelled.filter(isValueRight), labelled),
    precision: share(
      called.filter(({ label }) => label?.claim),
      called,
    ),
    recall: share(
      claims.filter(({ figure }) => figure?.claim),
      claims,
    ),
    kinds: share(
      labelled.filter(({ label, figure }) => label?.kind === figure?.kind),
      labelled,
    ),
    exact: share(
      labelled.filter(({ label, figure }) => label?.text === figure?.text),
      labelled,
    ),
    outcomes,
  };
}
