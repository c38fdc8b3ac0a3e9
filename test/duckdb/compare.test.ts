import { describe, expect, test } from "vitest";
import { compareTables } from "../../src/duckdb/compare.ts";
import type { Computed, Row } from "../../src/duckdb/compute.ts";

const NONE: Computed = {
  constraints: [],
  estimates: [],
  without: [],
  conflicts: [],
  repairs: [],
  crosscheck_results: [],
};

const conflict = {
  ...{ collection: "core", series: "m_a", period: null, assume: "stated", reading: null },
  ...{ testimony: ["c_1", "c_2+c_3"], gap: 1000, minimal: true },
};
const other = { ...conflict, testimony: ["c_4", "c_5"], gap: 5 };

const foundIn = (published: readonly Row[], computed: readonly Row[]) =>
  compareTables({ ...NONE, conflicts: published }, { ...NONE, conflicts: computed }).find(
    ({ table }) => table === "conflicts",
  );

describe("compareTables(published, computed)", () => {
  test("finds no difference between equal values in another order, of rows and in lists", () => {
    const turned = { ...conflict, testimony: ["c_2+c_3", "c_1"] };
    expect(foundIn([conflict, other], [other, turned])).toEqual({
      table: "conflicts",
      agreeing: 16,
      differences: [],
    });
  });

  test("takes numbers for equal that differ by no more than one part in a thousand million", () => {
    const [near, far] = [1000 + 1e-6, 1000 + 1.1e-6];
    expect(foundIn([conflict], [{ ...conflict, gap: near }])?.differences).toEqual([]);
    expect(foundIn([conflict], [{ ...conflict, gap: far }])?.differences).toHaveLength(1);
  });

  test("names the place of a value that differs, also where one is not stated", () => {
    const at = { table: "conflicts", row: "core m_a stated c_1|c_2+c_3", column: "gap" };
    expect(foundIn([conflict], [{ ...conflict, gap: 1000.5 }])?.differences).toEqual([
      { ...at, published: "1000", computed: "1000.5" },
    ]);
    expect(foundIn([conflict], [{ ...conflict, gap: null }])?.differences).toEqual([
      { ...at, published: "1000", computed: "" },
    ]);
    expect(foundIn([{ ...conflict, gap: 0 }], [{ ...conflict, gap: null }])?.differences).toEqual([
      { ...at, published: "0", computed: "" },
    ]);
  });

  test("names a row that only one of them has, and a column too", () => {
    const less = Object.fromEntries(Object.entries(conflict).filter(([name]) => name !== "gap"));
    expect(foundIn([conflict, other], [less])?.differences).toEqual([
      {
        ...{ table: "conflicts", row: "core m_a stated c_1|c_2+c_3", column: "gap" },
        ...{ published: "1000", computed: "no such column" },
      },
      {
        ...{ table: "conflicts", row: "core m_a stated c_4|c_5", column: null },
        ...{ published: "a row", computed: "no such row" },
      },
    ]);
  });

  test("compares of cross-checks what is computed, and neither labels nor reasons", () => {
    const published = { crosscheck: "x_a", label: "A", low: 5, verdict: "holds", why: "words" };
    const found = (verdict: string) =>
      compareTables(
        { ...NONE, crosscheck_results: [published] },
        { ...NONE, crosscheck_results: [{ crosscheck: "x_a", low: 5, verdict }] },
      ).at(-1);
    expect(found("holds")).toEqual({ table: "crosscheck_results", agreeing: 3, differences: [] });
    expect(found("fails")?.differences).toEqual([
      {
        ...{ table: "crosscheck_results", row: "x_a", column: "verdict" },
        ...{ published: "holds", computed: "fails" },
      },
    ]);
  });
});
