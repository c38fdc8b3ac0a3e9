import { expect, test } from "vitest";
import { findNearest } from "../../src/ledger/nearest.ts";

test.each([
  ["sorce", ["id", "source"], "source"],
  ["o_rok_feb", ["o_us_2024", "o_rok_mnd_2024_02"], "o_rok_mnd_2024_02"],
  ["o_rok_mnd", ["o_us_2024", "o_rok_mnd_2024_02"], "o_rok_mnd_2024_02"],
  ["xyz", ["id", "source"], null],
  ["x".repeat(1e6), ["id"], null],
])("findNearest(%.12s, %j) is %s", (word, candidates, nearest) => {
  expect(findNearest(word, candidates)).toBe(nearest);
});
