import { type Ask, fewestWrong, inUnit, supportOf } from "../amount/answers.ts";
import type { Contradictions } from "../amount/contradictions.ts";
import { startOf } from "../amount/periods.ts";
import type { EligibleClaim } from "../amount/rows.ts";
import { type Answer, type System, answersTo, hullOf } from "../amount/systems.ts";
import { ifAnyOneWrong } from "../amount/without.ts";
import { amountOf } from "../ledger/amount-of.ts";
import { type AssumptionSet, SETS } from "../ledger/sets.ts";
import type { Ledger, Metric } from "../ledger/tables.ts";
import type { UnusedClaim } from "../reconcile/eligible.ts";
import { asksOf } from "../reconcile/estimates.ts";
import { type Solution, solve } from "../reconcile/reconcile.ts";
import { rowsOf } from "../reconcile/verbs.ts";

/** What is asked of a quantity. */
export interface Question {
  readonly metric: string;
  /** A day, or else the days of a period, of which the first is null for from the beginning. */
  readonly asOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly collection: "core" | "all";
  readonly assume: AssumptionSet;
  /** Origins and institutions that are left out. */
  readonly without: readonly string[];
  readonly knownOn: string | null;
}

/** What is answered, in the unit of the quantity. */
export interface Found {
  readonly question: Question;
  readonly series: string;
  /** The period that is answered; null where no stated period holds the day. */
  readonly period: { readonly from: string | null; readonly to: string } | null;
  /** The ranges that are left, and their outer ends. */
  readonly ranges: readonly Answer[];
  readonly range: Answer;
  readonly anyOneWrong: Answer | null;
  readonly support: ReturnType<typeof supportOf>;
  /** The fewest testimonies that must be wrong; null if more than can be tried. */
  readonly fewestWrong: number | null;
  /** What cannot all be right; null where all can. */
  readonly contradictions: Contradictions | null;
  readonly unused: readonly Omit<UnusedClaim, "metric">[];
}

const EMPTY: System = { worlds: [] };
const NOTHING: Answer = {
  ...{ low: null, low_inclusive: null, high: null, high_inclusive: null },
  ...{ low_claims: [], high_claims: [], repairs: [] },
};

const lengthOf = ({ from, to }: Ask): number => Date.parse(to) - Date.parse(from ?? to);

/** The period that a question means, and the cell in which an amount that does not pile up has it. */
function periodOf(
  question: Question,
  { id, measure }: Metric,
  all: readonly Ask[],
): Pick<Ask, "from" | "to" | "cell"> | null {
  const { asOf, from, to } = question;
  const asks =
    measure === "total"
      ? all.filter(({ metric }) => metric === id)
      : all.filter((ask) => ask.from !== null);
  const pilesUp = measure === "total" || measure.startsWith("per_");
  if (to !== null)
    return pilesUp
      ? { from, to, cell: "" }
      : (asks.find((ask) => ask.from === from && ask.to === to) ?? null);
  if (asOf === null) return null;
  if (asks.some((ask) => ask.from === null)) return { from: null, to: asOf, cell: "" };
  const [shortest] = asks
    .filter((ask) => ask.from !== null && ask.from <= asOf && asOf <= ask.to)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  return shortest ?? null;
}

/** Why an eligible claim bounds nothing of what is asked; null where it does. */
function whyNot(
  claim: EligibleClaim,
  { assume, without, knownOn }: Question,
  used: ReadonlySet<string>,
): string | null {
  const left = [claim.origin, claim.institution].find((id) => without.includes(id));
  if (left !== undefined) return `left out on request: ${left}`;
  if (knownOn !== null && (claim.known_on === null || claim.known_on > knownOn))
    return `not published by ${knownOn} for certain`;
  if (SETS.indexOf(claim.assume) > SETS.indexOf(assume))
    return `binds only under the assumption ${claim.assume}`;
  if (used.has(claim.claim)) return null;
  return claim.mix === null
    ? "bounds nothing: another document has its origin's own words, or its days leave no period"
    : "one of several kinds, and of the others nothing is stated";
}

function unusedIn(
  ledger: Ledger,
  question: Question,
  series: string,
  { eligible, unused, constraints }: Solution,
): Found["unused"] {
  const amounts = new Map(ledger.metrics.map((row) => [row.id, amountOf(row)]));
  const used = new Set(
    rowsOf(constraints).flatMap((row) => (row.series === series ? row.claims : [])),
  );
  const own = rowsOf(eligible).filter((row) => row.series === series);
  const held = own.flatMap((row) => {
    const reason = whyNot(row, question, used);
    return reason === null ? [] : [{ claim: row.claim, reason }];
  });
  const others = rowsOf(unused)
    .filter(({ metric }) => amounts.get(metric) === series)
    .map(({ claim, reason }) => ({ claim, reason }));
  return [...others, ...held];
}

/**
 * Answers a question about a quantity.
 *
 * @param ledger Of the collection asked.
 */
export function ask(ledger: Ledger, question: Question): Found {
  const metric = ledger.metrics.find(({ id }) => id === question.metric);
  if (metric === undefined) throw new RangeError(`unknown metric ${question.metric}`);
  const series = amountOf(metric);
  const solution = solve(ledger, question);
  const asks = rowsOf(asksOf(solution.eligible, solution.systems, ledger)).filter(
    (row) => row.series === series,
  );
  const period = periodOf(question, metric, asks);
  const solved = rowsOf(solution.systems).find(
    (row) => row.series === series && row.cell === period?.cell && row.assume === question.assume,
  );
  const system = solved?.system ?? EMPTY;
  const [start, end] = [startOf(period?.from ?? null), period?.to ?? ""];
  const asked = { measure: metric.measure, from: period?.from ?? null, to: end };
  const ranges = answersTo(system, start, end).map((answer) => inUnit(answer, asked));
  const anyOneWrong = ifAnyOneWrong(system, start, end);
  const [contested = null] = system.worlds.flatMap(({ contradictions }) => contradictions ?? []);
  return {
    question,
    series,
    period: period && { from: period.from, to: period.to },
    ranges,
    range: ranges.length === 0 ? NOTHING : hullOf(ranges),
    anyOneWrong: anyOneWrong && inUnit(anyOneWrong, asked),
    support: supportOf(system, start, end),
    fewestWrong: fewestWrong(system),
    contradictions: contested,
    unused: unusedIn(ledger, question, series, solution),
  };
}
