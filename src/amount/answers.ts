/** Answers to questions about an amount, in the unit of the quantity that is asked. */
import { ascending, bisectLeft, groups, min } from "d3-array";
import type { Ends } from "../arithmetic/interval.ts";
import type { AssumptionSet } from "../ledger/sets.ts";
import type { Metric } from "../ledger/tables.ts";
import { BEGINNING, dayAfter, startOf, unitsIn } from "./periods.ts";
import { oncePer } from "./lazily.ts";
import type { Constraint } from "./rows.ts";
import { type Answer, type System, answersTo } from "./systems.ts";

/** A period for which an amount is asked, in the unit of a quantity that measures it. */
export interface Ask extends Pick<Constraint, "series" | "cell"> {
  readonly metric: string;
  readonly measure: Metric["measure"];
  /** The first day of the period, null for from the beginning; and the last. */
  readonly from: string | null;
  readonly to: string;
}

/** The range of an amount over a period. */
export interface Estimate extends Omit<Ask, "cell" | "measure">, Answer {
  readonly assume: AssumptionSet;
  /** The fewest testimonies that must be wrong; null if more than can be tried. */
  readonly fewest_wrong: number | null;
  /** How much is said of the period, by how many, at whose door. */
  readonly claims: number;
  readonly origins: number;
  readonly institutions: number;
}

const areSame = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a === b || (a.length === b.length && a.every((item, at) => item === b[at]));

/** Whether answers are the same to the last digit, and what binds them. */
const areAlike = (all: readonly Answer[], others: readonly Answer[]): boolean =>
  all.length === others.length &&
  all.every((a, at) => {
    const b = others[at];
    return (
      b !== undefined &&
      a.low === b.low &&
      a.high === b.high &&
      a.low_inclusive === b.low_inclusive &&
      a.high_inclusive === b.high_inclusive &&
      areSame(a.low_claims, b.low_claims) &&
      areSame(a.high_claims, b.high_claims) &&
      areSame(a.repairs, b.repairs)
    );
  });

const isStated = ({ low, high }: Ends): boolean => low !== null || high !== null;

/** Days on which the total since the beginning turns: it, or what binds it, is not as before. */
export function turningDays(system: System): readonly string[] {
  const named = system.worlds.flatMap(({ constraints }) =>
    constraints.flatMap(({ start, end }) => (start === BEGINNING ? [end] : [start, end])),
  );
  const days = [...new Set(named.flatMap((day) => [day, dayAfter(day)]))].sort(ascending);
  const turning: string[] = [];
  let before: readonly Answer[] = [];
  for (const day of days) {
    const answers = answersTo(system, BEGINNING, day);
    const now = answers.some(isStated) ? answers : [];
    if (!areAlike(now, before)) turning.push(day);
    before = now;
  }
  return turning;
}

type Support = Pick<Estimate, "claims" | "origins" | "institutions">;

/** Counts claims, origins and institutions among constraints. */
function countIn(constraints: readonly Constraint[]): Support {
  const [claims, origins, institutions] = [new Set(), new Set(), new Set()];
  for (const one of constraints) {
    for (const claim of one.claims) claims.add(claim);
    origins.add(one.origin);
    institutions.add(one.institution);
  }
  return { claims: claims.size, origins: origins.size, institutions: institutions.size };
}

/** The first day on which each of some speaks of an amount, in order: so many speak of the total on a later day. */
const firstDays = (said: readonly (readonly [string | null, string])[]): readonly string[] =>
  groups(said, ([who]) => who)
    .map(([, days]) => min(days, ([, day]) => day) ?? BEGINNING)
    .sort(ascending);

const speakersOf = oncePer(({ worlds }: System) => {
  const speaking = worlds
    .flatMap(({ constraints }) => constraints)
    .filter(({ origin }) => origin !== null);
  return {
    speaking,
    claims: firstDays(
      speaking.flatMap(({ claims, start }) => claims.map((one) => [one, start] as const)),
    ),
    origins: firstDays(speaking.map(({ origin, start }) => [origin, start])),
    institutions: firstDays(speaking.map(({ institution, start }) => [institution, start])),
  };
});

/** How many claims, origins and institutions speak of a period or some of it. */
export function supportOf(system: System, start: string, end: string): Support {
  const { speaking, claims, origins, institutions } = speakersOf(system);
  if (start !== BEGINNING)
    return countIn(speaking.filter((one) => one.start < end && one.end > start));
  return {
    claims: bisectLeft(claims, end),
    origins: bisectLeft(origins, end),
    institutions: bisectLeft(institutions, end),
  };
}

/** The fewest testimonies that must be wrong in one of the worlds; null if none is known. */
export function fewestWrong({ worlds }: System): number | null {
  const fewest = worlds.map(({ contradictions }) =>
    contradictions === null ? 0 : contradictions.fewest,
  );
  const known = fewest.filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** A range of the whole period in the unit that is asked: of a rate, in one of its days, months or years. */
export function inUnit<Range extends Ends>(
  range: Range,
  { measure, from, to }: Pick<Ask, "measure" | "from" | "to">,
): Range {
  const units = from === null ? 1 : unitsIn(measure, from, to);
  return {
    ...range,
    low: range.low === null ? null : range.low / units,
    high: range.high === null ? null : range.high / units,
  };
}

/** An estimate for each range that is left over a period. */
export const estimatesIn = (
  assume: AssumptionSet,
  system: System,
  ask: Omit<Ask, "cell">,
): readonly Estimate[] => {
  const { series, metric, from, to } = ask;
  return answersTo(system, startOf(from), to).map((answer) => ({
    ...{ series, metric, from, to, assume },
    ...inUnit(answer, ask),
    fewest_wrong: fewestWrong(system),
    ...supportOf(system, startOf(from), to),
  }));
};
