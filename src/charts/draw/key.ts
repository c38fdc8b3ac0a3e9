import { CHANGED, INK, MUTED, PALE, PAPER, type Party, colourOf, tintOf } from "./colours.ts";
import type { Said } from "./said.ts";

const RING = "M13.5 9A4.5 4.5 0 1 1 4.5 9A4.5 4.5 0 1 1 13.5 9Z";
const BOX = "M1 5H17V13H1Z";
const UP = "M6 6L9 3L12 6";
const DOWN = "M6 12L9 15L12 12";

/** Shapes of samples in a box of 18 by 18, with what fills them and who strokes them if not ink. */
const SHAPES = {
  figure: [RING, "own"],
  about: [RING, PAPER],
  range: ["M3.5 3H14.5M9 3V15M3.5 15H14.5", "none"],
  floor: [`M3.5 15H14.5M9 15V3${UP}`, "none"],
  over: [`M12 14A3 3 0 1 1 6 14A3 3 0 1 1 12 14ZM9 11V3${UP}`, "none"],
  ceiling: [`M3.5 3H14.5M9 3V15${DOWN}`, "none"],
  below: [`M12 4A3 3 0 1 1 6 4A3 3 0 1 1 12 4ZM9 7V15${DOWN}`, "none"],
  bar: [BOX, "own"],
  could: [RING, PAPER, PALE],
  planned: [`${BOX}M3 13L9 5M9 13L15 5`, PAPER],
  struck: ["M13 9A4 4 0 1 1 5 9A4 4 0 1 1 13 9ZM2 16L16 2", "none", MUTED],
  five: ["M9 4L13.5 9L9 14L4.5 9Z", INK],
  ground: [BOX, "tint"],
  fade: ["M1 14H17", "none"],
  gap: ["M2 14L10 4M6 14L14 4M10 14L17 5", "none", MUTED],
  changed: [BOX, CHANGED, CHANGED],
} as const satisfies Readonly<
  Record<string, readonly [path: string, fill: string, stroke?: string]>
>;

type Sample = keyof typeof SHAPES;

/** One line of a key: a sample, and what it means. */
export interface KeyEntry {
  readonly sample: Sample;
  readonly means: string;
  /** Whose colour the sample has; ink where it is left out. */
  readonly party?: Party;
  /** Which lightness a sample of ground has. */
  readonly tint?: number;
}

/** The sample of an entry: SVG of 18 by 18 pixels, coloured by the page's variables. */
export function sampleOf({ sample, party, tint = 1 }: KeyEntry): string {
  const shape: readonly [string, string, string?] = SHAPES[sample];
  const [path, fill, stroke = party === undefined ? INK : colourOf(party)] = shape;
  const ground = { own: stroke, tint: tintOf(party ?? "other", tint) }[fill] ?? fill;
  const under =
    sample === "fade" ? `<path d="M1 4H17V14H1Z" fill="${tintOf(party ?? "other", 2)}"/>` : "";
  return `<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">${under}<path d="${path}" fill="${ground}" stroke="${stroke}" stroke-width="1.75"/></svg>`;
}

const isBound = ({ shape }: Said, end: "low" | "high", said: Said): boolean =>
  shape === "bound" && said[end] !== null;

/** What each sort of figure is called, in the order of a key. */
const MEANS: readonly (readonly [Sample, string, (said: Said) => boolean])[] = [
  ["figure", "one figure", ({ kind, shape }) => kind === "said" && shape === "figure"],
  ["about", "about", ({ kind, shape }) => kind === "said" && shape === "about"],
  ["range", "from low to high", ({ kind, shape }) => kind === "said" && shape === "range"],
  ["floor", "at least", (said) => isBound(said, "low", said) && said.low_inclusive !== false],
  ["over", "over", (said) => isBound(said, "low", said) && said.low_inclusive === false],
  ["ceiling", "up to", (said) => isBound(said, "high", said) && said.high_inclusive !== false],
  ["below", "below", (said) => isBound(said, "high", said) && said.high_inclusive === false],
  ["could", "could be", ({ kind }) => kind === "could"],
  ["planned", "planned", ({ kind }) => kind === "planned"],
  ["five", "in the five articles", ({ isCore }) => isCore],
];

/**
 * The key of figures: what is drawn of them, and nothing else.
 *
 * @param words Other words for some samples: "could hold" for "could be".
 */
export function keyOfSaid(
  rows: readonly Said[],
  words: Partial<Readonly<Record<Sample, string>>> = {},
): readonly KeyEntry[] {
  const counted = rows.filter(({ kind }) => kind !== "struck");
  const found = MEANS.filter(([, , is]) => counted.some(is));
  const struck: KeyEntry = { sample: "struck", means: "not counted" };
  return [
    ...found.map(([sample, means]) => ({ sample, means: words[sample] ?? means })),
    ...(counted.length < rows.length ? [struck] : []),
  ];
}
