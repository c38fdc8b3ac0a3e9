import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/ledger/tables.ts";
import { claim, metric, origin, source } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const faultsOf = (row: Partial<Claim>, rows: Parameters<typeof tableFolder>[0] = {}) =>
  tableFolder({ claims: [{ ...one, ...row }], ...rows }).faults();
const rate = { metrics: [metric({ id: "m_count", kind: "rate", cumulative: "no" })] };

describe("checkDayOrder", () => {
  test.each([
    [{ as_of_earliest: "2001-06-01" }, "15 as_of_latest", "as_of_earliest", "2001-05-31"],
    [{ counted_from: "2001-06-01" }, "15 as_of_latest", "counted_from", "2001-05-31"],
  ])("finds %o after the as-of", (row, place, first, second) => {
    expect(faultsOf(row)).toEqual([
      `data/claims.csv:2:${place}: found "${second}", before ${first} 2001-06-01\n  expected ${first} no later than as_of_latest\n  to mend: swap the days, or correct the one that is wrong`,
    ]);
  });

  test("finds a period that ends before it starts, and passes one of a day", () => {
    const days = { as_of_latest: null, period_start: "2001-05-02" };
    expect(faultsOf({ ...days, period_end: "2001-05-01" }, rate)).toEqual([
      'data/claims.csv:2:17 period_end: found "2001-05-01", before period_start 2001-05-02\n  expected period_start no later than period_end\n  to mend: swap the days, or correct the one that is wrong',
    ]);
    expect(faultsOf({ ...days, period_end: "2001-05-02" }, rate)).toEqual([]);
  });
});

describe("checkTimeKinds", () => {
  test("finds a stock without its day", () => {
    expect(faultsOf({ as_of_latest: null })).toEqual([
      "data/claims.csv:2:15 as_of_latest: found an empty cell\n  expected a day: m_count is a stock, and a count without its day cannot be compared\n  to mend: type the last day on which the count may have stood, and say in time_basis where it comes from",
    ]);
  });

  test("finds a stock with a period", () => {
    expect(faultsOf({ period_start: "2001-01-01" })).toEqual([
      'data/claims.csv:2:16 period_start: found "2001-01-01"\n  expected an empty cell: m_count is a stock, counted at a day\n  to mend: move the day to as_of_latest; the start of a counting window is counted_from',
    ]);
  });

  test("finds a rate without its period", () => {
    expect(faultsOf({ as_of_latest: null, period_start: "2001-01-01" }, rate)).toEqual([
      "data/claims.csv:2:17 period_end: found an empty cell\n  expected a day: m_count is a rate, and holds over a period\n  to mend: type the first and the last day that the figure covers",
    ]);
  });

  test("passes a ratio without any day", () => {
    expect(
      faultsOf({ as_of_latest: null }, { metrics: [metric({ id: "m_count", kind: "ratio" })] }),
    ).toEqual([]);
  });
});

describe("checkPublication", () => {
  const published = (published_on: string, published_precision: "day" | "month" | "year") => ({
    sources: [source("s_one", { published_on, published_precision })],
  });

  test("finds a count that stands after its report", () => {
    expect(faultsOf({ as_of_latest: "2001-06-16" })).toEqual([
      'data/claims.csv:2:15 as_of_latest: found "2001-06-16"\n  expected no day after the publication of s_one (2001-06-15)\n  to mend: correct the day, or the document\'s published_on',
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
      'data/claims.csv:2:15 as_of_latest: found "2001-07-01"\n  expected no day after the publication of s_one (month of 2001-06-01)\n  to mend: correct the day, or the document\'s published_on',
    ]);
    expect(faultsOf({ as_of_latest: "2001-12-31" }, published("2001-01-01", "year"))).toEqual([]);
  });
});
