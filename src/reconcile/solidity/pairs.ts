import { groupBy } from "../group-by.ts";
import { type Bound, type Side, compareTightness } from "../interval.ts";
import { PAIRS } from "../limits.ts";
import type { Stated } from "./statements.ts";

export type Pair = readonly [Stated, Stated];

/** Pairs of statements as far as they are looked at, in the order of the statements. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  /** How many pairs there are. */
  readonly of: number;
}

/** Which two statements make a pair. */
export type IsPair = (a: Stated, b: Stated) => boolean;

/** Statements of different origins about one quantity. */
export const withinOne: IsPair = (a, b) => a.origin !== b.origin;

/** Statements of different origins about two quantities. */
export const acrossTwo: IsPair = (a, b) => a.origin !== b.origin && a.metric !== b.metric;

const everyPair = (statements: readonly Stated[]): readonly Pair[] =>
  statements.flatMap((a, at) => statements.slice(at + 1).map((b) => [a, b] as const));

const choose2 = (count: number): number => (count * (count - 1)) / 2;

/** Two statements of one origin about one quantity. */
export const ofOneOrigin: IsPair = (a, b) => a !== b && a.origin === b.origin;

/** How many pairs some statements make among those that share a key. */
const pairsSharing = (
  statements: readonly Stated[],
  keyOf: (statement: Stated) => string,
): number =>
  [...groupBy(statements, keyOf).values()].reduce((sum, { length }) => sum + choose2(length), 0);

function countPairs(statements: readonly Stated[]): Readonly<Record<"within" | "across", number>> {
  const within = choose2(statements.length) - pairsSharing(statements, ({ origin }) => origin);
  const ofOneMetric =
    pairsSharing(statements, ({ metric }) => metric) -
    pairsSharing(statements, ({ metric, origin }) => `${metric} ${origin}`);
  return { within, across: within - ofOneMetric };
}

type Ended = readonly [statement: Stated, end: Bound];

/**
 * Of each metric the tightest statement of a side and the tightest of another origin:
 * whatever a statement is, the tightest that makes a pair with it is among these.
 */
function foremost(statements: readonly Stated[], side: Side): readonly Stated[] {
  const compare = ([, a]: Ended, [, b]: Ended): number => compareTightness(side, a, b);
  const ended = statements.flatMap((one): readonly Ended[] => {
    const end = one.interval[side];
    return end ? [[one, end]] : [];
  });
  const tightest = (some: readonly Ended[]): readonly Ended[] =>
    some.slice(0, 1).map((first) => some.reduce((a, b) => (compare(b, a) < 0 ? b : a), first));
  return [...groupBy(ended, ([{ metric }]) => metric).values()]
    .flatMap((own) => {
      const [best] = tightest(own);
      if (!best) return [];
      return [best, ...tightest(own.filter(([{ origin }]) => origin !== best[0].origin))];
    })
    .toSorted(compare)
    .map(([one]) => one);
}

/** Of each statement the pairs in which its floor and its ceiling lie farthest beyond the other's. */
function farthestOfEach(statements: readonly Stated[], isPair: IsPair): readonly Pair[] {
  const [floors, ceilings] = [foremost(statements, "low"), foremost(statements, "high")];
  const placeOf = new Map(statements.map((one, place) => [one, place]));
  const found = new Map<string, readonly [number, number]>();
  for (const [place, one] of statements.entries())
    for (const [side, facing] of [
      ["low", ceilings],
      ["high", floors],
    ] as const) {
      const other = one.interval[side] && facing.find((candidate) => isPair(one, candidate));
      const at = other ? placeOf.get(other) : undefined;
      if (at === undefined) continue;
      const both = place < at ? ([place, at] as const) : ([at, place] as const);
      found.set(both.join(" "), both);
    }
  return [...found.values()]
    .toSorted(([a, b], [c, d]) => a - c || b - d)
    .flatMap(([a, b]) => {
      const [first, second] = [statements[a], statements[b]];
      return first && second ? [[first, second] as const] : [];
    });
}

/**
 * Pairs that statements make: all, or, where there are too many, of each statement
 * those in which it lies farthest from another, so that none goes unseen.
 */
function pairsOf(statements: readonly Stated[], isPair: IsPair, of: number): Pairs {
  const isShort = choose2(statements.length) <= PAIRS;
  const pairs = isShort
    ? everyPair(statements).filter(([a, b]) => isPair(a, b))
    : farthestOfEach(statements, isPair);
  return { pairs, of };
}

/** Pairs of statements of different origins about one quantity. */
export const pairsWithin = (statements: readonly Stated[]): Pairs =>
  pairsOf(statements, withinOne, countPairs(statements).within);

/** Pairs of statements of different origins about two quantities. */
export const pairsAcross = (statements: readonly Stated[]): Pairs =>
  pairsOf(statements, acrossTwo, countPairs(statements).across);

/** Pairs of statements of one origin about one quantity; all that are handed over are of it. */
export const pairsOfOneOrigin = (statements: readonly Stated[]): Pairs =>
  pairsOf(statements, ofOneOrigin, choose2(statements.length));
