import { describe, expect, test } from "vitest";
import { contradictionsIn } from "../../src/amount/contradictions.ts";
import { BEGINNING } from "../../src/amount/periods.ts";
import type { Constraint } from "../../src/amount/rows.ts";
import { answersTo } from "../../src/amount/systems.ts";
import { rangesWithout } from "../../src/amount/without.ts";
import { endsOf, rangeOf, rangesTo, said, systemOf } from "../fixtures/amount.ts";

/**
 * Totals of one series, made up; the oracle is the table of the note on reconciliation, worked out
 * there by hand.
 */
const A = said("A", "2024-03-31", { low: 100 });
const B = said("B", "2024-06-30", { low: 40, high: 60, from: "2024-01-01" });
const C = said("C", "2024-06-30", { high: 200 });
const D = said("D", "2024-05-31", { low: 30, from: "2024-04-01" });
const E = said("E", "2023-12-31", { low: 80, high: 80 });
const F = said("F", "2024-06-30", { high: 120 });
const DAYS = ["2023-12-31", "2024-03-31", "2024-05-31", "2024-06-30"];

const sound = [A, B, C, D, E].flat();
const contested = [...sound, ...F];

/** The ranges on the four days, each with the claims that bind its ends. */
const boundOn = (constraints: readonly Constraint[]) =>
  DAYS.map((day) => {
    const { low, high, low_claims, high_claims } = rangeOf(constraints, BEGINNING, day);
    return [low, low_claims.join(" "), high, high_claims.join(" ")];
  });

describe("networkIn(constraints).rangeOf(BEGINNING, day)", () => {
  test("is as tight as all claims together make it, and names those who bind it", () => {
    expect(boundOn(sound)).toEqual([
      [80, "E", 80, "E"],
      [100, "A", 110, "B D E"],
      [130, "A D", 140, "B E"],
      [130, "A D", 140, "B E"],
    ]);
  });

  test.each([
    [
      "B",
      [A, C, D, E],
      [
        [80, 80],
        [100, 170],
        [130, 200],
        [130, 200],
      ],
    ],
    [
      "E",
      [A, B, C, D],
      [
        [70, 160],
        [100, 170],
        [130, 200],
        [130, 200],
      ],
    ],
  ])("without %s is as the note has it", (_, left, ranges) => {
    expect(boundOn(left.flat()).map(([low, , high]) => [low, high])).toEqual(ranges);
  });

  test("without E names the longer ways round", () => {
    expect(boundOn([A, B, C, D].flat()).slice(0, 2)).toEqual([
      [70, "A B D", 160, "B C"],
      [100, "A", 170, "C D"],
    ]);
  });

  test("follows periods as well as totals", () => {
    // From April to June at most what B leaves of its 60, at least D's 30.
    const { low, high } = rangeOf(sound, "2024-03-31", "2024-06-30");
    expect([low, high]).toEqual([30, 40]);
  });
});

describe("a contradiction of three, of which no two exclude each other", () => {
  test("contradictionsIn(constraints) names it, its gap, and the fewest that must be wrong", () => {
    expect(contradictionsIn(contested)).toEqual({
      conflicts: [{ testimony: [["A"], ["D"], ["F"]], gap: 10 }],
      isComplete: true,
      fewest: 1,
      repairs: [[["A"]], [["D"]], [["F"]]],
    });
    for (const pair of [
      [...A, ...D],
      [...A, ...F],
      [...D, ...F],
    ])
      expect(contradictionsIn(pair).conflicts).toEqual([]);
  });

  test("answersTo(system, start, day) tells the range that each repair leaves", () => {
    expect(DAYS.map((day) => rangesTo(contested, day))).toEqual([
      [[80, 80]],
      [
        [80, 90],
        [100, 120],
        [100, 110],
      ],
      [
        [110, 120],
        [100, 120],
        [130, 140],
      ],
      [
        [120, 120],
        [130, 140],
      ],
    ]);
    const last = answersTo(systemOf(contested), BEGINNING, "2024-06-30");
    expect(last.map(({ repairs }) => repairs)).toEqual([[1, 2], [3]]);
  });

  test("rangesWithout(system, …) has the range without each of the three, and without nobody else", () => {
    const ranges = rangesWithout(systemOf(contested), "origin", BEGINNING, "2024-05-31");
    expect([...ranges].map(([id, answer]) => [id, endsOf(answer)])).toEqual([
      ["o_A", [110, 120]],
      ["o_D", [100, 120]],
      ["o_F", [130, 140]],
    ]);
  });
});
