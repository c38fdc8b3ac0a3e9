import { describe, expect, test } from "vitest";
import { publish } from "../../../src/reconcile/publish.ts";
import { type Footing, compareFootings, gradeOf } from "../../../src/reconcile/solidity/ranking.ts";
import { crosscheck, formulaOf } from "../../fixtures/ledger.ts";
import { workedExample } from "../../fixtures/worked-example.ts";

const footing = (row: Partial<Footing>): Footing => ({
  origins: 3,
  hangs_on: [],
  moving_choices: [],
  assumptions: [],
  conflicts: 0,
  hasFallen: false,
  ...row,
});

describe("gradeOf(footing) says the worst", () => {
  test.each([
    ["stands without any one origin and choice", {}],
    ["moves with a choice", { moving_choices: ["rounding"] }],
    ["moves with a choice", { assumptions: ["p_load"] }],
    ["hangs on single origins", { hangs_on: ["o_a"], moving_choices: ["rounding"] }],
    ["rests on one origin", { origins: 1, hangs_on: ["o_a"] }],
    ["claims conflict", { origins: 1, conflicts: 1 }],
    ["rests on a claim that does not count", { conflicts: 1, hasFallen: true }],
  ] as const)("%s", (grade, row) => {
    expect(gradeOf(footing(row))).toBe(grade);
  });
});

describe("compareFootings(a, b)", () => {
  test("fewer things to fall come first; of as many, more origins", () => {
    const two = footing({ hangs_on: ["o_a", "o_b"] });
    const one = footing({ hangs_on: ["o_a"] });
    const broad = footing({ hangs_on: ["o_a"], origins: 9 });
    expect([two, one, broad].toSorted(compareFootings)).toEqual([broad, one, two]);
  });
});

describe("publish(ledger).solidity.findings of the worked example", () => {
  const { findings } = publish(workedExample).core.solidity;
  const found = (id: string) => findings.find(({ finding }) => finding === id);

  test("shells hang on B and C of three origins, and one of three choices moves them", () => {
    // the note's table: without B 1.6 to 6, without C at least 2; all 152-mm lifts the floor to 3
    expect(found("m_shells_delivered")).toMatchObject({
      grade: "hangs on single origins",
      as_of: "2024-10-03",
      origins: 3,
      hangs_on: ["o_b", "o_c"],
      choices: 3,
      moving_choices: ["load"],
      universes: 12,
      distinct_ranges: 3,
    });
  });

  test("a cross-check hangs on every origin of its inputs", () => {
    // 11,000 containers are D's, the load is A's twice over
    expect(found("x_floor_152")).toMatchObject({
      origins: 2,
      hangs_on: ["o_a", "o_d"],
      assumptions: ["p_load_152"],
    });
  });

  test("ranks run from 1, and every estimate and cross-check has one", () => {
    expect(findings.map(({ rank }) => rank)).toEqual(findings.map((_, at) => at + 1));
    const metrics = new Set(publish(workedExample).core.estimates.map(({ metric }) => metric));
    expect(findings).toHaveLength(metrics.size + workedExample.crosschecks.length);
  });
});

describe("publish(ledger).solidity.steps of the worked example", () => {
  const held = crosscheck("x_held", "c_containers_floor * p_load_152", {
    against: formulaOf("c_c"),
  });
  const { steps } = publish({ ...workedExample, crosschecks: [held] }).core.solidity;

  test("evidence runs from the document over claims and origins to the estimate", () => {
    const shells = steps.filter(({ metric }) => metric === "m_shells_delivered");
    expect(shells.map(({ from, how, to }) => `${from} ${how} ${to}`)).toEqual([
      "s_one prints c_a_152",
      "s_one prints c_a_122",
      "s_one prints c_b",
      "s_one prints c_c",
      "c_a_152 goes back to o_a",
      "c_a_122 goes back to o_a",
      "c_b goes back to o_b",
      "c_c goes back to o_c",
      "o_a bounds m_shells_delivered",
      "o_b bounds m_shells_delivered",
      "o_c bounds m_shells_delivered",
    ]);
  });

  test("arithmetic leads to no estimate", () => {
    const computed = steps.filter(({ metric }) => metric === "");
    expect(computed.map(({ from, how, to }) => `${from} ${how} ${to}`)).toEqual([
      "c_containers_floor is computed with x_held",
      "c_a_152 is computed with x_held",
      "c_containers is computed with x_held",
      "x_held is held against c_c",
    ]);
  });
});
