/** Answers to questions about an amount, in the unit of the quantity that is asked. */
import { ascending } from "d3-array";
import type { Ends } from "../arithmetic/interval.ts";
import type { AssumptionSet } from "../ledger/sets.ts";
import type { Metric } from "../ledger/tables.ts";
import { dayAfter, startOf, unitsIn } from "./periods.ts";
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

const isStated = ({ low, high }: Ends): boolean => low !== null || high !== null;

/** Days on which the total since the beginning turns: it, or what binds it, is not as before. */
export function turningDays(system: System): readonly string[] {
  const named = system.worlds.flatMap(({ constraints }) =>
    constraints.flatMap(({ start, end }) => (start === "" ? [end] : [start, end])),
  );
  const days = [...new Set(named.flatMap((day) => [day, dayAfter(day)]))].sort(ascending);
  const turning: string[] = [];
  let before = "";
  for (const day of days) {
    const answers = answersTo(system, "", day);
    const now = answers.some(isStated) ? JSON.stringify(answers) : "";
    if (now !== before) turning.push(day);
    before = now;
  }
  return turning;
}

/** How many claims, origins and institutions speak of a period or some of it. */
export function supportOf({ worlds }: System, start: string, end: string) {
  const speaking = worlds.flatMap(({ constraints }) =>
    constraints.filter((one) => one.origin !== null && one.start < end && one.end > start),
  );
  const count = (values: readonly unknown[]): number => new Set(values).size;
  return {
    claims: count(speaking.flatMap(({ claims }) => claims)),
    origins: count(speaking.map(({ origin }) => origin)),
    institutions: count(speaking.map(({ institution }) => institution)),
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
