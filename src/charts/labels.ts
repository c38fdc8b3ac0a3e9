import { FONT_SIZE, LINE_HEIGHT, type Line, widthOf, wrap } from "./text.ts";

/** A rectangle in the drawing, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Text that wants to stand near a point. */
export interface Wish {
  /** Versions of the text, the fullest first. */
  readonly texts: readonly Line[];
  /** The mark, beside which the text stands. */
  readonly beside: Box;
  /** Height at which the mark's line runs: text stands above or below it. */
  readonly line: number;
  /** Beside which the text had better not stand, as if it were another mark's. */
  readonly foreign: readonly Box[];
  /** Whether the text may cover other marks rather than be left out. */
  readonly must: boolean;
}

/** Lines of text and where they stand; null where there is no room. */
export interface Placed {
  readonly lines: readonly Line[];
  readonly box: Box;
}

/** Where labels may stand. */
export interface Room {
  readonly frame: Box;
  /** What must stay free, such as the marks. */
  readonly taken: readonly Box[];
  /** What should stay free, such as lines that words may cross at need. */
  readonly avoided: readonly Box[];
  /** Width of the widest line. */
  readonly widest: number;
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const GAP = 7;

/** Places beside a mark, in the order in which they are tried: right, left, above, below. */
function spots({ beside, line }: Wish, width: number, height: number): readonly Box[] {
  const size = { width, height };
  const [right, left] = [beside.x + beside.width + GAP, beside.x - GAP - width];
  const [middle, low] = [
    beside.x + beside.width / 2 - width / 2,
    beside.y + beside.height - height,
  ];
  const centre = beside.y + beside.height / 2 - height / 2;
  const levels = [line - height - 3, line + 4, centre, beside.y, low];
  return [
    ...levels.map((y) => ({ x: right, y, ...size })),
    ...levels.map((y) => ({ x: left, y, ...size })),
    { x: middle, y: beside.y - GAP - height, ...size },
    { x: middle, y: beside.y + beside.height + GAP, ...size },
    { x: right - GAP - beside.width, y: beside.y - GAP - height, ...size },
    { x: right - GAP - beside.width, y: beside.y + beside.height + GAP, ...size },
  ];
}

/** Ways to set a text: the widths are tried from one line down to a narrow column. */
function settings(text: Line, widest: number): readonly (readonly Line[])[] {
  return [widest, widest * 0.75, widest * 0.55].map((width) => wrap(text, width));
}

function place(wish: Wish, frame: Box, taken: readonly Box[], widest: number): Placed | null {
  for (const text of wish.texts) {
    for (const lines of settings(text, widest)) {
      const width = Math.max(...lines.map(widthOf));
      const free = spots(wish, width, lines.length * LINE_HEIGHT).find(
        (box) => within(box, frame) && !taken.some((other) => overlap(box, other)),
      );
      if (free !== undefined) return { lines, box: free };
    }
  }
  return null;
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Where no text has room: the place, of all texts, that covers the least of the marks. */
function placeOver(
  wish: Wish,
  { frame, taken, widest }: Room,
  labels: readonly Box[],
): Placed | null {
  const places = wish.texts.flatMap((text) =>
    settings(text, widest).flatMap((lines) =>
      spots(wish, Math.max(...lines.map(widthOf)), lines.length * LINE_HEIGHT)
        .filter((box) => within(box, frame) && !labels.some((other) => overlap(box, other)))
        .map((box) => ({
          placed: { lines, box },
          covered: taken.reduce((sum, other) => sum + shared(box, other), 0),
        })),
    ),
  );
  const least = Math.min(...places.map(({ covered }) => covered));
  return places.find(({ covered }) => covered === least)?.placed ?? null;
}

function placeInTurn(wishes: readonly Wish[], room: Room): readonly (Placed | null)[] {
  const placed: (Placed | null)[] = [];
  for (const wish of wishes) {
    const labels = placed.flatMap((one) => (one === null ? [] : [one.box]));
    const solid = [...room.taken, ...labels];
    placed.push(
      place(wish, room.frame, [...solid, ...wish.foreign, ...room.avoided], room.widest) ??
        place(wish, room.frame, [...solid, ...wish.foreign], room.widest) ??
        place(wish, room.frame, [...solid, ...room.avoided], room.widest) ??
        place(wish, room.frame, solid, room.widest) ??
        (wish.must ? placeOver(wish, room, labels) : null),
    );
  }
  return placed;
}

/** Gives each label in turn the fullest text for which there is room beside all the others. */
function lengthen(
  labels: readonly (Placed | null)[],
  wishes: readonly Wish[],
  room: Room,
): readonly (Placed | null)[] {
  return wishes.reduce((placed, wish, index) => {
    const own = placed[index] ?? null;
    if (own === null) return placed;
    const others = placed.flatMap((one, at) => (one === null || at === index ? [] : [one.box]));
    const taken = [...room.taken, ...others, ...wish.foreign, ...room.avoided];
    return placed.with(index, place(wish, room.frame, taken, room.widest) ?? own);
  }, labels);
}

/**
 * Finds places for labels so that none covers another label or a mark.
 *
 * Texts are shortened together until every label has a place. Where there are too
 * many even for the shortest, as many as possible keep a place, each with as full a text
 * as then fits; of the others the mark's own title and the data table speak.
 *
 * @param wishes What shall be labelled, the most important first.
 */
export function placeLabels(wishes: readonly Wish[], room: Room): readonly (Placed | null)[] {
  const versions = Math.max(1, ...wishes.map(({ texts }) => texts.length));
  const attempts = Array.from({ length: versions }, (_, short) =>
    placeInTurn(
      wishes.map((wish) => ({ ...wish, texts: wish.texts.slice(short) })),
      room,
    ),
  );
  const whole = attempts.find((labels) => !labels.includes(null));
  if (whole !== undefined) return whole;
  const countOf = (labels: readonly (Placed | null)[]): number =>
    labels.filter((label) => label !== null).length;
  const most = Math.max(...attempts.map(countOf));
  return lengthen(attempts.find((labels) => countOf(labels) === most) ?? [], wishes, room);
}

/** Baseline of the first line in a box. */
export const baselineIn = ({ y }: Box): number => y + FONT_SIZE;
