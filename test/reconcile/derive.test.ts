import { describe, expect, test } from "vitest";
import { checkArithmetic } from "../../src/reconcile/crosscheck.ts";
import { evaluate, termsOf } from "../../src/reconcile/derive.ts";
import { intervalOf, roundingHalfWidth } from "../../src/reconcile/statement.ts";
import { claim, crosscheck, formulaOf, ledger } from "../fixtures/ledger.ts";

const terms = termsOf(
  ledger({
    claims: [
      claim({ id: "c_range", low: 2, best: 5, high: 6, bound: "range" }),
      claim({ id: "c_point", best: 4 }),
      claim({ id: "c_less", high: 8, bound: "less_than" }),
      claim({ id: "c_90", best: 90 }),
      claim({ id: "c_below", best: -90 }),
    ],
  }),
);
const value = (text: string) => {
  const { low, high } = evaluate(formulaOf(text), terms).value;
  return [low?.value ?? null, high?.value ?? null];
};

describe("evaluate(formula, terms)", () => {
  test("refuses an uncertain variable that stands twice", () => {
    expect(() => value("c_range - c_range")).toThrow("uses the uncertain c_range more than once");
    expect(() => value("c_range * c_range.low")).not.toThrow();
  });

  test("takes ends as numbers: each may stand beside the other", () => {
    expect(value("c_range.high - c_range.low")).toEqual([4, 4]);
    expect(value("c_point * c_point")).toEqual([16, 16]);
  });

  test(".best is the stated value, also beside two ends", () => {
    expect(value("c_range.best")).toEqual([5, 5]);
    expect(value("c_less.best")).toEqual([null, null]);
  });

  test("an end that its interval excludes is a number all the same", () => {
    expect(evaluate(formulaOf("c_less.high"), terms).value.low).toMatchObject({
      value: 8,
      inclusive: true,
    });
  });

  test("division by zero bounds nothing", () => {
    expect(value("c_point / 0")).toEqual([null, null]);
    expect(value("c_point / (c_point - c_point)")).toEqual([null, null]);
  });

  test("refuses an id that is nowhere", () => {
    expect(() => value("c_none")).toThrow("unknown term c_none");
  });
});

describe("checkArithmetic(crosscheck, terms)", () => {
  const verdict = (text: string, against: string | null, tolerance: number | null = null) =>
    checkArithmetic(
      crosscheck("x_a", text, { against: against === null ? null : formulaOf(against), tolerance }),
      terms,
    ).verdict;

  test("without anything to compare with, the number is the finding", () => {
    expect(verdict("c_point", null)).toBe("finding");
  });

  test("the tolerance is a share of the larger number, on either side of zero", () => {
    expect(verdict("c_90", "c_90")).toBe("holds");
    expect(verdict("c_90", "100", 0.1)).toBe("strained");
    expect(verdict("c_90", "100", 0.09)).toBe("fails");
    expect(verdict("c_90", "100")).toBe("fails");
    expect(verdict("c_below", "0 - 100", 0.1)).toBe("strained");
    expect(verdict("0 - 100", "c_below", 0.1)).toBe("strained");
  });

  test("what nothing bounds cannot be compared", () => {
    expect(verdict("c_point / 0", "c_90")).toBe("not comparable");
  });
});

test("intervalOf(claim) puts a negative order of magnitude the right way round", () => {
  const { low, high } = intervalOf(claim({ id: "c_a", best: -10, bound: "order_of_magnitude" }));
  expect([low?.value, high?.value]).toEqual([-100, -1]);
});

test("intervalOf(claim, rounding) widens about, and nothing that looks exact", () => {
  const ends = (bound: "about" | "point" | "at_least") => {
    const { low, high } = intervalOf(claim({ id: "c_a", low: null, best: 6700, bound }), {
      rounding: true,
    });
    return [low?.value ?? null, high?.value ?? null];
  };
  expect(ends("about")).toEqual([6650, 6750]);
  expect(ends("point")).toEqual([6700, 6700]);
  expect(ends("at_least")).toEqual([6700, null]);
});

test("roundingHalfWidth(value) is half a unit of the last digit that is not a trailing zero", () => {
  expect(roundingHalfWidth(3_000_000)).toBe(500_000);
  expect(roundingHalfWidth(-1.25)).toBe(0.005);
  expect(roundingHalfWidth(0)).toBe(0);
});
