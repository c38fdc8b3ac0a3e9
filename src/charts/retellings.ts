import { group } from "d3-array";
import { type Canvas, chartOf } from "./chart.ts";
import { type Drawn, drawStack } from "./flow.ts";
import { drawEstimates } from "./retelling-estimates.ts";
import { drawFactors } from "./retelling-factors.ts";
import { drawKinds } from "./retelling-kinds.ts";
import {
  RETELLING_COLUMNS,
  type RetellingRow,
  changeWords,
  countOrigins,
  figuresOf,
  isChange,
  retellingRows,
} from "./retelling-rows.ts";
import { newSvg } from "./svg.ts";
import { FONT_SIZE, newText } from "./text.ts";
import { capitalise, firstFitting, formatCount } from "./words.ts";

const changedFigures = (rows: readonly RetellingRow[]): number =>
  figuresOf(rows.filter(isChange)).size;

/** Figures of which the number itself was changed, whatever else was. */
const changedNumbers = (rows: readonly RetellingRow[]): number =>
  figuresOf(rows.filter(({ number }) => number === "changed")).size;

function titleOf(rows: readonly RetellingRow[]): string {
  const changed = changedFigures(rows);
  const numbers = changedNumbers(rows);
  if (changed === 0) return "No change is known in any retold figure";
  if (numbers === 0)
    return `${formatCount(changed, "retold figure")} changed in meaning, none in its number`;
  return firstFitting([
    `Of ${formatCount(changed, "changed figure")}, ${numbers} got another number, the others another meaning`,
  ]);
}

/** How much the chart shows. */
function countRetellings(rows: readonly RetellingRow[]): string {
  const told = rows.filter(({ figure }) => figure !== null);
  const inStatements = rows.length - told.length;
  const statements =
    inStatements === 0 ? "" : `; ${formatCount(inStatements, "change")} in words without a number`;
  return `${formatCount(figuresOf(told).size, "figure")} of ${formatCount(countOrigins(told), "act")} of estimation, ${changedFigures(rows)} of them changed${statements}.`;
}

function describeRetellings(rows: readonly RetellingRow[]): string {
  if (rows.length === 0) return "Not stated: no figure is told in two documents or translated.";
  const kinds = [...group(rows.filter(isChange), ({ kind_label }) => kind_label)];
  const sentences = kinds.map(
    ([kind, own]) => `${kind ?? ""}: ${own.map(changeWords).join("; ")}.`,
  );
  return [capitalise(countRetellings(rows)), ...sentences].join(" ");
}

function drawNothing({ document }: Canvas): Drawn {
  const words = newText(document, [[{ text: "not stated" }]], { x: 0, y: FONT_SIZE });
  return { part: newSvg(document, "g", {}, words), height: 30 };
}

/** Changes by kind, then estimate by estimate, then how far numbers moved. */
export const chart = chartOf<RetellingRow>({
  question: "How do figures change as they are retold and translated?",
  rows: retellingRows,
  title: titleOf,
  subtitle: () => "Known changes between an estimate and the documents that tell it, one mark each",
  note: (rows) =>
    `${countRetellings(rows)} Circles: the retelling changed it; squares: a translation did; hollow: inferred; small dots: as given; struck: never counted. The documents are no sample, so that these are no rates.`,
  description: describeRetellings,
  columns: RETELLING_COLUMNS,
  claims: (rows) => rows.map(({ claims, statement }) => statement ?? claims),
  draw: (rows, canvas) =>
    drawStack(
      canvas,
      rows.length === 0
        ? [drawNothing(canvas)]
        : [
            ...drawKinds(canvas, rows),
            ...drawEstimates(canvas, rows),
            ...drawFactors(canvas, rows),
          ],
    ),
});
