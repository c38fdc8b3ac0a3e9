import type { Assumption, Ledger } from "../ledger/tables.ts";
import { idsIn } from "./collection.ts";
import { reached } from "./reached.ts";
import { type Terms, termsOf, valueOf } from "./derive.ts";

/** A number that arithmetic rests on and that a reader may move. */
export interface Dial {
  /** Id of the assumption. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly rationale: string;
  /** As the ledger has it, in the unit; null at an end that it leaves open. */
  readonly low: number | null;
  readonly high: number | null;
  /** Claims from which the ledger's value follows; empty where it is put in. */
  readonly claims: readonly string[];
  /** The stretch that a slider covers, and its step. A number beyond may be typed. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** All that the cross-checks name, by way of assumptions too. */
function namedUnder({ crosschecks, assumptions }: Ledger): ReadonlySet<string> {
  const formulas = new Map(assumptions.map(({ id, derived_from }) => [id, derived_from]));
  return reached(
    crosschecks.flatMap(({ formula }) => idsIn(formula.term)),
    (id) => {
      const below = formulas.get(id);
      return below ? idsIn(below.term) : [];
    },
  );
}

/** Two significant digits, upward: where a slider ends. */
function roundUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}

function dialOf(row: Assumption, terms: Terms, unit: string): Dial {
  const { value, claims } = valueOf(row.id, terms);
  const [low, high] = [value.low?.value ?? null, value.high?.value ?? null];
  const most = high ?? low ?? 0;
  // a share ends where all is reached; anything else may be twice what it is taken for
  const to = unit === "percent" ? 100 : most > 0 ? roundUp(2 * most) : 1;
  return {
    id: row.id,
    label: row.label,
    unit,
    rationale: row.rationale,
    low,
    high,
    claims,
    from: 0,
    to,
    step: 10 ** (Math.floor(Math.log10(to)) - 2),
  };
}

/**
 * The numbers that the arithmetic of the ledger rests on, in its order: those that
 * follow from claims, and those of which only a range is known. A number that is one
 * by definition, the days of a mean month, is not among them.
 */
export function dialsIn(ledger: Ledger): readonly Dial[] {
  const used = namedUnder(ledger);
  const units = new Map(ledger.metrics.map(({ id, unit }) => [id, unit]));
  const terms = termsOf(ledger);
  return ledger.assumptions
    .filter(
      ({ id, derived_from, best }) => used.has(id) && (derived_from !== null || best === null),
    )
    .map((row) => dialOf(row, terms, units.get(row.metric) ?? ""));
}

/** An assumption that is one number, whatever it followed from before. */
export const asNumber = (row: Assumption, best: number): Assumption => ({
  ...row,
  ...{ low: null, best, high: null, derived_from: null },
});

/** A ledger in which some assumptions have another value, whatever they followed from before. */
export function withNumbers(ledger: Ledger, numbers: ReadonlyMap<string, number>): Ledger {
  if (numbers.size === 0) return ledger;
  return {
    ...ledger,
    assumptions: ledger.assumptions.map((row) => {
      const best = numbers.get(row.id);
      return best === undefined ? row : asNumber(row, best);
    }),
  };
}
