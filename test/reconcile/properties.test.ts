import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, answersTo, hullOf } from "../../src/amount/systems.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { ASKED, arbitraryLedger } from "../fixtures/arbitrary-ledger.ts";
import { isWithin, periodsAmong } from "../fixtures/amount.ts";
import { assumption } from "../fixtures/ledger.ts";
import { gathered } from "../fixtures/twisted-ledger.ts";

const PERIODS = periodsAmong(["", ...ASKED]);

/**
 * Many ledgers as one, none of which knows of another: most of the time of a small one goes into
 * the expressions of Arquero.
 */
const manyLedgers = fc
  .array(arbitraryLedger({ most: 7 }), { minLength: 25, maxLength: 25 })
  .map(gathered);
const ONCE = { numRuns: 1 };

/** The outer ends of every amount in every period, by amount and set; without who binds them. */
function outerEnds(ledger: Ledger): ReadonlyMap<string, readonly Answer[]> {
  return new Map(
    rowsOf(solve(ledger).systems).map(({ series, cell, assume, system }) => [
      `${series} ${cell} ${assume}`,
      PERIODS.map(([start, end]) => ({
        ...hullOf(answersTo(system, start, end)),
        ...{ low_claims: [], high_claims: [] },
      })),
    ]),
  );
}

describe("property: solve(ledger)", () => {
  test("ranges hang neither on the order of claims nor on how often they are retold", () => {
    fc.assert(
      fc.property(
        manyLedgers.chain((ledger) =>
          fc.tuple(
            fc.constant(ledger),
            fc.shuffledSubarray([...ledger.claims], { minLength: ledger.claims.length }),
            fc.subarray([...ledger.claims]),
          ),
        ),
        ([ledger, shuffled, again]) => {
          const retold = again.map((row) => ({ ...row, id: `${row.id}_again` }));
          const others = outerEnds({ ...ledger, claims: [...retold, ...shuffled] });
          for (const [amount, ends] of outerEnds(ledger))
            expect([amount, others.get(amount)]).toEqual([amount, ends]);
        },
      ),
      ONCE,
    );
  });

  test("a choice left open contains the answer of each reading", () => {
    const READINGS = ["p_a", "p_b"];
    const taking = (ledger: Ledger, taken: readonly string[]): Ledger => ({
      ...ledger,
      assumptions: [
        ...ledger.assumptions,
        ...READINGS.map((id) =>
          assumption({ id, kind: "reading", default: taken.includes(id) ? "on" : "off" }),
        ),
      ],
    });
    fc.assert(
      fc.property(manyLedgers, (ledger) => {
        const claims = ledger.claims.map((row) => ({
          ...row,
          status: row.alternative === null ? row.status : ("active" as const),
          alternative:
            row.alternative?.replace("option_0", "p_a").replace(/option_\d/u, "p_b") ?? null,
        }));
        const open = outerEnds(taking({ ...ledger, claims }, READINGS));
        for (const id of READINGS)
          for (const [amount, ends] of outerEnds(taking({ ...ledger, claims }, [id])))
            for (const [at, one] of ends.entries())
              expect([amount, PERIODS[at], isWithin(one, open.get(amount)?.[at] ?? one)]).toEqual([
                ...[amount, PERIODS[at], true],
              ]);
      }),
      ONCE,
    );
  });
});
