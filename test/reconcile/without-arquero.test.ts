import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEGINNING } from "../../src/amount/periods.ts";
import { type System, answersTo } from "../../src/amount/systems.ts";
import { keepCollection } from "../../src/ledger/collections.ts";
import { readLedger } from "../../src/ledger/read.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { asPublished, familiesIn } from "../../src/sensitivity/questions.ts";
import { solveAmount } from "../../src/amount/solve.ts";
import { ASKED } from "../fixtures/arbitrary-ledger.ts";
import { periodsAmong } from "../fixtures/amount.ts";
import { twistedLedger } from "../fixtures/twisted-ledger.ts";

/** What a system says of some periods, and which sets of testimony it finds at odds. */
const saidBy = (system: System | undefined, periods: readonly (readonly [string, string])[]) => ({
  answers: periods.map(([start, end]) => system && answersTo(system, start, end)),
  conflicts: [
    ...new Set(
      system?.worlds.flatMap(({ contradictions }) =>
        (contradictions?.conflicts ?? []).map((one) => JSON.stringify(one)),
      ),
    ),
  ].sort(),
});

/** Holds every amount of the pipeline against the plain functions on the same eligible claims. */
function expectSame(ledger: Ledger, without: readonly string[] = []): void {
  const { eligible, systems } = solve(ledger, { without });
  const [claims, familyOf] = [rowsOf(eligible), familiesIn(ledger)];
  const setting = {
    ...asPublished(ledger),
    isHeard: (id: string): boolean => !without.includes(id),
  };
  for (const { series, cell, assume, system } of rowsOf(systems)) {
    const days = new Set(
      system.worlds.flatMap(({ constraints }) =>
        constraints.flatMap(({ start, end }) => [start, end]),
      ),
    );
    const periods =
      days.size > 8
        ? [...days].map((day) => [BEGINNING, day] as const)
        : periodsAmong([BEGINNING, ...ASKED, ...days].sort());
    const plain = solveAmount({ series, cell }, claims, familyOf(series), setting).get(assume);
    const name = `${series} ${cell} ${assume}`;
    expect([name, saidBy(plain, periods)]).toEqual([name, saidBy(system, periods)]);
  }
}

describe("solveAmount(amount, eligible, family, setting) gives what the pipeline gives", () => {
  test.each(["core", "all"] as const)("of the shipped ledger, %s", (collection) => {
    const { ledger } = readLedger("data", { articles: null });
    expectSame(keepCollection(ledger, collection));
  });

  test("property: of made-up ledgers, with and without origins and institutions", () => {
    fc.assert(
      fc.property(
        twistedLedger({ most: 8 }),
        fc.subarray(["o_1", "o_2", "o_both", "a_1", "a_2"]),
        (ledger, without) => {
          expectSame(ledger, without);
        },
      ),
      { numRuns: 40 },
    );
  });
});
