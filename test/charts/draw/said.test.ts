import { describe, expect, test } from "vitest";
import { printedOf, rowOfSaid, saidIn, wordsOfSaid } from "../../../src/charts/draw/said.ts";
import { claim } from "../made-up.ts";

const same = { origin: "o_one", low: 5, high: 5 };

describe("saidIn(claims)", () => {
  test("retellings of one figure are one mark, and the five articles speak for them", () => {
    const rows = [
      claim({ ...same, claim: "c_a" }),
      claim({ ...same, claim: "c_b", collection: "core" }),
    ];
    expect(saidIn(rows).map(({ claims, isCore }) => [claims, isCore])).toEqual([
      [["c_a", "c_b"], true],
    ]);
  });

  test.each([
    ["another number", { low: 6, high: 6 }],
    ["another origin", { origin: "o_two" }],
    ["another day", { last_day: "2024-04-30" }],
    ["a plan", { modality: "planned" as const }],
    ["a retelling that changed it", { repeats: "distorted" as const }],
  ])("%s stands apart", (_, other) => {
    expect(saidIn([claim(same), claim({ ...same, ...other })]).length).toBe(2);
  });

  test("factorOf(claim) brings numbers to the chart's unit, and leaves words as published", () => {
    const month = claim({ low: 600_000, high: 600_000, unit: "rounds/month" });
    const [one] = saidIn([month], { factorOf: () => 1 / 30 });
    expect([one?.value, one?.printed]).toEqual([20_000, "600,000 a month"]);
  });

  test("what does not count says why: by the change that is known, else by the reason", () => {
    const wrong = claim({ claim: "c_w", repeats: "distorted" });
    const mutations = [{ claim: "c_w", kind_label: "Fired became produced" }] as never;
    expect(saidIn([wrong], { mutations })[0]?.why).toBe("Fired became produced");
    expect(saidIn([claim({ unused: "no day is stated" })])[0]?.why).toBe("no day is stated");
    expect(saidIn([claim({})])[0]?.why).toBeNull();
  });
});

describe("figures in words", () => {
  test.each([
    [{ low: 6700, high: 6700, bound: "about" as const }, "about 6,700"],
    [{ low: null, high: 16_000, high_inclusive: false, bound: "nearly" as const }, "nearly 16,000"],
    [{ low: 10_000, low_inclusive: false, high: null }, "over 10,000"],
    [{ low: 7, high: 7, measure: "ratio" as const }, "7:1"],
    [{ low: 2, high: 2.5, measure: "ratio" as const }, "2:1 to 2.5:1"],
    [{ low: 50, high: 50, unit: "percent" }, "50%"],
  ])("printedOf(%j) is %s", (own, words) => {
    expect(printedOf(claim(own))).toBe(words);
  });

  test("wordsOfSaid(said), rowOfSaid(said, unit)", () => {
    const [one] = saidIn([claim({ low: 5, high: 5, counted_from: "2024-01-01" })]);
    if (one === undefined) throw new Error("no figure");
    expect(wordsOfSaid(one)).toBe(
      "Ann Other, Institute, March 2024: 5, counted from 1 January 2024",
    );
    expect(Object.keys(rowOfSaid(one, "rounds")).slice(0, 5)).toEqual([
      ...["what", "who", "when", "low", "high"],
    ]);
  });
});
