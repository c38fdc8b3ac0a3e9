import * as Plot from "@observablehq/plot";
import { group } from "d3-array";
import { formatTick } from "../../words/numbers.ts";
import type { Canvas } from "../canvas.ts";
import { STUB, oneSided } from "./bounds.ts";
import { GAP, INK, MUTED, PAPER, type Party, colourOf, tintOf } from "./colours.ts";
import { type Spot, labels } from "./labels.ts";
import { isNarrow, numbersBelow, plot, roundNumbers } from "./plot.ts";
import type { Ends } from "../../words/ranges.ts";
import { FONT_SIZE, LINE_HEIGHT, widthOf, wrap } from "./text.ts";

/** A range on a line, from left to right. */
export interface Bar extends Ends {
  /** The line that it stands on, by what is said above it. */
  readonly line: string;
  readonly words: string;
  readonly party: Party;
  /** A tint from 1 to 4; the whole colour where it is left out, paper for 0. */
  readonly tint?: number;
}

/** How lines are drawn. */
export interface LineStyle {
  /** What is said below the bars of a line. */
  readonly below?: ReadonlyMap<string, string>;
  /** Whether each line has a scale of its own, and no numbers below. */
  readonly isOwnScale?: boolean;
  readonly isBold?: boolean;
}

const HALF = 9;
const SPACE = 14;
const HEADING = 14;
const HEAD_HEIGHT = 18;
const MARGINS = { marginTop: 0, marginLeft: 6, marginRight: 12 };

/** How far a scale goes on for words at its end; a line's own goes on for an edge. */
const BEYOND = 1.25;
const EDGE = 1.04;
const BEHIND = 1.1;

/** The largest number of some bars, with room for a stub behind a floor that is alone. */
const mostIn = (bars: readonly Bar[]): number =>
  Math.max(...bars.map(({ low, high }) => high ?? BEHIND * (low ?? 0)));

/** Room above and below the bars of a line, for words that find none beside them. */
function roomFor(bars: readonly Bar[], most: number, width: number): number {
  const labelled = bars.filter(({ words }) => words !== "");
  const [bar] = labelled;
  if (labelled.length > 1) return labelled.length * LINE_HEIGHT + 4;
  if (bar === undefined) return 0;
  const [left, right] = [bar.low ?? bar.high ?? 0, bar.high ?? bar.low ?? 0];
  const beside = Math.max(left / most, 1 - right / most) * width - STUB;
  return beside > widthOf(bar.words, { bold: true }) + 20 ? 0 : LINE_HEIGHT + 6;
}

/** What no bar of a line allows: the gaps between them. */
const gapsIn = (bars: readonly Bar[]) =>
  bars
    .toSorted((a, b) => (a.low ?? 0) - (b.low ?? 0))
    .flatMap(({ line, low, high }, at, sorted) => {
      const next = sorted[at + 1]?.low ?? 0;
      return next > (high ?? low ?? 0) ? [{ line, low: high ?? low, high: next }] : [];
    });

/** A line where its parts stand, in pixels from the top of the drawing. */
interface Placed {
  readonly head: readonly string[];
  readonly foot: readonly string[];
  readonly top: number;
  readonly middle: number;
  readonly end: number;
}

/** Room that words of lines take, which the words of bars do not. */
function spotOf(
  text: readonly string[],
  size: number,
  [top, bottom]: readonly [number, number],
  width: number,
): Spot {
  const reach = Math.max(0, ...text.map((line) => widthOf(line, { size }))) / width;
  return { x1: 0, x2: Math.min(1, reach), y1: top + 7, y2: bottom - 7, panel: "", takes: "words" };
}

/**
 * Draws lines under one another, each with its words above and bars from left to right; bars of one
 * line that do not meet have a hatched gap between them.
 */
export function drawLines(
  bars: readonly Bar[],
  canvas: Canvas,
  style: LineStyle = {},
): SVGSVGElement {
  const width = canvas.width - MARGINS.marginLeft - MARGINS.marginRight;
  const [most, lines] = [BEYOND * mostIn(bars), group(bars, ({ line }) => line)];
  const placed = new Map<string, Placed>();
  let y = 0;
  for (const [line, own] of lines) {
    const [head, below] = [wrap(line, width, HEADING), style.below?.get(line)];
    const foot = below === undefined ? [] : wrap(below, width);
    const room = roomFor(own, style.isOwnScale === true ? EDGE * mostIn(own) : most, width);
    const [top, middle] = [y, y + head.length * HEAD_HEIGHT + 4 + room + HALF];
    y = middle + HALF + room + foot.length * LINE_HEIGHT + SPACE;
    placed.set(line, { head, foot, top, middle, end: y - SPACE });
  }
  // every line is drawn from 0 to 1 of its own, so that scales may differ
  const onLine = <Row extends Pick<Bar, "line" | "low" | "high">>(row: Row) => {
    const whole = style.isOwnScale === true ? EDGE * mostIn(lines.get(row.line) ?? []) : most;
    const [low, high] = [row.low, row.high].map((end) => (end === null ? null : end / whole));
    const middle = placed.get(row.line)?.middle ?? 0;
    const ends = { low: low ?? null, high: high ?? null, at: low ?? high ?? 0 };
    return { ...row, ...ends, middle, top: middle - HALF, bottom: middle + HALF };
  };
  const rows = bars.map(onLine);
  const gaps = [...lines.values()].flatMap(gapsIn).map(onLine);
  const isOpen = ({ low, high }: Pick<Bar, "low" | "high">): boolean =>
    low === null || high === null;
  const spots = [...rows, ...gaps].map((row): Spot => {
    const stub = STUB / width;
    const [x1, x2] = [row.low ?? row.at - stub, row.high ?? row.at + stub];
    const words = "words" in row ? { words: row.words, isBold: style.isBold ?? false } : {};
    const { top = 0, end = 0 } = placed.get(row.line) ?? {};
    return {
      x1,
      x2,
      y1: row.middle - 2,
      y2: row.middle + 2,
      panel: "",
      band: [top, end],
      ...words,
    };
  });
  const texts = [...placed.values()];
  const words = texts.flatMap(({ head, foot, top, end }) => [
    spotOf(head, HEADING, [top, top + head.length * HEAD_HEIGHT], width),
    spotOf(foot, FONT_SIZE, [end - foot.length * LINE_HEIGHT, end], width),
  ]);
  const text = {
    x: 0,
    textAnchor: "start",
    lineAnchor: "top",
    stroke: PAPER,
    strokeWidth: 4,
  } as const;
  const numbers =
    style.isOwnScale === true
      ? []
      : roundNumbers(most, isNarrow(canvas) ? 3 : 5).filter(Number.isInteger);
  const marginBottom = numbers.length === 0 ? 0 : 24;
  return plot(canvas, {
    ...{ ...MARGINS, marginBottom, height: y + marginBottom },
    x: { domain: [0, 1] },
    y: { domain: [0, y], reverse: true },
    marks: [
      numbersBelow({
        ticks: numbers.map((value) => value / most),
        format: (_, at) => formatTick(numbers[at] ?? 0),
      }),
      Plot.ruleX(rows, { x: 0, y1: "top", y2: "bottom", stroke: MUTED }),
      Plot.rect(gaps, { x1: "low", x2: "high", y1: "top", y2: "bottom", fill: GAP }),
      Plot.rect(
        rows.filter((row) => !isOpen(row)),
        {
          ...{ x1: "low", x2: "high", y1: "top", y2: "bottom", insetLeft: -1, insetRight: -1 },
          stroke: ({ party }: Bar) => colourOf(party),
          fill: ({ party, tint }: Bar) =>
            tint === undefined ? colourOf(party) : tint === 0 ? PAPER : tintOf(party, tint),
          strokeWidth: 1.5,
        },
      ),
      oneSided(
        rows.filter(isOpen),
        { x: "at", y: "middle", stroke: (row: Bar) => colourOf(row.party) },
        "x",
      ),
      Plot.text(texts, {
        ...{
          ...text,
          y: "top",
          dy: 2,
          fill: INK,
          fontSize: HEADING,
          lineHeight: HEAD_HEIGHT / HEADING,
        },
        text: ({ head }: Placed) => head.join("\n"),
      }),
      Plot.text(texts, {
        ...{ ...text, fill: MUTED, lineHeight: LINE_HEIGHT / FONT_SIZE },
        y: ({ end, foot }: Placed) => end - foot.length * LINE_HEIGHT,
        text: ({ foot }: Placed) => foot.join("\n"),
      }),
      labels([...spots, ...words], { isNumbersOnly: false }),
    ],
  });
}
