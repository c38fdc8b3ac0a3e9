import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/tables.ts";
import { termsOf } from "../../src/arithmetic/evaluate.ts";
import { tippingPointsOf } from "../../src/sensitivity/tipping-points.ts";
import { assumption, claim, crosscheck, formulaOf, ledger } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

type Turn = readonly [input: string, at: number, below: string, above: string];

const solve = (from: Ledger, formula: string, against: string, tolerance: number | null) =>
  tippingPointsOf(
    crosscheck("x_one", formula, { against: formulaOf(against), tolerance }),
    termsOf(from),
  ).map(({ input, at, below, above }): Turn => [input, at, below, above]);

const near = (turns: readonly Turn[], digits = 6) =>
  turns.map(([input, at, ...verdicts]) => [input, Number(at.toFixed(digits)), ...verdicts]);

// By hand, from the worked example's 11,000 containers, 6,700 containers for 3 million shells,
// and a span of 1.6 to 6 million: 6,000,000 / 11,000 = 545.454545…; 6,000,000 / 447.761194… =
// 13,400; 11,000 × 447.761194… = 4,925,373.134328….

describe("tippingPointsOf(check, terms)", () => {
  test("what load would make 11,000 containers hold 6 million? 545.45, or 13,400 containers", () => {
    expect(near(solve(workedExample, "c_containers_floor * p_load_152", "c_c", null))).toEqual([
      ["c_containers_floor", 13_400, "holds", "fails"],
      ["p_load_152", 545.454545, "holds", "fails"],
      ["c_c", 4_925_373.134328, "fails", "holds"],
    ]);
  });

  test("a tolerance of 5 percent puts a strained stretch up to 1/0.95 of the value", () => {
    // 545.4545… / 0.95 = 574.162679…; 13,400 / 0.95 = 14,105.263157…
    const turns = near(solve(workedExample, "c_containers_floor * p_load_152", "c_c", 0.05));
    expect(turns.slice(0, 4)).toEqual([
      ["c_containers_floor", 13_400, "holds", "strained"],
      ["c_containers_floor", 14_105.263158, "strained", "fails"],
      ["p_load_152", 545.454545, "holds", "strained"],
      ["p_load_152", 574.162679, "strained", "fails"],
    ]);
  });

  test("a quotient turns with its divisor the other way round", () => {
    // at most 6,000,000 / 11,000 a container, held against 447.76: needs more than 13,400 to fail
    expect(near(solve(workedExample, "c_c.high / c_containers_floor", "p_load_152", null))).toEqual(
      [
        ["c_c", 4_925_373.134328, "fails", "holds"],
        ["c_containers_floor", 13_400, "holds", "fails"],
        ["p_load_152", 545.454545, "holds", "fails"],
      ],
    );
  });

  const plain = ledger({
    assumptions: [assumption({ id: "p_ten", best: 10 })],
    claims: [
      claim({ id: "c_two", best: 2 }),
      claim({ id: "c_three", best: 3 }),
      claim({ id: "c_most", high: 20, bound: "at_most" }),
    ],
  });

  test("sums and differences are solved by hand: 2 + 10 − 3 ≤ 20", () => {
    expect(near(solve(plain, "c_two + p_ten - c_three", "c_most", null))).toEqual([
      ["c_two", 13, "holds", "fails"],
      ["p_ten", 21, "holds", "fails"],
      // 3 would have to be −8
      ["c_three", -8, "fails", "holds"],
      ["c_most", 9, "fails", "holds"],
    ]);
  });

  test("a finding that is compared with nothing has no tipping point", () => {
    expect(tippingPointsOf(crosscheck("x_one", "c_two * p_ten"), termsOf(plain))).toEqual([]);
  });

  test("a comparison that no value of an input can turn gives none for it", () => {
    // at least 11,000 × load is never above "at least 2 million"
    expect(solve(workedExample, "c_containers_floor * p_load_152", "c_b", null)).toEqual([]);
  });

  test("an input that stands twice is left out: to move it would move both places", () => {
    const inputs = solve(plain, "c_two * c_two + p_ten", "c_most", null).map(([input]) => input);
    expect(inputs).toEqual(["p_ten", "c_most"]);
  });

  test("an end that would invert its own span is no answer", () => {
    // below 1.6 million the span's high end would lie under its low end
    const turns = solve(workedExample, "c_containers_floor * p_load_122", "c_c", null);
    expect(turns.map(([input]) => input)).toEqual(["c_containers_floor", "p_load_122"]);
  });
});

test("property: the product of a floor and a load turns where it meets the ceiling", () => {
  const amount = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(amount, amount, amount, (floor, load, ceiling) => {
      const one = ledger({
        assumptions: [assumption({ id: "p_load", best: load })],
        claims: [
          claim({ id: "c_floor", low: floor, bound: "at_least" }),
          claim({ id: "c_most", high: ceiling, bound: "at_most" }),
        ],
      });
      const [first, second, third] = solve(one, "c_floor * p_load", "c_most", null);
      expect(first?.[1]).toBeCloseTo(ceiling / load, 9);
      expect(second?.[1]).toBeCloseTo(ceiling / floor, 9);
      expect(third?.[1]).toBe(floor * load);
    }),
  );
});
