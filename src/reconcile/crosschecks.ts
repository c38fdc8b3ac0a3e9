import { type Derived, type Terms, evaluate, termsOf, valueOf } from "../arithmetic/evaluate.ts";
import {
  type Bound,
  type Interval,
  endsOf,
  intersect,
  isEmpty,
  unbounded,
} from "../arithmetic/interval.ts";
import { type Standing, standingIn } from "../arithmetic/standing.ts";
import { idsOf } from "../ledger/formula.ts";
import type { Claim, Crosscheck, Ledger } from "../ledger/tables.ts";
import type { PublishedCrosscheck } from "../published/tables.ts";

export type Verdict = PublishedCrosscheck["verdict"];

/** A cross-check with its result and, where it is compared with something, the verdict. */
export interface CheckedArithmetic {
  readonly crosscheck: Crosscheck;
  readonly result: Derived;
  readonly against: Derived | null;
  /**
   * finding: nothing to compare with, the number itself is of interest · holds: the
   * two overlap · strained: they overlap only within the tolerance · fails: they do
   * not · not comparable: a side is unbounded both ways, or the claims under them hold
   * for different periods · rests on a claim that does not count: withdrawn, distorted
   * or a reading not chosen; the result is then open.
   */
  readonly verdict: Verdict;
  /** Periods for which claims under either side hold, as START to END, each once. */
  readonly periods: readonly string[];
}

/** By which share of the larger number a floor lies above a ceiling; 0 where it does not. */
function shareApart(floor: Bound | null, ceiling: Bound | null): number {
  if (!floor || !ceiling || floor.value <= ceiling.value) return 0;
  return (floor.value - ceiling.value) / Math.max(Math.abs(floor.value), Math.abs(ceiling.value));
}

const says = (interval: Interval): boolean => interval.low !== null || interval.high !== null;

/** By which share of the larger number two sides lie apart; 0 where they meet. */
const apart = (a: Interval, b: Interval): number =>
  Math.max(shareApart(a.low, b.high), shareApart(b.low, a.high));

/** A mean over one period says nothing of another, nor of a part of it. */
function periodsOf(claims: readonly Claim[]): readonly string[] {
  const periods = claims.flatMap(({ period_start, period_end }) =>
    period_start === null || period_end === null ? [] : [`${period_start} to ${period_end}`],
  );
  return [...new Set(periods)].sort();
}

type Compared = Pick<CheckedArithmetic, "crosscheck" | "result" | "against" | "periods">;

function judge({ crosscheck, result, against, periods }: Compared): Verdict {
  if (!against) return "finding";
  const [a, b] = [result.value, against.value];
  if (!says(a) || !says(b) || periods.length > 1) return "not comparable";
  if (!isEmpty(intersect(a, b))) return "holds";
  const tolerance = crosscheck.tolerance ?? 0;
  return tolerance > 0 && apart(a, b) <= tolerance ? "strained" : "fails";
}

/** Says in words what a verdict was reached by; the numbers stand in columns beside it. */
export function reasonFor(checked: CheckedArithmetic): string {
  const { result, against, verdict, periods } = checked;
  switch (verdict) {
    case "finding":
      return "there is nothing to compare it with";
    case "holds":
      return "some number satisfies both sides";
    case "strained":
      return "the sides lie apart by no more than the tolerance";
    case "fails":
      return "the sides lie apart by more than the tolerance";
    case "not comparable":
      if (!says(result.value)) return "the result is open at both ends";
      return against && says(against.value)
        ? `the claims hold for different periods: ${periods.join("; ")}`
        : "what it is held against is open at both ends";
    case "rests on a claim that does not count":
      return "a claim under the formula is withdrawn, distorted or a reading that is not chosen";
  }
}

/** The inputs of both formulas with their ranges, as ID=LOW..HIGH, each once; an open end is left blank. */
export function inputsOf({ formula, against }: Crosscheck, terms: Terms): readonly string[] {
  const ids = [...idsOf(formula.term), ...(against ? idsOf(against.term) : [])];
  return [...new Set(ids)].map((id) => {
    const { low, high } = valueOf(id, terms).value;
    return `${id}=${String(low?.value ?? "")}..${String(high?.value ?? "")}`;
  });
}

/**
 * Does the arithmetic of one row of data/crosschecks.csv.
 *
 * @param standing Says of each claim whether it counts.
 * @throws RangeError when the formula names an unknown id or an uncertain variable twice.
 */
export function checkArithmetic(
  crosscheck: Crosscheck,
  terms: Terms,
  standing: Standing = () => null,
): CheckedArithmetic {
  const result = evaluate(crosscheck.formula, terms);
  const against = crosscheck.against && evaluate(crosscheck.against, terms);
  const claims = [...result.claims, ...(against?.claims ?? [])].flatMap(
    (id) => terms.claims.get(id) ?? [],
  );
  const periods = periodsOf(claims);
  if (claims.some((claim) => standing(claim) !== null)) {
    const open = { ...result, value: unbounded };
    const verdict = "rests on a claim that does not count";
    return { crosscheck, result: open, against, verdict, periods };
  }
  const compared = { crosscheck, result, against, periods };
  return { ...compared, verdict: judge(compared) };
}

/** Does the arithmetic of every cross-check, in the ledger's order; `inCore` are those that the core alone carries. */
export function crosscheckResults(
  ledger: Ledger,
  inCore: ReadonlySet<string>,
): readonly PublishedCrosscheck[] {
  const [terms, standing] = [termsOf(ledger), standingIn(ledger)];
  return ledger.crosschecks.map((row) => {
    const checked = checkArithmetic(row, terms, standing);
    const { result, against, verdict } = checked;
    return {
      crosscheck: row.id,
      topic: row.topic,
      label: row.label,
      formula: row.formula.text,
      unit: row.unit,
      ...endsOf(result.value),
      against: row.against?.text ?? null,
      against_low: against?.value.low?.value ?? null,
      against_high: against?.value.high?.value ?? null,
      verdict,
      why: reasonFor(checked),
      tolerance: row.tolerance,
      inputs: inputsOf(row, terms),
      condition: row.condition,
      claims: result.claims,
      assumptions: result.assumptions,
      collection: inCore.has(row.id) ? ("core" as const) : ("all" as const),
    };
  });
}
