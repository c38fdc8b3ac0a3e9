import { describe, expect, test } from "vitest";
import { kindOfEnds } from "../../src/charts/marks.ts";
import { formatFull, formatRange, isConflict } from "../../src/charts/words.ts";
import { publish } from "../../src/reconcile/publish.ts";
import { furtherLedger } from "../fixtures/further-ledger.ts";
import { document, openChart, parseSvg } from "./drawing.ts";

describe("formatRange(range) of ends that exclude each other", () => {
  test.each([
    [
      { low: 11_000, high: 10_000 },
      "claims conflict: at least 11,000 against at most 10,000, gap 1,000",
    ],
    [
      { low: 5, low_inclusive: false, high: 3, high_inclusive: false },
      "claims conflict: more than 5 against less than 3, gap 2",
    ],
    [{ low: 5, low_inclusive: false, high: 5 }, "claims conflict: more than 5 against at most 5"],
  ])("%o", (range, words) => {
    expect(isConflict(range)).toBe(true);
    expect(formatRange(range, formatFull)).toBe(words);
  });

  test.each([
    [{ low: 3, high: 5 }, "3 to 5"],
    [{ low: 5, high: 5 }, "5"],
    [{ low: 5, high: null }, "at least 5"],
  ])("%o is no conflict", (range, words) => {
    expect(isConflict(range)).toBe(false);
    expect(formatRange(range)).toBe(words);
  });
});

test("kindOfEnds(low, high) is a conflict where the floor lies above the ceiling, never a range", () => {
  expect(kindOfEnds(5, 3)).toBe("conflict");
  expect(kindOfEnds(3, 5)).toBe("range");
});

// At least 11,000 containers in June 2024 against at most 10,000 at the end of that year.
describe("containers-over-time with claims that conflict", () => {
  const chart = openChart("containers-over-time", publish(furtherLedger).all);

  test("says so in title and note", () => {
    expect(chart.title).toMatch(
      /^Reports conflict: at least 11,000 containers \(.*June 2024\).* up to 10,000 \(.*December 2024\)$/u,
    );
    expect(chart.note).toMatch(
      /Hatched: the floor lies above the ceiling, claims conflict \(.*2024\)\./u,
    );
  });

  test("has no row whose words turn the ends round", () => {
    const inverted = chart.rows.filter(
      ({ low, high, words }) =>
        typeof low === "number" &&
        typeof high === "number" &&
        low > high &&
        !String(words).startsWith("claims conflict"),
    );
    expect(inverted).toEqual([]);
    expect(chart.rows.some(({ kind }) => kind === "conflict")).toBe(true);
  });

  test("hatches the gap instead of shading it", () => {
    const svg = parseSvg(chart.render({ document, width: 660, id: "x" }));
    const hatched = [...svg.querySelectorAll("path")].filter((path) =>
      /^(M[\d.]+,[\d.]+L[\d.]+,[\d.]+){2,}$/u.test(path.getAttribute("d") ?? ""),
    );
    expect(hatched).toHaveLength(1);
  });
});
