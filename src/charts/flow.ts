import type { Canvas } from "./chart.ts";
import { type Target, newDrawing, newGroup, newLink, newSvg } from "./svg.ts";
import { FONT_SIZE, LINE_HEIGHT, type Line, newText, widthOf, wrap } from "./text.ts";

/** A part of a drawing, from 0 downward, and the height that it takes. */
export interface Drawn {
  readonly part: SVGElement;
  readonly height: number;
}

/** One mark, or the last mark of several with the words behind it, and the room that it takes. */
export interface Item {
  readonly size: number;
  readonly draw: () => readonly SVGElement[];
}

/** Room of one mark: what a finger can hit. */
const STEP = 24;
const LINE = 28;

/** A mark that leads to what it stands for; `parts` are drawn around 0, 0. */
export function newSpot(document: Document, target: Target, parts: readonly SVGElement[]): Item {
  const area = { x: -4, y: -12, width: STEP, height: STEP, fill: "transparent" };
  return {
    size: STEP,
    draw: () => [
      newLink(document, target, [
        newSvg(document, "rect", area),
        newGroup(document, [8, 0], parts),
      ]),
    ],
  };
}

/** Marks of one kind; the last keeps the words beside it. */
export function withWords(
  document: Document,
  items: readonly Item[],
  text: string,
): readonly Item[] {
  const last = items.at(-1);
  if (last === undefined) return [];
  const words = (): readonly SVGElement[] => newText(document, [[{ text }]], { x: STEP, y: 5 });
  const size = STEP + widthOf([{ text }]) + 16;
  return [...items.slice(0, -1), { size, draw: () => [...last.draw(), ...words()] }];
}

interface Spot {
  readonly item: Item;
  readonly x: number;
  readonly line: number;
}

/** Sets groups of marks beside one another; one that does not fit begins a line, and is broken only if it must. */
function flow(segments: readonly (readonly Item[])[], width: number): readonly Spot[] {
  return segments.reduce<readonly Spot[]>((before, items) => {
    const total = items.reduce((sum, { size }) => sum + size, 0);
    return items.reduce((spots, item, index) => {
      const last = spots.at(-1);
      const end = last === undefined ? 0 : last.x + last.item.size;
      const needed = index === 0 ? Math.min(total, width) : item.size;
      const fits = end + needed <= width;
      const line = last?.line ?? 0;
      return [
        ...spots,
        fits ? { item, x: end, line } : { item, x: 0, line: line + (end > 0 ? 1 : 0) },
      ];
    }, before);
  }, []);
}

/** A label, and groups of marks beside it or, on a phone, under it. */
export function drawLabelled(
  { document, width }: Canvas,
  text: Line,
  segments: readonly (readonly Item[])[],
): Drawn {
  const column = width >= 600 ? 260 : 0;
  const label = wrap(text, (column || width) - 4);
  const left = column === 0 ? 0 : column + 12;
  const spots = flow(segments, width - left);
  const words = label.length * LINE_HEIGHT;
  const top = column === 0 ? words + LINE / 2 + 1 : LINE / 2 - 5;
  const marks = spots.map(({ item, x, line }) =>
    newGroup(document, [left + x, top + line * LINE], item.draw()),
  );
  const below = top + ((spots.at(-1)?.line ?? 0) + 0.5) * LINE + 10;
  return {
    part: newSvg(document, "g", {}, [
      ...newText(document, label, { x: 0, y: FONT_SIZE }),
      ...marks,
    ]),
    height: Math.max(below, words + 14),
  };
}

/** Sets parts under one another. */
export function drawStack({ document, width }: Canvas, drawn: readonly Drawn[]): SVGSVGElement {
  const tops = drawn.map((_, index) =>
    drawn.slice(0, index).reduce((sum, { height }) => sum + height, 0),
  );
  const height = drawn.reduce((sum, one) => sum + one.height, 0);
  return newDrawing(
    document,
    { width, height },
    drawn.map(({ part }, index) => newGroup(document, [0, tops[index] ?? 0], [part])),
  );
}
