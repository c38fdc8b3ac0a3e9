import { expect, test } from "vitest";
import { findingOf } from "../../src/charts/finding.ts";

const ends = { low: 2e6, low_inclusive: true, high: 6e6, high_inclusive: false };
const found = (range: typeof ends | null) =>
  findingOf({ unit: "rounds", asOf: "2024-10-03", range });

test("findingOf(found) states the range, its unit and its day", () => {
  expect(found(ends)).toBe(
    "2 to 6 million rounds by 3 October 2024, if every report that counts is right.",
  );
});

test("findingOf(found) says that claims conflict, and that nothing is stated", () => {
  expect(found({ ...ends, low: 7e6 })).toBe(
    "Claims conflict: at least 7 million against less than 6 million, gap 1 million (rounds, by 3 October 2024).",
  );
  expect(found(null)).toBe(
    "Not stated: no report that counts says anything of rounds by 3 October 2024.",
  );
});
