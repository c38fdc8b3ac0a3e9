import { describe, expect, test } from "vitest";
import { evaluate, termsOf } from "../../src/arithmetic/evaluate.ts";
import { claim, formulaOf, ledger } from "../fixtures/ledger.ts";

const terms = termsOf(
  ledger({
    claims: [
      claim({ id: "c_range", low: 2, best: 5, high: 6, bound: "range" }),
      claim({ id: "c_point", best: 4 }),
      claim({ id: "c_less", high: 8, bound: "less_than" }),
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
