import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEGINNING, firstDayAfter, startOf, unitsIn } from "../../src/amount/periods.ts";

describe("startOf(from) and firstDayAfter(start)", () => {
  test("a count that begins with a day stands at the end of the one before", () => {
    expect(startOf("2024-03-01")).toBe("2024-02-29");
    expect(startOf("2023-01-01")).toBe("2022-12-31");
    expect(startOf(null)).toBe(BEGINNING);
  });

  test("are each other's inverse", () => {
    expect(firstDayAfter(BEGINNING)).toBeNull();
    for (const from of [null, "2024-03-01", "2024-03-31", "2025-01-01"])
      expect(firstDayAfter(startOf(from))).toBe(from);
  });

  test("the beginning lies before all days", () => {
    expect(["2024-01-01", BEGINNING, "0001-01-01"].sort()[0]).toBe(BEGINNING);
  });
});

describe("unitsIn(measure, from, to)", () => {
  test.each([
    // a whole month counts as one, however long
    ["per_month", "2024-02-01", "2024-02-29", 1],
    ["per_month", "2024-01-01", "2024-01-31", 1],
    ["per_month", "2023-01-01", "2024-12-31", 24],
    // what is left over goes by days of which a month has 30.4375
    ["per_month", "2024-01-01", "2024-01-30", 30 / 30.4375],
    ["per_month", "2024-01-16", "2024-02-15", 31 / 30.4375],
    ["per_month", "2024-01-31", "2024-03-01", 1 + 2 / 30.4375],
    ["per_month", "2024-10-04", "2024-10-04", 1 / 30.4375],
    // twelve months are a year, in whatever month they begin, and a leap year is one too
    ["per_year", "2023-01-01", "2023-12-31", 1],
    ["per_year", "2024-01-01", "2024-12-31", 1],
    ["per_year", "2023-07-01", "2024-06-30", 1],
    ["per_year", "2024-01-01", "2024-12-15", 11 / 12 + 15 / 365.25],
    ["per_year", "2024-10-04", "2024-10-04", 1 / 365.25],
    ["per_day", "2024-02-01", "2024-02-29", 29],
    ["per_day", "2024-10-04", "2024-10-04", 1],
    ["per_week", "2024-01-01", "2024-01-14", 2],
    ["per_week", "2024-01-01", "2024-01-03", 3 / 7],
    // a total of a period is no rate
    ["total", "2024-01-01", "2024-12-15", 1],
    ["level", "2024-01-01", "2024-12-15", 1],
    ["ratio", "2024-01-01", "2024-12-15", 1],
    ["capacity", "2024-01-01", "2024-12-15", 1],
  ] as const)("%s from %s to %s: %f", (measure, from, to, units) => {
    expect(unitsIn(measure, from, to)).toBeCloseTo(units, 12);
  });

  test("property: a longer period has more units", () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((after) => new Date(Date.UTC(2023, 0, 1 + after)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 4, maxLength: 4 }),
        fc.constantFrom("per_day", "per_week", "per_month", "per_year"),
        (days, measure) => {
          const [from = "", start = "", end = "", to = ""] = [...days].sort();
          expect(unitsIn(measure, start, end)).toBeLessThanOrEqual(unitsIn(measure, from, to));
        },
      ),
    );
  });
});
