import { ticks } from "d3-array";
import * as Plot from "@observablehq/plot";
import type { Canvas } from "../canvas.ts";
import { GRID, MUTED } from "./colours.ts";
import { defineUsed } from "./defs.ts";
import { FONT_SIZE, widthOf } from "./text.ts";
import { formatTick } from "../../words/numbers.ts";

/** Up to this width a drawing is for a phone. */
const NARROW = 450;

export const isNarrow = ({ width }: Pick<Canvas, "width">): boolean => width < NARROW;

const LONG = /-?\d+\.\d{3,}(?:e-?\d+)?/gu;

/**
 * Tidies what Plot draws: numbers are rounded, so that the same rows give the same bytes on every
 * machine; labels for readers are on the drawing as a whole, so Plot's own go.
 */
function tidy(svg: SVGSVGElement): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith("aria-")) element.removeAttribute(name);
      else if (name !== "xmlns" && LONG.test(value))
        element.setAttribute(
          name,
          value.replace(LONG, (number) => String(Number(Number(number).toFixed(2)))),
        );
    }
}

/**
 * Draws a plot on a canvas with the letters and colours that all charts share. Scales have no axes
 * of their own: which ticks and words stand where is a mark's to say.
 */
export function plot({ document, width, id }: Canvas, options: Plot.PlotOptions): SVGSVGElement {
  const drawn = Plot.plot({
    document,
    width,
    marginLeft: 2,
    marginRight: 8,
    ...options,
    x: { axis: null, ...options.x },
    y: { axis: null, ...options.y },
    fx: { axis: null, ...options.fx },
    fy: { axis: null, ...options.fy },
    className: "plot",
    style: { background: "none", fontFamily: "inherit", fontSize: `${FONT_SIZE}px`, color: MUTED },
  });
  const svg = drawn as SVGSVGElement;
  tidy(svg);
  defineUsed(svg, id);
  return svg;
}

/** Options of an axis of numbers. */
interface NumberAxis {
  readonly ticks: readonly number[];
  readonly format?: (value: number, nth: number) => string;
  /** The panel at which the words stand; at each where it is left out. */
  readonly fx?: string;
}

/** Round numbers from zero up to a number. */
export const roundNumbers = (most: number, count = 5): readonly number[] => ticks(0, most, count);

const PADDING = 6;

/** Room left of a drawing for the numbers of its axis. */
export const roomFor = ({ ticks: values, format = formatTick }: NumberAxis): number =>
  Math.ceil(Math.max(...values.map((value, at) => widthOf(format(value, at))))) + PADDING + 2;

const axisStyle = ({ ticks: values, format = formatTick }: NumberAxis) => ({
  ...{ ticks: [...values], tickFormat: format, tickSize: 0, tickPadding: PADDING, label: null },
  ...{ color: MUTED, fontSize: FONT_SIZE },
});

const gridStyle = ({ ticks: values }: NumberAxis) => ({
  ...{ ticks: [...values], stroke: GRID, strokeOpacity: 1 },
});

/** Horizontal lines at round numbers, the numbers left of them. */
export const numbersAtLeft = (axis: NumberAxis): Plot.Markish => [
  Plot.gridY(gridStyle(axis)),
  Plot.axisY({
    ...axisStyle(axis),
    anchor: "left",
    ...(axis.fx === undefined ? {} : { fx: axis.fx }),
  }),
];

/** Vertical lines at round numbers, the numbers below them. */
export const numbersBelow = (axis: NumberAxis): Plot.Markish => [
  Plot.gridX(gridStyle(axis)),
  Plot.axisX({ ...axisStyle(axis), anchor: "bottom" }),
];
