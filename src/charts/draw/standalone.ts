import type { ChartFile, Label } from "../canvas.ts";
import { paletteOf } from "./colours.ts";
import { newSvg } from "./svg.ts";
import { FONT_SIZE, widthOf, wrap } from "./text.ts";

/** What a file says of its chart. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly alternative: string;
  readonly key: readonly { readonly sample: string; readonly means: string }[];
  readonly labels: readonly Label[];
}

const MARGIN = 20;
const SAMPLE = 24;
/** Room that bold words leave of a line. */
const BOLD = 0.88;
const MUTED = "var(--muted)";
const INK = "var(--ink)";

/** A part of a file: what it is, given where it starts, and how high. */
interface Part {
  readonly height: number;
  readonly draw: (y: number) => readonly SVGElement[];
}

/** A paragraph of one size, broken into lines that fit. */
function paragraph(text: string, size: number, fill: string, file: ChartFile): Part {
  const isBold = size > 16;
  const lines = wrap(text, isBold ? BOLD * file.width : file.width, size);
  const step = Math.round(size * 1.35);
  const weight = isBold ? { "font-weight": 700 } : {};
  return {
    height: lines.length * step + 6,
    draw: (y) =>
      lines.map((line, at) =>
        newSvg(
          file.document,
          "text",
          { x: 0, y: y + at * step + size, "font-size": size, fill, ...weight },
          [line],
        ),
      ),
  };
}

/** The key in rows, as many entries in a row as fit. */
function keyPart(key: Words["key"], { document, width }: ChartFile): Part {
  let [x, row] = [0, 0];
  const placed = key.map((entry) => {
    const wide = SAMPLE + widthOf(entry.means) + 12;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { entry, x, row };
    x += wide;
    return at;
  });
  return {
    height: key.length === 0 ? 0 : 22 * (row + 1),
    draw: (y) =>
      placed.map(({ entry, ...at }) => {
        const sample = newSvg(document, "g", {});
        sample.innerHTML = entry.sample;
        const words = { x: SAMPLE, y: FONT_SIZE, "font-size": FONT_SIZE, fill: MUTED };
        const transform = `translate(${Math.round(at.x)},${y + 22 * at.row})`;
        return newSvg(document, "g", { transform }, [
          sample,
          newSvg(document, "text", words, [entry.means]),
        ]);
      }),
  };
}

/**
 * A chart as a file of its own: title, key, labels, note and sources are in it, on an opaque
 * ground, every colour written out, so that it reads the same in any viewer.
 */
export function standalone(drawing: SVGSVGElement, chart: Words, file: ChartFile): string {
  const { document } = file;
  const place = (y: number): readonly SVGElement[] => {
    drawing.setAttribute("y", String(y));
    return [drawing];
  };
  const parts = [
    paragraph(chart.title, 20, INK, file),
    paragraph(chart.subtitle, 16, MUTED, file),
    keyPart(chart.key, file),
    { height: Number(drawing.getAttribute("height")) + 12, draw: place },
    ...chart.labels.map(({ number, words }) => paragraph(`${number}  ${words}`, 14, INK, file)),
    ...[chart.note, ...file.colophon].map((text) => paragraph(text, FONT_SIZE, MUTED, file)),
  ];
  let y = 0;
  const drawn = parts.flatMap(({ height, draw }) => draw((y += height) - height));
  const [width, height] = [file.width + 2 * MARGIN, y + 2 * MARGIN];
  const svg = newSvg(
    document,
    "svg",
    {
      ...{ xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
      ...{ fill: "none", "font-family": "system-ui, Helvetica, Arial, sans-serif" },
    },
    [
      newSvg(document, "title", {}, [chart.title]),
      newSvg(document, "desc", {}, [chart.alternative]),
      newSvg(document, "rect", { width, height, fill: "var(--paper)", stroke: "var(--grid)" }),
      newSvg(document, "g", { transform: `translate(${MARGIN},${MARGIN})` }, drawn),
    ],
  );
  const palette = paletteOf(file.scheme);
  const text = svg.outerHTML
    .replace(/var\(--([\w-]+)\)/gu, (_, name: string) => palette.get(name) ?? "none")
    .replaceAll("currentColor", palette.get("muted") ?? "none")
    .replaceAll("&nbsp;", "&#160;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
