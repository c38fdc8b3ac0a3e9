import { type Draft, type Rule, byId } from "../draft.ts";
import type { Term } from "../formula.ts";
import { halfUnitOf, plainDigits } from "../numbers.ts";
import type { Claim } from "../tables.ts";
import { type Derivation, findDerivations, needsOf } from "./derivations.ts";
import { walkNeeds } from "./walk.ts";

interface Values {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** A number, why there is none, or null when another fault already says why. */
type Result = { readonly value: number } | { readonly lacks: string } | null;

const pointOf = ({ low, best, high }: Values): number | null => best ?? low ?? high;

function evaluate(term: Term, valuesOf: (id: string) => Values | null): Result {
  if (term.kind === "number") return { value: term.value };
  if (term.kind === "id") {
    const values = valuesOf(term.id);
    if (!values) return null;
    const value = term.end === null ? pointOf(values) : values[term.end];
    return value === null ? { lacks: `${term.id} has no ${term.end ?? "value"}` } : { value };
  }
  const left = evaluate(term.left, valuesOf);
  const right = evaluate(term.right, valuesOf);
  if (!left || !right) return null;
  if ("lacks" in left) return left;
  if ("lacks" in right) return right;
  const [a, b] = [left.value, right.value];
  const value = { "+": a + b, "-": a - b, "*": a * b, "/": a / b }[term.operator];
  return Number.isFinite(value) ? { value } : { lacks: "a division by zero" };
}

/** Every number that a formula may use; derived ones are computed in the order of their derivation. */
function valuesIn(draft: Draft, derivations: readonly Derivation[]): ReadonlyMap<string, Values> {
  const { claims, assumptions } = draft.tables;
  const values = new Map<string, Values>(
    [...claims.rows, ...assumptions.rows].map((row) => [row.id, row]),
  );
  const formulas = new Map(
    derivations.filter(({ field }) => field !== "against").map(({ id, formula }) => [id, formula]),
  );
  for (const id of walkNeeds(needsOf(derivations)).order) {
    const formula = formulas.get(id);
    const own = values.get(id);
    if (!formula || (own && pointOf(own) !== null)) continue;
    const result = evaluate(formula.term, (needed) => values.get(needed) ?? null);
    if (result && "value" in result) values.set(id, { low: null, best: result.value, high: null });
    // What it rests on has a fault of its own; those who use it have none.
    else values.delete(id);
  }
  return values;
}

const isWithin = (computed: number, stated: number): boolean =>
  Math.abs(computed - stated) <= halfUnitOf(stated) * (1 + 1e-9) + Math.abs(stated) * 1e-12;

/** The end of a stated range or number that the computed value misses, or null when it fits. */
function missedEnd(stated: Values, computed: number): "low" | "best" | "high" | null {
  if (stated.best !== null) return isWithin(computed, stated.best) ? null : "best";
  const { low, high } = stated;
  // One end is a number to hit; two are a range to fall into.
  if (low !== null && high !== null) {
    if (computed < low && !isWithin(computed, low)) return "low";
    return computed > high && !isWithin(computed, high) ? "high" : null;
  }
  const only = low ?? high;
  if (only === null || isWithin(computed, only)) return null;
  return low === null ? "high" : "low";
}

const round = (value: number): string => plainDigits(Number(value.toPrecision(9)));

/** A derived figure is what its formula gives, within the rounding of the digits that are printed. */
export const checkDerived: Rule = (draft) => {
  const derivations = findDerivations(draft);
  const values = valuesIn(draft, derivations);
  const stated = new Map<string, Values>([
    ...byId<Claim>(draft.tables.claims),
    ...byId(draft.tables.assumptions),
  ]);
  return derivations.flatMap(({ id, table, row, field, formula }) => {
    const result = evaluate(formula.term, (needed) => values.get(needed) ?? null);
    if (!result) return [];
    if ("lacks" in result)
      return [
        {
          ...draft.placeOf(table, row, field),
          found: `"${formula.text}", but ${result.lacks}`,
          expected: "a formula that gives a number",
          mend: "name an end that is set (.low, .best or .high), or other ids",
        },
      ];
    const own = stated.get(id);
    const end = own ? missedEnd(own, result.value) : null;
    if (!own || end === null) return [];
    return [
      {
        ...draft.placeOf(table, row, end),
        found: `"${plainDigits(own[end] ?? 0)}", but ${formula.text} gives ${round(result.value)}`,
        expected: "what the formula gives, rounded as the stated number is",
        mend: "correct the number, or the formula in derived_from",
      },
    ];
  });
};
