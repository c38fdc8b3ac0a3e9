import { describe, expect, test } from "vitest";
import type { Claim, Metric } from "../../../src/ledger/tables.ts";
import { claim, metric, origin, source } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const faultsOf = (row: Partial<Claim>, rows: Parameters<typeof tableFolder>[0] = {}) =>
  tableFolder({ claims: [{ ...one, ...row }], ...rows }).faults();
const counted = (row: Partial<Metric>) => ({ metrics: [metric({ id: "m_count", ...row })] });
const rate = counted({ measure: "per_day", unit: "things/day" });
const NO_DAY = { as_of_earliest: null, as_of_latest: null };
const PERIOD = { period_start: "2001-01-01", period_end: "2001-05-31" };

describe("checkDayOrder", () => {
  test.each([
    [{ as_of_earliest: "2001-06-01" }, "17 as_of_latest", "as_of_earliest", "2001-05-31"],
    [{ counted_from: "2001-06-01" }, "17 as_of_latest", "counted_from", "2001-05-31"],
  ])("finds %o after the as-of", (row, place, first, second) => {
    expect(faultsOf(row)).toEqual([
      `data/claims.csv:2:${place}: found "${second}", before ${first} 2001-06-01\n  expected ${first} no later than as_of_latest\n  to mend: swap the days, or correct the one that is wrong`,
    ]);
  });

  test("finds a period that ends before it starts, and passes one of a day", () => {
    const days = { as_of_latest: null, period_start: "2001-05-02" };
    expect(faultsOf({ ...days, period_end: "2001-05-01" }, rate)).toEqual([
      'data/claims.csv:2:19 period_end: found "2001-05-01", before period_start 2001-05-02\n  expected period_start no later than period_end\n  to mend: swap the days, or correct the one that is wrong',
    ]);
    expect(faultsOf({ ...days, period_end: "2001-05-02" }, rate)).toEqual([]);
  });
});

describe("checkTimes", () => {
  test.each(["total", "level"] as const)("finds a %s without its day", (measure) => {
    expect(faultsOf(NO_DAY, counted({ measure }))).toEqual([
      `data/claims.csv:2:17 as_of_latest: found an empty cell\n  expected a day: m_count is a ${measure}, and a count without its day cannot be compared\n  to mend: type the last day on which the count may have stood, and say in time_basis where it comes from`,
    ]);
  });

  test("finds a rate, and a total of a period, without its last day", () => {
    const half = { ...NO_DAY, period_start: "2001-01-01" };
    const mend = "\n  to mend: type the first and the last day that the figure covers";
    expect(faultsOf(half, rate)).toEqual([
      `data/claims.csv:2:19 period_end: found an empty cell\n  expected a day: m_count is a rate, and holds over a period${mend}`,
    ]);
    expect(faultsOf(half)).toEqual([
      `data/claims.csv:2:19 period_end: found an empty cell\n  expected a day: m_count is a total of a period here, and holds over a period${mend}`,
    ]);
  });

  test.each(["as_of_latest", "counted_from"] as const)("finds a period beside %s", (field) => {
    const at = field === "as_of_latest" ? "17" : "20";
    const row = { ...NO_DAY, ...PERIOD, [field]: "2001-05-31" };
    expect(faultsOf(row)).toEqual([
      `data/claims.csv:2:${at} ${field}: found "2001-05-31", beside a period\n  expected an empty cell: a figure holds up to a day or over a period, not both\n  to mend: empty the one that the document does not state; a count that began on a day is counted_from and as_of_latest`,
    ]);
    expect(faultsOf(row, rate)).toHaveLength(1);
  });

  test.each([
    ["level", counted({ measure: "level" })],
    [
      "capacity",
      {
        metrics: [
          metric({ id: "m_all" }),
          metric({ id: "m_count", measure: "capacity", series: "m_all" }),
        ],
      },
    ],
  ] as const)("finds a %s with a period", (measure, rows) => {
    expect(faultsOf({ period_start: "2001-01-01" }, rows)).toEqual([
      `data/claims.csv:2:18 period_start: found "2001-01-01"\n  expected an empty cell: m_count is a ${measure}, and stands on a day\n  to mend: move the day to as_of_latest`,
    ]);
  });

  test.each([
    ["a total up to a day, counted from another", { counted_from: "2001-01-01" }, {}],
    ["a total of a period", { ...NO_DAY, ...PERIOD }, {}],
    ["a rate over a period", { ...NO_DAY, ...PERIOD }, rate],
    ["a ratio without any day", NO_DAY, counted({ measure: "ratio" })],
    [
      "a capacity a month, in a month",
      { ...NO_DAY, ...PERIOD },
      counted({ measure: "capacity", unit: "things/month" }),
    ],
  ])("passes %s", (_, row, rows) => {
    expect(faultsOf(row, rows)).toEqual([]);
  });
});

describe("checkPublication", () => {
  const published = (published_on: string, published_precision: "day" | "month" | "year") => ({
    sources: [source("s_one", { published_on, published_precision })],
  });

  test("finds a count that stands after its report", () => {
    expect(faultsOf({ as_of_latest: "2001-06-16" })).toEqual([
      'data/claims.csv:2:17 as_of_latest: found "2001-06-16"\n  expected no day after the publication of s_one (2001-06-15)\n  to mend: correct the day, or the document\'s published_on',
    ]);
  });

  test("finds an estimate that was made after its report", () => {
    expect(faultsOf({}, { origins: [origin("o_one", { stated_on: "2001-06-16" })] })).toEqual([
      'data/claims.csv:2:4 origin: found "o_one", stated on 2001-06-16\n  expected no day after the publication of s_one (2001-06-15)\n  to mend: name the origin that the document could know, or correct its stated_on',
    ]);
  });

  test("passes the day of publication itself", () => {
    expect(faultsOf({ as_of_latest: "2001-06-15" })).toEqual([]);
  });

  test("gives a month to its last day, and a year to its last", () => {
    expect(faultsOf({ as_of_latest: "2001-06-30" }, published("2001-06-01", "month"))).toEqual([]);
    expect(faultsOf({ as_of_latest: "2001-07-01" }, published("2001-06-01", "month"))).toEqual([
      'data/claims.csv:2:17 as_of_latest: found "2001-07-01"\n  expected no day after the publication of s_one (month of 2001-06-01)\n  to mend: correct the day, or the document\'s published_on',
    ]);
    expect(faultsOf({ as_of_latest: "2001-12-31" }, published("2001-01-01", "year"))).toEqual([]);
  });
});
