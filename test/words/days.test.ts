import { describe, expect, test } from "vitest";
import { formatBy, formatDay, formatDays, formatMonth } from "../../src/words/days.ts";

describe("formatDays(first, last)", () => {
  test.each([
    ["2024-10-03", "2024-10-03", "3 October 2024"],
    ["2023-09-06", "2023-09-07", "6 to 7 September 2023"],
    ["2024-06-01", "2024-08-31", "June to August 2024"],
    ["2024-02-01", "2024-02-29", "February 2024"],
    ["2023-01-01", "2023-12-31", "2023"],
    ["2022-01-01", "2023-12-31", "2022 to 2023"],
    ["2023-12-01", "2024-01-31", "December 2023 to January 2024"],
    ["2023-12-30", "2024-01-04", "30 December 2023 to 4 January 2024"],
    [null, "2024-01-04", "until 4 January 2024"],
    ["2024-01-04", null, "since 4 January 2024"],
    [null, null, "not dated"],
  ])("%s, %s is %s", (first, last, words) => {
    expect(formatDays(first, last)).toBe(words);
  });
});

test("formatDay, formatMonth, formatBy(day)", () => {
  expect(formatDay("2024-10-03")).toBe("3 October 2024");
  expect(formatMonth("2024-10-03")).toBe("October 2024");
  expect(formatBy("2024-12-31")).toBe("by the end of 2024");
  expect(formatBy("2024-10-31")).toBe("by the end of October 2024");
  expect(formatBy("2024-08-27")).toBe("by 27 August 2024");
});
