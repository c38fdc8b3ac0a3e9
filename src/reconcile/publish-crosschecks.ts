import type { Ledger } from "../ledger/tables.ts";
import type { Collection } from "./collection.ts";
import { checkArithmetic, inputsOf, reasonFor } from "./crosscheck.ts";
import { termsOf } from "./derive.ts";
import { type PublishedCrosscheck, endsOf } from "./published.ts";
import type { Standing } from "./standing.ts";

/** Does the arithmetic of every cross-check, in the ledger's order. */
export function publishCrosschecks(
  ledger: Ledger,
  standing: Standing,
  collectionOf: (crosscheck: string) => Collection,
): readonly PublishedCrosscheck[] {
  const terms = termsOf(ledger);
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
      collection: collectionOf(row.id),
    };
  });
}
