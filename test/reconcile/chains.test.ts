import { describe, expect, test } from "vitest";
import { knownOn } from "../../src/reconcile/chains.ts";

describe("knownOn(source)", () => {
  test.each([
    ["2025-11-01", "month", "2025-11-30"],
    ["2024-02-01", "month", "2024-02-29"],
    ["2023-02-01", "month", "2023-02-28"],
    ["2024-12-14", "month", "2024-12-31"],
    ["2024-03-01", "year", "2024-12-31"],
    ["2024-03-01", "day", "2024-03-01"],
    ["2024-03-01", "unknown", null],
  ] as const)("%s, known to the %s, counts from %s", (published_on, published_precision, day) => {
    expect(knownOn({ published_on, published_precision })).toBe(day);
  });
});
