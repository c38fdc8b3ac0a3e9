import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/tables.ts";
import { reconcile } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { inPeriod, onDay, said, withSets } from "../fixtures/asked.ts";
import { metric, origin, speaker } from "../fixtures/ledger.ts";

const atLeast = (low: number) => ({ low, bound: "at_least" }) as const;
const atMost = (high: number) => ({ high, bound: "at_most" }) as const;

const reconciled = (rows: Partial<Ledger>) => reconcile(withSets(rows));
/** Period and range of each estimate by what is stated. */
const statedIn = (rows: Partial<Ledger>) =>
  rowsOf(reconciled(rows).estimates)
    .filter(({ assume }) => assume === "stated")
    .map(({ metric: of, from, to, low, high }) => [of, from, to, low, high])
    .sort();

describe("estimatesOf(systems, asks)", () => {
  test("lists a total on each day on which it turns: a floor from its day, a ceiling until the day after", () => {
    const claims = [
      said("a", { ...atLeast(3), ...onDay("2024-01-31") }),
      said("b", { ...atMost(9), ...onDay("2024-02-29") }),
    ];
    expect(statedIn({ claims })).toEqual([
      ["m_count", null, "2024-01-31", 3, 9],
      ["m_count", null, "2024-03-01", 3, null],
    ]);
  });

  test("lists each period that a claim names, in the unit of its metric", () => {
    const metrics = [
      metric({ id: "m_count" }),
      metric({ id: "m_month", measure: "per_month", unit: "things/month", series: "m_count" }),
    ];
    const claims = [
      said("quarter", { metric: "m_month", best: 4, ...inPeriod("2024-01-01", "2024-03-31") }),
      said("march", { metric: "m_month", ...atLeast(6), ...inPeriod("2024-03-01", "2024-03-31") }),
    ];
    // 12 in the quarter, so at most 6 in March: no more than 6 a month are left, and 6 in the two before
    expect(statedIn({ metrics, claims })).toEqual([
      ["m_month", "2024-01-01", "2024-03-31", 4, 4],
      ["m_month", "2024-03-01", "2024-03-31", 6, 12],
    ]);
  });

  test("lists a number that can fall for its own days, and holds those of one day together", () => {
    const metrics = [metric({ id: "m_count", measure: "level" })];
    const claims = [
      said("a", { ...atLeast(3), ...onDay("2024-01-31") }),
      said("b", { ...atMost(9), ...onDay("2024-01-31") }),
      said("c", { best: 1, ...onDay("2024-02-29") }),
    ];
    expect(statedIn({ metrics, claims })).toEqual([
      ["m_count", "2024-01-31", "2024-01-31", 3, 9],
      ["m_count", "2024-02-29", "2024-02-29", 1, 1],
    ]);
  });

  test("of days known roughly asks the last", () => {
    const rough = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-31" };
    expect(statedIn({ claims: [said("a", { best: 5, ...rough })] })).toEqual([
      ["m_count", null, "2024-01-01", null, 5],
      ["m_count", null, "2024-01-02", null, null],
      ["m_count", null, "2024-01-31", 5, null],
    ]);
  });

  test("counts claims, origins and institutions that speak of some of the period", () => {
    const { estimates } = reconciled({
      claims: [
        said("a", { ...atLeast(3), ...onDay("2024-01-31") }),
        said("b", { source: "s_two", origin: "o_a", ...atLeast(3), ...onDay("2024-01-31") }),
        said("c", { ...atLeast(2), ...inPeriod("2024-02-01", "2024-02-29") }),
        said("d", { ...atLeast(9), ...inPeriod("2024-03-01", "2024-03-31") }),
      ],
      claimants: [
        speaker("a_one", "neutral"),
        { ...speaker("a_two", "neutral"), part_of: "a_one" },
      ],
      origins: [origin("o_a"), origin("o_c", { claimant: "a_two" }), origin("o_d")],
    });
    const january = rowsOf(estimates).find(({ to, from }) => from === null && to === "2024-01-31");
    expect(january).toMatchObject({ claims: 2, origins: 1, institutions: 1 });
    const february = rowsOf(estimates).find(({ from }) => from === "2024-02-01");
    expect(february).toMatchObject({ claims: 1, origins: 1, institutions: 1 });
    const all = rowsOf(estimates).find(({ from, to }) => from === null && to === "2024-03-31");
    expect(all).toMatchObject({ claims: 4, origins: 3, institutions: 1, low: 14 });
  });

  test("a ledger without claims has none, and one claim is enough", () => {
    const nothing = reconciled({});
    for (const table of [nothing.estimates, nothing.without, nothing.conflicts, nothing.repairs])
      expect(table.numRows()).toBe(0);
    expect(statedIn({ claims: [said("a", { best: 0, ...onDay("2024-01-31") })] })).toEqual([
      ["m_count", null, "2024-01-31", null, 0],
      ["m_count", null, "2024-02-01", null, null],
    ]);
  });
});

describe("withoutOf(systems, asks)", () => {
  test("has the range without each origin and institution that binds it, and of no other", () => {
    const { without } = reconciled({
      claims: [
        said("a", { ...atLeast(3), ...onDay("2024-01-31") }),
        said("b", { ...atLeast(2), ...onDay("2024-01-31") }),
        said("c", { ...atMost(9), ...onDay("2024-01-31") }),
      ],
      claimants: [speaker("a_one", "neutral"), speaker("a_two", "neutral")],
      origins: [origin("o_a"), origin("o_b"), origin("o_c", { claimant: "a_two" })],
    });
    const stated = rowsOf(without).filter(
      ({ assume, to }) => assume === "stated" && to === "2024-01-31",
    );
    expect(stated.map(({ whose, left_out, low, high }) => [whose, left_out, low, high])).toEqual([
      ["origin", "o_a", 2, 9],
      ["origin", "o_c", 3, null],
      ["institution", "a_one", null, 9],
      ["institution", "a_two", 3, null],
    ]);
  });
});

describe("conflictsOf(systems) and repairsOf(systems)", () => {
  const claims = [
    said("a", { ...atLeast(5), ...onDay("2024-01-31") }),
    said("b", { ...atMost(3), ...onDay("2024-02-29") }),
    said("again", { source: "s_two", origin: "o_b", ...atMost(3), ...onDay("2024-02-29") }),
  ];
  const stated = <Row extends { readonly assume: string }>(rows: readonly Row[]) =>
    rows.filter(({ assume }) => assume === "stated");

  test("name who cannot all be right, each with its retellings, and by how much", () => {
    expect(stated(rowsOf(reconciled({ claims }).conflicts))).toEqual([
      {
        ...{ series: "m_count", cell: "", assume: "stated", reading: "", conflict: 1 },
        testimony: ["c_a", "c_again+c_b"],
        claims: ["c_a", "c_again", "c_b"],
        origins: ["o_a", "o_b"],
        ...{ gap: 2, complete: true },
      },
    ]);
  });

  test("name every choice of the fewest that must be wrong, with what the others leave of its period", () => {
    const repairs = stated(rowsOf(reconciled({ claims }).repairs));
    expect(
      repairs.map(({ repair, claims: ids, origin: of, from, to, low, high }) => [
        ...[repair, ids.join(" "), of, from, to, low, high],
      ]),
    ).toEqual([
      [1, "c_a", "o_a", null, "2024-01-31", null, 3],
      [2, "c_again c_b", "o_b", null, "2024-02-29", 5, null],
    ]);
  });

  // RUSI's numbers for 2022 and for 2023 are two, and can be wrong one by one.
  test("one origin that excludes itself contradicts itself", () => {
    const { conflicts } = reconciled({
      claims: [
        said("then", { origin: "o_one", best: 5, ...onDay("2024-01-31") }),
        said("later", { origin: "o_one", best: 3, ...onDay("2024-02-29") }),
      ],
    });
    expect(stated(rowsOf(conflicts))).toMatchObject([
      { testimony: ["c_later", "c_then"], origins: ["o_one"], gap: 2 },
    ]);
  });

  test("are of one period where a number can fall", () => {
    const { conflicts } = reconciled({
      metrics: [metric({ id: "m_count", measure: "ratio" })],
      claims: [
        said("a", { best: 5, ...onDay("2024-01-31") }),
        said("b", { best: 3, ...onDay("2024-01-31") }),
        said("c", { best: 1, ...onDay("2024-02-29") }),
      ],
    });
    expect(stated(rowsOf(conflicts))).toMatchObject([
      { cell: "2024-01-31/2024-01-31", testimony: ["c_a", "c_b"], gap: 2 },
    ]);
  });
});
