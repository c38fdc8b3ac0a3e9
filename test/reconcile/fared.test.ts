import { describe, expect, test } from "vitest";
import { fare } from "../../src/reconcile/fared.ts";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { claim, ledger, source } from "../fixtures/ledger.ts";

const on = (day: string) => ({ as_of_earliest: day, as_of_latest: day });

/** A core that says 2 to 6 on 3 October 2024, and reports of the year after. */
const withLater = (...rows: readonly Partial<Claim>[]): Ledger =>
  ledger({
    sources: [
      source("s_one", { published_on: "2024-10-03" }),
      source("s_before", { collection: "further", published_on: "2024-09-01" }),
      source("s_after", { collection: "further", published_on: "2025-05-01" }),
    ],
    claims: [
      claim({ id: "c_core", low: 2, high: 6, bound: "range", ...on("2024-10-03") }),
      ...rows.map((row, index) =>
        claim({
          id: `c_${String(index)}`,
          source: "s_after",
          origin: `o_${String(index)}`,
          ...on("2024-08-01"),
          ...row,
        }),
      ),
    ],
  });

const ask = (...rows: readonly Partial<Claim>[]) =>
  fare(withLater(...rows), { metric: "m_count", asOf: "2024-10-03" });

describe("fare(ledger, question)", () => {
  test("with no further documents there is nothing", () => {
    expect(ask()).toEqual({ upTo: [], ceilings: [], floors: [] });
  });

  // In August 2024 the core has no floor yet; its ceiling of October reaches back.
  test.each([
    ["at most 6", { high: 6, bound: "at_most" }, "inside"],
    ["at most 7", { high: 7, bound: "at_most" }, "overlaps"],
    ["at least 5", { low: 5, bound: "at_least" }, "overlaps"],
    ["at least 7", { low: 7, bound: "at_least" }, "excludes"],
    ["more than 6", { low: 6, bound: "more_than" }, "excludes"],
  ] as const)("%s in August 2024 %o: %s", (_, row, verdict) => {
    expect(ask(row).upTo.map((one) => one.verdict)).toEqual([verdict]);
  });

  test.each([
    ["7", "leaves"],
    ["6", "leaves"],
    ["5", "lowers"],
    ["1", "excludes"],
  ] as const)("a ceiling of %s a year later bounds the day: it %s", (high, effect) => {
    const found = ask({ high: Number(high), bound: "at_most", ...on("2025-04-01") });
    expect(found.ceilings.map((one) => one.effect)).toEqual([effect]);
    expect([found.upTo, found.floors]).toEqual([[], []]);
  });

  test("a floor of a later day says nothing about the day", () => {
    const found = ask({ low: 12, bound: "at_least", ...on("2025-04-01") });
    expect(found.floors.map(({ claims }) => claims)).toEqual([["c_0"]]);
    expect([found.upTo, found.ceilings]).toEqual([[], []]);
  });

  test("what was published by the day is not later", () => {
    expect(ask({ source: "s_before", low: 7, bound: "at_least" }).upTo).toEqual([]);
  });

  test("nor is an origin that somebody had told by then, whoever retells it since", () => {
    const told = { origin: "o_told", low: 7, bound: "at_least" } as const;
    expect(ask({ ...told, source: "s_before" }, told).upTo).toEqual([]);
    expect(ask({ ...told, origin: "o_core" }, told).upTo).toHaveLength(2);
  });

  test("two reports of one origin are one statement", () => {
    const told = { origin: "o_told", low: 5, bound: "at_least" } as const;
    expect(ask(told, told).upTo.map(({ claims }) => claims)).toEqual([["c_0", "c_1"]]);
  });
});
