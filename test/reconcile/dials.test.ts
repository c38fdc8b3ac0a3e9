import { describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import { dialsIn, withNumbers } from "../../src/reconcile/dials.ts";

const { ledger } = readLedger("data");

describe("dialsIn(ledger)", () => {
  test("are the loads, the mix, fire, output and duds, and no number that is one by definition", () => {
    expect(dialsIn(ledger).map(({ id }) => id)).toEqual([
      "p_load_152",
      "p_load_122",
      "p_share_152",
      "p_fire_russia",
      "p_output_us",
      "p_dud_rate",
    ]);
  });

  test("a share ends at 100, anything else at twice what it is taken for", () => {
    const ends = dialsIn(ledger).map(({ id, to, step }) => [id, to, step]);
    expect(Object.fromEntries(ends.map(([id, ...rest]) => [id, rest]))).toMatchObject({
      p_share_152: [100, 1],
      p_load_152: [900, 1],
      p_load_122: [150, 1],
      p_fire_russia: [60_000, 100],
    });
  });

  test("withNumbers(ledger, numbers) puts a number in the place of a formula, and in no other row", () => {
    const changed = withNumbers(ledger, new Map([["p_load_152", 300]]));
    const rows = changed.assumptions.filter((row, at) => row !== ledger.assumptions[at]);
    expect(rows).toMatchObject([
      { id: "p_load_152", low: null, best: 300, high: null, derived_from: null },
    ]);
    expect(withNumbers(ledger, new Map())).toBe(ledger);
  });
});
