import { computeInSql } from "../../src/cli/verify-engines.ts";
import type { Row } from "../../src/duckdb/compute.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import type { PublishedConflict } from "../../src/published/tables.ts";
import { ledger, speaker } from "../fixtures/ledger.ts";

/** What the scripts compute of the core: there are no other documents, so all of them say the same. */
export async function computeInCore(
  rows: Partial<Ledger>,
  alleged: readonly PublishedConflict[] = [],
) {
  const facts = ledger({ claimants: [speaker("a_one", "neutral")], ...rows });
  const computed = await computeInSql(facts, alleged);
  const inCore = ({ collection }: Row): boolean => collection === "core";
  return {
    constraints: computed.constraints.filter(inCore),
    estimates: computed.estimates.filter(inCore),
    without: computed.without.filter(inCore),
    conflicts: computed.conflicts.filter(inCore),
    repairs: computed.repairs.filter(inCore),
  };
}
