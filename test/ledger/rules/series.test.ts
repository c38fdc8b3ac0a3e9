import { describe, expect, test } from "vitest";
import type { Metric } from "../../../src/ledger/tables.ts";
import { metric } from "../../fixtures/ledger.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const whole = metric({ id: "m_all", unit: "rounds" });

/** Place, finding and expectation of what is wrong with a metric beside a total of rounds. */
const faultsOf = (row: Partial<Metric>, base: Metric = whole): readonly string[] =>
  tableFolder({
    metrics: [metric({ id: "m_count" }), base, metric({ id: "m_x", unit: "rounds", ...row })],
  })
    .faults()
    .map((fault) => fault.split("\n").slice(0, 2).join(";"));

describe("checkSeries", () => {
  const series = { series: "m_all" };

  test.each<[string, Partial<Metric>]>([
    ["a total of periods", {}],
    ["a rate", { measure: "per_year", unit: "rounds/year" }],
    ["a capacity", { measure: "capacity" }],
  ])("passes %s", (_, row) => {
    expect(faultsOf({ ...series, ...row })).toEqual([]);
  });

  test("passes two rates, each in its own time", () => {
    const daily = metric({ id: "m_all", measure: "per_day", unit: "rounds/day" });
    expect(faultsOf({ ...series, measure: "per_month", unit: "rounds/month" }, daily)).toEqual([]);
  });

  const SAME = "the same thing counted: rounds, in all, a day, a week, a month or a year";
  const PILES = "totals, rates and capacities, which measure one amount";
  test.each<[string, Partial<Metric>, string, string]>([
    ["another thing", { unit: "drones" }, "total in drones", SAME],
    [
      "a rate of another thing",
      { measure: "per_day", unit: "drones/day" },
      "per_day in drones/day",
      SAME,
    ],
    ["what can fall", { measure: "level" }, "level in rounds", PILES],
    ["a plain number", { measure: "parameter" }, "parameter in rounds", PILES],
    [
      "what could be made in a month",
      { measure: "capacity", unit: "rounds/month" },
      "capacity in rounds/month",
      "a total in the same unit, for which a capacity can be taken",
    ],
  ])("finds %s", (_, row, shown, expected) => {
    expect(faultsOf({ ...series, ...row })).toEqual([
      `data/metrics.csv:4:6 series: found "m_all" (total, rounds) for ${shown};  expected ${expected}`,
    ]);
  });

  test("finds a total that is said to measure a level", () => {
    const level = { ...whole, measure: "level" } as const;
    expect(faultsOf(series, level)).toEqual([
      `data/metrics.csv:4:6 series: found "m_all" (level, rounds) for total in rounds;  expected ${PILES}`,
    ]);
  });

  test("finds a chain, and what is said to measure itself", () => {
    const chained = { ...whole, series: "m_count", unit: "things" };
    expect(faultsOf({ ...series, unit: "things" }, chained)).toEqual([
      'data/metrics.csv:4:6 series: found "m_all" (total, things) for total in things;  expected the quantity that m_all measures, or none',
    ]);
    expect(faultsOf({ series: "m_x" })).toEqual([
      'data/metrics.csv:4:6 series: found "m_x" (total, rounds) for total in rounds;  expected the quantity that m_x measures, or none',
    ]);
  });
});

describe("checkParts", () => {
  const part = { part_of: "m_all" };

  test.each<[string, Partial<Metric>, Partial<Metric>]>([
    ["a total of a total", {}, {}],
    ["a rate of a total", { measure: "per_day", unit: "rounds/day" }, {}],
    ["a level of a level", { measure: "level" }, { measure: "level" }],
    ["a capacity of a capacity", { measure: "capacity" }, { measure: "capacity" }],
  ])("passes %s", (_, row, base) => {
    expect(faultsOf({ ...part, ...row }, { ...whole, ...base })).toEqual([]);
  });

  test.each<[string, Partial<Metric>, Partial<Metric>, string, string]>([
    ["another thing", { unit: "drones" }, {}, "(total, rounds)", "total in drones"],
    ["a level of a total", { measure: "level" }, {}, "(total, rounds)", "level in rounds"],
    [
      "a ratio in one place",
      { measure: "ratio" },
      { measure: "ratio" },
      "(ratio, rounds)",
      "ratio in rounds",
    ],
  ])("finds %s", (_, row, base, of, shown) => {
    expect(faultsOf({ ...part, ...row }, { ...whole, ...base })).toEqual([
      `data/metrics.csv:4:7 part_of: found "m_all" ${of} for ${shown};  expected amounts, capacities or levels on both sides, of the same thing`,
    ]);
  });
});

describe("checkMeasures", () => {
  test.each(["day", "week", "month", "year"] as const)("passes a rate a %s", (time) => {
    expect(faultsOf({ measure: `per_${time}`, unit: `rounds/${time}` })).toEqual([]);
  });

  test.each(["rounds", "rounds/month", "day"])("finds a rate a day in %s", (unit) => {
    expect(faultsOf({ measure: "per_day", unit })).toEqual([
      `data/metrics.csv:4:5 measure: found "per_day" in ${unit};  expected a unit that ends in /day`,
    ]);
  });

  test("passes a capacity a month, which is no rate of what happened", () => {
    expect(faultsOf({ measure: "capacity", unit: "rounds/month" })).toEqual([]);
  });
});
