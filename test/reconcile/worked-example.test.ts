import { describe, expect, test } from "vitest";
import { checkArithmetic } from "../../src/reconcile/crosscheck.ts";
import { termsOf } from "../../src/reconcile/derive.ts";
import { estimate } from "../../src/reconcile/estimate.ts";
import { type Interval, foldOf, jaccard } from "../../src/reconcile/interval.ts";
import { intervalOf } from "../../src/reconcile/statement.ts";
import { claim } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

// Oracle: the table "Worked example, core articles" of the reconciliation note, to its printed digits.

const MILLION = 1_000_000;

const ends = ({ low, high }: Interval): readonly (number | null)[] => [
  low?.value ?? null,
  high?.value ?? null,
];

const shells = (asOf: string, without: readonly string[] = []) =>
  estimate(workedExample, { metric: "m_shells_delivered", collection: "core", asOf, without });

const result = (id: string): Interval => {
  const row = workedExample.crosschecks.find((one) => one.id === id);
  if (!row) throw new Error(`no cross-check ${id}`);
  return checkArithmetic(row, termsOf(workedExample)).result.value;
};

describe("the worked example reproduces to the printed digits", () => {
  test.each([
    ["x_load_152", 447.761194, 6],
    ["x_load_122", 74.626866, 6],
    ["x_load_ratio", 6, 12],
    ["x_containers_low", 3573.33, 2],
    ["x_containers_b", 4466.67, 2],
    ["x_containers_high", 13_400, 6],
    ["x_days_122", 16.667, 3],
    ["x_days_152", 100, 9],
    ["x_us_daily", 985.626, 3],
    ["x_fire_vs_us", 30.4375, 9],
    ["x_months", 100, 9],
  ])("%s is %d", (id, expected, digits) => {
    const { low, high } = result(id);
    expect(low?.value).toBeCloseTo(expected, digits);
    expect(high?.value).toBeCloseTo(expected, digits);
  });

  test("days of fire of the span and of the floor", () => {
    expect(result("x_days_span").low?.value).toBeCloseTo(53.333, 3);
    expect(result("x_days_span").high?.value).toBeCloseTo(200, 9);
    expect(result("x_days_b").low?.value).toBeCloseTo(66.667, 3);
    expect(result("x_days_b").high).toBeNull();
  });

  test.each([
    ["x_floor_152", 4_925_373.13],
    ["x_floor_122", 820_895.52],
  ])("%s is a floor of %d, because the containers are a floor", (id, expected) => {
    const { low, high } = result(id);
    expect(low?.value).toBeCloseTo(expected, 2);
    expect(low?.inclusive).toBe(true);
    expect(high).toBeNull();
  });

  test("Ukraine's daily fire is at most 10,000", () => {
    const { low, high } = result("x_ukraine");
    expect(high).toMatchObject({ value: 10_000, inclusive: true });
    expect(low).toMatchObject({ value: 0, inclusive: false });
  });

  test.each([
    ["2024-02-26", 0.5, 3],
    ["2024-02-27", 0.5, 6],
    ["2024-06-01", 0.5, 6],
    ["2024-08-31", 2, 6],
    ["2024-10-03", 2, 6],
  ])("closure on %s is [%d, %d] million", (asOf, low, high) => {
    const { closure } = shells(asOf);
    expect(ends(closure)).toEqual([low * MILLION, high * MILLION]);
    expect([closure.low?.inclusive, closure.high?.inclusive]).toEqual([true, true]);
  });

  test("the binding claims are named", () => {
    expect(shells("2024-02-26").closure).toMatchObject({
      low: { claims: ["c_a_122"] },
      high: { claims: ["c_a_152"] },
    });
    expect(shells("2024-10-03").closure).toMatchObject({
      low: { claims: ["c_b"] },
      high: { claims: ["c_c"] },
    });
  });

  test.each([
    ["o_a", 2, 6],
    ["o_b", 1.6, 6],
    ["o_c", 2, null],
  ])("3 October 2024 without %s is [%d, %d] million", (origin, low, high) => {
    const expected = [low * MILLION, high === null ? null : high * MILLION];
    const found = shells("2024-10-03").withoutOne.find((one) => one.origin === origin);
    expect(found && ends(found.range)).toEqual(expected);
    expect(ends(shells("2024-10-03", [origin]).closure)).toEqual(expected);
  });

  test("the naive intersection [2, 3] is never published", () => {
    const published = ["2024-02-26", "2024-06-01", "2024-08-31", "2024-10-03", "2025-01-01"].map(
      (asOf) => ends(shells(asOf).closure),
    );
    expect(published).not.toContainEqual([2 * MILLION, 3 * MILLION]);
  });

  test("if any one origin is wrong, 3 October 2024 is at least 1.6 million; it hangs on B and C", () => {
    const { relaxed } = shells("2024-10-03");
    expect(ends(relaxed.range)).toEqual([1.6 * MILLION, null]);
    expect(relaxed.hangsOn).toEqual(["o_b", "o_c"]);
  });

  test("fold of C and Jaccard of A and C", () => {
    const at = (low: number, high: number): Interval => ({
      low: { value: low, inclusive: true, claims: [] },
      high: { value: high, inclusive: true, claims: [] },
    });
    expect(foldOf(at(1.6, 6))).toBeCloseTo(3.75, 12);
    expect(jaccard(at(0.5, 3), at(1.6, 6))).toBeCloseTo(0.25454545, 8);
  });

  test("at most 10,000 containers at the end of 2024 conflicts with 11,000 by 1,000", () => {
    const ceiling = claim({
      id: "c_ceiling",
      metric: "m_containers_delivered",
      origin: "o_g",
      high: 10_000,
      bound: "at_most",
      as_of_earliest: "2024-12-31",
      as_of_latest: "2024-12-31",
    });
    const { conflicts } = estimate(
      { ...workedExample, claims: [...workedExample.claims, ceiling] },
      { metric: "m_containers_delivered", collection: "core", asOf: "2024-10-03" },
    );
    expect(conflicts).toMatchObject([
      { low_claim: "c_containers_floor", high_claim: "c_ceiling", gap: 1000 },
    ]);
  });

  test("without the ceiling nothing conflicts", () => {
    expect(shells("2024-10-03").conflicts).toEqual([]);
  });

  test("all 152-mm or all 122-mm: the 152-mm share alone may be nothing", () => {
    const { closure } = estimate(workedExample, {
      metric: "m_shells_152_delivered",
      collection: "core",
      asOf: "2024-02-26",
    });
    expect(ends(closure)).toEqual([0, 3 * MILLION]);
  });

  test("every active claim enters or is listed with the reason", () => {
    const found = shells("2024-02-26");
    expect(found.claims).toEqual(["c_a_122", "c_a_152", "c_c"]);
    expect(found.unused).toEqual([
      { claim: "c_b", reason: "a floor from 2024-08-31 on: says nothing about 2024-02-26" },
    ]);
  });
});

test("intervalOf(claim) reads each bound", () => {
  const read = (row: Partial<Parameters<typeof claim>[0]>) => {
    const { low, high } = intervalOf(claim({ id: "c_x", ...row }));
    const show = (one: Interval["low"]) =>
      one && `${one.inclusive ? "" : "not "}${String(one.value)}`;
    return [show(low), show(high)];
  };
  expect(read({ best: 5 })).toEqual(["5", "5"]);
  expect(read({ best: 5, bound: "about" })).toEqual(["5", "5"]);
  expect(read({ low: 5, bound: "at_least" })).toEqual(["5", null]);
  expect(read({ low: 5, best: 5, bound: "more_than" })).toEqual(["not 5", null]);
  expect(read({ high: 5, bound: "at_most" })).toEqual([null, "5"]);
  expect(read({ high: 5, bound: "less_than" })).toEqual([null, "not 5"]);
  expect(read({ best: 5, bound: "nearly" })).toEqual([null, "not 5"]);
  expect(read({ low: 4, high: 6, bound: "range" })).toEqual(["4", "6"]);
  expect(read({ low: 4, high: 6, bound: "span_of_estimates" })).toEqual(["4", "6"]);
  expect(read({ best: 5, bound: "order_of_magnitude" })).toEqual(["0.5", "50"]);
});
