import * as Plot from "@observablehq/plot";
import { type Axis, inMillions, linearAxis, valuesOf } from "./axis.ts";
import type { Canvas } from "./chart.ts";
import { baselineIn } from "./labels.ts";
import { counts, hrefOf, titleOf } from "./mark-row.ts";
import { drawMark } from "./marks.ts";
import { COLOURS, GRID, INK, MUTED } from "./parties.ts";
import { type Child, newDrawing, newGroup, newLink, newSvg } from "./svg.ts";
import { FONT_SIZE, HALO, LINE_HEIGHT, newText, widthOf, wrap } from "./text.ts";
import { findSpots } from "./timeline-spots.ts";
import { isCrowd } from "./timeline-crowd.ts";
import { findLabels } from "./timeline-labels.ts";
import { drawLeader } from "./timeline-leader.ts";
import { type TimelineRow, bindingClaims, binds, claimRows } from "./timeline-rows.ts";
import { dateTicks, formatMonth, timeOf } from "./time-axis.ts";
import { bandEdges, drawBand, stretchesOf } from "./timeline-band.ts";
import { drawChoices, nameChoices } from "./timeline-choices.ts";
import {
  type Field,
  NARROW,
  type Scale,
  type Spot,
  firstDay,
  lastDay,
  touchArea,
} from "./timeline-field.ts";

const MARGIN = { top: 24, right: 10, bottom: 26 } as const;

/** How far the arrow of a pale or struck mark reaches: all of them up to the frame would be a fence. */
const SHORT = 22;

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
            ...{ x1: from, x2: spot.due, y1: y(level), y2: y(level) },
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

/** The field as a pale or struck mark sees it: its arrow ends soon. */
function shortField(row: TimelineRow, field: Field): Field {
  const { frame, y } = field;
  const level = y(row.low ?? row.high ?? 0);
  const top = row.high === null ? Math.max(frame.y, level - SHORT) : frame.y;
  const bottom =
    row.low === null ? Math.min(frame.y + frame.height, level + SHORT) : frame.y + frame.height;
  return { ...field, frame: { ...frame, y: top, height: bottom - top } };
}

function drawLayer(
  { document, width }: Canvas,
  rows: readonly TimelineRow[],
  field: Field,
): SVGElement {
  const claims = claimRows(rows);
  const binding = bindingClaims(rows);
  const isPale = (row: TimelineRow): boolean => isCrowd(claims) && !binds(row, binding);
  const fieldOf = (row: TimelineRow): Field =>
    isPale(row) || !counts(row) ? shortField(row, field) : field;
  const isFirst = (row: TimelineRow): boolean => binds(row, binding);
  const spots = findSpots(claims, field, { fieldOf, isFirst });
  const labels = findLabels(spots, rows, field, { width, edges: bandEdges(rows, field) });
  const linked = ({ row }: Spot, children: readonly Child[]): SVGElement =>
    newLink(document, { href: hrefOf(row), title: titleOf(row) }, children);
  // Struck marks lie lowest; small marks lie upon long ones, or nobody could point at them.
  const rank = ({ row }: Spot): number => (counts(row) ? (isPale(row) ? 1 : 2) : 0);
  const ordered = spots.toSorted((a, b) => rank(a) - rank(b) || b.box.height - a.box.height);
  const marks = ordered.map((spot) =>
    linked(spot, [
      newSvg(document, "rect", { ...touchArea(spot.box), fill: "transparent" }),
      ...drawLeader(document, spot, field),
      newSvg(
        document,
        "g",
        isPale(spot.row) ? { opacity: 0.35 } : {},
        drawClaim(document, spot, fieldOf(spot.row)),
      ),
    ]),
  );
  // The mark is the link: words of one line would be too low a target.
  const words = [...labels.values()].flatMap(({ lines, box }) =>
    newText(document, lines, { x: box.x, y: baselineIn(box) }, HALO),
  );
  return newSvg(document, "g", { "text-anchor": "start" }, [
    ...drawBand(document, stretchesOf(rows, field)),
    ...drawChoices(document, spots, field),
    ...(isCrowd(spots) ? [] : nameChoices(document, spots, field)),
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
