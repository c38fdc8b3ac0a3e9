/** What follows from a reader's settings: the same for the page as it is built and as it is changed. */
import { group } from "d3-array";
import { type Ask, fewestWrong, inUnit, supportOf } from "../../amount/answers.ts";
import { conflictsIn, repairsIn } from "../../amount/contested.ts";
import { BEGINNING, firstDayAfter, startOf } from "../../amount/periods.ts";
import type { EligibleClaim } from "../../amount/rows.ts";
import { solveAmount } from "../../amount/solve.ts";
import { type Answer, type System, answersTo } from "../../amount/systems.ts";
import { ifAnyOneWrong } from "../../amount/without.ts";
import { type AssumptionSet, SETS } from "../../ledger/sets.ts";
import type { Known, Quantity, Setting } from "./known.ts";

/** What is asked of one amount, with its answers under each set of assumptions. */
export interface Answered {
  readonly quantity: Quantity;
  /** The period that is asked; null where nothing is stated of the day. */
  readonly period: Pick<Ask, "from" | "to"> | null;
  readonly bySet: ReadonlyMap<AssumptionSet, AnsweredSet>;
}

/** What is known under one set of assumptions, in the unit of the quantity. */
export interface AnsweredSet {
  /** The range, or those that the fewest repairs leave; none where nothing is stated. */
  readonly answers: readonly Answer[];
  readonly anyOneWrong: Answer | null;
  readonly conflicts: ReturnType<typeof conflictsIn>;
  readonly repairs: ReturnType<typeof repairsIn>;
  readonly fewest: number | null;
  readonly support: ReturnType<typeof supportOf>;
}

const lengthOf = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** The day for a total; for anything else the shortest stated period that holds the day. */
function periodOn(
  { id }: Quantity,
  eligible: readonly EligibleClaim[],
  day: string,
): Pick<Ask, "from" | "to" | "cell"> | null {
  const own = eligible.filter(({ metric, assume }) => metric === id && assume !== "contents");
  if (own.some(({ counted, series }) => counted && series === id))
    return { cell: "", from: null, to: day };
  const periods = own.flatMap(({ start, end_last, cell }) => {
    const from = start === BEGINNING ? null : firstDayAfter(start);
    return from !== null && from <= day && day <= end_last ? [{ cell, from, to: end_last }] : [];
  });
  const [shortest = null] = periods.toSorted(
    (a, b) => lengthOf(a.from, a.to) - lengthOf(b.from, b.to) || (a.from < b.from ? -1 : 1),
  );
  return shortest;
}

/** Claims under the readings that are taken: of a choice one option counts, or all are left open. */
function claimsTaken(
  { eligible, choices }: Known["evidence"]["core"],
  readings: Setting["readings"],
): readonly EligibleClaim[] {
  const taken = new Map(choices.map(({ id, published }) => [id, readings[id] ?? published]));
  return eligible.flatMap((claim) => {
    if (claim.choice === null) return [claim];
    const option = taken.get(claim.choice);
    if (option === claim.choice) return [claim];
    return option === claim.option ? [{ ...claim, choice: null }] : [];
  });
}

/** Answers of one system; what is told of one set of assumptions alone is found when it is asked for. */
function answered(system: System, ask: Ask): AnsweredSet {
  const [start, end] = [startOf(ask.from), ask.to];
  return {
    answers: answersTo(system, start, end).map((one) => inUnit(one, ask)),
    get anyOneWrong() {
      const wrong = ifAnyOneWrong(system, start, end);
      return wrong && inUnit(wrong, ask);
    },
    get conflicts() {
      return conflictsIn(system);
    },
    get repairs() {
      return repairsIn(system);
    },
    get fewest() {
      return fewestWrong(system);
    },
    get support() {
      return supportOf(system, start, end);
    },
  };
}

/**
 * Answers a reader's question with what the page holds.
 *
 * @returns Ranges under every set of assumptions; none where the quantity or the day is not spoken of.
 * @throws RangeError for a quantity that the page does not have: settings are checked before.
 */
export function answerTo(known: Known, setting: Setting): Answered {
  const quantity = known.quantities.find(({ id }) => id === setting.metric);
  if (!quantity) throw new RangeError(`the page has no quantity ${setting.metric}`);
  const evidence = known.evidence[setting.collection];
  const eligible = claimsTaken(evidence, setting.readings);
  const period = periodOn(quantity, eligible, setting.day);
  if (period === null) return { quantity, period, bySet: new Map() };
  const { series, measure, id } = quantity;
  const family = { parts: new Set(quantity.parts), wholes: new Set(quantity.wholes) };
  const near = new Set([series, ...quantity.parts, ...quantity.wholes]);
  const systems = solveAmount(
    { series, cell: period.cell },
    eligible.filter((claim) => near.has(claim.series)),
    family,
    { isHeard: (who) => !setting.without.includes(who), opening: evidence.opening },
  );
  const ask = { series, measure, metric: id, ...period };
  const told = new Map<System, AnsweredSet>();
  const bySet = SETS.flatMap((assume): readonly (readonly [AssumptionSet, AnsweredSet])[] => {
    const system = systems.get(assume);
    if (!system) return [];
    const known = told.get(system) ?? answered(system, ask);
    told.set(system, known);
    return [[assume, known]];
  });
  return { quantity, period, bySet: new Map(bySet) };
}

/** The testimony that has to be wrong for an answer: what is in all the repairs that leave it. */
export function wrongFor(
  { repairs }: Answer,
  { repairs: all }: AnsweredSet,
): readonly (readonly string[])[] {
  const own = all.filter(({ repair }) => repairs.includes(repair));
  return [...group(own, ({ claims }) => claims.join("|")).values()].flatMap((rows) =>
    rows.length === repairs.length ? [rows[0]?.claims ?? []] : [],
  );
}
