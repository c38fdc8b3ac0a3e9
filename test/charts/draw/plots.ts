import type * as Plot from "@observablehq/plot";
import { plot } from "../../../src/charts/draw/plot.ts";
import { document } from "../drawing.ts";

/** A mark in a drawing of 100 by 100 whose scales are its pixels, y from the bottom. */
export const drawn = (marks: Plot.Markish): SVGSVGElement =>
  plot(
    { document, width: 100, id: "t" },
    {
      ...{ height: 100, margin: 0, marginLeft: 0, marginRight: 0 },
      x: { domain: [0, 100], range: [0, 100] },
      y: { domain: [0, 100], range: [100, 0] },
      marks: [marks],
    },
  );

/** The paths of a drawing. */
export const pathsIn = (svg: Element): readonly (string | null)[] =>
  [...svg.querySelectorAll("path")].map((path) => path.getAttribute("d"));
