import { describe, expect, test } from "vitest";
import { BEGINNING } from "../../src/amount/periods.ts";
import type { EligibleClaim, Testimony } from "../../src/amount/rows.ts";
import { boundsOf, testify } from "../../src/amount/testify.ts";
import { boundAt } from "../../src/arithmetic/interval.ts";

const DAY = "2024-02-26";

/** A retelling of one origin's number; an end is left open with null. */
const told = (
  claim: string,
  low: number | null,
  high: number | null,
  row: Partial<EligibleClaim> = {},
): EligibleClaim => ({
  ...{ claim, metric: "m_count", series: "m_count", cell: "", assume: "stated" },
  ...{ origin: "o_one", institution: "a_one", choice: null, mix: null, kinds: 0, option: null },
  ...{ primary: false, start: BEGINNING, end_first: DAY, end_last: DAY, counted: true },
  ...{ until: DAY, known_on: null },
  says: {
    low: low === null ? null : boundAt(low, [claim]),
    high: high === null ? null : boundAt(high, [claim]),
  },
  ...row,
});

const rangeIn = (...claims: readonly EligibleClaim[]) => {
  const { claims: ids, low, high } = testify(claims);
  return [ids.join(" "), low?.value ?? null, high?.value ?? null];
};

describe("testify(claims)", () => {
  test("takes what all retellings allow, with the claims that put each end there", () => {
    const said = testify([told("c_a", 5, 9), told("c_b", 6, null), told("c_c", null, 9)]);
    expect(said).toMatchObject({
      ...{ claims: ["c_a", "c_b", "c_c"] },
      ...{ low: { value: 6, claims: ["c_b"] }, high: { value: 9, claims: ["c_a", "c_c"] } },
    });
  });

  test("takes the stretch between retellings that exclude each other", () => {
    expect(rangeIn(told("c_a", 5, 5), told("c_b", 8, 8), told("c_c", 6, null))).toEqual([
      ...["c_a c_b c_c", 5, null],
    ]);
    expect(rangeIn(told("c_a", 5, 5), told("c_b", 8, 8))).toEqual(["c_a c_b", 5, 8]);
  });

  test("hears the origin's own words alone, where they are there", () => {
    const own = told("c_own", 5, 9, { primary: true });
    expect(rangeIn(told("c_a", 7, 7), own)).toEqual(["c_own", 5, 9]);
    expect(rangeIn(told("c_b", 1, 2), own)).toEqual(["c_own", 5, 9]);
    const again = told("c_again", 6, null, { primary: true });
    expect(rangeIn(told("c_a", 7, 7), own, again)).toEqual(["c_again c_own", 6, 9]);
  });

  describe("of a mix of kinds", () => {
    const kind = (option: string, claim: string, low: number | null, high: number | null) =>
      told(claim, low, high, { mix: "all_122|all_152", kinds: 2, option });

    test("takes from the least of the one kind to the most of the other", () => {
      expect(rangeIn(kind("all_152", "c_152", 3, 3), kind("all_122", "c_122", 1, 1))).toEqual([
        ...["c_122 c_152", 1, 3],
      ]);
    });

    test("settles each kind first", () => {
      expect(
        rangeIn(
          kind("all_152", "c_a", 2, 4),
          kind("all_152", "c_b", 3, 5),
          kind("all_122", "c_c", 1, 1),
        ),
      ).toEqual(["c_a c_b c_c", 1, 4]);
      // up to a ceiling for the one and over a floor for the other, a mix is not bounded
      expect(rangeIn(kind("all_152", "c_a", null, 4), kind("all_122", "c_b", 1, null))).toEqual([
        ...["c_a c_b", null, null],
      ]);
    });

    test("knows nothing where only one of the kinds is told", () => {
      expect(rangeIn(kind("all_152", "c_152", 3, 3))).toEqual(["c_152", null, null]);
    });

    test("is one thing that the origin says beside others", () => {
      const plain = told("c_plain", 2, null);
      expect(
        rangeIn(kind("all_152", "c_152", 3, 3), kind("all_122", "c_122", 1, 1), plain),
      ).toEqual(["c_122 c_152 c_plain", 2, 3]);
    });
  });

  test("knows the begin roughly where retellings differ in it; who names none is no witness of one", () => {
    const begun = (...starts: readonly string[]) => {
      const { start_first, start_last } = testify(
        starts.map((start, at) => told(`c_${String(at)}`, 5, 5, { start })),
      );
      return [start_first, start_last];
    };
    expect(begun("2023-08-31", "2023-07-31", BEGINNING)).toEqual(["2023-07-31", "2023-08-31"]);
    expect(begun("2023-08-31")).toEqual(["2023-08-31", "2023-08-31"]);
    expect(begun(BEGINNING, BEGINNING)).toEqual([BEGINNING, BEGINNING]);
  });
});

describe("boundsOf(testimony)", () => {
  const testimony: Testimony = {
    ...{ reading: "", series: "m_count", cell: "", assume: "stated", origin: "o_one" },
    ...{ institution: "a_one", until: "", claims: ["c_a", "c_b"] },
    low: boundAt(5, ["c_a"]),
    high: boundAt(9, ["c_b"], false),
    ...{ start_first: "2023-07-31", start_last: "2023-08-31" },
    ...{ end_first: "2024-02-01", end_last: "2024-02-26" },
  };
  const periodsIn = (row: Partial<Testimony>) =>
    boundsOf({ ...testimony, ...row }).map(({ side, start, end }) => [side, start, end]);

  test("a floor holds for the widest reading of the period, a ceiling for the narrowest", () => {
    expect(periodsIn({})).toEqual([
      ["floor", "2023-07-31", "2024-02-26"],
      ["ceiling", "2023-08-31", "2024-02-01"],
    ]);
  });

  test("is known by all claims of the testimony, and bound by those that put the end there", () => {
    expect(boundsOf(testimony)).toMatchObject([
      { value: 5, inclusive: true, binds: ["c_a"], claims: ["c_a", "c_b"], origin: "o_one" },
      { value: 9, inclusive: false, binds: ["c_b"], claims: ["c_a", "c_b"], origin: "o_one" },
    ]);
  });

  test("there is no ceiling where the narrowest reading is no period", () => {
    const late = { start_last: "2024-02-01" };
    expect(periodsIn(late)).toEqual([["floor", "2023-07-31", "2024-02-26"]]);
    expect(periodsIn({ start_last: "2024-02-20" })).toHaveLength(1);
  });

  test("an end that is not stated bounds nothing", () => {
    expect(periodsIn({ low: null })).toHaveLength(1);
    expect(periodsIn({ low: null, high: null })).toEqual([]);
  });
});
