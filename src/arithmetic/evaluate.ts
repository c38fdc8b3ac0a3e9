import { index } from "d3-array";
import type { Formula, Term } from "../ledger/formula.ts";
import type { Assumption, Claim, Crosscheck, Ledger } from "../ledger/tables.ts";
import { operate } from "./operate.ts";
import { type Interval, boundAt, pointAt, unbounded } from "./interval.ts";
import { intervalOf } from "./stated.ts";

/** A computed number with what it was computed from. */
export interface Derived {
  readonly value: Interval;
  /** Claims at the leaves of the formula, each once, in the order of use. */
  readonly claims: readonly string[];
  /** Assumptions used on the way. */
  readonly assumptions: readonly string[];
}

/** Everything that a formula can name. */
export interface Terms {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly assumptions: ReadonlyMap<string, Assumption>;
  readonly crosschecks: ReadonlyMap<string, Crosscheck>;
  /** Ranges of metrics, where a formula may name them. */
  readonly ranges?: ReadonlyMap<string, Interval>;
}

/** The terms of a ledger, by id. */
export const termsOf = (ledger: Ledger): Terms => ({
  claims: index(ledger.claims, ({ id }) => id),
  assumptions: index(ledger.assumptions, ({ id }) => id),
  crosschecks: index(ledger.crosschecks, ({ id }) => id),
});

type NamedTerm = Extract<Term, { readonly kind: "id" }>;
interface NamedEnd {
  readonly id: string;
  readonly end: NonNullable<NamedTerm["end"]>;
}

interface Leaf extends Derived {
  /** Ids of the uncertain variables, as often as the formula uses them; a single number is not uncertain. */
  readonly uses: readonly string[];
}

const isPoint = ({ low, high }: Interval): boolean =>
  low !== null && high !== null && low.value === high.value;

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

const EMPTY = { claims: [], assumptions: [], uses: [] } as const;

/** The stated value of a claim or assumption beside its ends. */
function bestOf(id: string, terms: Terms): number | null {
  return (terms.claims.get(id) ?? terms.assumptions.get(id))?.best ?? null;
}

/** One end taken as a number: also an end that its interval excludes. */
function oneEnd(leaf: Leaf, { id, end }: NamedEnd, terms: Terms): Leaf {
  const { low, high } = leaf.value;
  if (end !== "best") {
    const bound = end === "low" ? low : high;
    return { ...leaf, value: bound ? pointAt(bound.value, bound.claims) : unbounded };
  }
  const best = bestOf(id, terms) ?? (isPoint(leaf.value) ? (low?.value ?? null) : null);
  return { ...leaf, value: best === null ? unbounded : pointAt(best, [id]) };
}

function assumptionValue(row: Assumption): Interval {
  const [low, high] = [row.low ?? row.best, row.high ?? row.best];
  return {
    low: low === null ? null : boundAt(low, [row.id]),
    high: high === null ? null : boundAt(high, [row.id]),
  };
}

function leafOf(id: string, terms: Terms): Leaf {
  const claim = terms.claims.get(id);
  if (claim) return { ...EMPTY, value: intervalOf(claim), claims: [id], uses: [id] };
  const assumption = terms.assumptions.get(id);
  if (assumption) {
    const stated = assumption.low ?? assumption.best ?? assumption.high;
    if (assumption.derived_from && stated === null) {
      const inner = walk(assumption.derived_from.term, terms);
      return { ...inner, assumptions: unique([...inner.assumptions, id]) };
    }
    return { ...EMPTY, value: assumptionValue(assumption), assumptions: [id], uses: [id] };
  }
  const crosscheck = terms.crosschecks.get(id);
  if (crosscheck) return walk(crosscheck.formula.term, terms);
  const range = terms.ranges?.get(id);
  if (range) return { ...EMPTY, value: range, uses: [id] };
  throw new RangeError(`unknown term ${id}`);
}

function walk(term: Term, terms: Terms): Leaf {
  if (term.kind === "number") return { ...EMPTY, value: pointAt(term.value) };
  if (term.kind === "id") {
    const { id, end } = term;
    const leaf = leafOf(id, terms);
    const value = end ? oneEnd(leaf, { id, end }, terms) : leaf;
    return isPoint(value.value) ? { ...value, uses: [] } : value;
  }
  const [left, right] = [walk(term.left, terms), walk(term.right, terms)];
  return {
    value: operate(term.operator, left.value, right.value),
    claims: unique([...left.claims, ...right.claims]),
    assumptions: unique([...left.assumptions, ...right.assumptions]),
    uses: [...left.uses, ...right.uses],
  };
}

/**
 * Computes a formula over claims, assumptions and cross-checks with interval
 * arithmetic. A variable that stands twice would be taken to differ from itself,
 * so that is refused unless it is a single number.
 *
 * @returns Ends in the formula's own unit, and the ids it rests on.
 * @throws RangeError for an unknown id or an uncertain variable used twice.
 */
export function evaluate(formula: Formula, terms: Terms): Derived {
  const { uses, ...derived } = walk(formula.term, terms);
  const twice = uses.find((id, at) => uses.indexOf(id) !== at);
  if (twice !== undefined)
    throw new RangeError(`"${formula.text}" uses the uncertain ${twice} more than once`);
  return derived;
}

/** The claims that a formula rests on, also by way of assumptions and cross-checks. */
export function claimsUnder(formula: Formula, terms: Terms): readonly string[] {
  return walk(formula.term, terms).claims;
}

/** What a term stands for by itself: a claim's interval, an assumption's value, a cross-check's result. */
export function valueOf(id: string, terms: Terms): Derived {
  return evaluate({ text: id, term: { kind: "id", id, end: null } }, terms);
}
