import { describe, expect, test } from "vitest";
import type { PublishedEstimate } from "../../../src/reconcile/published.ts";
import { type NamedDay, findingDays } from "../../../src/reconcile/solidity/finding-days.ts";

const row = (
  as_of: string | null,
  gap: number | null = null,
  metric = "m_a",
): PublishedEstimate => ({
  ...{ metric, as_of, gap, collection: "core", claims: 1, origins: 1 },
  ...{ low: null, low_inclusive: null, high: null, high_inclusive: null },
  ...{ low_claims: [], high_claims: [], relaxed_low: null, relaxed_high: null, hangs_on: [] },
});

const named = (...days: readonly string[]): readonly NamedDay[] =>
  days.map((day) => ({ metric: "m_a", day }));

const found = (rows: readonly PublishedEstimate[], days: readonly NamedDay[] = []) =>
  findingDays(rows, days).map(({ estimate, day_is }) => [estimate.as_of, day_is]);

describe("findingDays(estimates, named)", () => {
  test("is the last day where no page names another and nothing conflicts", () => {
    expect(found([row("2023-01-01"), row("2024-01-01")])).toEqual([["2024-01-01", "last day"]]);
    expect(found([row(null)])).toEqual([[null, "last day"]]);
    expect(found([])).toEqual([]);
  });

  test("is the row that holds on a day that a page names, each row once", () => {
    const rows = [row("2023-01-01"), row("2023-06-01"), row("2024-01-01")];
    const days = named("2023-06-30", "2023-06-01", "2024-05-05", "2022-12-31");
    expect(found(rows, days)).toEqual([
      ["2024-01-01", "last day"],
      ["2023-06-01", "day that a page names"],
    ]);
    expect(found([row("2023-01-01", null, "m_b")], days)).toEqual([["2023-01-01", "last day"]]);
  });

  test("is the first day with the widest gap, also where only the ends exclude each other", () => {
    const rows = [
      row("2023-01-01", 1),
      row("2023-02-01", 5),
      row("2023-03-01", 5),
      row("2024-01-01"),
    ];
    expect(found(rows).slice(1)).toEqual([["2023-02-01", "day of the widest gap"]]);
    expect(found([row("2023-01-01", 0), row("2024-01-01")]).slice(1)).toEqual([
      ["2023-01-01", "day of the widest gap"],
    ]);
  });

  test("says why a day is ranked by the first reason that fits", () => {
    expect(found([row("2023-01-01"), row("2024-01-01", 3)])).toEqual([["2024-01-01", "last day"]]);
    expect(found([row("2023-01-01", 3), row("2024-01-01")], named("2023-01-01"))).toEqual([
      ["2024-01-01", "last day"],
      ["2023-01-01", "day that a page names"],
    ]);
  });
});
