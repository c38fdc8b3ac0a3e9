import { describe, expect, test } from "vitest";
import { createHash } from "node:crypto";
import { numberIn } from "../../../src/ledger/rules/digits.ts";
import type { Claim } from "../../../src/ledger/tables.ts";
import { findFaults, tableFolder, writeArticles } from "../../fixtures/folder.ts";
import { assumption, claim, formulaOf, source } from "../../fixtures/ledger.ts";

describe("numberIn(quote, language)", () => {
  test.each([
    ["102.000 Tonnen", "de", 102000],
    ["102,000 tons", "en", 102000],
    ["über 1.600.000 Granaten", "de", 1600000],
    ["6 700 Kisten", "de", 6700],
    ["6'700 Kisten", "de-CH", 6700],
    ["1.234,5 Tonnen", "de", 1234.5],
    ["1,234.5 tons", "en-GB", 1234.5],
    ["2,5 Prozent", "de", 2.5],
    ["2.5 percent", "en", 2.5],
    ["etwa 70 Prozent", "de", 70],
    ["mehr als 11.000-mal", "de", 11000],
  ])("%s (%s) is one number", (quote, language, number) => {
    expect(numberIn(quote, language)).toBe(number);
  });

  test.each([
    ["etwa drei Millionen 152-mm-Granaten", "de"],
    ["mindestens 2 Millionen", "de"],
    ["2 Mio. Granaten", "de"],
    ["2m rounds", "en"],
    ["3 million", "en"],
    ["3 dozen", "en"],
    ["zwei 155-mm-Haubitzen", "de"],
    ["152-mm-Granaten", "de"],
    ["122 mm Raketen", "de"],
    ["KN-23-Raketen", "de"],
    ["mindestens 3:1", "de"],
    ["5.000 bis 6.000", "de"],
    ["1/3 der Granaten", "de"],
    ["6,700 Kisten", "de"],
    ["6.700 boxes", "en"],
    ["6.700 ящиков", "ru"],
    ["ein Dutzend", "de"],
  ])("look-alike: %s (%s) is not plainly one", (quote, language) => {
    expect(numberIn(quote, language)).toBeNull();
  });
});

const hashOf = (text: string): string =>
  `sha256:${createHash("sha256").update(text).digest("hex")}`;

function faultsOf(row: Partial<Claim>, quote = "102.000 Tonnen") {
  const characters = Array.from(quote).length;
  const folder = tableFolder({
    sources: [source("s_one", { sha256: hashOf(quote), characters, language: "de" })],
    claims: [
      claim({
        id: "c_one",
        quote,
        start: 0,
        end: characters,
        as_of_latest: "2001-01-01",
        ...row,
      }),
    ],
    assumptions: [assumption({ id: "p_load", best: 201000 })],
    dismissals: [],
  });
  return findFaults(folder.path, writeArticles(folder, { "a.txt": quote }));
}

describe("checkDigits", () => {
  test("finds a number that is not the one in the quote", () => {
    expect(faultsOf({ best: 201000 })).toEqual([
      'data/claims.csv:2:9 best: found "201000" beside the quote "102.000 Tonnen"\n  expected 102000, the number that the quote prints\n  to mend: type 102000, or give the formula in derived_from if the number is computed',
    ]);
    expect(faultsOf({ low: 201000, bound: "at_least" })).toHaveLength(1);
  });

  test("passes the number at any end, ranges, and what is computed", () => {
    expect(faultsOf({ best: 102000 })).toEqual([]);
    expect(faultsOf({ high: 102000, bound: "less_than" })).toEqual([]);
    expect(faultsOf({ low: 90000, best: 102000, high: 110000 })).toEqual([]);
    expect(faultsOf({ low: 90000, high: 110000, bound: "range" })).toEqual([]);
    expect(faultsOf({ best: 201000, derived_from: formulaOf("p_load * 1") })).toEqual([]);
  });

  test("leaves to the other rule what a spreadsheet made of the digits", () => {
    expect(faultsOf({ best: 102 })).toHaveLength(1);
  });
});
