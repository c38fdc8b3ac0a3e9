import { describe, expect, test } from "vitest";
import { latestOf, publishedOn } from "../../src/notebook/publication-day.ts";
import { source } from "../fixtures/ledger.ts";

describe("publishedOn(source)", () => {
  test.each([
    ["day", "2024-10-03", "3 October 2024"],
    ["month", "2024-03-01", "March 2024"],
    ["year", "2024-01-01", "2024"],
    ["unknown", null, "not stated"],
  ] as const)("with precision %s says %s as %s", (published_precision, published_on, expected) => {
    expect(publishedOn({ published_on, published_precision })).toBe(expected);
  });
});

test("latestOf(sources) passes over documents without a day; null where there is none", () => {
  const dated = (id: string, published_on: string | null) => source(id, { published_on });
  expect(
    latestOf([dated("s_a", "2023-01-01"), dated("s_b", null), dated("s_c", "2022-01-01")])?.id,
  ).toBe("s_a");
  expect(latestOf([dated("s_b", null)])).toBeNull();
});
