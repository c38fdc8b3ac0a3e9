import type { Formula } from "../../ledger/formula.ts";
import type { Bound } from "../interval.ts";
import { type Terms, evaluate } from "../derive.ts";
import { asNumber } from "../dials.ts";

/** Two numbers of one formula may differ by so much of themselves and come from one. */
const NOISE = 1e-9;

function isNear(a: Bound | null, b: Bound | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a.value - b.value) <= NOISE * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** Terms in which an assumption is one number, whatever it followed from before. */
export function withNumber(terms: Terms, id: string, best: number): Terms {
  const row = terms.assumptions.get(id);
  if (!row) throw new RangeError(`unknown assumption ${id}`);
  return { ...terms, assumptions: new Map(terms.assumptions).set(id, asNumber(row, best)) };
}

/**
 * Whether a formula gives something else when an assumption in it does: a share of
 * nothing leaves what it is a share of without weight. Found by trying two numbers, as
 * intervals would not see that a number is added and taken away again.
 */
export function dependsOn(formula: Formula, id: string, terms: Terms): boolean {
  const [one, other] = [
    evaluate(formula, withNumber(terms, id, 1)).value,
    evaluate(formula, withNumber(terms, id, 2)).value,
  ];
  return !isNear(one.low, other.low) || !isNear(one.high, other.high);
}
