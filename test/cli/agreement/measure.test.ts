import { describe, expect, test } from "vitest";
import {
  type CodedRow,
  cohensKappa,
  measureFigures,
  measureStatements,
} from "../../../src/cli/agreement/measure.ts";

const figure = (start: number, end: number, more: CodedRow = {}): CodedRow => ({
  source: "s_one",
  start: String(start),
  end: String(end),
  decision: "claim",
  ...more,
});

const valueOf = (measures: readonly { measure: string; value: string }[], measure: string) =>
  measures.find((row) => row.measure === measure)?.value;

describe("cohensKappa(pairs)", () => {
  test("is 1 where readers always agree, 0 where they agree as chance would have it", () => {
    expect(
      cohensKappa([
        ["x", "x"],
        ["y", "y"],
      ]),
    ).toBe(1);
    expect(
      cohensKappa([
        ["x", "x"],
        ["y", "y"],
        ["x", "y"],
        ["y", "x"],
      ]),
    ).toBe(0);
  });

  test("reproduces Cohen's table of 20, 5, 10 and 15", () => {
    const times = (count: number, a: string, b: string) =>
      Array.from({ length: count }, () => [a, b] as const);
    const pairs = [
      ...times(20, "yes", "yes"),
      ...times(5, "yes", "no"),
      ...times(10, "no", "yes"),
      ...times(15, "no", "no"),
    ];
    // observed 0.7, expected 0.5 · 0.6 + 0.5 · 0.4
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 12);
  });

  test("is not defined where both know one word only", () => {
    expect(cohensKappa([["x", "x"]])).toBeNull();
  });
});

describe("measureFigures(a, b)", () => {
  test("pairs the closest overlap, so that a calibre is not taken for its shells", () => {
    const calibre = figure(20, 26, { decision: "dismissal", kind: "calibre" });
    const measures = measureFigures([figure(0, 46), calibre], [calibre, figure(5, 46)]);
    expect(valueOf(measures, "found by both")).toBe("2");
    expect(valueOf(measures, "same decision, claim or dismissal")).toBe("2 of 2");
  });

  test("counts what one reader passed over", () => {
    const measures = measureFigures([figure(0, 5), figure(10, 15)], [figure(5, 9), figure(12, 20)]);
    expect(valueOf(measures, "found by both")).toBe("1");
    expect(valueOf(measures, "only by reader A")).toBe("1");
    expect(valueOf(measures, "only by reader B")).toBe("1");
  });

  test("takes two readings of one place for one figure, in any order", () => {
    const readings = [figure(0, 5, { metric: "m_a" }), figure(0, 5, { metric: "m_b" })];
    const measures = measureFigures(readings, readings.toReversed());
    expect(valueOf(measures, "claims with the same metric")).toBe("1 of 1");
    expect(
      valueOf(measureFigures(readings, readings.slice(1)), "claims with the same metric"),
    ).toBe("0 of 1");
  });
});

describe("measureStatements(a, b, names)", () => {
  const statement = (claimant: string, stance: string): CodedRow => ({
    source: "s_one",
    proposition: "q_one",
    claimant,
    stance,
  });

  test("knows a speaker by what the spelling stands for", () => {
    const names = new Map([
      ["Tass, agency", "a_tass"],
      ["TASS", "a_tass"],
    ]);
    const [a, b] = [[statement("Tass, agency", "affirms")], [statement("TASS", "doubts")]];
    expect(valueOf(measureStatements(a, b, names), "same stance")).toBe("0 of 1");
    expect(valueOf(measureStatements(a, b, new Map()), "found by both")).toBe("0");
  });
});
