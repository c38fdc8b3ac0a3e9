import { group } from "d3-array";
import type { Claim } from "../../ledger/tables.ts";
import { type Interval, foldOf, isEmpty, jaccard, contradict } from "../interval.ts";
import { intervalOf } from "../statement.ts";

/** What one origin says of one quantity and time, by however many claims it is told. */
export interface Stated {
  readonly metric: string;
  readonly origin: string;
  readonly claims: readonly [Claim, ...Claim[]];
  readonly interval: Interval;
}

const keyOf = (claim: Claim): string => {
  const { low, high } = intervalOf(claim);
  return [
    ...[claim.metric, claim.origin, claim.scope, claim.alternative, claim.counted_from],
    ...[claim.as_of_earliest, claim.as_of_latest, claim.period_start, claim.period_end],
    ...[low?.value, low?.inclusive, high?.value, high?.inclusive],
  ].join("|");
};

/** Joins claims that say the same of the same time and go back to the same origin. */
export function statementsOf(claims: readonly Claim[]): readonly Stated[] {
  return [...group(claims, keyOf).values()].flatMap(([first, ...more]): readonly Stated[] =>
    first
      ? [
          {
            metric: first.metric,
            origin: first.origin,
            claims: [first, ...more],
            interval: intervalOf(first),
          },
        ]
      : [],
  );
}

/** A pair as a floor that lies above a ceiling; the other way round where the second lies above. */
export interface Apart {
  readonly floor: Stated;
  readonly ceiling: Stated;
  /** In the metric's unit; 0 where only the ends exclude each other. */
  readonly gap: number;
}

/** Which of two statements lies above the other; null where some number satisfies both. */
export function apart(a: Stated, b: Stated): Apart | null {
  for (const [floor, ceiling] of [
    [a, b],
    [b, a],
  ] as const) {
    const [low, high] = [floor.interval.low, ceiling.interval.high];
    if (low && high && contradict(low, high))
      return { floor, ceiling, gap: low.value - high.value };
  }
  return null;
}

const least = (a: number, b: number): number => (a < b ? a : b);
const most = (a: number, b: number): number => (a > b ? a : b);

/**
 * By which factor two statements together span: the highest end by the lowest.
 *
 * @returns null where an end is open or the lowest is 0.
 */
export function foldOfBoth(a: Interval, b: Interval): number | null {
  if (!a.low || !a.high || !b.low || !b.high) return null;
  const low = { ...a.low, value: least(a.low.value, b.low.value), inclusive: true };
  const high = { ...a.high, value: most(a.high.value, b.high.value), inclusive: true };
  return foldOf({ low, high });
}

/** Length of the overlap by that of the whole; 1 for the same point twice, null where an end is open. */
export function likeness(a: Interval, b: Interval): number | null {
  const found = jaccard(a, b);
  const isSamePoint = a.low && a.high && b.low && b.high && found === null;
  return isSamePoint && !isEmpty(a) ? 1 : found;
}
