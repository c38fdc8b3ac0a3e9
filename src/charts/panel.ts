import * as Plot from "@observablehq/plot";
import { type Axis, inMillions, linearAxis, valuesOf } from "./axis.ts";
import type { Canvas } from "./chart.ts";
import { type MarkRow, hrefOf, titleOf } from "./mark-row.ts";
import { drawMark } from "./marks.ts";
import { COLOURS, GRID, INK, MUTED } from "./parties.ts";
import { newDrawing, newGroup, newLink, newSvg } from "./svg.ts";
import { FONT_SIZE, HALO, LINE_HEIGHT, newText, wrap } from "./text.ts";

/** Figures under one another along one value axis, each with its words above its mark. */
export interface Panel {
  readonly rows: readonly MarkRow[];
  /** What the axis measures; the scale and the millions are added. */
  readonly caption: string;
  readonly axis?: Axis;
  /** Stands above the rows where a chart has several panels. */
  readonly heading?: string;
  /** A value that the eye compares with, drawn over all rows. */
  readonly rule?: { readonly value: number; readonly label: string };
}

/** A drawing and the height that it takes. */
interface Drawn {
  readonly parts: readonly SVGElement[];
  readonly height: number;
}

const LEFT = 14;
const RIGHT = 34;
const MARK_HEIGHT = 24;
const GAP = 12;
const AXIS_HEIGHT = 26;

const captionOf = ({ caption }: Panel, axis: Axis): string =>
  `${inMillions(axis) ? "million " : ""}${caption}${axis.type === "log" ? " (logarithmic scale)" : ""}`;

/** The runs of text above a mark: the figure first, then whose it is. */
function wordsOf(row: MarkRow, width: number) {
  const struck = row.kind === "withdrawn" ? ({ struck: true } as const) : {};
  return wrap([{ text: row.words, bold: true, ...struck }, { text: ` · ${row.label}` }], width);
}

interface RowPlace {
  readonly row: MarkRow;
  readonly top: number;
  readonly height: number;
}

function placeRows(rows: readonly MarkRow[], width: number, top: number): readonly RowPlace[] {
  return rows.reduce<readonly RowPlace[]>((placed, row) => {
    const last = placed.at(-1);
    const below = last === undefined ? top : last.top + last.height + GAP;
    const lines = wordsOf(row, width).length;
    return [...placed, { row, top: below, height: lines * LINE_HEIGHT + MARK_HEIGHT }];
  }, []);
}

function drawRow(
  { document, width }: Canvas,
  { row, top, height }: RowPlace,
  x: Scale,
): SVGElement {
  const at = (value: number | null): number | null => (value === null ? null : x(value));
  const place = {
    low: at(row.low),
    high: at(row.high),
    lowIncluded: row.low_end !== "excluded",
    highIncluded: row.high_end !== "excluded",
    start: LEFT,
    edge: width - 6,
  };
  return newLink(document, { href: hrefOf(row), title: titleOf(row) }, [
    newSvg(document, "rect", {
      ...{ x: 0, y: top - 2, width, height: height + 4, fill: "transparent" },
    }),
    ...newText(document, wordsOf(row, width - 4), { x: 0, y: top + FONT_SIZE }, HALO),
    newGroup(
      document,
      [0, top + height - MARK_HEIGHT / 2],
      drawMark(document, row.kind, place, COLOURS[row.party]),
    ),
  ]);
}

type Scale = (value: number) => number;

/** Stretches of a rule between the words of rows: it crosses marks, never letters. */
function stretchesOf(
  placed: readonly RowPlace[],
  [top, bottom]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const starts = placed.map(({ top: y, height }) => y + height - MARK_HEIGHT);
  const ends = [...placed.slice(1).map((row) => row.top - GAP / 2), bottom];
  return placed.length === 0
    ? [[top, bottom]]
    : starts.map((start, index) => [start, ends[index] ?? bottom]);
}

/** The rule and its label, which stands in a line of its own above the rows. */
function drawRule(
  { document, width }: Canvas,
  panel: Panel,
  x: Scale,
  placed: readonly RowPlace[],
  span: readonly [number, number],
) {
  if (panel.rule === undefined) return [];
  const at = x(panel.rule.value);
  const anchor = at > width / 2 ? "end" : "start";
  return [
    ...stretchesOf(placed, span).map(([y1, y2]) =>
      newSvg(document, "line", {
        ...{ x1: at, x2: at, y1, y2 },
        ...{ stroke: INK, "stroke-width": 1.5, "stroke-dasharray": "2 3" },
      }),
    ),
    ...newText(
      document,
      [[{ text: panel.rule.label }]],
      { x: anchor === "start" ? at - 6 : at + 6, y: span[0] - 4 },
      { "text-anchor": anchor, fill: MUTED, ...HALO },
    ),
  ];
}

/** Draws one panel; Plot has the scale, the grid and the axis, the marks are ours. */
function drawPanel(canvas: Canvas, panel: Panel): Drawn {
  const { document, width } = canvas;
  const axis = panel.axis ?? linearAxis(valuesOf(panel.rows));
  const title =
    panel.heading === undefined ? [] : wrap([{ text: panel.heading, bold: true }], width);
  const heading = title.length === 0 ? 0 : title.length * LINE_HEIGHT + 11;
  const first = heading + (panel.rule === undefined ? 0 : LINE_HEIGHT + 4);
  const placed = placeRows(panel.rows, width - 4, first);
  const last = placed.at(-1);
  const bottom = last === undefined ? first + LINE_HEIGHT : last.top + last.height + 4;
  const caption = wrap([{ text: captionOf(panel, axis) }], width - 8);
  const plot = Plot.plot({
    document,
    width,
    height: bottom + AXIS_HEIGHT,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: first,
    marginBottom: AXIS_HEIGHT,
    x: { type: axis.type, domain: [...axis.domain], label: null },
    marks: [
      Plot.gridX(axis.ticks, { stroke: GRID, strokeOpacity: 1 }),
      Plot.axisX(axis.ticks, {
        ...{ text: axis.format, tickSize: 4, tickPadding: 4, fontSize: FONT_SIZE },
        ...{ stroke: MUTED, fill: MUTED },
      }),
      (_index, scales) => {
        const x = scales.x as Scale;
        return newSvg(document, "g", { "text-anchor": "start" }, [
          ...drawRule(canvas, panel, x, placed, [first, bottom]),
          ...placed.map((place) => drawRow(canvas, place, x)),
          ...(panel.rows.length === 0
            ? newText(document, [[{ text: "not stated" }]], { x: 0, y: first + FONT_SIZE })
            : []),
        ]);
      },
    ],
  });
  const below = newText(
    document,
    caption,
    { x: width - 4, y: bottom + AXIS_HEIGHT + FONT_SIZE },
    { fill: MUTED, "text-anchor": "end" },
  );
  const parts = [...plot.children].filter(({ localName }) => localName === "g");
  return {
    parts: [
      ...newText(document, title, { x: 0, y: FONT_SIZE + 2 }),
      newSvg(document, "g", { "text-anchor": "middle" }, parts),
      ...below,
    ],
    height: bottom + AXIS_HEIGHT + caption.length * LINE_HEIGHT + 4,
  };
}

/** Draws panels under one another, each with a scale of its own. */
export function drawPanels(panels: readonly Panel[], canvas: Canvas): SVGSVGElement {
  const { document, width } = canvas;
  const drawn = panels.map((panel) => drawPanel(canvas, panel));
  const tops = drawn.map((_, index) =>
    drawn.slice(0, index).reduce((sum, { height }) => sum + height + 2 * GAP, 0),
  );
  const height = (tops.at(-1) ?? 0) + (drawn.at(-1)?.height ?? 0);
  return newDrawing(
    document,
    { width, height },
    drawn.map(({ parts }, index) => newGroup(document, [0, tops[index] ?? 0], parts)),
  );
}
