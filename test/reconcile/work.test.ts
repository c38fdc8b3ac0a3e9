import { expect, test } from "vitest";
import { syntheticLedger } from "../../src/cli/bench/synthetic.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { reconcile } from "../../src/reconcile/reconciled.ts";

/** The ledger with claims that count how often anybody asks for their numbers. */
function counting(ledger: Ledger) {
  let asked = 0;
  const claims = ledger.claims.map((claim) =>
    Object.defineProperty({ ...claim }, "bound", {
      enumerable: true,
      get: () => {
        asked += 1;
        return claim.bound;
      },
    }),
  );
  return { ledger: { ...ledger, claims }, asked: () => asked / claims.length };
}

// Before, a claim was read again for each metric and each turning day: 200 times as often here.
// How long that takes depends on the machine, how often does not.
test.each([400, 1600])(
  "reconcile(ledger, collection) reads a claim once for each metric that it bears on: %i claims",
  (size) => {
    const counted = counting(syntheticLedger(size, 8));
    reconcile(counted.ledger, "all");
    expect(counted.asked()).toBeGreaterThan(0.5);
    // in a family of three a whole bears on its parts and they on it
    expect(counted.asked()).toBeLessThan(4);
  },
);
