import * as fc from "fast-check";
import { expect, test } from "vitest";
import { computeInSql } from "../../src/cli/verify-engines.ts";
import { type Comparison, compareTables } from "../../src/duckdb/compare.ts";
import type { Computed } from "../../src/duckdb/compute.ts";
import { keepCollection } from "../../src/ledger/collections.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { crosscheckResults } from "../../src/reconcile/crosschecks.ts";
import { ledgerWithCrosschecks } from "../fixtures/arbitrary-crosschecks.ts";
import { gathered } from "../fixtures/twisted-ledger.ts";

const compute = (rows: Ledger): Promise<Computed> => computeInSql(rows, []);

/** The cross-checks of both engines, compared. */
function compareCrosschecks(rows: Ledger, computed: Computed): Comparison | undefined {
  const inCore = new Set(keepCollection(rows, "core").crosschecks.map(({ id }) => id));
  const found = compareTables(
    { ...computed, crosscheck_results: crosscheckResults(rows, inCore) },
    computed,
  );
  return found.find(({ table }) => table === "crosscheck_results");
}

test("property: both engines do the same arithmetic", async () => {
  const verdicts = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(ledgerWithCrosschecks, { minLength: 10, maxLength: 20, size: "max" }),
      async (ledgers) => {
        const rows = gathered(ledgers);
        const computed = await compute(rows);
        for (const { verdict } of computed.crosscheck_results) verdicts.add(verdict);
        expect(compareCrosschecks(rows, computed)?.differences).toEqual([]);
      },
    ),
    // to look for a smaller one would take longer than a test may
    { numRuns: 8, endOnFailure: true },
  );
  // else there was little to agree about
  expect(verdicts.size).toBe(6);
});
