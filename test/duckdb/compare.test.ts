import { describe, expect, test } from "vitest";
import { compareTables } from "../../src/duckdb/compare.ts";
import type { Computed } from "../../src/duckdb/compute.ts";

const published = new Map([
  [
    "conflicts",
    "metric,collection,low_claim,high_claim,gap\nm_a,core,c_1,c_2,1000\nm_a,core,c_3,c_2,5\n",
  ],
]);
const NONE: Computed = {
  estimates: [],
  without: [],
  bounds: [],
  conflicts: [],
  crosschecks: [],
  support: [],
  thresholds: [],
};
const conflict = { metric: "m_a", collection: "core", low_claim: "c_1", high_claim: "c_2" };
const other = { ...conflict, low_claim: "c_3", gap: 5 };

const differences = (conflicts: Computed["conflicts"]) =>
  compareTables(published, { ...NONE, conflicts }).flatMap((one) => one.differences);

describe("compareTables(published, computed)", () => {
  test("finds no difference between equal values in another order", () => {
    const conflicts = [other, { ...conflict, gap: 1000 }];
    expect(compareTables(published, { ...NONE, conflicts })).toEqual([
      { table: "estimates", agreeing: 0, differences: [] },
      { table: "without", agreeing: 0, differences: [] },
      { table: "bounds", agreeing: 0, differences: [] },
      { table: "conflicts", agreeing: 10, differences: [] },
      { table: "crosschecks", agreeing: 0, differences: [] },
      { table: "support", agreeing: 0, differences: [] },
      { table: "thresholds", agreeing: 0, differences: [] },
    ]);
  });

  test("names the place of a value that differs, also where one is not stated", () => {
    const at = { file: "/data/conflicts.csv", row: "m_a core c_1 c_2", column: "gap" };
    expect(differences([other, { ...conflict, gap: 1000.5 }])).toEqual([
      { ...at, published: "1000", computed: "1000.5" },
    ]);
    expect(differences([other, { ...conflict, gap: null }])).toEqual([
      { ...at, published: "1000", computed: "" },
    ]);
  });

  test("compares of cross-checks what is computed, and neither labels nor reasons", () => {
    const crosschecks = 'crosscheck,label,low,verdict,why\nx_a,"A, held",5,holds,some number\n';
    const found = (row: Readonly<Record<string, string | number>>) =>
      compareTables(new Map([["crosschecks", crosschecks]]), { ...NONE, crosschecks: [row] }).find(
        ({ table }) => table === "crosschecks",
      );
    const row = { crosscheck: "x_a", low: 5, verdict: "holds" };
    expect(found(row)).toEqual({ table: "crosschecks", agreeing: 3, differences: [] });
    expect(found({ ...row, verdict: "fails" })?.differences).toEqual([
      {
        ...{ file: "/data/crosschecks.csv", row: "x_a", column: "verdict" },
        ...{ published: "holds", computed: "fails" },
      },
    ]);
    // a column that nobody has left out on purpose is missed
    expect(found({ crosscheck: "x_a", low: 5 })?.differences.map(({ column }) => column)).toEqual([
      "verdict",
    ]);
  });

  test("names rows and columns that only one of the two has", () => {
    expect(differences([{ ...conflict, gap: 1000 }])).toEqual([
      {
        file: "/data/conflicts.csv",
        row: "m_a core c_3 c_2",
        column: null,
        published: "a row",
        computed: "no such row",
      },
    ]);
    const found = differences([other, { ...conflict, gap: 1000, more: 1 }, other]);
    expect(found.map(({ row, column }) => [row, column])).toEqual([
      ["m_a core c_1 c_2", "more"],
      ["m_a core c_3 c_2", null],
    ]);
  });
});
