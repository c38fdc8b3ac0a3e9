import * as Plot from "@observablehq/plot";
import type { Label } from "../canvas.ts";
import { oneSided, span, struck } from "./bounds.ts";
import { INK, PAPER } from "./colours.ts";
import type { Facet, Spot } from "./labels.ts";
import { type Said, wordsOfSaid } from "./said.ts";
import { daysBetween } from "./time.ts";

const RADIUS = 4.5;

const isBound = ({ shape }: Said): boolean => shape === "bound";
const isRange = ({ shape, kind }: Said): boolean => shape === "range" && kind !== "planned";
const isPoint = (row: Said): boolean => !isBound(row) && !isRange(row);

/** A black diamond on what one of the five articles says; of two ends between them. */
const fives = (rows: readonly Said[], options: Plot.DotOptions): Plot.Markish =>
  Plot.dot(
    rows.filter(({ isCore, kind }) => isCore && kind !== "could"),
    {
      ...{ ...options, r: RADIUS, symbol: "diamond", fill: INK, stroke: PAPER },
      y: ({ low, high, value }: Said) => (low === null || high === null ? value : (low + high) / 2),
    },
  );

/**
 * Figures at the moment that they speak of: counts up to a day, levels, ratios. What could be is
 * hollow and pale, what is planned hatched, what does not count struck.
 *
 * @param x The field that holds the moment.
 */
export function figuresAt(
  rows: readonly Said[],
  x: "last" | "middle",
  facet: Facet = {},
): Plot.Markish {
  const at = { ...facet, x, y: "value", stroke: "stroke" };
  const counted = rows.filter(({ kind }) => kind !== "struck");
  return [
    span(counted.filter(isRange), at),
    oneSided(counted.filter(isBound), at),
    Plot.dot(counted.filter(isPoint), {
      ...{ ...at, r: RADIUS, strokeWidth: 1.75, fill: "fill" },
      symbol: ({ kind }: Said) => (kind === "planned" ? "square" : "circle"),
    }),
    struck(
      rows.filter(({ kind }) => kind === "struck"),
      at,
    ),
    fives(counted, { ...facet, x }),
  ];
}

/** Half the height of a bar that stands for one number. */
const HALF = 3;

/** Whether a figure's period is longer than so many days: then it is a bar and not a mark. */
export const isLong = ({ first, last, kind }: Said, days: number): boolean =>
  kind !== "struck" && first !== null && last !== null && daysBetween(first, last) > days;

/**
 * Rates as bars over the period that they speak of, from low to high; a short period is a mark at
 * its middle.
 *
 * @param days The longest period that is drawn as a mark.
 */
export function figuresOver(rows: readonly Said[], days: number, facet: Facet = {}): Plot.Markish {
  const long = rows.filter((row) => isLong(row, days));
  const bounds = long.filter(isBound);
  const over = { ...facet, x1: "first", x2: "last", stroke: "stroke" };
  return [
    Plot.rect(
      long.filter((row) => !isBound(row)),
      {
        ...{ ...over, fill: "fill", strokeWidth: 1.5 },
        ...{ y1: (row: Said) => row.low ?? row.value, y2: (row: Said) => row.high ?? row.value },
        ...{ insetTop: -HALF, insetBottom: -HALF, insetLeft: 1, insetRight: 1 },
      },
    ),
    Plot.ruleY(bounds, { ...over, y: "value", strokeWidth: 2 }),
    oneSided(bounds, { ...facet, x: "middle", y: "value", stroke: "stroke" }),
    figuresAt(
      rows.filter((row) => !long.includes(row)),
      "middle",
      facet,
    ),
    fives(long, { ...facet, x: "middle" }),
  ];
}

/** A named figure. */
export interface Named {
  readonly number: string;
  readonly said: Said;
}

/** One sign each, as two do not fit a ring. */
const NUMBERS = "123456789abcdefghijklmnopqrstuvwxyz";

/** Numbers figures in their order. */
export const numbered = (rows: readonly Said[]): readonly Named[] =>
  rows.map((said, nth) => ({ number: NUMBERS.charAt(nth), said }));

/**
 * Chooses the figures that are named in the picture: those of the claims that matter, the first of
 * them most; then those of the five articles; then the newest. They come in the order of time.
 *
 * @param most How many at most.
 */
export function nameFigures(
  rows: readonly Said[],
  claims: readonly string[],
  most: number,
): readonly Said[] {
  const rank = (said: Said): number => {
    const at = claims.findIndex((claim) => said.claims.includes(claim));
    return at >= 0 ? at : claims.length + (said.isCore ? 0 : 1) + (said.kind === "said" ? 0 : 1);
  };
  const time = ({ last }: Said): number => last?.getTime() ?? 0;
  return rows
    .filter(({ last, kind }) => last !== null && kind !== "struck")
    .toSorted((a, b) => rank(a) - rank(b) || time(b) - time(a))
    .slice(0, most)
    .toSorted((a, b) => time(a) - time(b) || a.value - b.value);
}

/** Named figures as the list below the picture. */
export const labelsOf = (named: readonly Named[]): readonly Label[] =>
  named.map(({ number, said }) => ({ number, words: wordsOfSaid(said), claims: said.claims }));

/** Figures as what takes room in the picture, the named ones with their words. */
export function spotsOf(
  rows: readonly Said[],
  named: readonly Named[],
  stretchOf: (said: Said) => readonly [Date | null, Date | null],
): readonly Spot[] {
  return rows.flatMap((said): readonly Spot[] => {
    const [x1, x2] = stretchOf(said);
    const name = named.find((one) => one.said.claims === said.claims);
    const words = said.kind === "struck" ? "" : `${said.who}: ${said.printed}`;
    const [y1, y2] = [said.low ?? said.value, said.high ?? said.value];
    if (x1 === null || x2 === null) return [];
    return [{ x1, x2, y1, y2, panel: said.panel, number: name?.number, words: name && words }];
  });
}
