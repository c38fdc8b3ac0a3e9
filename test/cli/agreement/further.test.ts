import { describe, expect, test } from "vitest";
import { measureFurther } from "../../../src/cli/agreement/further.ts";
import type { CodedRow } from "../../../src/cli/agreement/measure.ts";

const coded = (row: string, more: CodedRow = {}): CodedRow => ({
  row,
  decision: "claim",
  metric: "m_a",
  mutations: "",
  ...more,
});

const valueOf = (
  a: readonly CodedRow[],
  b: readonly CodedRow[],
  measure: string,
  names = new Map<string, string>(),
) => measureFurther(a, b, names).find((row) => row.measure === measure)?.value;

describe("measureFurther(a, b, names)", () => {
  test("matches rows by the id of the table, in any order", () => {
    const a = [coded("C1"), coded("C2", { metric: "m_b" })];
    expect(valueOf(a, a.toReversed(), "claims with the same metric")).toBe("2 of 2");
  });

  test("counts a row that one reader lacks, and leaves it out of the comparison", () => {
    const [a, b] = [
      [coded("C1"), coded("C2")],
      [coded("C2"), coded("C3")],
    ];
    expect(valueOf(a, b, "coded by both")).toBe("1");
    expect(valueOf(a, b, "coded by one alone")).toBe("2");
    expect(valueOf(a, b, "claims with the same metric")).toBe("1 of 1");
  });

  test("compares what changed as a set, so one change of two is not the same", () => {
    const a = [coded("C1", { mutations: "start_moved|bound_added" })];
    const turned = [coded("C1", { mutations: "bound_added|start_moved" })];
    const half = [coded("C1", { mutations: "bound_added" })];
    expect(valueOf(a, turned, "claims with the same set of changes")).toBe("1 of 1");
    expect(valueOf(a, half, "claims with the same set of changes")).toBe("0 of 1");
  });

  test("knows origins and changes by what a spelling stands for", () => {
    const a = [coded("C1", { origin: "o_us_and_kyiv", mutations: "grew" })];
    const b = [coded("C1", { origin: "o_kyiv_and_us", mutations: "increased" })];
    const names = new Map([
      ["o_us_and_kyiv", "o_kyiv_and_us"],
      ["grew", "increased"],
    ]);
    expect(valueOf(a, b, "claims with the same origin")).toBe("0 of 1");
    expect(valueOf(a, b, "claims with the same origin", names)).toBe("1 of 1");
    expect(valueOf(a, b, "claims with the same set of changes", names)).toBe("1 of 1");
  });

  test("compares fields only where both have a claim", () => {
    const [a, b] = [[coded("C1", { decision: "statement" })], [coded("C1")]];
    expect(valueOf(a, b, "same decision, claim or statement")).toBe("0 of 1");
    expect(valueOf(a, b, "claims with the same value")).toBe("0 of 0");
  });
});
