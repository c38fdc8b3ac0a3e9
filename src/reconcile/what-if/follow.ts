import type { Formula, Term } from "../../ledger/formula.ts";
import type { Claim, Crosscheck, Ledger } from "../../ledger/tables.ts";
import { idsIn } from "../collection.ts";
import { type Terms, claimsUnder, evaluate, termsOf, valueOf } from "../derive.ts";
import { byId } from "../group-by.ts";
import { type Interval, isEmpty, unbounded } from "../interval.ts";
import { type Ends, endsOf, intervalOf } from "../published.ts";
import type { Standing } from "../standing.ts";
import { dependsOn } from "./depends.ts";

/** A number in a formula, with what it stands for under the settings. */
export interface Input extends Ends {
  /** Id of an assumption. */
  readonly id: string;
}

/**
 * What the formula of a cross-check gives if the range of the day stands in it for the
 * claim that it is about.
 */
export interface Follow {
  readonly crosscheck: string;
  readonly unit: string;
  /** The quantity whose range stands in the formula, and that range; null where nothing speaks for the day. */
  readonly metric: string;
  readonly range: Ends | null;
  readonly inputs: readonly Input[];
  /** Numbers that no claim that counts gives, and that nobody has put in. */
  readonly missing: readonly string[];
  /** null where the range is none or contradicts itself, or a number is missing. */
  readonly result: Ends | null;
  /** The same for the other part, where a number in the formula is a share: what does not work if the share works. */
  readonly rest: Ends | null;
}

/** What the formulas are done with. */
export interface Grounds {
  /** All documents, with the numbers that were put in. */
  readonly ledger: Ledger;
  /** What of it speaks. */
  readonly speaking: Ledger;
  readonly standing: Standing;
  /** The range of a metric on the day. */
  readonly rangeOf: (metric: string) => Ends | null;
}

/** A formula in which the metrics of its claims stand in place of the claims. */
function onMetrics(term: Term, claims: ReadonlyMap<string, Claim>): Term {
  if (term.kind === "operation")
    return {
      ...term,
      left: onMetrics(term.left, claims),
      right: onMetrics(term.right, claims),
    };
  const claim = term.kind === "id" ? claims.get(term.id) : undefined;
  return claim ? { kind: "id", id: claim.metric, end: null } : term;
}

/** Assumptions that no claim that counts gives. */
function missingAmong(ids: readonly string[], { speaking, standing }: Grounds): readonly string[] {
  const rows = byId(speaking.assumptions);
  const terms = termsOf(speaking);
  return ids.filter((id) => {
    const row = rows.get(id);
    if (!row) return true;
    if (!row.derived_from) return false;
    return claimsUnder(row.derived_from, terms).some((claim) => {
      const under = terms.claims.get(claim);
      return under !== undefined && standing(under) !== null;
    });
  });
}

/** Terms in which a share is its other part. */
function turned(terms: Terms, share: string): Terms {
  const row = terms.assumptions.get(share);
  if (!row) return terms;
  const { low, high } = valueOf(share, terms).value;
  const put = {
    ...{ ...row, best: null, derived_from: null },
    low: high && 100 - high.value,
    high: low && 100 - low.value,
  };
  return { ...terms, assumptions: new Map(terms.assumptions).set(share, put) };
}

function followOf({ id, formula, unit }: Crosscheck, all: Terms, grounds: Grounds): Follow {
  const ids = idsIn(formula.term);
  const metric = ids.flatMap((one) => all.claims.get(one)?.metric ?? [])[0] ?? "";
  const numbers = [...all.assumptions.keys()].filter((one) => ids.includes(one));
  const range = grounds.rangeOf(metric);
  const interval: Interval = range ? intervalOf(range) : unbounded;
  const terms = { ...all, ranges: new Map([[metric, interval]]) };
  const about: Formula = { text: formula.text, term: onMetrics(formula.term, all.claims) };
  const isKnown = range !== null && !isEmpty(interval);
  const unknown = missingAmong(numbers, grounds);
  // a share of nothing needs nothing of what it is a share of
  const missing = unknown.filter((one) => !isKnown || dependsOn(about, one, terms));
  const isDone = isKnown && missing.length === 0;
  const units = new Map(grounds.ledger.metrics.map((row) => [row.id, row.unit]));
  const [share] = numbers.filter(
    (one) => units.get(all.assumptions.get(one)?.metric ?? "") === "percent",
  );
  return {
    ...{ crosscheck: id, unit, metric, range, missing },
    inputs: numbers
      .filter((one) => !unknown.includes(one))
      .map((one) => ({ id: one, ...endsOf(valueOf(one, all).value) })),
    result: isDone ? endsOf(evaluate(about, terms).value) : null,
    rest:
      isDone && share !== undefined ? endsOf(evaluate(about, turned(terms, share)).value) : null,
  };
}

/**
 * Does the arithmetic of some cross-checks with the ranges of the day, so that it is
 * about what is known of the day and not about one claim: the same formulas, the same
 * numbers, floors stay floors.
 *
 * @param ids Cross-checks whose formula names one claim, and that claim once.
 */
export function followsFrom(ids: readonly string[], grounds: Grounds): readonly Follow[] {
  const all = termsOf(grounds.ledger);
  return ids.flatMap((id) => {
    const row = all.crosschecks.get(id);
    return row ? [followOf(row, all, grounds)] : [];
  });
}
