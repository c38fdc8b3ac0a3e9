import { expect, test } from "vitest";
import { formatDays } from "../../src/charts/days.ts";

test.each([
  ["2024-02-26", "2024-02-26", "26 February 2024"],
  ["2024-06-01", "2024-08-31", "June to August 2024"],
  ["2024-06-01", "2024-06-30", "June 2024"],
  ["2023-01-01", "2023-12-31", "2023"],
  ["2022-01-01", "2023-12-31", "2022 to 2023"],
  ["2023-11-01", "2024-02-29", "November 2023 to February 2024"],
  ["2023-09-06", "2023-09-07", "6 to 7 September 2023"],
  ["2023-09-06", "2023-10-07", "6 September to 7 October 2023"],
  ["2023-01-01", "2024-10-03", "1 January 2023 to 3 October 2024"],
  [null, "2024-10-03", "until 3 October 2024"],
  ["2024-10-03", null, "since 3 October 2024"],
  [null, null, "not dated"],
])("formatDays(%s, %s) is %s", (first, last, words) => {
  expect(formatDays(first, last)).toBe(words);
});
