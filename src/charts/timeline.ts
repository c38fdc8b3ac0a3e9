import * as Plot from "@observablehq/plot";
import { type Axis, inMillions, linearAxis, valuesOf } from "./axis.ts";
import type { Canvas } from "./chart.ts";
import { formatDays } from "./days.ts";
import { type Box, type Placed, type Wish, baselineIn, placeLabels } from "./labels.ts";
import { hrefOf, idsOf, speakerOf, titleOf } from "./mark-row.ts";
import { drawMark } from "./marks.ts";
import { COLOURS, GRID, INK, MUTED } from "./parties.ts";
import { type Child, newDrawing, newGroup, newLink, newSvg } from "./svg.ts";
import {
  FONT_SIZE,
  HALO,
  LINE_HEIGHT,
  type Line,
  type Run,
  newText,
  widthOf,
  wrap,
} from "./text.ts";
import { findSpots } from "./timeline-spots.ts";
import { type TimelineRow, claimRows, closureRows } from "./timeline-rows.ts";
import { dateTicks, formatMonth, timeOf } from "./time-axis.ts";
import { bandEdges, drawBand, stretchesOf } from "./timeline-band.ts";
import { boxOfChoice, drawAlternatives, findChoices } from "./timeline-choices.ts";
import {
  type Field,
  HALF,
  type Scale,
  type Spot,
  firstDay,
  lastDay,
  touchArea,
} from "./timeline-field.ts";

const MARGIN = { top: 24, right: 10, bottom: 26 } as const;

/** With more claims than this, those that never bind are drawn paler. */
const CROWD = 12;

/** Narrower drawings are for phones. */
const NARROW = 500;

/** One claim: its mark upright, and a line over the days on which it may have stood. */
function drawClaim(document: Document, spot: Spot, { x, y, frame }: Field): readonly SVGElement[] {
  const { row } = spot;
  const colour = row.kind === "withdrawn" ? MUTED : COLOURS[row.party];
  const at = (value: number | null): number | null => (value === null ? null : -y(value));
  const level = row.low ?? row.high;
  const from = x(timeOf(firstDay(row)));
  const window =
    level === null || firstDay(row) === lastDay(row)
      ? []
      : [
          newSvg(document, "line", {
            ...{ x1: from, x2: spot.x, y1: y(level), y2: y(level) },
            ...{ stroke: colour, "stroke-width": 2.5, "stroke-dasharray": "1 4" },
            "stroke-linecap": "round",
          }),
        ];
  const mark = drawMark(
    document,
    row.kind,
    {
      low: at(row.low),
      high: at(row.high),
      lowIncluded: row.low_end !== "excluded",
      highIncluded: row.high_end !== "excluded",
      start: -(frame.y + frame.height),
      edge: -frame.y,
    },
    colour,
  );
  return [
    ...window,
    newSvg(document, "g", { transform: `translate(${spot.x},0) rotate(-90)` }, mark),
  ];
}

/** The line over the days on which a claim may have stood. */
function windowOf({ row, x }: Spot, field: Field): Box {
  const from = field.x(timeOf(firstDay(row)));
  const level = field.y(row.low ?? row.high ?? 0);
  return { x: from, y: level - 2, width: Math.max(0, x - from), height: 4 };
}

/** What a label says, the fullest first; a narrow drawing has room for short names alone. */
function labelTexts(row: TimelineRow, width: number): readonly Line[] {
  const struck = row.kind === "withdrawn" ? ({ struck: true } as const) : {};
  const words: Run = { text: row.words, bold: true, ...struck };
  const about = row.label.startsWith("if ") ? ` ${row.label.split(";")[0] ?? ""}` : "";
  const who = row.by?.split(",")[0] ?? "";
  const when = formatDays(row.first_day, row.last_day);
  const short = speakerOf(row);
  const full: Line = [words, { text: `${about}: ${who}, ${when}` }];
  return [
    ...(width < NARROW ? [] : [full]),
    [words, { text: `${about}: ${short}` }],
    [words, { text: `: ${short}` }],
    [words, { text: `: ${short.split(" of ")[0] ?? short}` }],
    [words],
  ];
}

/** Binding claims first, then the latest: where there is no room for all, these keep their words. */
function byImportance(spots: readonly Spot[], rows: readonly TimelineRow[]): readonly Spot[] {
  const binding = new Set(closureRows(rows).flatMap(({ claims }) => idsOf(claims)));
  const rank = ({ row }: Spot): number =>
    binding.has(row.claims) ? 0 : row.kind === "withdrawn" ? 2 : 1;
  return spots.toReversed().toSorted((a, b) => rank(a) - rank(b));
}

/** Words as close to a mark as this would be read as its own. */
const nearOf = ({ x, ...box }: Box): Box => ({
  ...box,
  x: x - HALF,
  width: box.width + 2 * HALF,
});

/** Marks that one label covers must not be many: with more claims, fewer are labelled in full. */
function findLabels(
  spots: readonly Spot[],
  rows: readonly TimelineRow[],
  field: Field,
  { width, edges }: { readonly width: number; readonly edges: readonly Box[] },
): ReadonlyMap<Spot, Placed> {
  const { frame, y } = field;
  const order = byImportance(spots, rows);
  const lastly = new Set(idsOf(closureRows(rows).at(-1)?.claims ?? ""));
  const wishes = order.map((spot): Wish => {
    const { row, box } = spot;
    // An arrow is long; its words stand at its tick.
    const level = row.low ?? row.high;
    const beside =
      row.kind === "floor" && level !== null
        ? { ...box, y: y(level) - 24, height: 24 + HALF }
        : box;
    const line = row.low !== null && row.high !== null && row.low < row.high ? null : level;
    return {
      texts: labelTexts(row, width),
      beside,
      line: line === null ? beside.y + beside.height / 2 : y(line),
      foreign: spots.filter((other) => other !== spot).map((other) => nearOf(other.box)),
      must: lastly.has(row.claims),
    };
  });
  const widest = width < NARROW ? 150 : 210;
  const placed = placeLabels(wishes, {
    frame,
    taken: [
      ...spots.map(({ box }) => box),
      ...spots.map((spot) => windowOf(spot, field)),
      ...findChoices(spots).map((choice) => boxOfChoice(choice, field)),
    ],
    avoided: edges,
    widest,
  });
  return new Map(
    order.flatMap((spot, index) => {
      const found = placed[index];
      return found ? [[spot, found] as const] : [];
    }),
  );
}

function drawLayer(
  { document, width }: Canvas,
  rows: readonly TimelineRow[],
  field: Field,
): SVGElement {
  const spots = findSpots(claimRows(rows), field);
  const labels = findLabels(spots, rows, field, { width, edges: bandEdges(rows, field) });
  const linked = ({ row }: Spot, children: readonly Child[]): SVGElement =>
    newLink(document, { href: hrefOf(row), title: titleOf(row) }, children);
  const binding = new Set(closureRows(rows).flatMap(({ claims }) => idsOf(claims)));
  const isPale = ({ row }: Spot): boolean => spots.length > CROWD && !binding.has(row.claims);
  const ordered = spots.toSorted((a, b) => Number(isPale(b)) - Number(isPale(a)));
  const marks = ordered.map((spot) =>
    linked(spot, [
      newSvg(document, "rect", { ...touchArea(spot.box), fill: "transparent" }),
      newSvg(
        document,
        "g",
        isPale(spot) ? { opacity: 0.35 } : {},
        drawClaim(document, spot, field),
      ),
    ]),
  );
  // The mark is the link: words of one line would be too low a target.
  const words = [...labels.values()].flatMap(({ lines, box }) =>
    newText(document, lines, { x: box.x, y: baselineIn(box) }, HALO),
  );
  return newSvg(document, "g", { "text-anchor": "start" }, [
    ...drawBand(document, stretchesOf(rows, field)),
    ...drawAlternatives(document, spots, field),
    ...marks,
    ...words,
  ]);
}

/** First and last day with room on both sides for marks and their words. */
function timeDomain(rows: readonly TimelineRow[]): readonly [number, number] {
  const days = rows.flatMap((row) => [timeOf(firstDay(row)), timeOf(lastDay(row))]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const span = Math.max(last - first, 90 * 86_400_000);
  return [first - span * 0.05, last + span * 0.4];
}

function drawField(canvas: Canvas, rows: readonly TimelineRow[], axis: Axis, height: number) {
  const { document, width } = canvas;
  const domain = timeDomain(claimRows(rows));
  const left =
    Math.ceil(Math.max(...axis.ticks.map((tick) => widthOf([{ text: axis.format(tick) }])))) + 10;
  const perPixel = (domain[1] - domain[0]) / (width - left - MARGIN.right);
  const months = dateTicks(domain, width < NARROW ? 4 : 7).filter(
    (date) => domain[1] - date.getTime() > 24 * perPixel,
  );
  const plot = Plot.plot({
    document,
    ...{ width, height, marginLeft: left, marginRight: MARGIN.right },
    ...{ marginTop: MARGIN.top, marginBottom: MARGIN.bottom },
    x: { type: "utc", domain: domain.map((time) => new Date(time)), label: null },
    y: { type: "linear", domain: [0, axis.domain[1] * 1.12], label: null },
    marks: [
      Plot.gridY(axis.ticks, { stroke: GRID, strokeOpacity: 1 }),
      Plot.axisY(axis.ticks, {
        ...{
          tickFormat: axis.format,
          tickSize: 0,
          tickPadding: 6,
          fontSize: FONT_SIZE,
          fill: MUTED,
        },
      }),
      Plot.axisX(months, {
        ...{ tickFormat: formatMonth, tickSize: 4, tickPadding: 4, fontSize: FONT_SIZE },
        ...{ stroke: MUTED, fill: MUTED },
      }),
      Plot.ruleY([0], { stroke: INK }),
      (_index, scales) => {
        const [x, y] = [scales.x as Scale, scales.y as Scale];
        const top = MARGIN.top;
        const frame = {
          x: left,
          y: top,
          width: width - left - 2,
          height: height - top - MARGIN.bottom,
        };
        return drawLayer(canvas, rows, { x, y, frame });
      },
    ],
  });
  const groups = [...plot.children].filter(({ localName }) => localName === "g");
  return newSvg(document, "g", { "text-anchor": "middle" }, groups);
}

/**
 * Draws claims over time with the range that they leave together.
 *
 * @param caption What the upright axis measures; millions are added.
 */
export function drawTimeline(
  rows: readonly TimelineRow[],
  caption: string,
  canvas: Canvas,
): SVGSVGElement {
  const { document, width } = canvas;
  const height = width < NARROW ? 440 : 400;
  const axis = linearAxis(valuesOf(rows));
  const unit = `${inMillions(axis) ? "million " : ""}${caption}`;
  const lines = wrap([{ text: unit }], width - 8);
  const top = (lines.length - 1) * LINE_HEIGHT;
  const isEmpty = claimRows(rows).length === 0;
  return newDrawing(document, { width, height: isEmpty ? 60 : height + top }, [
    ...newText(document, lines, { x: 0, y: FONT_SIZE }, { fill: MUTED }),
    ...(isEmpty
      ? newText(document, [[{ text: "not stated" }]], { x: 0, y: 44 })
      : [newGroup(document, [0, top], [drawField(canvas, rows, axis, height)])]),
  ]);
}
