import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatEnd,
  formatFew,
  formatFull,
  formatNumber,
  formatPrinted,
  formatTick,
  formatWord,
} from "../../src/words/numbers.ts";

/** The number that words say. */
const valueOf = (words: string): number => {
  const [, digits = "", scale = ""] = /^([\d.,]+)(?: (million|billion))?$/u.exec(words) ?? [];
  return Number(digits.replaceAll(",", "")) * ({ million: 1e6, billion: 1e9 }[scale] ?? 1);
};

const million = fc.integer({ min: 100, max: 99_999 }).map((hundredths) => hundredths / 100);

describe("formatNumber(value)", () => {
  test.each([
    [447.76, "448"],
    [447_760_000, "448 million"],
    [4_925_373, "4.9 million"],
    [6700, "6,700"],
    [999_999, "1 million"],
    [997_000_000, "997 million"],
    [1_700_000_000, "1.7 billion"],
    [0.5, "0.5"],
    [0, "0"],
  ])("%d is %s", (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  test("property: a number and its million-fold have the same digits", () => {
    fc.assert(
      fc.property(million, (value) => {
        expect(formatNumber(value * 1e6)).toBe(
          value < 999.5 ? `${formatNumber(value)} million` : "1 billion",
        );
      }),
      { examples: [[997], [999.49], [999.5], [100]] },
    );
  });
});

describe("formatEnd(value, side)", () => {
  test.each([
    [10_492_607, "high", "10.5 million"],
    [9_140_742, "low", "9.1 million"],
    [6_550_000, "high", "6.6 million"],
    [27_500, "low", "27,500"],
    [2_000_000, "low", "2 million"],
    [0, "low", "0"],
  ] as const)("%d at the %s is %s", (value, side, words) => {
    expect(formatEnd(value, side)).toBe(words);
  });

  test("property: what is said holds no less than the end, and at most a hundredth more", () => {
    fc.assert(
      fc.property(million, (value) => {
        const [low, high] = [valueOf(formatEnd(value, "low")), valueOf(formatEnd(value, "high"))];
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high - low).toBeLessThanOrEqual(0.021 * value);
      }),
    );
  });
});

describe("numbers in words", () => {
  test("formatPrinted(value) keeps every digit that was printed", () => {
    expect(formatPrinted(1_650_000)).toBe("1.65 million");
    expect(formatPrinted(594_000)).toBe("594,000");
    expect(formatPrinted(12_320)).toBe("12,320");
  });

  test("formatFull(value) groups by comma", () => {
    expect(formatFull(4_925_373.134)).toBe("4,925,373.13");
  });

  test("formatTick(value) is as short as it is exact", () => {
    expect([0, 20_000, 2_500_000, 3e9].map(formatTick)).toEqual(["0", "20,000", "2.5m", "3bn"]);
  });

  test("formatWord, formatCount, formatFew(count, noun)", () => {
    expect(formatWord(5)).toBe("five");
    expect(formatWord(13)).toBe("13");
    expect(formatCount(1, "report")).toBe("1 report");
    expect(formatFew(2, "report")).toBe("two reports");
  });
});
