/** What the constraints of one amount imply, under one set of assumptions. */
import { ascending, group, sort } from "d3-array";
import type { Ends } from "../arithmetic/interval.ts";
import { type AssumptionSet, SETS } from "../ledger/sets.ts";
import { lazily, oncePer } from "./lazily.ts";
import type { Constraint } from "./rows.ts";
import {
  type Contradictions,
  type Testified,
  contradictionsIn,
  nameOf,
  networkIn,
} from "./contradictions.ts";
import type { End, Network, Range } from "./network.ts";
import { areNear } from "./paths.ts";

/** A range, what binds it, and the repairs that leave it. */
export interface Answer extends Ends {
  readonly low_claims: readonly string[];
  readonly high_claims: readonly string[];
  /** Numbers of the repairs, from 1; empty where nothing has to be mended. */
  readonly repairs: readonly number[];
}

/** The constraints of an amount under one combination of open readings. */
export interface World {
  readonly reading: string;
  readonly constraints: readonly Constraint[];
  /** What cannot all be right; null where all can. */
  readonly contradictions: Contradictions | null;
  /** Networks in which everything holds: one, or one for each choice of the fewest that must be wrong. */
  readonly networks: readonly Network<Constraint>[];
  /** The network without what goes back to one origin or institution; null where claims still contradict. */
  readonly without: (whose: Whose, id: string) => Network<Constraint> | null;
}

/** Whose word can be left out. */
export type Whose = "origin" | "institution";

/** An amount: one world, or several where readings are left open. */
export interface System {
  readonly worlds: readonly World[];
}

/** A network without some testimony. */
function withoutTestimony(
  network: Network<Constraint>,
  left: readonly Testified[],
): Network<Constraint> {
  const names = new Set(left.map(nameOf));
  return network.without(({ claims }) => names.has(nameOf(claims)));
}

function worldOf(reading: string, constraints: readonly Constraint[]): World {
  const whole = networkIn(constraints);
  const contradictions = lazily(() =>
    whole.contradiction === null ? null : contradictionsIn(constraints),
  );
  const networks = lazily(
    () => contradictions()?.repairs.map((left) => withoutTestimony(whole, left)) ?? [whole],
  );
  const without = new Map<string, Network<Constraint> | null>();
  return {
    reading,
    constraints,
    without(whose, id) {
      const known = without.get(`${whose} ${id}`);
      if (known !== undefined) return known;
      const left = whole.without((one) => one[whose] === id);
      const network = left.contradiction === null ? left : null;
      without.set(`${whose} ${id}`, network);
      return network;
    },
    get contradictions() {
      return contradictions();
    },
    get networks() {
      return networks();
    },
  };
}

/** In an order of their own, so that nothing depends on how they came about. */
function inOrder(constraints: readonly Constraint[]): readonly Constraint[] {
  const names = new Map(constraints.map((one) => [one, nameOf(one.claims)]));
  return sort(
    constraints,
    (a, b) =>
      ascending(names.get(a), names.get(b)) ||
      ascending(a.side, b.side) ||
      ascending(a.assume, b.assume),
  );
}

const isUnder = (binding: AssumptionSet, under: AssumptionSet): boolean =>
  SETS.indexOf(binding) <= SETS.indexOf(under);

/**
 * Makes the systems of one amount, one for each set of assumptions. A set that adds nothing to the
 * one before has the same.
 *
 * @param readings All combinations of open readings; one in which nobody speaks leaves all open.
 */
export function systemsBySet(
  constraints: readonly Constraint[],
  readings: readonly string[],
): ReadonlyMap<AssumptionSet, System> {
  const systems = new Map<AssumptionSet, System>();
  const all = inOrder(constraints);
  let [size, system] = [-1, systemOf([], readings)];
  for (const under of SETS) {
    const holding = all.filter(({ assume }) => isUnder(assume, under));
    if (holding.length > size) [size, system] = [holding.length, systemOf(holding, readings)];
    systems.set(under, system);
  }
  return systems;
}

function systemOf(constraints: readonly Constraint[], readings: readonly string[]): System {
  const byReading = group(constraints, ({ reading }) => reading);
  return { worlds: readings.map((one) => worldOf(one, byReading.get(one) ?? [])) };
}

const union = (...lists: readonly (readonly string[])[]): readonly string[] =>
  [...new Set(lists.flat())].sort();

const namedBy = oncePer((reasons: readonly Constraint[]) =>
  union(...reasons.map(({ binds }) => binds)),
);
const NOBODY: readonly Constraint[] = [];
const bindingOn = (end: End<Constraint> | null): readonly string[] =>
  namedBy(end?.reasons ?? NOBODY);

const isSame = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : areNear(a, b);

const haveSameEnds = (a: Ends, b: Ends): boolean =>
  isSame(a.low, b.low) &&
  isSame(a.high, b.high) &&
  a.low_inclusive === b.low_inclusive &&
  a.high_inclusive === b.high_inclusive;

/** Tells answers with the same range together. */
function togetherIn(answers: readonly Answer[]): readonly Answer[] {
  const told: Answer[] = [];
  for (const answer of answers) {
    const at = told.findIndex((one) => haveSameEnds(one, answer));
    const same = told[at];
    if (same === undefined) told.push(answer);
    else
      told[at] = {
        ...same,
        low_claims: union(same.low_claims, answer.low_claims),
        high_claims: union(same.high_claims, answer.high_claims),
        repairs: [...new Set([...same.repairs, ...answer.repairs])],
      };
  }
  return told;
}

/** The wider of two ends on one side, with the claims of both where they are equal. */
function widest(side: "low" | "high", answers: readonly Answer[]) {
  const values = answers.map((one) => one[side]);
  if (values.includes(null)) return { value: null, inclusive: null, claims: [] };
  const far = (side === "low" ? Math.min : Math.max)(...values.map((one) => one ?? 0));
  const there = answers.filter((one) => isSame(one[side], far));
  return {
    value: far,
    inclusive: there.some((one) => one[`${side}_inclusive`] === true),
    claims: union(...there.map((one) => one[`${side}_claims`])),
  };
}

/** The smallest range that holds all of some; open where one of them is. */
export function hullOf(answers: readonly Answer[]): Answer {
  const [low, high] = [widest("low", answers), widest("high", answers)];
  return {
    low: low.value,
    low_inclusive: low.inclusive,
    high: high.value,
    high_inclusive: high.inclusive,
    low_claims: low.claims,
    high_claims: high.claims,
    repairs: [],
  };
}

/** A range of a network in columns. */
export const answerOf = ({ low, high }: Range<Constraint>): Answer => ({
  low: low?.value ?? null,
  low_inclusive: low && !low.strict,
  high: high?.value ?? null,
  high_inclusive: high && !high.strict,
  low_claims: bindingOn(low),
  high_claims: bindingOn(high),
  repairs: [],
});

const NOTHING = answerOf({ low: null, high: null });

function answersIn(
  { contradictions, networks }: World,
  start: string,
  end: string,
): readonly Answer[] {
  // More must be wrong than can be tried: nothing is left that could be told.
  if (networks.length === 0) return [NOTHING];
  return networks.map((network, at): Answer => ({
    ...answerOf(network.rangeOf(start, end)),
    repairs: contradictions === null ? [] : [at + 1],
  }));
}

/** What has been answered: the same is asked for estimates, for days that turn and for what is left without somebody. */
const answered = oncePer<System, Map<string, readonly Answer[]>>(() => new Map());

/**
 * How much an amount grew from the end of one day to the end of another.
 *
 * @returns A range, or where claims contradict each other the ranges that the fewest repairs leave,
 *   each with the repairs that leave it; open if more must be wrong than can be tried. Where
 *   readings are left open, the hull of the answers under each, or all of them where one is mended.
 */
export function answersTo(system: System, start: string, end: string): readonly Answer[] {
  const known = answered(system);
  const question = `${start} ${end}`;
  const answers = known.get(question) ?? answersFrom(system, start, end);
  known.set(question, answers);
  return answers;
}

function answersFrom({ worlds }: System, start: string, end: string): readonly Answer[] {
  const answers = worlds.map((world) => answersIn(world, start, end));
  const isPlain = worlds.every(({ contradictions }) => contradictions === null);
  return isPlain && worlds.length > 1 ? [hullOf(answers.flat())] : togetherIn(answers.flat());
}
