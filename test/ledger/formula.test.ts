import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idsOf, parseFormula } from "../../src/ledger/formula.ts";

describe("parseFormula(text)", () => {
  test.each([
    ["", "ids, plain numbers, + - * / and brackets"],
    ["c_a ^ 2", "ids, plain numbers, + - * / and brackets"],
    ["c_a +", "a complete formula: every operator between two terms, brackets in pairs"],
    ["(c_a", "a complete formula: every operator between two terms, brackets in pairs"],
    ["c_a c_b", "a complete formula: every operator between two terms, brackets in pairs"],
    ["c_a)", "a complete formula: every operator between two terms, brackets in pairs"],
  ])("refuses %j", (text, expected) => {
    expect(parseFormula(text)).toEqual({ expected });
  });

  test("takes * and / before + and -, and each from the left", () => {
    const parsed = parseFormula("c_a - c_b - 2 * c_c.low");
    expect("formula" in parsed ? parsed.formula.term : null).toEqual({
      kind: "operation",
      operator: "-",
      left: {
        kind: "operation",
        operator: "-",
        left: { kind: "id", id: "c_a", end: null },
        right: { kind: "id", id: "c_b", end: null },
      },
      right: {
        kind: "operation",
        operator: "*",
        left: { kind: "number", value: 2 },
        right: { kind: "id", id: "c_c", end: "low" },
      },
    });
  });

  test("bounds the depth of brackets", () => {
    expect(parseFormula("(".repeat(1e6))).toEqual({
      expected: "a formula of at most 500 characters",
    });
    expect(parseFormula(`${"(".repeat(249)}1${")".repeat(249)}`)).toHaveProperty("formula");
  });

  test("property: answers every text without throwing", () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from("c_ap.low 12()+-*/")),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        text,
        (value) => "formula" in parseFormula(value) || "expected" in parseFormula(value),
      ),
    );
  });
});

test("idsOf(term) names each id once, in the order of use", () => {
  const parsed = parseFormula("c_a / (c_b + c_a)");
  expect("formula" in parsed ? idsOf(parsed.formula.term) : []).toEqual(["c_a", "c_b"]);
});
