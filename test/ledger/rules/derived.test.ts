import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/ledger/tables.ts";
import { assumption, claim, crosscheck, formulaOf } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const faultsOf = (formula: string, row: Partial<Claim>) =>
  tableFolder({
    claims: [
      one,
      {
        ...one,
        id: "c_two",
        quote: "Produkt",
        start: 40,
        end: 47,
        best: null,
        ...row,
        derived_from: formulaOf(formula),
      },
    ],
    assumptions: [
      assumption({ id: "p_load", best: 3 }),
      assumption({ id: "p_derived", derived_from: formulaOf("c_one / p_load") }),
    ],
    crosschecks: [crosscheck("x_double", "c_one * 2")],
  }).faults();
const missed = (end: string, stated: string, formula: string, computed: string) => [
  `data/claims.csv:3:${end}: found "${stated}", but ${formula} gives ${computed}\n  expected what the formula gives, rounded as the stated number is\n  to mend: correct the number, or the formula in derived_from`,
];

describe("checkDerived", () => {
  test("finds a number that the formula does not give", () => {
    expect(faultsOf("c_one * p_load", { best: 233 })).toEqual(
      missed("9 best", "233", "c_one * p_load", "231"),
    );
  });

  test("passes what rounds to the stated digits, and no more", () => {
    expect(faultsOf("c_one * p_load", { best: 230 })).toEqual([]);
    expect(faultsOf("c_one * p_load", { best: 200 })).toEqual([]);
    expect(faultsOf("c_one * p_load", { best: 300 })).toEqual(
      missed("9 best", "300", "c_one * p_load", "231"),
    );
    expect(faultsOf("c_one / p_load", { best: 25.7 })).toEqual([]);
    expect(faultsOf("c_one / p_load", { best: 25.6 })).toEqual(
      missed("9 best", "25.6", "c_one / p_load", "25.6666667"),
    );
  });

  test("meets the one end that a floor states, and falls into a range", () => {
    expect(faultsOf("c_one * p_load", { low: 231, bound: "at_least" })).toEqual([]);
    expect(faultsOf("c_one * p_load", { low: 221, bound: "at_least" })).toEqual(
      missed("8 low", "221", "c_one * p_load", "231"),
    );
    expect(faultsOf("c_one * p_load", { low: 111, high: 311, bound: "range" })).toEqual([]);
    expect(faultsOf("c_one * p_load", { low: 111, high: 222, bound: "range" })).toEqual(
      missed("10 high", "222", "c_one * p_load", "231"),
    );
  });

  test("computes through assumptions and cross-checks that are computed themselves", () => {
    expect(faultsOf("p_derived * 3 + x_double", { best: 231 })).toEqual([]);
  });

  test("finds a formula that gives no number", () => {
    const mend =
      "\n  expected a formula that gives a number\n  to mend: name an end that is set (.low, .best or .high), or other ids";
    expect(faultsOf("c_one.high * 2", { best: 154 })).toEqual([
      `data/claims.csv:3:24 derived_from: found "c_one.high * 2", but c_one has no high${mend}`,
    ]);
    expect(faultsOf("2 / (c_one - 77)", { best: 1 })).toEqual([
      `data/claims.csv:3:24 derived_from: found "2 / (c_one - 77)", but a division by zero${mend}`,
    ]);
  });
});
