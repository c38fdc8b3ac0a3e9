import { type Question, rangeOf } from "../estimate.ts";
import type { Bound, Interval } from "../interval.ts";
import type { Ledger } from "../../ledger/tables.ts";
import { type Axis, type Option, axesOf } from "./axes.ts";
import { keepDeciding } from "./deciding.ts";
import { familiesIn } from "./family.ts";
import { COMBINATIONS } from "../limits.ts";
import { compareReach, reachBetween } from "./reach.ts";

/** One combination of options with the range that it leads to. */
export interface Universe {
  /** One option of each axis, in their order. */
  readonly options: readonly Option[];
  readonly range: Interval;
}

/** One choice made otherwise, all others as published. */
export interface Alone {
  readonly axis: Axis;
  readonly option: Option;
  readonly range: Interval;
}

/** An estimate under the combinations of its choices. */
export interface Multiverse {
  readonly axes: readonly Axis[];
  /** Each choice made otherwise by itself: none is ever left out. */
  readonly alone: readonly Alone[];
  /** The first is the published one. */
  readonly universes: readonly [Universe, ...Universe[]];
  /** How many combinations there are. More than universes where some choices are held as published. */
  readonly combinations: number;
}

const productOf = (axes: readonly Axis[]): number =>
  axes.reduce((product, { options }) => product * options.length, 1);

const combinationsOf = (axes: readonly Axis[]): readonly (readonly Option[])[] =>
  axes.reduce<readonly (readonly Option[])[]>(
    (made, { options }) => made.flatMap((before) => options.map((option) => [...before, option])),
    [[]],
  );

/**
 * The choices whose options are combined where all of them make too many combinations:
 * those that alone reach farthest, as many as there is room for. One that alone changes
 * nothing is not among those.
 *
 * @returns Ids of axes.
 */
function farthestOf(
  axes: readonly Axis[],
  alone: readonly Alone[],
  published: Interval,
): ReadonlySet<string> {
  const reaches = new Map<Axis, number>();
  for (const { axis, range } of alone)
    reaches.set(axis, Math.max(reaches.get(axis) ?? 0, reachBetween(published, range)));
  const farthest = axes
    .filter((axis) => (reaches.get(axis) ?? 0) > 0)
    .toSorted((a, b) => compareReach(reaches.get(b) ?? 0, reaches.get(a) ?? 0));
  const combined: Axis[] = [];
  for (const axis of farthest) {
    if (productOf([...combined, axis]) > COMBINATIONS) break;
    combined.push(axis);
  }
  return new Set(combined.map(({ id }) => id));
}

/**
 * Answers questions under the combinations of the choices that they rest on. Each
 * combination is an ordinary estimate of a changed ledger.
 *
 * A number of combinations says how far the range depends on choices; it is no
 * probability, as nobody says that the choices are equally good.
 *
 * Where there are too many, which choices are combined is found on one day of the quantity,
 * so that each day has the same combinations.
 *
 * @returns A function that throws RangeError when the metric is unknown. Its second argument
 *   is that day; the day of the question where nothing is said.
 */
export function multiversesIn(all: Ledger): (question: Question, cutOn?: string) => Multiverse {
  const familyOf = familiesIn(all);
  const askOn = (question: Question, axes: readonly Axis[]) => {
    const deciding = {
      ledger: keepDeciding({ ledger: familyOf(question.metric), question }),
      question,
    };
    const universe = (options: readonly Option[]): Universe => {
      const { ledger, question: other } = options.reduce(
        (before, { settle }) => settle(before),
        deciding,
      );
      return { options, range: rangeOf(ledger, other) };
    };
    const asPublished = axes.map(({ options }) => options[0]);
    const alone = axes.flatMap((axis, at) =>
      axis.options.slice(1).map((option): Alone => ({
        axis,
        option,
        range: universe(asPublished.with(at, option)).range,
      })),
    );
    return { universe, published: universe(asPublished), alone };
  };
  return (question, cutOn = question.asOf) => {
    const axes = axesOf({ ledger: familyOf(question.metric), question });
    const own = askOn(question, axes);
    const { universe, published, alone } = own;
    const combinations = productOf(axes);
    const combinedOn = (): ReadonlySet<string> => {
      const usual = cutOn === question.asOf ? own : askOn({ ...question, asOf: cutOn }, axes);
      return farthestOf(axes, usual.alone, usual.published.range);
    };
    const combined = combinations <= COMBINATIONS ? null : combinedOn();
    const varied = axes.map((axis): Axis =>
      (combined?.has(axis.id) ?? true) ? axis : { id: axis.id, options: [axis.options[0]] },
    );
    const [, ...others] = combinationsOf(varied);
    return { axes, alone, universes: [published, ...others.map(universe)], combinations };
  };
}

const endKey = (end: Bound | null): string =>
  end ? `${String(end.value)}${end.inclusive ? "" : " excluded"}` : "open";

/** What tells two ranges apart: their ends, not the claims behind them. */
export const rangeKey = ({ low, high }: Interval): string => `${endKey(low)} ${endKey(high)}`;
