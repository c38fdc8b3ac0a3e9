/** What is asked of amounts under many settings, and the facts that it takes. */
import { group, max, rollup } from "d3-array";
import { startOf } from "../amount/periods.ts";
import type { EligibleClaim } from "../amount/rows.ts";
import { type Family, type Setting, solveAmount } from "../amount/solve.ts";
import { type Answer, type System, answersTo, hullOf } from "../amount/systems.ts";
import type { AssumptionSet } from "../ledger/sets.ts";
import type { Ledger } from "../ledger/tables.ts";
import { partsOf } from "../reconcile/constraints.ts";
import { type Ask, fewestWrong, inUnit } from "../amount/answers.ts";
import type { Reconciled } from "../reconcile/reconcile.ts";
import { rowsOf } from "../reconcile/verbs.ts";

/** The family of each amount. */
export function familiesIn({ metrics }: Pick<Ledger, "metrics">): (series: string) => Family {
  const pairs = rowsOf(partsOf(metrics));
  const parts = group(pairs, ({ whole }) => whole);
  const wholes = group(pairs, ({ part }) => part);
  return (series) => ({
    parts: new Set(parts.get(series)?.map(({ part }) => part)),
    wholes: new Set(wholes.get(series)?.map(({ whole }) => whole)),
  });
}

/** The setting in which all speak. */
export const asPublished = ({ assumptions }: Pick<Ledger, "assumptions">): Setting => ({
  isHeard: () => true,
  opening: assumptions.find(({ set }) => set === "opening")?.id ?? null,
});

/**
 * What readers ask first: each total on the last day up to which anybody counts, and each period
 * that some claim names. A day later a ceiling says nothing any more.
 */
export function leadingAsks({
  asks,
  eligible,
}: Pick<Reconciled, "asks" | "eligible">): readonly Ask[] {
  const last = rollup(
    rowsOf(eligible).filter(({ counted }) => counted),
    (claims) => max(claims, ({ end_last }) => end_last) ?? "",
    ({ series }) => series,
  );
  const rows = rowsOf(asks);
  const totals = new Map(
    rows.flatMap((ask) => (ask.from === null ? [[ask.series, ask] as const] : [])),
  );
  return [
    ...rows.filter(({ from }) => from !== null),
    ...[...totals.values()].map((ask) => ({ ...ask, to: last.get(ask.series) ?? ask.to })),
  ];
}

/** Questions by the amount that they ask. */
export const amountsAsked = (asks: readonly Ask[]): readonly (readonly Ask[])[] => [
  ...group(asks, ({ series, cell }) => `${series} ${cell}`).values(),
];

/** The fewest that must be wrong, and the outer ends of what is left then. */
export interface Outcome extends Answer {
  readonly fewest_wrong: number | null;
}

/** What a system answers to a question, as the outer ends of its ranges in the unit asked. */
export const outcomeOf = (system: System, ask: Ask): Outcome => ({
  ...inUnit(hullOf(answersTo(system, startOf(ask.from), ask.to)), ask),
  fewest_wrong: fewestWrong(system),
});

/** Whether two outcomes are the same but for what binds them. */
export const isSameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  a.low_inclusive === b.low_inclusive &&
  a.high_inclusive === b.high_inclusive &&
  a.fewest_wrong === b.fewest_wrong;

/** Claims by the amounts that they may bear on: their own, its parts and its wholes, over its own period alone. */
export function bearingOn(
  eligible: readonly EligibleClaim[],
  familyOf: (series: string) => Family,
): (amount: Pick<Ask, "series" | "cell">) => readonly EligibleClaim[] {
  const bySeries = group(eligible, ({ series }) => series);
  return ({ series, cell }) => {
    const { parts, wholes } = familyOf(series);
    return [series, ...parts, ...wholes].flatMap(
      (id) => bySeries.get(id)?.filter((one) => one.cell === cell) ?? [],
    );
  };
}

/** Solves the amount of a question from some claims. */
export const solveFor = (
  { series, cell }: Ask,
  claims: readonly EligibleClaim[],
  familyOf: (series: string) => Family,
  setting: Setting,
): ReadonlyMap<AssumptionSet, System> =>
  solveAmount({ series, cell }, claims, familyOf(series), setting);
