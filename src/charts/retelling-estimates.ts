import { group } from "d3-array";
import type { Canvas } from "./chart.ts";
import { type Drawn, type Item, drawLabelled, newSpot, withWords } from "./flow.ts";
import { drawHeading } from "./retelling-kinds.ts";
import { newRetellingMark } from "./retelling-marks.ts";
import {
  type RetellingRow,
  countOrigins,
  figuresOf,
  isChange,
  targetOf,
} from "./retelling-rows.ts";
import { formatCount } from "./words.ts";

/** What is told of one quantity by one act of estimation. */
type Estimate = readonly RetellingRow[];

const changesOf = (rows: Estimate): Estimate => rows.filter(isChange);

const spotsOf = (document: Document, rows: Estimate): readonly Item[] =>
  rows.map((row) => newSpot(document, targetOf(row), newRetellingMark(document, row)));

/** One estimate: the figures as it gave them, then each change by name. */
function drawEstimate(canvas: Canvas, rows: Estimate): Drawn {
  const { document } = canvas;
  const [first] = rows;
  const kept = rows.filter((row) => !isChange(row));
  const keptWords = `${kept.length} as given: ${kept[0]?.bare ?? ""}`;
  const changes = [...group(changesOf(rows), ({ kind_label }) => kind_label)];
  return drawLabelled(
    canvas,
    [{ text: first?.metric_label ?? "", bold: true }, { text: ` · ${first?.origin_label ?? ""}` }],
    [
      withWords(document, spotsOf(document, kept), keptWords),
      ...changes.map(([kind, own]) => withWords(document, spotsOf(document, own), kind ?? "")),
    ].filter(({ length }) => length > 0),
  );
}

/** Many estimates in one: all marks, and how many figures of how many acts they are. */
function drawTogether(canvas: Canvas, heading: string, estimates: readonly Estimate[]) {
  const rows = estimates.flat();
  if (rows.length === 0) return [];
  const { document } = canvas;
  const label = `Of ${formatCount(countOrigins(rows), "act")} of estimation`;
  const words = formatCount(figuresOf(rows).size, "figure");
  return [
    drawHeading(canvas, heading),
    drawLabelled(canvas, [{ text: label }], [withWords(document, spotsOf(document, rows), words)]),
  ];
}

/**
 * Every estimate that several figures tell and some change, those with most changes first; then
 * those that a single figure tells, and those without a known change, each together.
 */
export function drawEstimates(canvas: Canvas, rows: readonly RetellingRow[]): readonly Drawn[] {
  const told = rows.filter(({ estimate }) => estimate !== null);
  const estimates = [...group(told, ({ estimate }) => estimate).values()];
  const changed = estimates.filter((own) => changesOf(own).length > 0);
  const several = changed.filter((own) => figuresOf(own).size > 1);
  return [
    ...(several.length === 0
      ? []
      : [drawHeading(canvas, "Estimates told several times, changed at least once")]),
    ...several
      .toSorted((a, b) => changesOf(b).length - changesOf(a).length)
      .map((own) => drawEstimate(canvas, own)),
    ...drawTogether(
      canvas,
      "Changed figures with no other report of them here",
      changed.filter((own) => figuresOf(own).size === 1),
    ),
    ...drawTogether(
      canvas,
      "Retold figures without a known change",
      estimates.filter((own) => changesOf(own).length === 0),
    ),
  ];
}
