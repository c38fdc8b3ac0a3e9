import { describe, expect, test } from "vitest";
import {
  checkArithmetic,
  crosscheckResults,
  inputsOf,
  reasonFor,
} from "../../src/reconcile/crosschecks.ts";
import { termsOf } from "../../src/arithmetic/evaluate.ts";
import { claim, crosscheck, formulaOf, ledger } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const rows = ledger({
  claims: [
    claim({ id: "c_ten", best: 10 }),
    claim({ id: "c_twelve", best: 12 }),
    claim({ id: "c_floor", low: 11, bound: "at_least" }),
    claim({ id: "c_mute" }),
    claim({ id: "c_below", best: -90 }),
    claim({ id: "c_year", best: 10, period_start: "2023-01-01", period_end: "2023-12-31" }),
    claim({ id: "c_same", best: 12, period_start: "2023-01-01", period_end: "2023-12-31" }),
    claim({ id: "c_month", best: 10, period_start: "2023-08-01", period_end: "2023-08-31" }),
  ],
});

const checked = (formula: string, against: string | null, tolerance: number | null = null) =>
  checkArithmetic(
    crosscheck("x_one", formula, {
      against: against === null ? null : formulaOf(against),
      tolerance,
    }),
    termsOf(rows),
  );

describe("reasonFor(checked) says what a verdict was reached by", () => {
  // 10 and 12 lie apart by 2 of 12, a sixth
  test.each([
    ["c_ten", null, null, "finding", "there is nothing to compare it with"],
    ["c_twelve", "c_floor", null, "holds", "some number satisfies both sides"],
    ["c_ten", "c_twelve", 0.2, "strained", "the sides lie apart by no more than the tolerance"],
    ["c_ten", "c_twelve", 0.1, "fails", "the sides lie apart by more than the tolerance"],
    ["c_ten", "c_mute", 0.1, "not comparable", "what it is held against is open at both ends"],
    ["c_mute", "c_ten", 0.1, "not comparable", "the result is open at both ends"],
  ])("%s against %s with tolerance %s: %s", (formula, against, tolerance, verdict, why) => {
    const found = checked(formula, against, tolerance);
    expect(found.verdict).toBe(verdict);
    expect(reasonFor(found)).toBe(why);
  });

  test("the tolerance is a share of the larger number, on either side of zero", () => {
    expect(checked("c_below", "0 - 100", 0.1).verdict).toBe("strained");
    expect(checked("0 - 100", "c_below", 0.1).verdict).toBe("strained");
    expect(checked("c_below", "0 - 100", 0.09).verdict).toBe("fails");
  });

  test("what is divided by nothing cannot be compared", () => {
    expect(checked("c_ten / 0", "c_twelve").verdict).toBe("not comparable");
  });

  test("a year and a month in it are not compared, however near their numbers are", () => {
    const found = checked("c_year", "c_month", 0.5);
    expect(found.verdict).toBe("not comparable");
    expect(reasonFor(found)).toBe(
      "the claims hold for different periods: 2023-01-01 to 2023-12-31; 2023-08-01 to 2023-08-31",
    );
    expect(checked("c_year + c_month", "c_ten").verdict).toBe("not comparable");
  });

  test("one period on both sides is compared, and so is what holds for none", () => {
    expect(checked("c_year", "c_same").verdict).toBe("fails");
    expect(checked("c_year", "c_ten").verdict).toBe("holds");
    expect(checked("c_year + c_month", null).verdict).toBe("finding");
  });

  test("a claim that does not count is the reason, whatever the numbers say", () => {
    const found = checkArithmetic(crosscheck("x_one", "c_ten"), termsOf(rows), ({ id }) =>
      id === "c_ten" ? "withdrawn" : null,
    );
    expect(reasonFor(found)).toBe(
      "a claim under the formula is withdrawn, distorted or a reading that is not chosen",
    );
  });
});

test("inputsOf(check, terms) names each input of both sides once, an open end blank", () => {
  const row = crosscheck("x_one", "c_ten + c_floor * c_ten", { against: formulaOf("c_twelve") });
  expect(inputsOf(row, termsOf(rows))).toEqual(["c_ten=10..10", "c_floor=11..", "c_twelve=12..12"]);
});

describe("crosscheckResults(ledger, inCore)", () => {
  const results = new Map(
    crosscheckResults(workedExample, new Set(["x_months"])).map((row) => [row.crosscheck, row]),
  );

  // Oracle: the unchanged arithmetic of the note on reconciliation, to its printed digits.
  test.each<[string, number, number | null, number]>([
    ["x_load_152", 447.761194, 447.761194, 6],
    ["x_load_122", 74.626866, 74.626866, 6],
    ["x_floor_152", 4_925_373.13, null, 2],
    ["x_floor_122", 820_895.52, null, 2],
    ["x_days_b", 66.667, null, 3],
    ["x_days_span", 53.333, 200, 3],
    ["x_months", 100, 100, 9],
    ["x_load_ratio", 6, 6, 9],
    ["x_containers_low", 3573.33, 3573.33, 2],
    ["x_fire_vs_us", 30.4375, 30.4375, 9],
  ])("%s is from %d to %d", (id, low, high, digits) => {
    const found = results.get(id);
    expect(found?.low).toBeCloseTo(low, digits);
    if (high === null) expect(found?.high).toBeNull();
    else expect(found?.high).toBeCloseTo(high, digits);
  });

  test("names what it rests on, and whether core documents carry it", () => {
    expect(results.get("x_floor_152")).toMatchObject({
      claims: ["c_containers_floor", "c_a_152", "c_containers"],
      ...{ assumptions: ["p_load_152"], verdict: "finding", collection: "all" },
    });
    expect(results.get("x_months")?.collection).toBe("core");
  });

  test.each(workedExample.claims.map(({ id }) => id))(
    "with %s retracted leaves open what rests on it",
    (id) => {
      const claims = workedExample.claims.map((row) =>
        row.id === id ? { ...row, status: "retracted" as const } : row,
      );
      for (const row of crosscheckResults({ ...workedExample, claims }, new Set()))
        expect([row.crosscheck, row.verdict, row.low, row.high]).toEqual(
          row.claims.includes(id)
            ? [row.crosscheck, "rests on a claim that does not count", null, null]
            : [
                row.crosscheck,
                "finding",
                results.get(row.crosscheck)?.low,
                results.get(row.crosscheck)?.high,
              ],
        );
    },
  );
});
