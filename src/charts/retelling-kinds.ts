import { group } from "d3-array";
import type { Canvas } from "./chart.ts";
import { type Drawn, type Item, drawLabelled, newSpot, withWords } from "./flow.ts";
import { MUTED } from "./parties.ts";
import { newRetellingMark } from "./retelling-marks.ts";
import { type RetellingRow, changeWords, isChange, targetOf } from "./retelling-rows.ts";
import { newGroup, newSvg } from "./svg.ts";
import { FONT_SIZE, LINE_HEIGHT, newText, wrap } from "./text.ts";
import { formatCount } from "./words.ts";

/** What the parts of a figure are called above their changes. */
const PARTS: Readonly<Record<string, string>> = {
  quantity: "Changed: what is counted",
  number: "Changed: the number",
  certainty: "Changed: how sure it is",
  time: "Changed: the time",
  subject: "Changed: whom it is about",
  wording: "Changed: the sense of a word",
};

/** A heading with room above it. */
export function drawHeading({ document, width }: Canvas, text: string): Drawn {
  const lines = wrap([{ text, bold: true }], width - 4);
  return {
    part: newSvg(document, "g", {}, newText(document, lines, { x: 0, y: FONT_SIZE + 12 })),
    height: lines.length * LINE_HEIGHT + 18,
  };
}

/** Who made the change and how it is known, in the order in which marks stand. */
const WAYS: readonly (readonly [cause: string, evidence: string, words: string])[] = [
  ["retelling", "seen", "retold"],
  ["retelling", "inferred", "retold, inferred"],
  ["translation", "seen", "translated"],
  ["translation", "inferred", "translated, inferred"],
];

function marksOf(document: Document, rows: readonly RetellingRow[]): readonly (readonly Item[])[] {
  return WAYS.map(([cause, evidence, words]) => {
    const own = rows.filter((row) => row.cause === cause && row.evidence === evidence);
    const spots = own.map((row) =>
      newSpot(document, targetOf(row), newRetellingMark(document, row)),
    );
    return withWords(document, spots, `${own.length} ${words}`);
  }).filter(({ length }) => length > 0);
}

/** One kind: its name and marks, and under them one case in words, a seen one if there is any. */
function drawKind(canvas: Canvas, rows: readonly RetellingRow[]): Drawn {
  const { document, width } = canvas;
  const [first] = rows;
  const marks = drawLabelled(canvas, [{ text: first?.kind_label ?? "" }], marksOf(document, rows));
  const left = width >= 600 ? 272 : 0;
  const told = rows.find(({ evidence }) => evidence === "seen") ?? first;
  const example = `${rows.length > 1 ? "such as " : ""}${told ? changeWords(told) : ""}`;
  const lines = wrap([{ text: example }], width - left - 4);
  const top = marks.height - 8;
  const words = newText(document, lines, { x: 0, y: FONT_SIZE }, { fill: MUTED });
  return {
    part: newSvg(document, "g", {}, [marks.part, newGroup(document, [left, top], words)]),
    height: top + lines.length * LINE_HEIGHT + 10,
  };
}

/** Which changes there are and how often, by what of a figure they change; most frequent kind first. */
export function drawKinds(canvas: Canvas, rows: readonly RetellingRow[]): readonly Drawn[] {
  return [...group(rows.filter(isChange), ({ changes }) => changes)].flatMap(([changes, own]) => {
    const kinds = [...group(own, ({ kind_label }) => kind_label).values()];
    const name = PARTS[changes ?? ""] ?? changes ?? "";
    return [
      drawHeading(canvas, `${name} (${formatCount(own.length, "case")})`),
      ...kinds.toSorted((a, b) => b.length - a.length).map((kind) => drawKind(canvas, kind)),
    ];
  });
}
