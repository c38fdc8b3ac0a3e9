import { estimate } from "../estimate.ts";
import { type Bound, type Interval, isEmpty } from "../interval.ts";
import { type Asked, type Axis, type Option, axesOf } from "./axes.ts";
import { keepFamily } from "./family.ts";

/** One combination of options with the range that it leads to. */
export interface Universe {
  /** One option of each axis, in their order. */
  readonly options: readonly Option[];
  readonly range: Interval;
}

/** An estimate under every combination of its choices; the first is the published one. */
export interface Multiverse {
  readonly axes: readonly Axis[];
  readonly universes: readonly [Universe, ...Universe[]];
}

const combinations = (axes: readonly Axis[]): readonly (readonly Option[])[] =>
  axes.reduce<readonly (readonly Option[])[]>(
    (made, { options }) => made.flatMap((before) => options.map((option) => [...before, option])),
    [[]],
  );

const rangeUnder = (asked: Asked, options: readonly Option[]): Interval => {
  const { ledger, question } = options.reduce((before, { settle }) => settle(before), asked);
  return estimate(ledger, question).closure;
};

/**
 * Answers a question under every combination of the choices that it rests on. Each
 * combination is an ordinary estimate of a changed ledger.
 *
 * A number of combinations says how far the range depends on choices; it is no
 * probability, as nobody says that the choices are equally good.
 *
 * @throws RangeError when the metric is unknown.
 */
export function multiverseOf({ ledger, question }: Asked): Multiverse {
  const asked = { ledger: keepFamily(ledger, question.metric), question };
  const axes = axesOf(asked);
  const [published = [], ...others] = combinations(axes);
  const universe = (options: readonly Option[]): Universe => ({
    options,
    range: rangeUnder(asked, options),
  });
  return { axes, universes: [universe(published), ...others.map(universe)] };
}

/** A range and the number of combinations that lead to it. */
export interface Counted {
  readonly range: Interval;
  readonly universes: readonly Universe[];
}

/** What a multiverse comes to. */
export interface MultiverseSummary {
  readonly universes: number;
  /** Distinct ranges, the most frequent first; of equal ones the first met. */
  readonly ranges: readonly Counted[];
  /** Values in the metric's unit; null where no combination has such an end. */
  readonly lowestFloor: number | null;
  readonly highestFloor: number | null;
  readonly lowestCeiling: number | null;
  readonly highestCeiling: number | null;
  /** Combinations without the end. */
  readonly withoutFloor: number;
  readonly withoutCeiling: number;
  /** Combinations in which claims exclude each other. */
  readonly conflicting: number;
}

const endKey = (end: Bound | null): string =>
  end ? `${String(end.value)}${end.inclusive ? "" : " excluded"}` : "open";

/** What tells two ranges apart: their ends, not the claims behind them. */
export const rangeKey = ({ low, high }: Interval): string => `${endKey(low)} ${endKey(high)}`;

const least = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.min(...values);
const most = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values);

/** Counts what the combinations lead to. */
export function summarise({ universes }: Multiverse): MultiverseSummary {
  const groups = new Map<string, Universe[]>();
  for (const one of universes) {
    const key = rangeKey(one.range);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const ranges = [...groups.values()]
    .flatMap((group): readonly Counted[] =>
      group[0] ? [{ range: group[0].range, universes: group }] : [],
    )
    .toSorted((a, b) => b.universes.length - a.universes.length);
  const floors = universes.flatMap(({ range }) => range.low?.value ?? []);
  const ceilings = universes.flatMap(({ range }) => range.high?.value ?? []);
  return {
    universes: universes.length,
    ranges,
    lowestFloor: least(floors),
    highestFloor: most(floors),
    lowestCeiling: least(ceilings),
    highestCeiling: most(ceilings),
    withoutFloor: universes.length - floors.length,
    withoutCeiling: universes.length - ceilings.length,
    conflicting: universes.filter(({ range }) => isEmpty(range)).length,
  };
}
