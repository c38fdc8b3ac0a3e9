import type { Axis } from "./axis.ts";
import type { Canvas } from "./chart.ts";
import type { Drawn } from "./flow.ts";
import type { MarkRow } from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { drawHeading } from "./retelling-kinds.ts";
import { type RetellingRow, changeWords, figuresOf } from "./retelling-rows.ts";
import { newSvg } from "./svg.ts";
import { FONT_SIZE, LINE_HEIGHT, newText, wrap } from "./text.ts";
import { formatCount, formatNumber } from "./words.ts";

/** Rows whose number is not the one that others keep, each figure once, the largest first. */
export function movedRows(rows: readonly RetellingRow[]): readonly RetellingRow[] {
  const moved = rows.filter(({ factor }) => factor !== null && factor !== 1);
  const once = moved.filter(
    (row, index) => moved.findIndex(({ figure }) => figure === row.figure) === index,
  );
  return once.toSorted((a, b) => (b.factor ?? 0) - (a.factor ?? 0));
}

/** A factor as readers know it: "3", "1/4"; small ones that are no unit fraction in decimals. */
export function asMultiple(factor: number): string {
  const inverse = 1 / factor;
  const whole = Math.round(inverse);
  return factor < 1 && Math.abs(inverse - whole) < 1e-9
    ? `1/${String(whole)}`
    : formatNumber(factor);
}

/** A logarithmic axis in halves and doubles around 1, where the number stayed. */
export function doublingAxis(factors: readonly number[]): Axis {
  const exponents = factors.map((factor) => Math.log2(factor));
  const low = Math.min(-1, Math.floor(Math.min(...exponents)));
  const high = Math.max(1, Math.ceil(Math.max(...exponents)));
  const step = Math.ceil((high - low) / 5);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => low + index)
    .filter((exponent) => exponent % step === 0)
    .map((exponent) => 2 ** exponent);
  return {
    type: "log",
    domain: [2 ** low, 2 ** high],
    ticks,
    format: asMultiple,
  };
}

const markOf = (row: RetellingRow, factor: number): MarkRow => ({
  kind: row.repeats === "distorted" ? "withdrawn" : "point",
  label: `${changeWords(row)}, ${row.source_title}`,
  by: null,
  words: `× ${asMultiple(factor)}`,
  low: factor,
  low_end: "included",
  high: factor,
  high_end: "included",
  unit: "times",
  metric: null,
  party: "other",
  quote: null,
  first_day: null,
  last_day: null,
  origin: row.origin_label,
  alternative: null,
  formula: null,
  claims: row.claims,
});

/** Figures whose number changed and that no scale holds: another unit, or nothing to compare with. */
function drawOffScale(
  { document, width }: Canvas,
  rows: readonly RetellingRow[],
): readonly Drawn[] {
  const off = figuresOf(
    rows.filter(({ number, factor }) => number === "changed" && factor === null),
  );
  if (off.size === 0) return [];
  const words = `${formatCount(off.size, "more number")} changed: told in another unit, or with no other report of it here.`;
  const lines = wrap([{ text: words }], width - 4);
  return [
    {
      part: newSvg(document, "g", {}, newText(document, lines, { x: 0, y: FONT_SIZE + 4 })),
      height: lines.length * LINE_HEIGHT + 8,
    },
  ];
}

/** How far numbers moved; nothing where none did. */
export function drawFactors(canvas: Canvas, rows: readonly RetellingRow[]): readonly Drawn[] {
  const marks = movedRows(rows).flatMap((row) =>
    row.factor === null ? [] : [markOf(row, row.factor)],
  );
  const offScale = drawOffScale(canvas, rows);
  const heading = drawHeading(canvas, "Where the number itself moved, and how far");
  if (marks.length === 0) return offScale.length === 0 ? [] : [heading, ...offScale];
  const panel = drawPanels(
    [
      {
        rows: marks,
        caption: "times the number that others keep",
        axis: doublingAxis(marks.flatMap(({ low }) => low ?? [])),
        rule: { value: 1, label: "as given" },
      },
    ],
    canvas,
  );
  return [
    heading,
    {
      part: newSvg(canvas.document, "g", {}, [...panel.childNodes]),
      height: Number(panel.getAttribute("height")),
    },
    ...offScale,
  ];
}
