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
  /** Length of an arrow beside which the text may stand farther on, upward where below 0. */
  readonly shaft: number;
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
const STEP = 12;

type Place = Pick<Wish, "beside" | "line" | "shaft">;

/** Places beside a mark, in the order in which they are tried: right, left, above, below. */
function spots({ beside, line }: Place, width: number, height: number): readonly Box[] {
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
    { x: left + GAP + beside.width, y: beside.y - GAP - height, ...size },
    { x: left + GAP + beside.width, y: beside.y + beside.height + GAP, ...size },
  ];
}

/** Places farther along the arrow of a mark, the nearest first. */
function spotsAlong({ beside, shaft }: Place, width: number, height: number): readonly Box[] {
  const size = { width, height };
  const [right, left] = [beside.x + beside.width + GAP, beside.x - GAP - width];
  const from = shaft < 0 ? beside.y - height : beside.y + beside.height;
  const count = Math.max(0, Math.floor((Math.abs(shaft) - height) / STEP) + 1);
  return Array.from({ length: shaft === 0 ? 0 : count }, (_, index) => {
    const y = from + Math.sign(shaft) * index * STEP;
    return [
      { x: right, y, ...size },
      { x: left, y, ...size },
    ];
  }).flat();
}

/** A place in which a text covers no mark, and whether it is near another's or on what should stay free. */
interface Free {
  readonly box: Box;
  readonly isForeign: boolean;
  readonly isAvoided: boolean;
}

/** A text broken into lines, the room that it takes, and its places: looked for once, as labels are placed many times. */
interface Setting {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly beside: () => readonly Free[];
  readonly along: () => readonly Free[];
}

/** A wish with all ways to set its texts: breaking lines takes longer than finding places. */
interface Ready extends Wish {
  readonly settings: readonly (readonly Setting[])[];
}

const meets = (box: Box, others: readonly Box[]): boolean =>
  others.some((other) => overlap(box, other));

/** What is found when it is first asked for. */
function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}

/** Ways to set a text: the widths are tried from one line down to a narrow column. */
const settingsOf = (text: Line, wish: Wish, room: Room): readonly Setting[] =>
  [room.widest, room.widest * 0.75, room.widest * 0.55].map((most) => {
    const lines = wrap(text, most);
    const width = Math.max(...lines.map(widthOf));
    const height = lines.length * LINE_HEIGHT;
    const freeOf = (boxes: readonly Box[]): readonly Free[] =>
      boxes
        .filter((box) => within(box, room.frame) && !meets(box, room.taken))
        .map((box) => ({
          box,
          isForeign: meets(box, wish.foreign),
          isAvoided: meets(box, room.avoided),
        }));
    return {
      ...{ lines, width, height },
      beside: once(() => freeOf(spots(wish, width, height))),
      along: once(() => freeOf(spotsAlong(wish, width, height))),
    };
  });

/** Which places a text may take: the strictest first. */
interface Terms {
  readonly along?: true;
  readonly foreign?: true;
  readonly avoided?: true;
}

/** The fullest text for which one of the places is free. */
function place(wish: Ready, labels: readonly Box[], terms: Terms = {}): Placed | null {
  for (const setting of wish.settings.flat()) {
    const free = (terms.along ? setting.along() : setting.beside()).find(
      ({ box, isForeign, isAvoided }) =>
        (terms.foreign ?? !isForeign) && (terms.avoided ?? !isAvoided) && !meets(box, labels),
    );
    if (free !== undefined) return { lines: setting.lines, box: free.box };
  }
  return null;
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Where no text has room: the place, of all texts, that covers the least of the marks. */
function placeOver(wish: Ready, { frame, taken }: Room, labels: readonly Box[]): Placed | null {
  const places = wish.settings.flat().flatMap(({ lines, width, height }) =>
    spots(wish, width, height)
      .filter((box) => within(box, frame) && !labels.some((other) => overlap(box, other)))
      .map((box) => ({
        placed: { lines, box },
        covered: taken.reduce((sum, other) => sum + shared(box, other), 0),
      })),
  );
  const least = Math.min(...places.map(({ covered }) => covered));
  return places.find(({ covered }) => covered === least)?.placed ?? null;
}

function placeInTurn(wishes: readonly Ready[], room: Room): readonly (Placed | null)[] {
  const placed: (Placed | null)[] = [];
  for (const wish of wishes) {
    const labels = placed.flatMap((one) => (one === null ? [] : [one.box]));
    placed.push(
      place(wish, labels) ??
        place(wish, labels, { avoided: true }) ??
        place(wish, labels, { avoided: true, along: true }) ??
        place(wish, labels, { foreign: true }) ??
        place(wish, labels, { foreign: true, avoided: true }) ??
        place(wish, labels, { foreign: true, avoided: true, along: true }) ??
        (wish.must ? placeOver(wish, room, labels) : null),
    );
  }
  return placed;
}

/** Gives each label in turn the fullest text for which there is room beside all the others. */
function lengthen(
  labels: readonly (Placed | null)[],
  wishes: readonly Ready[],
): readonly (Placed | null)[] {
  return wishes.reduce((placed, wish, index) => {
    const own = placed[index] ?? null;
    if (own === null) return placed;
    const others = placed.flatMap((one, at) => (one === null || at === index ? [] : [one.box]));
    return placed.with(index, place(wish, others) ?? own);
  }, labels);
}

const countOf = (labels: readonly (Placed | null)[]): number =>
  labels.filter((label) => label !== null).length;

/** All texts shortened together, by as much as lets most labels have a place. */
function placeShortened(wishes: readonly Ready[], room: Room): readonly (Placed | null)[] {
  const versions = Math.max(1, ...wishes.map(({ settings }) => settings.length));
  const attempts = Array.from({ length: versions }, (_, short) => {
    const shortened = wishes.map((wish) => ({ ...wish, settings: wish.settings.slice(short) }));
    return placeInTurn(shortened, room);
  });
  const most = Math.max(...attempts.map(countOf));
  return attempts.find((labels) => countOf(labels) === most) ?? [];
}

/** How many labels without a place may choose first: each of them costs as much as all before. */
const FEW = 2;

/** Lets those that found no place choose first, if then every other one has a place still. */
function placeMissing(
  labels: readonly (Placed | null)[],
  wishes: readonly Ready[],
  room: Room,
): readonly (Placed | null)[] {
  const missing = labels.flatMap((label, index) => (label === null ? [index] : []));
  return missing.slice(0, FEW).reduce((before, index) => {
    const order = [index, ...wishes.flatMap((_, at) => (at === index ? [] : [at]))];
    const after = placeShortened(
      order.flatMap((at) => wishes[at] ?? []),
      room,
    );
    const sorted = wishes.map((_, at) => after[order.indexOf(at)] ?? null);
    const isBetter = sorted[index] !== null && before.every((one, at) => !one || sorted[at]);
    return isBetter ? sorted : before;
  }, labels);
}

/**
 * Finds places for labels so that none covers another label or a mark.
 *
 * Texts are shortened together until every label has a place. Where there are too
 * many even for the shortest, as many as possible keep a place; of the others the
 * mark's own title and the data table speak. Each label then has as full a text as fits.
 *
 * @param wishes What shall be labelled, the most important first.
 */
export function placeLabels(wishes: readonly Wish[], room: Room): readonly (Placed | null)[] {
  const ready = wishes.map((wish): Ready => ({
    ...wish,
    settings: wish.texts.map((text) => settingsOf(text, wish, room)),
  }));
  const labels = placeMissing(placeShortened(ready, room), ready, room);
  return lengthen(labels, ready);
}

/** Baseline of the first line in a box. */
export const baselineIn = ({ y }: Box): number => y + FONT_SIZE;
