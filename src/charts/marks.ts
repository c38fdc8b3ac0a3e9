import { MUTED, PAPER } from "./parties.ts";
import { type Attributes, newSvg } from "./svg.ts";

/** How a figure is published, and so how it is drawn everywhere. */
export type MarkKind =
  | "point"
  | "about"
  | "range"
  | "floor"
  | "ceiling"
  | "computed"
  | "planned"
  | "withdrawn"
  | "conflict"
  | "not stated";

/**
 * Where a mark lies along its axis, in pixels, values growing to the right and 0
 * being the middle of the mark's thickness. Turn the mark for an upright axis.
 */
export interface Place {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  /** Ends of the axis: an arrow runs to them where a side is open. */
  readonly start: number;
  readonly edge: number;
}

type Draw = (document: Document, place: Place, colour: string) => readonly SVGElement[];

const HALF = 6;
const CAP = 9;
const STROKE = 2.5;

const stroked = (colour: string): Attributes => ({ stroke: colour, "stroke-width": STROKE });

function newLine(
  document: Document,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  attributes: Attributes,
): SVGElement {
  return newSvg(document, "line", { x1, y1, x2, y2, ...attributes });
}

/** The end of a bound: a cap where the number itself is included, a hollow ring where it is not. */
function newEnd(document: Document, x: number, included: boolean, colour: string): SVGElement {
  return included
    ? newLine(document, [x, -CAP, x, CAP], stroked(colour))
    : newSvg(document, "circle", { cx: x, cy: 0, r: 5, fill: PAPER, ...stroked(colour) });
}

/** An open side: a line to the end of the axis, with a head. */
function newArrow(
  document: Document,
  [from, to]: readonly [number, number],
  attributes: Attributes,
): readonly SVGElement[] {
  const back = from < to ? -7 : 7;
  return [
    newLine(document, [from, 0, to, 0], attributes),
    newSvg(document, "path", {
      d: `M${to + back},-5L${to},0L${to + back},5`,
      ...attributes,
      "stroke-dasharray": "none",
    }),
  ];
}

/** One figure: a filled dot. */
export const drawPoint: Draw = (document, { low, high }, colour) => [
  newSvg(document, "circle", { cx: low ?? high ?? 0, cy: 0, r: 5.5, fill: colour }),
];

/** "About": a hollow dot. */
export const drawAbout: Draw = (document, { low, high }, colour) => [
  newSvg(document, "circle", {
    cx: low ?? high ?? 0,
    cy: 0,
    r: 5,
    fill: PAPER,
    ...stroked(colour),
  }),
];

/** Low to high: a bar with a solid outline and end caps. */
export const drawRange: Draw = (document, place, colour) => {
  const { low, high, start, edge, lowIncluded, highIncluded } = place;
  const [from, to] = [low ?? start, high ?? edge];
  const box = { x: from, y: -HALF, width: Math.max(0, to - from), height: 2 * HALF };
  return [
    newSvg(document, "rect", { ...box, fill: colour, "fill-opacity": 0.16 }),
    newSvg(document, "rect", { ...box, stroke: colour, "stroke-width": 1.5 }),
    newEnd(document, from, lowIncluded, colour),
    newEnd(document, to, highIncluded, colour),
  ];
};

/** "At least", "more than": a tick and an arrow to the end of the axis. */
export const drawFloor: Draw = (document, { low, edge, start, lowIncluded }, colour) => [
  ...newArrow(document, [low ?? start, edge], stroked(colour)),
  newEnd(document, low ?? start, lowIncluded, colour),
];

/** "Up to", "less than": a tick and an arrow back to the start of the axis. */
export const drawCeiling: Draw = (document, { high, edge, start, highIncluded }, colour) => [
  ...newArrow(document, [high ?? edge, start], stroked(colour)),
  newEnd(document, high ?? edge, highIncluded, colour),
];

/** Computed here: a diamond with a dashed outline at each end, dashed lines between and onward. */
export const drawComputed: Draw = (document, { low, high, start, edge }, colour) => {
  const dashed = { ...stroked(colour), "stroke-width": 2, "stroke-dasharray": "4 3" };
  const ends = [...new Set([low, high])].filter((end) => end !== null);
  const [from, to] = [low ?? high ?? start, high ?? low ?? edge];
  return [
    ...(high === null ? newArrow(document, [from, edge], dashed) : []),
    ...(low === null ? newArrow(document, [to, start], dashed) : []),
    ...(from < to ? [newLine(document, [from, 0, to, 0], dashed)] : []),
    ...ends.map((x) =>
      newSvg(document, "path", {
        d: `M${x - 8},0L${x},-8L${x + 8},0L${x},8Z`,
        fill: PAPER,
        ...dashed,
        "stroke-dasharray": "3 2",
      }),
    ),
  ];
};

/** Planned, a target: a hatched box; a lone figure's box is as wide as a mark. */
export const drawPlanned: Draw = (document, place, colour) => {
  const { low, high, start, edge } = place;
  const lone = low !== null && low === high;
  const from = lone ? low - 9 : (low ?? start);
  const to = lone ? low + 9 : (high ?? edge);
  const strokes = Math.max(1, Math.floor((to - from - 2 * HALF) / 6) + 1);
  const hatch = Array.from({ length: strokes }, (_, index) => {
    const x = from + index * 6;
    return `M${x},${HALF}L${Math.min(to, x + 2 * HALF)},${-HALF}`;
  });
  const open = `M${to},${-HALF}H${from}V${HALF}H${to}`;
  return [
    newSvg(document, "path", {
      d: `${hatch.join("")}${open}${high === null ? "" : "Z"}`,
      ...{ stroke: colour, "stroke-width": 1.5 },
    }),
  ];
};

/** Claims that exclude each other: the floor and the ceiling, each with its arrow; nothing lies between. */
const drawConflict: Draw = (document, place, colour) => [
  ...drawFloor(document, place, colour),
  ...drawCeiling(document, place, colour),
];

/** Nothing to draw: the words say so. */
const drawNothing: Draw = () => [];

const DRAW: Readonly<Record<Exclude<MarkKind, "withdrawn">, Draw>> = {
  point: drawPoint,
  about: drawAbout,
  range: drawRange,
  floor: drawFloor,
  ceiling: drawCeiling,
  computed: drawComputed,
  planned: drawPlanned,
  conflict: drawConflict,
  "not stated": drawNothing,
};

/** The kind that the ends of an interval have by themselves. */
export function kindOfEnds(
  low: number | null,
  high: number | null,
): Exclude<MarkKind, "withdrawn"> {
  if (low === null && high === null) return "not stated";
  if (high === null) return "floor";
  if (low === null) return "ceiling";
  if (low > high) return "conflict";
  return low === high ? "point" : "range";
}

/** Withdrawn or retold wrongly: what its ends would be, in grey, each struck through. */
export const drawWithdrawn: Draw = (document, place) => {
  const ends = [...new Set([place.low, place.high])].filter((end) => end !== null);
  return [
    ...DRAW[kindOfEnds(place.low, place.high)](document, place, MUTED),
    ...ends.map((x) => newLine(document, [x - 9, 9, x + 9, -9], stroked(MUTED))),
  ];
};

/** Draws a mark of a kind along an axis that lies flat. */
export function drawMark(
  document: Document,
  kind: MarkKind,
  place: Place,
  colour: string,
): readonly SVGElement[] {
  const draw = kind === "withdrawn" ? drawWithdrawn : DRAW[kind];
  return draw(document, place, colour);
}
