import type { EligibleClaim } from "../amount/rows.ts";
import type { Ledger } from "../ledger/tables.ts";
import { eligibleClaims } from "../reconcile/eligible.ts";
import { rowsOf } from "../reconcile/verbs.ts";
import { asPublished } from "./questions.ts";

/** The claims of a ledger under every reading, so that another can be taken than is published. */
export interface Evidence {
  readonly eligible: readonly EligibleClaim[];
  /** The assumption that nothing went before the first count; null where the ledger has none. */
  readonly opening: string | null;
  /** Readings of the same words, joined by "|", of which one is taken or all are left open. */
  readonly choices: readonly string[];
}

/** What of a ledger bears on amounts, whichever readings are taken. */
export function evidenceOf(ledger: Ledger): Evidence {
  const assumptions = ledger.assumptions.map((row) =>
    row.kind === "reading" ? { ...row, default: "on" as const } : row,
  );
  const eligible = rowsOf(eligibleClaims({ ...ledger, assumptions }).eligible);
  return {
    eligible,
    opening: asPublished(ledger).opening,
    choices: [...new Set(eligible.flatMap(({ choice }) => choice ?? []))].sort(),
  };
}
