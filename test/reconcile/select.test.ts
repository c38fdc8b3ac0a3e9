import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { estimate } from "../../src/reconcile/estimate.ts";
import { kinOf } from "../../src/reconcile/kin.ts";
import { assumption, claim, ledger, metric, origin } from "../fixtures/ledger.ts";

const METRICS = [
  metric({ id: "m_all" }),
  metric({ id: "m_part", part_of: "m_all" }),
  metric({ id: "m_leaf", part_of: "m_part" }),
  metric({ id: "m_other", part_of: "m_all" }),
  metric({ id: "m_apart" }),
];
const DAY = "2024-01-01";
const on = (id: string, row: Partial<Claim>): Claim =>
  claim({ id, as_of_earliest: DAY, as_of_latest: DAY, ...row });
const option = (id: string, of: string, best: number, row: Partial<Claim> = {}): Claim =>
  on(id, { metric: of, best, alternative: `load/${id.slice(2)}`, ...row });

const ask = (claims: readonly Claim[], of: string, more: Partial<Ledger> = {}, without = [""]) => {
  const found = estimate(ledger({ claims, metrics: METRICS, ...more }), {
    metric: of,
    collection: "core",
    asOf: DAY,
    without,
  });
  const { low, high } = found.closure;
  return { ends: [low?.value ?? null, high?.value ?? null], unused: found.unused };
};
const ends = (claims: readonly Claim[], of: string) => ask(claims, of).ends;

test("kinOf(metric, metrics) follows parts of parts", () => {
  expect(kinOf("m_part", METRICS)).toEqual({
    self: "m_part",
    wholes: new Set(["m_all"]),
    parts: new Set(["m_leaf"]),
    siblings: new Set(["m_other"]),
  });
  expect(kinOf("m_apart", METRICS).siblings).toEqual(new Set());
  expect(() => kinOf("m_none", METRICS)).toThrow("unknown metric m_none");
});

describe("estimate(ledger, question)", () => {
  test("a metric that nothing is said about is open on both sides", () => {
    const found = estimate(ledger({}), { metric: "m_count", collection: "core", asOf: DAY });
    expect(found).toMatchObject({ claims: [], origins: [], conflicts: [], unused: [] });
    expect(found.closure).toEqual({ low: null, high: null });
    expect(found.relaxed).toEqual({ range: { low: null, high: null }, hangsOn: [] });
  });

  test("where all claims are retracted nothing is left but the list of them", () => {
    expect(ask([on("c_a", { metric: "m_all", best: 5, status: "retracted" })], "m_all")).toEqual({
      ends: [null, null],
      unused: [{ claim: "c_a", reason: "status: retracted" }],
    });
  });

  test("a count without a day bounds no day, and is listed", () => {
    expect(ask([claim({ id: "c_a", metric: "m_all", best: 5 })], "m_all")).toEqual({
      ends: [null, null],
      unused: [
        {
          claim: "c_a",
          reason: `a floor without a day and a ceiling without a day: says nothing about ${DAY}`,
        },
      ],
    });
  });

  test("a floor of a part of a part is a floor of the whole; a ceiling travels the other way", () => {
    const leaf = on("c_leaf", { metric: "m_leaf", best: 5 });
    expect(ends([leaf], "m_all")).toEqual([5, null]);
    const all = on("c_all", { metric: "m_all", best: 9 });
    expect(ends([all], "m_leaf")).toEqual([null, 9]);
    expect(ends([all], "m_apart")).toEqual([null, null]);
  });

  test("three options, in whatever mix", () => {
    const options = [
      option("c_1", "m_part", 3),
      option("c_2", "m_other", 8),
      option("c_3", "m_all", 5),
    ];
    expect(ends(options, "m_all")).toEqual([3, 8]);
  });

  test("an option about another part leaves nothing for this one", () => {
    const options = [option("c_1", "m_part", 3), option("c_2", "m_other", 8)];
    expect(ends(options, "m_part")).toEqual([0, 3]);
  });

  test("an option about something else says nothing, and so does the choice", () => {
    expect(ends([option("c_1", "m_all", 3), option("c_2", "m_apart", 8)], "m_all")).toEqual([
      null,
      null,
    ]);
  });

  test("one option may count two parts: together they are at least each of them", () => {
    const options = [
      option("c_1", "m_part", 2, { alternative: "load/mix" }),
      option("c_2", "m_other", 1, { alternative: "load/mix" }),
      option("c_3", "m_all", 9),
    ];
    expect(ends(options, "m_all")).toEqual([1, null]);
  });

  test("with one option retracted the other says nothing of what it does not count", () => {
    const options = [
      option("c_1", "m_part", 3, { status: "retracted" }),
      option("c_2", "m_other", 8),
    ];
    expect(ends(options, "m_part")).toEqual([null, null]);
    expect(ends(options, "m_other")).toEqual([8, 8]);
  });

  test("a reading that an assumption switches off leaves the other alone", () => {
    const options = [
      option("c_1", "m_all", 3, { alternative: "load/p_one" }),
      option("c_2", "m_all", 8, { alternative: "load/p_two" }),
    ];
    const off = assumption({ id: "p_two", label: "the second", default: "off" });
    expect(ask(options, "m_all", { assumptions: [off] })).toEqual({
      ends: [3, 3],
      unused: [{ claim: "c_2", reason: "a reading that is not chosen: the second" }],
    });
  });

  test("while one reading of the words is a plan, the other bounds nothing", () => {
    const readings = [
      option("c_1", "m_all", 3),
      option("c_2", "m_all", 3, { modality: "planned" }),
    ];
    expect(ask(readings, "m_all")).toEqual({
      ends: [null, null],
      unused: [
        { claim: "c_1", reason: "another reading of the same words counts nothing" },
        { claim: "c_2", reason: "planned, not carried out" },
      ],
    });
  });

  test("a plan that is a reading not chosen stands in no reading's way", () => {
    const readings = [
      option("c_1", "m_all", 3),
      option("c_2", "m_all", 3, { modality: "planned", alternative: "load/p_plan" }),
    ];
    const off = assumption({ id: "p_plan", default: "off" });
    expect(ask(readings, "m_all", { assumptions: [off] }).ends).toEqual([3, 3]);
  });

  test("who leaves an origin out leaves its retellings out too, but no compilation of several", () => {
    const claims = [
      on("c_a", { metric: "m_all", low: 5, bound: "at_least", origin: "o_retold" }),
      on("c_b", { metric: "m_all", low: 4, bound: "at_least", origin: "o_both" }),
    ];
    const origins = [
      origin("o_first"),
      origin("o_second"),
      origin("o_retold", { based_on: ["o_first"] }),
      origin("o_both", { based_on: ["o_first", "o_second"] }),
    ];
    expect(ask(claims, "m_all", { origins }, ["o_first"])).toEqual({
      ends: [4, null],
      unused: [{ claim: "c_a", reason: "origin o_first is left out on request" }],
    });
  });

  test("an origin that says at least 10 and at most 5 of one day leaves no bound", () => {
    const claims = [
      on("c_a", { metric: "m_all", low: 10, bound: "at_least" }),
      on("c_b", { metric: "m_all", high: 5, bound: "at_most" }),
    ];
    const reason = "what its origin is said to have said contradicts itself and leaves no bound";
    expect(ask(claims, "m_all")).toEqual({
      ends: [null, null],
      unused: [
        { claim: "c_a", reason },
        { claim: "c_b", reason },
      ],
    });
  });

  test("an origin that says 5 and 8 of one day is taken at its widest", () => {
    const claims = [
      on("c_a", { metric: "m_all", best: 5 }),
      on("c_b", { metric: "m_all", best: 8 }),
    ];
    expect(ends(claims, "m_all")).toEqual([5, 8]);
  });

  test("huge, tiny and negative numbers stay what they are", () => {
    const huge = on("c_a", { metric: "m_all", low: -1e300, high: 1e300, bound: "range" });
    expect(ends([huge], "m_all")).toEqual([-1e300, 1e300]);
    expect(ends([on("c_a", { metric: "m_all", best: 5e-324 })], "m_all")).toEqual([5e-324, 5e-324]);
  });
});
