import * as Plot from "@observablehq/plot";
import type { Canvas } from "../canvas.ts";
import { lowerFirst } from "../../words/names.ts";
import { CHANGED, INK, MUTED, PAPER } from "./colours.ts";
import { isNarrow, plot } from "./plot.ts";
import type { Chain, Telling, Words } from "./retold.ts";
import { newSvg } from "./svg.ts";
import { LINE_HEIGHT, widthOf, wrap } from "./text.ts";

const SIZE = 16;
/** Room that bold words leave of a line. */
const BOLD = 0.88;
const HEIGHT = 22;

type Line = readonly Words[];

/** Breaks a phrase into lines, what was changed told apart in each. */
function wrapPhrase(words: Line, width: number): readonly Line[] {
  const single = words.flatMap(({ text, isChanged }) =>
    text.split(" ").map((word): Words => ({ text: word, isChanged })),
  );
  const wide = (line: Line): number =>
    line.reduce(
      (sum, one) => sum + widthOf(`${one.text} `, { size: SIZE, bold: one.isChanged }),
      0,
    );
  return single.reduce<readonly Line[]>((lines, word) => {
    const longer = [...(lines.at(-1) ?? []), word];
    return lines.length > 0 && wide(longer) <= width
      ? [...lines.slice(0, -1), longer]
      : [...lines, [word]];
  }, []);
}

const PEN = {
  ...{ stroke: CHANGED, "stroke-width": 7, "stroke-linejoin": "round", "paint-order": "stroke" },
  "font-weight": 700,
};

/** Phrases in which what a retelling changed is bold on a ground of its own, as with a marker pen. */
const phrases = (rows: readonly Placed[]): Plot.Markish =>
  Plot.text(rows, {
    ...{ x: "x", y: "y", text: () => " " },
    render(index, _scales, { x = [], y = [] }, _dimensions, { document }) {
      const drawn = Array.from(index).flatMap((at) =>
        (rows[at]?.lines ?? []).map((line, nth) => {
          const spans = line.map(({ text, isChanged }, run) => {
            const space = run === 0 || /^[,;]/u.test(text) ? "" : " ";
            return newSvg(document, "tspan", isChanged ? PEN : { stroke: "none" }, [
              `${space}${text}`,
            ]);
          });
          const stand = { x: Number(x[at]), y: Number(y[at]) + nth * HEIGHT + SIZE };
          const style = { fill: INK, "font-size": SIZE, "text-anchor": "start" };
          return newSvg(document, "text", { ...stand, ...style }, spans);
        }),
      );
      return newSvg(document, "g", {}, drawn);
    },
  });

/** A telling where its parts stand, in pixels. */
interface Placed {
  readonly telling: Telling;
  readonly lines: readonly Line[];
  readonly kinds: string;
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly under: number;
  /** Where the line to the next one ends. */
  readonly end: number;
}

/** Where the phrase and what changed stand: in columns, or on a phone under one another. */
const WIDE = { said: 190, kind: 490, gap: 10 };
const NARROW = { said: 22, kind: 22, gap: 8 };

/** Draws chains of tellings, each with who and when, its phrase, and what was changed in it. */
export function drawChains(chains: readonly Chain[], canvas: Canvas): SVGSVGElement {
  const narrow = isNarrow(canvas);
  const columns = narrow ? NARROW : WIDE;
  const [heads, placed]: [{ top: number; text: string }[], Placed[]] = [[], []];
  let height = 0;
  for (const { what, tellings } of chains) {
    const head = wrap(what, BOLD * canvas.width, 14);
    heads.push({ top: height + 2, text: head.join("\n") });
    height += head.length * 18 + 8;
    for (const telling of tellings) {
      const { kind, isInferred } = telling;
      const words = `${kind === "" ? "as said" : lowerFirst(kind)}${isInferred ? " (inferred)" : ""}`;
      const kinds = wrap(words, canvas.width - columns.kind - 4);
      const lines = wrapPhrase(
        telling.said,
        (narrow ? canvas.width : columns.kind) - columns.said - columns.gap,
      );
      const [top, y] = [height + 4, height + (narrow ? LINE_HEIGHT + 4 : 0)];
      const under = narrow ? y + lines.length * HEIGHT + 4 : top;
      const bottom = Math.max(
        under + kinds.length * LINE_HEIGHT,
        y + lines.length * HEIGHT,
        top + 2 * LINE_HEIGHT,
      );
      height = bottom + 12;
      const isLast = telling === tellings.at(-1);
      const end = isLast ? top : height + 4;
      placed.push({ telling, lines, kinds: kinds.join("\n"), x: columns.said, y, top, under, end });
    }
    height += 14;
  }
  const text = { textAnchor: "start", lineAnchor: "top", lineHeight: 1.25 } as const;
  return plot(canvas, {
    ...{ height, margin: 0, marginLeft: 0, marginRight: 0 },
    x: { domain: [0, canvas.width], range: [0, canvas.width] },
    y: { domain: [0, height], range: [0, height] },
    marks: [
      Plot.text(heads, {
        ...text,
        x: 0,
        y: "top",
        text: "text",
        fill: INK,
        fontSize: 14,
        fontWeight: 700,
      }),
      Plot.ruleX(placed, { x: 7, y1: "top", y2: "end", stroke: MUTED, strokeWidth: 2, dy: 5 }),
      Plot.dot(placed, {
        ...{ x: 7, y: "top", dy: 5, r: 4.5, stroke: INK, strokeWidth: 2 },
        fill: ({ telling }: Placed) => (telling.kind === "" ? PAPER : INK),
      }),
      Plot.text(placed, {
        ...{ ...text, x: 22, y: "top", dy: -3, fill: MUTED },
        text: ({ telling: { who, when } }: Placed) => `${who}${narrow ? ", " : "\n"}${when}`,
      }),
      phrases(placed),
      Plot.text(placed, { ...text, x: columns.kind, y: "under", text: "kinds", fill: MUTED }),
    ],
  });
}
