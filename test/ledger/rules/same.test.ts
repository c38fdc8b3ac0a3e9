import { describe, expect, test } from "vitest";
import type { Metric } from "../../../src/ledger/tables.ts";
import { assumption, metric } from "../../fixtures/ledger.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const rate = { kind: "rate", cumulative: "no" } as const;
const days = assumption({ id: "p_days_per_month", best: 30.4375 });

const daily = metric({ id: "m_day", unit: "rounds/day", ...rate });

/** What is found of a monthly rate that is said to be the same as a daily one. */
const expectedOf = (
  row: Partial<Metric>,
  { base = daily, assumptions = [days] } = {},
): readonly string[] => {
  const month = metric({ id: "m_month", unit: "rounds/month", ...rate, same_as: base.id, ...row });
  const metrics = [metric({ id: "m_count" }), base, month];
  return tableFolder({ metrics, assumptions })
    .faults()
    .map((fault) => fault.split("\n").slice(0, 2).join(";"));
};

describe("checkSameQuantity", () => {
  test("passes a rate a month that is the same as one a day", () => {
    expect(expectedOf({})).toEqual([]);
    expect(expectedOf({ unit: "rounds/year" })).toEqual([]);
  });

  test.each([
    ["rounds", { unit: "rounds" }],
    ["another thing", { unit: "drones/month" }],
    ["the same time", { unit: "rounds/day" }],
  ])("finds %s", (_, row) => {
    expect(expectedOf(row)).toEqual([
      `data/metrics.csv:4:8 same_as: found "m_day" (rate, rounds/day) for a rate in ${row.unit};  expected the same unit a day, a month or a year, each in another of them`,
    ]);
  });

  test("finds what is no rate", () => {
    expect(expectedOf({ kind: "flow" })).toEqual([
      `data/metrics.csv:4:8 same_as: found "m_day" (rate, rounds/day) for a flow in rounds/month;  expected two rates`,
    ]);
  });

  test("finds a chain, and a metric that is the same as itself", () => {
    const base = metric({ ...daily, same_as: "m_month" });
    expect(expectedOf({ same_as: "m_day" }, { base })).toHaveLength(2);
    expect(expectedOf({ same_as: "m_month" })).toHaveLength(1);
  });

  test("finds that nothing says how many days a month has", () => {
    expect(expectedOf({}, { assumptions: [] })).toEqual([
      `data/metrics.csv:4:8 same_as: found "m_day" (rate, rounds/day) for a rate in rounds/month;  expected the assumption p_days_per_month, by which days become months`,
    ]);
  });
});
