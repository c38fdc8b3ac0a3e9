import { alternativeOf } from "../ledger/choice.ts";
import { type Formula, idsOf } from "../ledger/formula.ts";
import type { Claim, Ledger } from "../ledger/tables.ts";
import { claimsUnder, termsOf } from "./evaluate.ts";

/** Says why a claim no longer counts, whatever is asked; null while it stands. */
export type Standing = (claim: Claim) => string | null;

/** A ledger with those claims alone that a formula names: all others are never looked up. */
function belowFormulas(ledger: Ledger): Ledger {
  const named = new Set<string>();
  const add = (formula: Formula | null): void => {
    if (formula) for (const id of idsOf(formula.term)) named.add(id);
  };
  for (const { derived_from } of ledger.claims) add(derived_from);
  for (const { derived_from } of ledger.assumptions) add(derived_from);
  for (const { formula } of ledger.crosschecks) add(formula);
  return { ...ledger, claims: ledger.claims.filter(({ id }) => named.has(id)) };
}

/**
 * Judges claims by themselves: withdrawn, a distorted retelling, a reading that is
 * not chosen, or derived from a claim that does not count.
 *
 * @param ledger Circles in `derived_from` are faults of the ledger and never get here.
 */
export function standingIn(ledger: Ledger): Standing {
  const terms = termsOf(belowFormulas(ledger));
  const off = new Map(
    ledger.assumptions.filter((row) => row.default === "off").map(({ id, label }) => [id, label]),
  );
  const known = new Map<string, string | null>();
  const judge = (claim: Claim): string | null => {
    if (claim.status !== "active") return `status: ${claim.status}`;
    if (claim.repeats === "distorted") return "a retelling that changes its origin's figure";
    const notChosen = off.get(alternativeOf(claim)?.option ?? "");
    if (notChosen !== undefined) return `a reading that is not chosen: ${notChosen}`;
    if (!claim.derived_from) return null;
    const fallen = claimsUnder(claim.derived_from, terms).find((id) => {
      const below = terms.claims.get(id);
      return below !== undefined && stands(below) !== null;
    });
    return fallen === undefined ? null : `derived from ${fallen}, which does not count`;
  };
  const stands: Standing = (claim) => {
    // only what is derived may be long in the judging
    if (!claim.derived_from) return judge(claim);
    const before = known.get(claim.id);
    if (before !== undefined) return before;
    const reason = judge(claim);
    known.set(claim.id, reason);
    return reason;
  };
  return stands;
}
