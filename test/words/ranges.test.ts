import { describe, expect, test } from "vitest";
import {
  formatBrief,
  formatBriefs,
  formatOurs,
  formatRange,
  formatRanges,
  hullsOf,
} from "../../src/words/ranges.ts";

const open = { low_inclusive: null, high_inclusive: null };

describe("formatRange(range)", () => {
  test.each([
    [{ low: null, high: null }, "not stated"],
    [{ low: 11_000, high: null }, "at least 11,000"],
    [{ low: 11_000, low_inclusive: false, high: null }, "over 11,000"],
    [{ low: null, high: 4.8e6 }, "up to 4.8 million"],
    [{ low: null, high: 6e6, high_inclusive: false }, "below 6 million"],
    [{ low: 1.6e6, high: 6e6 }, "1.6 to 6 million"],
    [{ low: 1.6e6, high: 6e6, high_inclusive: false }, "1.6 to below 6 million"],
    [{ low: 5e6, low_inclusive: false, high: 7.7e6 }, "over 5 to 7.7 million"],
    [{ low: 500_000, high: 3e6 }, "500,000 to 3 million"],
    [{ low: 3, high: 3 }, "3"],
    [{ low: 0, low_inclusive: false, high: 10_000 }, "up to 10,000"],
    [{ low: 5, high: 3 }, "claims conflict: at least 5 against at most 3, gap 2"],
    [{ low: 5, high: 5, high_inclusive: false }, "claims conflict: at least 5 against below 5"],
  ])("%j is %s", (range, words) => {
    expect(formatRange(range)).toBe(words);
  });
});

describe("ranges of ours", () => {
  test("formatOurs(range) rounds its ends outward, and a single number to the nearest", () => {
    expect(formatOurs({ low: 9_140_742, low_inclusive: false, high: 10_492_607 })).toBe(
      "over 9.1 to 10.5 million",
    );
    expect(formatOurs({ low: 447.76, high: 447.76 })).toBe("448");
  });

  test("formatBrief(range) includes its ends and says no less", () => {
    expect(formatBrief({ low: 5e6, low_inclusive: false, high: 7_692_607 })).toBe("5–7.7 million");
    expect(formatBrief({ low: 2e6, high: null })).toBe("at least 2 million");
  });

  test("formatBriefs(ranges) says a shared word once, and a range that comes twice once", () => {
    const [one, other] = [
      { low: 5e6, high: 7.7e6 },
      { low: 9.1e6, high: 10.5e6 },
    ];
    expect(formatBriefs([one, other])).toBe("5–7.7 or 9.1–10.5 million");
    expect(formatBriefs([one, one])).toBe("5–7.7 million");
    expect(formatBriefs([{ low: 500, high: 700 }, other])).toBe("500–700 or 9.1–10.5 million");
  });

  test("formatRanges(ranges) tells each with its condition", () => {
    const ranges = [
      { range: { low: 5, high: 7 }, condition: "without A" },
      { range: { low: 9, high: null }, condition: "" },
    ];
    expect(formatRanges(ranges)).toBe("5 to 7 without A; at least 9");
  });

  test("hullsOf(ranges) joins what meets and keeps apart what does not", () => {
    const range = (low: number | null, high: number | null) => ({ ...open, low, high });
    expect(hullsOf([range(9, 10), range(5, 7), range(6, 8)])).toEqual([range(5, 8), range(9, 10)]);
    expect(hullsOf([range(5, null), range(9, 10)])).toEqual([range(5, null)]);
    expect(hullsOf([range(null, 3), range(2, 4)])).toEqual([range(null, 4)]);
  });
});
