import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/ledger/tables.ts";
import { reconcile, solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { asking, inPeriod, onDay, said, withSets } from "../fixtures/asked.ts";
import { metric, source } from "../fixtures/ledger.ts";

const atLeast = (low: number) => ({ low, bound: "at_least" }) as const;
const atMost = (high: number) => ({ high, bound: "at_most" }) as const;

const count = metric({ id: "m_count" });
const yearly = metric({
  id: "m_year",
  measure: "per_year",
  unit: "things/year",
  series: "m_count",
});
const room = metric({ id: "m_room", measure: "capacity", series: "m_count" });
const daily = metric({ id: "m_day", measure: "per_day", unit: "things/day" });
const YEAR = inPeriod("2024-01-01", "2024-12-31");

/** What the method before this one got wrong, each as it was found. */
describe("reconcile(ledger)", () => {
  // The page said "at least 6.5 million by October 2025" beside about 9 million in 2024 alone.
  test("a year's flow is a floor of the total", () => {
    const ask = asking({
      metrics: [count, yearly],
      claims: [
        said("total", { ...atLeast(6.5), ...onDay("2025-10-31") }),
        said("year", { metric: "m_year", best: 9, ...YEAR }),
      ],
    });
    expect(ask({ to: "2025-10-31" })).toEqual([[9, null]]);
    expect(ask({ to: "2024-12-30" })).toEqual([[null, null]]);
    // and what is left of the total bounds the years beside it
    expect(
      asking({
        metrics: [count, yearly],
        claims: [
          said("total", { ...atMost(12), ...onDay("2025-10-31") }),
          said("year", { metric: "m_year", best: 9, ...YEAR }),
        ],
      })({ from: "2025-01-01", to: "2025-10-31" }),
    ).toEqual([[null, 3]]);
  });

  // A mix was said to be 1.5 to 3 million, all of one kind 2.3 to 6 and all of the other 1.5 to 6.
  test("a mix contains the answer of each of its kinds", () => {
    const kind = (option: string, low: number, high: number) =>
      said(option, {
        ...{ origin: "o_seoul", metric: "m_room", modality: "possible" },
        bound: "range",
        low,
        high,
        alternative: `load/${option}`,
        ...onDay("2024-02-26"),
      });
    const others = [
      said("floor", { ...atLeast(1.5), ...onDay("2024-02-23") }),
      said("ceiling", { ...atMost(6), ...onDay("2024-10-03") }),
    ];
    const [big, small] = [kind("big", 2.3, 3.3), kind("small", 0.4, 0.5)];
    const answer = (...claims: readonly Claim[]) =>
      asking({ metrics: [count, room], claims: [...claims, ...others] })({
        ...{ to: "2024-02-26", assume: "contents" },
      });
    expect(answer(big, small)).toEqual([[1.5, 3.3]]);
    expect(answer({ ...big, alternative: null })).toEqual([[2.3, 3.3]]);
    // all of the small kind cannot be: then one of the two is wrong
    expect(answer({ ...small, alternative: null })).toEqual([
      [0.4, 0.5],
      [1.5, 6],
    ]);
  });

  // US output was published as 28,000 to 24,000.
  test("no range is published where every range without one origin is empty", () => {
    const rates = [24, 26, 28].map((best) =>
      said(String(best), { metric: "m_day", best, ...inPeriod("2023-09-01", "2023-09-01") }),
    );
    const { estimates, without } = reconcile(withSets({ metrics: [count, daily], claims: rates }));
    const stated = rowsOf(estimates).filter(({ assume }) => assume === "stated");
    expect(stated.map(({ low, high, fewest_wrong }) => [low, high, fewest_wrong])).toEqual([
      [28, 28, 2],
      [26, 26, 2],
      [24, 24, 2],
    ]);
    expect(rowsOf(without).filter(({ whose }) => whose === "origin")).toEqual([]);
  });

  // Switching the assumption changed nothing in the core, although its rationale said what it changes.
  test("the assumption opening changes what a count that began later says of the whole", () => {
    const ask = asking({
      claims: [said("window", { best: 5, counted_from: "2023-09-01", ...onDay("2024-02-26") })],
    });
    expect(ask({ to: "2024-02-26" })).toEqual([[5, null]]);
    expect(ask({ to: "2024-02-26", assume: "opening" })).toEqual([[5, 5]]);
    expect(ask({ to: "2023-08-31", assume: "opening" })).toEqual([[null, 0]]);
    expect(ask({ from: "2023-09-01", to: "2024-02-26" })).toEqual([[5, 5]]);
  });

  test("the assumption opening takes the earliest day from which anybody counts, also what could have come", () => {
    const early = said("early", {
      ...atLeast(1),
      counted_from: "2023-01-01",
      ...onDay("2023-06-30"),
    });
    const late = said("late", {
      ...atLeast(1),
      counted_from: "2023-05-01",
      ...onDay("2023-06-30"),
    });
    const held = said("held", {
      ...{ metric: "m_room", modality: "possible" },
      ...atMost(9),
      counted_from: "2023-09-01",
      ...onDay("2024-02-26"),
    });
    const zeros = (...claims: readonly Claim[]) => {
      const ask = asking({ metrics: [count, room], claims });
      const isZero = (to: string) => ask({ to, assume: "contents" }).at(0)?.at(1) === 0;
      return ["2022-12-31", "2023-01-01", "2023-08-31", "2023-09-01"].filter(isZero);
    };
    expect(zeros(early, late, held)).toEqual(["2022-12-31"]);
    expect(zeros(held)).toEqual(["2022-12-31", "2023-01-01", "2023-08-31"]);
  });

  test("“about 30,000” does not contradict “more than 30,000”", () => {
    const rates = (row: Partial<Claim>) =>
      asking({
        metrics: [count, daily],
        claims: [
          said("about", {
            metric: "m_day",
            bound: "about",
            best: 30_000,
            ...inPeriod("2024-01-01", "2024-01-01"),
          }),
          said("more", { metric: "m_day", ...inPeriod("2024-01-01", "2024-01-01"), ...row }),
        ],
      })({ from: "2024-01-01", to: "2024-01-01", series: "m_day" });
    expect(rates({ bound: "more_than", low: 30_000 })).toEqual([[30_000, 33_000]]);
    // the look-alike: more than a tenth more does
    expect(rates({ bound: "more_than", low: 33_000 })).toHaveLength(2);
  });

  // Capacity bound deliveries in the core and nowhere else.
  test("capacity binds under contents alone, in core and all alike", () => {
    const claims = [
      said("held", {
        ...{ metric: "m_room", modality: "possible" },
        ...atMost(3),
        ...onDay("2024-02-26"),
      }),
    ];
    for (const extra of [
      [],
      [said("further", { source: "s_two", ...atLeast(1), ...onDay("2024-02-01") })],
    ]) {
      const ask = asking({ metrics: [count, room], claims: [...claims, ...extra] });
      const ceilings = (["stated", "opening", "spans", "contents"] as const).map(
        (assume) => ask({ to: "2024-02-26", assume }).at(0)?.at(1) ?? null,
      );
      expect(ceilings).toEqual([null, null, null, 3]);
    }
  });

  // The end of a quoted span was a ceiling by which nobody stands.
  test("the ends of a quoted span bound nobody under stated and opening", () => {
    const ask = asking({
      claims: [
        said("span", { bound: "span_of_estimates", low: 1.6, high: 6, ...onDay("2024-10-03") }),
      ],
    });
    for (const assume of ["stated", "opening"] as const)
      expect(ask({ to: "2024-10-03", assume })).toEqual([[null, null]]);
    for (const assume of ["spans", "contents"] as const)
      expect(ask({ to: "2024-10-03", assume })).toEqual([[1.6, 6]]);
  });
});

describe("solve(ledger, hearing)", () => {
  const rows = {
    claims: [
      said("early", { ...atLeast(1), ...onDay("2024-01-01") }),
      said("late", {
        source: "s_two",
        ...atLeast(2),
        counted_from: "2023-12-01",
        ...onDay("2024-01-01"),
      }),
      said("undated", { source: "s_three", ...atLeast(3), ...onDay("2024-01-01") }),
    ],
    sources: [
      source("s_one", { published_on: "2024-01-15", published_precision: "day" }),
      source("s_two", { published_on: "2024-02-01", published_precision: "month" }),
      source("s_three"),
    ],
  };
  const floorsIn = (hearing: Parameters<typeof solve>[1]) =>
    rowsOf(solve(withSets(rows), hearing).constraints)
      .filter(({ side }) => side === "floor")
      .map(({ value }) => value);

  test("knows documents that had been published by a day; one of a month counts from its last", () => {
    expect(floorsIn({})).toEqual([1, 2, 3]);
    expect(floorsIn({ knownOn: "2024-01-14" })).toEqual([]);
    expect(floorsIn({ knownOn: "2024-02-28" })).toEqual([1]);
    expect(floorsIn({ knownOn: "2024-02-29" })).toEqual([1, 2]);
  });

  test("leaves out origins and institutions, and makes no assumption stronger by it", () => {
    expect(floorsIn({ without: ["o_late"] })).toEqual([1, 3]);
    expect(floorsIn({ without: ["a_one"] })).toEqual([]);
    const openings = rowsOf(solve(withSets(rows), { without: ["o_late"] }).constraints).filter(
      ({ origin }) => origin === null,
    );
    expect(openings).toMatchObject([{ assume: "opening", end: "2023-11-30", value: 0 }]);
  });
});
