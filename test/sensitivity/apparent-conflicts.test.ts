import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { reconcile } from "../../src/reconcile/reconcile.ts";
import { apparentConflicts } from "../../src/sensitivity/apparent-conflicts.ts";
import { inPeriod, onDay, said, withSets } from "../fixtures/asked.ts";
import { metric, source } from "../fixtures/ledger.ts";

const JANUARY = onDay("2024-01-31");
const JUNE = onDay("2024-06-30");
const METRICS = [
  metric({ id: "m_count" }),
  metric({ id: "m_part", part_of: "m_count" }),
  metric({ id: "m_room", measure: "capacity", series: "m_count" }),
  metric({ id: "m_day", measure: "per_day", unit: "things/day" }),
  metric({ id: "m_month", measure: "per_month", unit: "things/month", series: "m_day" }),
  metric({ id: "m_level", measure: "level" }),
];

/** What seems to be at odds between a larger number and a smaller one. */
function seemingIn(large: Partial<Claim>, small: Partial<Claim>, rows: Partial<Ledger> = {}) {
  const claims = [
    said("large", { best: 100, ...JUNE, ...large }),
    said("small", { best: 40, ...JANUARY, ...small }),
  ];
  const ledger = withSets({ metrics: METRICS, claims, ...rows });
  return apparentConflicts(ledger, reconcile(ledger)).map(
    ({ one, other, series, factor, reason, collection }) => [
      ...[one, other, series, factor, reason, collection],
    ],
  );
}
const because = (reason: string, series = "m_count", factor = 2.5) => [
  ["c_large", "c_small", series, factor, reason, "core"],
];

describe("apparentConflicts(ledger, reconciled)", () => {
  test("two numbers of different days", () => {
    expect(seemingIn({}, {})).toEqual(because("time"));
  });

  test("two numbers of different places or kinds", () => {
    const level = { metric: "m_level", ...JANUARY };
    expect(
      seemingIn({ ...level, scope: "in the east" }, { ...level, scope: "in the south" }),
    ).toEqual(
      // which do contradict each other as long as both stand for the whole
      [],
    );
  });

  test("a part and a whole, and what would fit and what came", () => {
    expect(seemingIn({}, { metric: "m_part", ...JUNE })).toEqual(because("thing"));
    expect(seemingIn({ metric: "m_room" }, {})).toEqual(because("thing"));
  });

  test("a plan and what came; of two plans nobody minds", () => {
    const planned = { modality: "planned" } as const;
    expect(seemingIn({ ...planned, ...JANUARY }, {})).toEqual(because("modality"));
    expect(seemingIn(planned, planned)).toEqual([]);
  });

  test("what one speaker said of different days", () => {
    expect(seemingIn({ origin: "o_one" }, { origin: "o_one" })).toEqual(because("origin"));
  });

  test("rates are compared by the day, and with no total", () => {
    const period = { as_of_earliest: null, as_of_latest: null };
    const june = { ...period, ...inPeriod("2024-06-01", "2024-06-30") };
    const january = { ...period, ...inPeriod("2024-01-01", "2024-01-31") };
    // 100 a day against 608.75 a month, which is 20 a day
    expect(
      seemingIn({ metric: "m_day", ...june }, { metric: "m_month", best: 608.75, ...january }),
    ).toEqual(because("time", "m_day", 5));
    expect(seemingIn({ metric: "m_day", ...june }, {})).toEqual([]);
  });

  test.each<[string, Partial<Claim>, Partial<Claim>]>([
    ["ranges that meet", { best: null, low: 40, high: 100, bound: "range" }, {}],
    ["a floor below", { best: null, low: 30, bound: "at_least" }, {}],
    ["numbers further apart than a year", onDay("2025-03-01"), {}],
    ["a number that was withdrawn", { status: "retracted" }, {}],
    ["a distorted retelling", {}, { repeats: "distorted" }],
    ["numbers of two things", { metric: "m_level" }, {}],
    // at most 40 in June against 100 in January is one
    ["what does contradict each other", JANUARY, JUNE],
  ])("look-alike: %s", (_, large, small) => {
    expect(seemingIn(large, small)).toEqual([]);
  });

  test("one number that two documents retell is one", () => {
    const again = said("again", { best: 40, origin: "o_small", source: "s_two", ...JANUARY });
    expect(
      seemingIn(
        {},
        {},
        {
          claims: [
            said("large", { best: 100, ...JUNE }),
            said("small", { best: 40, ...JANUARY }),
            again,
          ],
        },
      ),
    ).toHaveLength(1);
  });

  test("says whether core documents alone have both", () => {
    const sources = [source("s_one"), source("s_two", { collection: "further" })];
    expect(seemingIn({ source: "s_two" }, {}, { sources }).at(0)?.at(-1)).toBe("all");
  });
});
