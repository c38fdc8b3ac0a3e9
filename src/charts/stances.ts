import { group } from "d3-array";
import type { Published, PublishedStatement } from "../reconcile/published.ts";
import { type Canvas, chartOf } from "./chart.ts";
import { type Drawn, type Item, drawLabelled, drawStack, newSpot, withWords } from "./flow.ts";
import { INK, PAPER } from "./parties.ts";
import { newDrawing, newSvg } from "./svg.ts";
import { FONT_SIZE, newText } from "./text.ts";
import { capitalise, formatCount } from "./words.ts";

/** One statement: who says what of which proposition. */
interface StanceRow {
  readonly topic: string;
  readonly proposition_label: string;
  readonly stance: string;
  readonly claimant_name: string;
  readonly source_title: string;
  readonly hedge: string | null;
  readonly quote: string;
  readonly statement: string;
  readonly proposition: string;
}

/** What the dots are called, one and several, in the order in which they stand. */
const STANCES: readonly (readonly [string, string, string])[] = [
  ["affirms", "affirms", "affirm"],
  ["denies", "denies", "deny"],
  ["doubts", "doubts", "doubt"],
  ["says_unknown", "says unknown", "say unknown"],
];

const against = ({ stance }: StanceRow): boolean => stance === "denies" || stance === "doubts";
const isContested = (rows: readonly StanceRow[]): boolean =>
  rows.some(against) && rows.some(({ stance }) => stance === "affirms");

const byProposition = (rows: readonly StanceRow[]) => [
  ...group(rows, (row) => row.proposition).values(),
];

/** Contested propositions first, then those of which most is said. */
const sortContested = (all: readonly (readonly StanceRow[])[]): readonly (readonly StanceRow[])[] =>
  all.toSorted((a, b) => Number(isContested(b)) - Number(isContested(a)) || b.length - a.length);

/** Shapes, not colours, tell the stances apart: no side is a good one. */
function newDot(document: Document, stance: string): SVGElement {
  const line = { stroke: INK, "stroke-width": 2.5 };
  if (stance === "affirms") return newSvg(document, "circle", { r: 6, fill: INK });
  if (stance === "denies") return newSvg(document, "path", { d: "M-6,-6L6,6M-6,6L6,-6", ...line });
  if (stance === "doubts") return newSvg(document, "circle", { r: 5.5, fill: PAPER, ...line });
  return newSvg(document, "rect", {
    ...{ x: -5, y: -5, width: 10, height: 10, fill: PAPER, ...line },
    "stroke-dasharray": "2 2",
  });
}

const dotItem = (document: Document, row: StanceRow): Item =>
  newSpot(
    document,
    {
      href: `./disagreements#${row.statement}`,
      title: `${row.claimant_name}: “${row.quote}” – ${row.source_title}`,
    },
    [newDot(document, row.stance)],
  );

/** Dots of each stance in turn; the last dot of each keeps its words beside it. */
function itemsOf(document: Document, rows: readonly StanceRow[]): readonly (readonly Item[])[] {
  return STANCES.flatMap(([stance, one, several]) => {
    const own = rows.filter((row) => row.stance === stance).map((row) => dotItem(document, row));
    if (own.length === 0) return [];
    return [withWords(document, own, `${own.length} ${own.length === 1 ? one : several}`)];
  });
}

/** One proposition: its label, and its dots beside it or, on a phone, under it. */
function drawProposition(canvas: Canvas, rows: readonly StanceRow[]): Drawn {
  const label = [{ text: rows[0]?.proposition_label ?? "" }];
  return drawLabelled(canvas, label, itemsOf(canvas.document, rows));
}

function drawTopic(document: Document, topic: string): Drawn {
  const heading = capitalise(topic);
  const text = newText(document, [[{ text: heading, bold: true }]], { x: 0, y: FONT_SIZE + 8 });
  return { part: newSvg(document, "g", {}, text), height: 32 };
}

function drawStances(rows: readonly StanceRow[], canvas: Canvas): SVGSVGElement {
  const { document, width } = canvas;
  if (rows.length === 0)
    return newDrawing(
      document,
      { width, height: 30 },
      newText(document, [[{ text: "not stated" }]], { x: 0, y: FONT_SIZE }),
    );
  const drawn = [...group(rows, ({ topic }) => topic)].flatMap(([topic, own]) => [
    drawTopic(document, topic),
    ...sortContested(byProposition(own)).map((proposition) => drawProposition(canvas, proposition)),
  ]);
  return drawStack(canvas, drawn);
}

/** Propositions of which more than one statement speaks; with none of these, all. */
function keepCompared(statements: readonly PublishedStatement[]): readonly PublishedStatement[] {
  const counts = group(statements, ({ proposition }) => proposition);
  const compared = statements.filter(
    ({ proposition }) => (counts.get(proposition)?.length ?? 0) > 1,
  );
  return compared.length > 0 ? compared : statements;
}

const rowsOf = ({ statements }: Published): readonly StanceRow[] =>
  keepCompared(statements).map((row) => ({
    topic: row.topic,
    proposition_label: row.proposition_label,
    stance: row.stance,
    claimant_name: row.claimant_name,
    source_title: row.source_title,
    hedge: row.hedge,
    quote: row.quote,
    statement: row.statement,
    proposition: row.proposition,
  }));

/** How much the chart shows: statements and those who make them. */
function countStatements(rows: readonly StanceRow[]): string {
  const speakers = new Set(rows.map(({ claimant_name }) => claimant_name)).size;
  return `${formatCount(rows.length, "statement")} by ${formatCount(speakers, "speaker")}.`;
}

/** All that the dots say, proposition by proposition. */
function describeStances(rows: readonly StanceRow[]): string {
  if (rows.length === 0) return "Not stated: no statement has been recorded.";
  const sentences = byProposition(rows).map((own) => {
    const said = STANCES.flatMap(([stance, one, several]) => {
      const named = own.filter((row) => row.stance === stance).map((row) => row.claimant_name);
      return named.length === 0
        ? []
        : [`${named.length === 1 ? one : several}: ${named.join("; ")}`];
    });
    return `${own[0]?.proposition_label ?? ""} – ${said.join(". ")}.`;
  });
  return [countStatements(rows), ...sentences].join(" ");
}

/** A dot for each statement: who agrees and who does not, by subject. */
export const chart = chartOf<StanceRow>({
  question: "What do the speakers agree and disagree about?",
  rows: rowsOf,
  title: (rows) => {
    const all = byProposition(rows);
    const contested = all.filter(isContested).length;
    if (all.length === 0) return "No statement has been recorded";
    const several = all.every(({ length }) => length > 1) ? " with several statements" : "";
    return `On ${String(contested)} of ${formatCount(all.length, "proposition")}${several}, some affirm and others deny or doubt`;
  },
  subtitle: () => "Statements in the articles, one mark each, by what is said of a proposition",
  note: (rows) =>
    `${countStatements(rows)} Shown are propositions with more than one statement; numbers of statements are no measure of truth.`,
  description: describeStances,
  columns: [
    { field: "topic", label: "Subject" },
    { field: "proposition_label", label: "Proposition" },
    { field: "stance", label: "Stance" },
    { field: "claimant_name", label: "Speaker" },
    { field: "hedge", label: "Hedge" },
    { field: "quote", label: "As printed" },
    { field: "source_title", label: "Article" },
    { field: "statement", label: "Statement" },
  ],
  claims: (rows) => rows.map(({ statement }) => statement),
  coreOnly: "further reports are coded for their figures, and few of their statements.",
  draw: drawStances,
});
