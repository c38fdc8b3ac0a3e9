import { describe, expect, test } from "vitest";
import type { Assumption, Claim } from "../../../src/ledger/tables.ts";
import { assumption, claim, constraints, metric } from "../../fixtures/ledger.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const faultsOf = (row: Partial<Claim>) =>
  tableFolder({ claims: [claim({ id: "c_one", as_of_latest: "2001-01-01", ...row })] }).faults();

describe("checkOrder", () => {
  test("finds ends that are the wrong way round", () => {
    expect(faultsOf({ low: 9, best: 7, high: 5, bound: "range" })).toEqual([
      'data/claims.csv:2:9 best: found "7", below low 9\n  expected low, best and high from small to large\n  to mend: swap the cells, or correct the number that is wrong',
      'data/claims.csv:2:10 high: found "5", below best 7\n  expected low, best and high from small to large\n  to mend: swap the cells, or correct the number that is wrong',
    ]);
  });

  test("finds them past an empty best, and in assumptions", () => {
    expect(
      tableFolder({ assumptions: [assumption({ id: "p_one", low: 2, high: 1 })] }).faults(),
    ).toEqual([
      'data/assumptions.csv:2:7 high: found "1", below low 2\n  expected low, best and high from small to large\n  to mend: swap the cells, or correct the number that is wrong',
    ]);
  });

  test("passes ends that are equal", () => {
    expect(faultsOf({ low: 7, best: 7, high: 7 })).toEqual([]);
  });
});

describe("checkBounds", () => {
  test.each(["at_least", "more_than"] as const)("%s fills low and leaves high empty", (bound) => {
    expect(faultsOf({ bound, high: 9 })).toEqual([
      `data/claims.csv:2:8 low: found an empty cell beside the bound ${bound}\n  expected a number: the phrase states a floor and is open above\n  to mend: type the number into low, or correct the bound`,
      `data/claims.csv:2:10 high: found "9" beside the bound ${bound}\n  expected an empty cell: the phrase states a floor and is open above\n  to mend: empty the cell, or correct the bound`,
    ]);
    expect(faultsOf({ bound, low: 9 })).toEqual([]);
  });

  test.each(["at_most", "less_than"] as const)("%s fills high and leaves low empty", (bound) => {
    expect(faultsOf({ bound, low: 9 })).toEqual([
      `data/claims.csv:2:8 low: found "9" beside the bound ${bound}\n  expected an empty cell: the phrase states a ceiling and is open below\n  to mend: empty the cell, or correct the bound`,
      `data/claims.csv:2:10 high: found an empty cell beside the bound ${bound}\n  expected a number: the phrase states a ceiling and is open below\n  to mend: type the number into high, or correct the bound`,
    ]);
    expect(faultsOf({ bound, high: 9 })).toEqual([]);
  });

  test.each(["range", "span_of_estimates"] as const)("%s fills both ends", (bound) => {
    expect(faultsOf({ bound, low: 9 })).toEqual([
      `data/claims.csv:2:10 high: found an empty cell beside the bound ${bound}\n  expected a number: the phrase states two ends\n  to mend: type the number into high, or correct the bound`,
    ]);
    expect(faultsOf({ bound, low: 9, high: 10 })).toEqual([]);
  });

  test.each(["point", "about", "nearly", "order_of_magnitude"] as const)(
    "%s fills best",
    (bound) => {
      expect(faultsOf({ bound })).toEqual([
        `data/claims.csv:2:9 best: found an empty cell beside the bound ${bound}\n  expected a number: the phrase states one number\n  to mend: type the number into best, or correct the bound`,
      ]);
      expect(faultsOf({ bound, best: 9 })).toEqual([]);
    },
  );
});

describe("checkAssumptions", () => {
  const reading = assumption({ id: "p_reading", kind: "reading" });

  test("finds an assumption that says nothing", () => {
    expect(tableFolder({ assumptions: [reading] }).faults()).toEqual([
      "data/assumptions.csv:2:6 best: found neither a value nor a formula\n  expected low, best or high, or derived_from, or a claim whose alternative names this row\n  to mend: type the value, or write GROUP/p_reading as the alternative of the claim that it decides",
    ]);
  });

  test("passes a reading that a claim chooses", () => {
    const row = claim({
      id: "c_one",
      best: 1,
      as_of_latest: "2001-01-01",
      alternative: "sense/p_reading",
    });
    expect(tableFolder({ claims: [row], assumptions: [reading] }).faults()).toEqual([]);
  });
});

describe("checkNotNegative", () => {
  test("finds a count below zero in claims and assumptions", () => {
    expect(faultsOf({ best: -7 })).toEqual([
      'data/claims.csv:2:9 best: found "-7"\n  expected 0 or more: nothing that is counted here can be less than none\n  to mend: delete the minus sign, or correct the number',
    ]);
    expect(
      tableFolder({ assumptions: [assumption({ id: "p_one", low: -2, high: 1 })] }).faults(),
    ).toEqual([
      'data/assumptions.csv:2:5 low: found "-2"\n  expected 0 or more: nothing that is counted here can be less than none\n  to mend: delete the minus sign, or correct the number',
    ]);
  });

  test("passes none at all", () => {
    expect(faultsOf({ best: 0 })).toEqual([]);
  });
});

describe("checkShares", () => {
  const shareOf = (best: number, unit = "percent") =>
    tableFolder({
      metrics: [metric({ id: "m_count", measure: "share", unit })],
      claims: [claim({ id: "c_one", best })],
    }).faults();

  test("finds a share of more than the whole", () => {
    expect(shareOf(107)).toEqual([
      'data/claims.csv:2:9 best: found "107"\n  expected 0 to 100: m_count is a share in percent\n  to mend: correct the number, or the measure of m_count if it can exceed the whole',
    ]);
  });

  test("passes the whole, and shares in another unit", () => {
    expect(shareOf(100)).toEqual([]);
    expect(shareOf(107, "per mille")).toEqual([]);
  });
});

describe("checkConstraints", () => {
  const faultsIn = (...rows: readonly Assumption[]) => tableFolder({ assumptions: rows }).faults();
  const [opening = assumption({ id: "p_opening" })] = constraints;

  test("passes one row of each set", () => {
    expect(faultsIn(...constraints)).toEqual([]);
  });

  test.each<[string, Assumption, string, string, string]>([
    [
      "a constraint of no set",
      { ...opening, set: null },
      "3 set: found an empty cell",
      "the set of a constraint",
      "type opening, spans or contents",
    ],
    [
      "a parameter of a set",
      assumption({ id: "p_x", best: 1, set: "spans" }),
      '3 set: found "spans"',
      "an empty cell: the kind is parameter",
      "empty the cell, or correct the kind",
    ],
    [
      "a constraint of one quantity",
      { ...opening, metric: "m_count" },
      '4 metric: found "m_count"',
      "an empty cell: a constraint is one for all",
      "empty the cell",
    ],
    [
      "a parameter of no quantity",
      assumption({ id: "p_x", best: 1, metric: null }),
      "4 metric: found an empty cell",
      "the quantity it is about",
      "type the id of the metric",
    ],
    [
      "a constraint that is on",
      { ...opening, default: "on" },
      '12 default: found "on"',
      "off: estimates rest on what is stated",
      "type off",
    ],
  ])("finds %s", (_, row, found, expected, mend) => {
    expect(faultsIn(row)).toEqual([
      `data/assumptions.csv:2:${found}\n  expected ${expected}\n  to mend: ${mend}`,
    ]);
  });

  test("finds a second row of a set", () => {
    expect(faultsIn(opening, { ...opening, id: "p_again" })).toEqual([
      'data/assumptions.csv:3:3 set: found "opening"\n  expected a set that no other row has\n  to mend: join the two rows',
    ]);
  });
});

describe("checkExclusive", () => {
  const yes = { low_exclusive: "yes", high_exclusive: "yes" } as const;

  test("passes two ends that are excluded, and one beside a ceiling", () => {
    expect(faultsOf({ bound: "range", low: 1, high: 2, ...yes })).toEqual([]);
    expect(faultsOf({ bound: "at_most", high: 2, high_exclusive: "yes" })).toEqual([]);
  });

  test("finds an end that is excluded and not stated", () => {
    expect(faultsOf({ bound: "at_most", high: 2, low_exclusive: "yes" })).toEqual([
      'data/claims.csv:2:12 low_exclusive: found "yes", but low is empty\n  expected a number in low that is excluded\n  to mend: empty the cell, or type the number',
    ]);
    expect(faultsOf({ bound: "at_least", low: 2, high_exclusive: "yes" })).toEqual([
      'data/claims.csv:2:13 high_exclusive: found "yes", but high is empty\n  expected a number in high that is excluded\n  to mend: empty the cell, or type the number',
    ]);
  });

  // such a claim would contradict itself
  test("finds that no number is left between the ends", () => {
    expect(faultsOf({ bound: "range", low: 2, high: 2, high_exclusive: "yes" })).toEqual([
      'data/claims.csv:2:13 high_exclusive: found "yes", but low and high are both 2\n  expected a number between the ends\n  to mend: empty the cell, or correct low or high',
    ]);
  });
});
