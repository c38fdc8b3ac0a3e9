import * as Plot from "@observablehq/plot";
import { type Box, NEVER, type Place, placed } from "./boxes.ts";
import { INK, PAPER } from "./colours.ts";
import { newSvg } from "./svg.ts";
import { FONT_SIZE, LINE_HEIGHT, widthOf, wrap } from "./text.ts";

/** The panel of a mark, where a chart has several: the field that names it. */
export interface Facet {
  readonly fx?: string;
  readonly fy?: string;
}

/** What is drawn at a place or over a stretch, and the words that it wants beside it. */
export interface Spot {
  readonly x1: Date | number;
  readonly x2: Date | number;
  readonly y1: number;
  readonly y2: number;
  /** The panel that it stands in; "" where there is only one. */
  readonly panel: string;
  /** The number of the label, set bold before its words. */
  readonly number?: string | undefined;
  /** Words beside the mark; left out for what only takes room, "" for a number alone. */
  readonly words?: string | undefined;
  readonly isBold?: boolean;
  /** Between which heights, in pixels, its words may stand. */
  readonly band?: readonly [number, number];
  /** What it is for other words: a mark unless said; a line may be crossed at need, words never. */
  readonly takes?: "line" | "words";
}

/** How much room there is around a mark, and what a pixel of it costs words that cover it. */
const ROOM = { mark: [7, 4], line: [2, 1], words: [7, NEVER] } as const;
const RING = 8;
const WIDEST = 240;
const NARROWEST = 60;
const MOST_LINES = 4;

/** A text in one line, in two, and so on: each as narrow as it gets. */
function formsOf({ number, words = "" }: Spot): readonly (readonly string[])[] {
  const text = number === undefined ? words : `${number}  ${words}`;
  const forms = new Map<number, readonly string[]>();
  for (let width = WIDEST; width >= NARROWEST; width -= 10) {
    const lines = wrap(text, width);
    forms.set(lines.length, lines);
  }
  return words === "" ? [] : [...forms.values()].filter(({ length }) => length <= MOST_LINES);
}

const sizeOf = (lines: readonly string[], bold = false) => ({
  width: Math.max(...lines.map((line) => widthOf(line, { bold }))) + 4,
  height: lines.length * LINE_HEIGHT,
});

const AT = { start: 0, middle: 0.5, end: 1 } as const;

function drawWords(
  document: Document,
  lines: readonly string[],
  { box, anchor }: Place,
  spot: Spot,
) {
  const { number = "" } = spot;
  const x = box.x + 2 + AT[anchor] * (box.width - 4);
  const spans = lines.map((line, at) => {
    const stand = { x, y: box.y + at * LINE_HEIGHT + FONT_SIZE - 1 };
    const bold = newSvg(document, "tspan", { "font-weight": 700 }, [number]);
    const rest = at > 0 || number === "" ? [line] : [bold, line.slice(number.length)];
    return newSvg(document, "tspan", stand, rest);
  });
  const weight = spot.isBold === true ? { "font-weight": 700 } : {};
  const style = { fill: INK, "font-size": FONT_SIZE, "text-anchor": anchor, ...weight };
  return newSvg(document, "text", style, spans);
}

function drawRing(document: Document, number: string, box: Box): SVGElement {
  const [cx, cy] = [box.x + RING, box.y + RING];
  const bold = { fill: INK, "font-size": 12, "font-weight": 700, "text-anchor": "middle" };
  return newSvg(document, "g", {}, [
    newSvg(document, "circle", { cx, cy, r: RING, fill: PAPER, stroke: INK }),
    newSvg(document, "text", { x: cx, y: cy + 4, ...bold }, [number]),
  ]);
}

type Values = Readonly<Record<string, ArrayLike<number> | undefined>>;

/** The room that a mark takes, by where its channels put it. */
function boxOf(values: Values, at: number, half: number): Box {
  const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = ["x", "x2", "y", "y2"].map((name) => values[name]?.[at]);
  const [x, y] = [Math.min(x1, x2) - half, Math.min(y1, y2) - half];
  return { x, y, width: Math.abs(x2 - x1) + 2 * half, height: Math.abs(y2 - y1) + 2 * half };
}

/** Where words may stand: in the panel, and a little around it. */
function frameOf({ width, height, ...margins }: Plot.Dimensions): Box {
  const { marginLeft: x, marginRight, marginTop, marginBottom } = margins;
  const [above, right] = [Math.min(4, marginTop), Math.min(6, marginRight)];
  const size = {
    width: width - x - marginRight + right,
    height: height - marginTop - marginBottom,
  };
  return { x, y: marginTop - above, ...size };
}

/**
 * Words beside marks, placed so that none covers another: on a phone, or where there is no room,
 * the number alone in a ring.
 *
 * @param rows All that takes room, what wants words among it.
 */
export const labels = (
  rows: readonly Spot[],
  { isNumbersOnly, ...facet }: Facet & { readonly isNumbersOnly: boolean },
): Plot.Markish =>
  Plot.text(rows, {
    ...{ ...facet, x: "x1", y: "y1", text: () => " " },
    channels: { x2: { value: "x2", scale: "x" }, y2: { value: "y2", scale: "y" } },
    render(index, _scales, values, dimensions, { document }) {
      const spots = Array.from(index).flatMap((at) => {
        const spot = rows[at];
        const [half, price] = ROOM[spot?.takes ?? "mark"];
        return spot ? [{ spot, price, box: boxOf(values, at, half) }] : [];
      });
      const whole = frameOf(dimensions);
      const wanted = spots.flatMap(({ spot, box: beside }) => {
        if (spot.words === undefined) return [];
        const ring = spot.number === undefined ? [] : [{ width: 2 * RING, height: 2 * RING }];
        const texts = isNumbersOnly && spot.number !== undefined ? [] : formsOf(spot);
        const forms = [...texts.map((lines) => sizeOf(lines, spot.isBold)), ...ring];
        const [top, bottom] = spot.band ?? [];
        const frame =
          top === undefined || bottom === undefined
            ? undefined
            : { ...whole, y: top, height: bottom - top };
        return [{ spot, texts, beside, forms, frame }];
      });
      const places = placed(wanted, { frame: whole, taken: spots });
      const drawn = wanted.flatMap(({ spot, texts }, at): readonly SVGElement[] => {
        const place = places[at];
        if (!place) return [];
        const text = texts[place.form];
        if (text !== undefined) return [drawWords(document, text, place, spot)];
        return [drawRing(document, spot.number ?? "", place.box)];
      });
      return newSvg(document, "g", { stroke: "none" }, drawn);
    },
  });
