import type { Canvas, Cell, Chart } from "./chart.ts";
import { describeKey, keyOf } from "./key.ts";
import { GRID, INK, MUTED, PAPER } from "./parties.ts";
import { drawTidy } from "./render.ts";
import { newDrawing, newGroup, newSvg } from "./svg.ts";
import { LINE_HEIGHT, type Line, newText, wrap } from "./text.ts";

/** What a file says besides its chart. */
export interface Frame extends Canvas {
  /** Who was asked, and as of when. */
  readonly source: string;
  readonly licence: string;
  /** What links in the file start with; "../" suits a file in a folder of the site. */
  readonly base: string;
}

const MARGIN = 20;

/** The page's colours are not at hand in a file: each gives way to the light theme's own. */
const literal = (text: string): string => text.replace(/var\(--[\w-]+, ([^()]+)\)/gu, "$1");

/** Lines of one size under one another, and where the next ones start. */
function block(
  document: Document,
  lines: readonly Line[],
  top: number,
  { size, fill }: { readonly size: number; readonly fill: string },
): { readonly parts: readonly SVGElement[]; readonly bottom: number } {
  const step = Math.round((LINE_HEIGHT * size) / 13);
  const parts = lines.flatMap((line, index) =>
    newText(document, [line], { x: 0, y: top + size + index * step }, { "font-size": size, fill }),
  );
  return { parts, bottom: top + lines.length * step };
}

/** Text of a size, broken into lines that fit. */
const fit = (text: string, width: number, size: number, bold = false): readonly Line[] =>
  wrap([bold ? { text, bold } : { text }], (width * 13) / size);

/**
 * Draws a chart as a file of its own: title, subtitle, chart, note, source and
 * licence on an opaque ground, so that it reads the same in any viewer, dark or
 * light, without the page's stylesheet.
 */
export function standaloneChart<Row extends Readonly<Record<keyof Row, Cell>>>(
  chart: Chart<Row>,
  rows: readonly Row[],
  { document, width, source, licence, base }: Frame,
): string {
  const svg = drawTidy(chart, rows, { document, width });
  const head = block(document, fit(chart.title(rows), width, 20, true), 0, { size: 20, fill: INK });
  const sub = block(document, fit(chart.subtitle(rows), width, 16), head.bottom + 4, {
    ...{ size: 16, fill: MUTED },
  });
  const drawn = Number(svg.getAttribute("height"));
  const top = sub.bottom + 16;
  const below = [describeKey(keyOf(rows)), chart.note(rows), source, licence].flatMap((text) =>
    fit(text, width, 14),
  );
  const foot = block(document, below, top + drawn + 16, { size: 14, fill: MUTED });
  const [outer, height] = [width + 2 * MARGIN, foot.bottom + 2 * MARGIN];
  const file = newDrawing(document, { width: outer, height }, [
    newSvg(document, "title", {}, [chart.title(rows)]),
    newSvg(document, "desc", {}, [chart.description(rows)]),
    newSvg(document, "style", {}, [
      "text { font-family: system-ui, sans-serif; font-variant-numeric: tabular-nums }",
      "a:hover text { text-decoration: underline }",
    ]),
    newSvg(document, "rect", { width: outer, height, fill: PAPER, stroke: GRID }),
    newGroup(
      document,
      [MARGIN, MARGIN],
      [
        ...head.parts,
        ...sub.parts,
        newGroup(document, [0, top], [...svg.childNodes]),
        ...foot.parts,
      ],
    ),
  ]);
  for (const link of file.querySelectorAll("a"))
    link.setAttribute("href", (link.getAttribute("href") ?? "").replace(/^\.\//u, base));
  const text = literal(file.outerHTML).replaceAll("&nbsp;", "&#160;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
