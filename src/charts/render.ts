import type { Canvas, Cell, Chart } from "./chart.ts";
import { newSvg } from "./svg.ts";

/** Where a drawing stands: its canvas, and an id that no other drawing of the page has. */
export interface Where extends Canvas {
  readonly id: string;
}

const LONG = /-?\d+\.\d{3,}(?:e-?\d+)?/gu;

/** Attributes that hold words or addresses, in which no number is rounded. */
const WORDS = new Set(["href", "font-family", "class", "xmlns"]);

const round = (text: string): string =>
  text.replace(LONG, (number) => String(Number(Number(number).toFixed(2))));

/**
 * Tidies what Plot draws: labels for readers are in the title, description and
 * data table, so its own are stripped; numbers are rounded, so that the same
 * rows give the same bytes on every machine.
 */
function tidy(svg: SVGSVGElement): void {
  for (const element of [svg, ...svg.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith("aria-")) element.removeAttribute(name);
      else if (!WORDS.has(name)) {
        const short = round(value);
        // to set what is set already takes a browser as long as anything else
        if (short !== value) element.setAttribute(name, short);
      }
    }
}

/** Draws a chart and tidies it; has no title or description yet. */
export function drawTidy<Row extends Readonly<Record<keyof Row, Cell>>>(
  chart: Pick<Chart<Row>, "draw">,
  rows: readonly Row[],
  canvas: Canvas,
): SVGSVGElement {
  const svg = chart.draw(rows, canvas);
  tidy(svg);
  return svg;
}

/**
 * Draws a chart as inline SVG for a page.
 *
 * The title and the description are inside the drawing and name it; both ids
 * start with `id`, so two variants on one page need two ids. The role is "group":
 * an "img" hides what is inside of it, and axe refuses links in one even where
 * they are no tab stop (nested-interactive).
 */
export function drawChart<Row extends Readonly<Record<keyof Row, Cell>>>(
  chart: Pick<Chart<Row>, "draw" | "title" | "description">,
  rows: readonly Row[],
  { id, ...canvas }: Where,
): SVGSVGElement {
  const svg = drawTidy(chart, rows, canvas);
  const { document } = canvas;
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  svg.prepend(
    newSvg(document, "title", { id: `${id}-title` }, [chart.title(rows)]),
    newSvg(document, "desc", { id: `${id}-desc` }, [chart.description(rows)]),
  );
  return svg;
}

/** The same as markup. */
export function renderChart<Row extends Readonly<Record<keyof Row, Cell>>>(
  chart: Pick<Chart<Row>, "draw" | "title" | "description">,
  rows: readonly Row[],
  where: Where,
): string {
  return drawChart(chart, rows, where).outerHTML;
}
