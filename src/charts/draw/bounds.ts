import * as Plot from "@observablehq/plot";
import { PAPER } from "./colours.ts";
import type { Ends } from "../../words/ranges.ts";

/** How far a stub reaches, whatever the number: ink must not grow where knowledge is small. */
export const STUB = 13;
const FOOT = 5.5;
const RING = 3;
const HEAD = 3;

type Path = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "arc">;

const tick = (path: Path): void => {
  path.moveTo(-FOOT, 0);
  path.lineTo(FOOT, 0);
};

const ring = (path: Path): void => {
  path.moveTo(RING, 0);
  path.arc(0, 0, RING, 0, 2 * Math.PI);
};

const stub = (foot: typeof tick, from: number) => ({
  draw(path: Path, length: number): void {
    foot(path);
    path.moveTo(0, -from);
    path.lineTo(0, -length);
    path.moveTo(-HEAD, HEAD + 1 - length);
    path.lineTo(0, -length);
    path.lineTo(HEAD, HEAD + 1 - length);
  },
});

/** At the number itself where it belongs, else around it. */
const [INCLUDED, EXCLUDED] = [stub(tick, 0), stub(ring, RING)];

const isFloor = ({ low }: Ends): boolean => low !== null;
const isIncluded = (row: Ends): boolean =>
  (isFloor(row) ? row.low_inclusive : row.high_inclusive) !== false;

/**
 * Bounds with one end: a tick at the number, or a ring where the number itself is excluded, and a
 * stub of fixed length towards where the others may be.
 *
 * @param rows Bounds of which one end is null.
 * @param along Which way the scale of numbers runs in the picture.
 */
export const oneSided = (
  rows: readonly Ends[],
  options: Plot.VectorOptions,
  along: "x" | "y" = "y",
): Plot.Markish =>
  [true, false].flatMap((floor) =>
    [INCLUDED, EXCLUDED].map((shape) =>
      Plot.vector(
        rows.filter((row) => isFloor(row) === floor && isIncluded(row) === (shape === INCLUDED)),
        {
          ...{ strokeWidth: 2, strokeLinecap: "round", length: STUB, anchor: "start", shape },
          ...options,
          rotate: (along === "y" ? 0 : 90) + (floor ? 0 : 180),
        },
      ),
    ),
  );

/**
 * Numbers from low to high at one moment: a line with a cap at each end, a ring where the number
 * itself is excluded.
 */
export const span = (rows: readonly Ends[], options: Plot.DotOptions): Plot.Markish => [
  Plot.ruleX(rows, { strokeWidth: 2, ...(options as Plot.RuleXOptions), y1: "low", y2: "high" }),
  ...(["low", "high"] as const).flatMap((end) =>
    [true, false].map((included) =>
      Plot.dot(
        rows.filter((row) => (row[`${end}_inclusive`] !== false) === included),
        {
          ...{ strokeWidth: 2, ...options, y: end, fill: PAPER, r: RING },
          ...(included ? { symbol: { draw: tick } } : {}),
        },
      ),
    ),
  ),
];

const struckRing = {
  draw(path: Path): void {
    path.moveTo(4, 0);
    path.arc(0, 0, 4, 0, 2 * Math.PI);
    path.moveTo(-7, 7);
    path.lineTo(7, -7);
  },
};

/** Figures that do not count: a pale ring, struck through. Why is in the words beside it or below. */
export const struck = (data: Plot.Data, options: Plot.DotOptions): Plot.Markish =>
  Plot.dot(data, { strokeWidth: 1.5, ...options, symbol: struckRing, fill: "none" });
