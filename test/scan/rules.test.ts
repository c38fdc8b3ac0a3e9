import { describe, expect, test } from "vitest";
import type { Language } from "../../src/scan/figure.ts";
import { findFigures } from "../../src/scan/find.ts";

/** Each figure of a text as "text|kind|claim|low..high|bound". */
const read = (language: Language, text: string): string[] =>
  findFigures(text, language).map(
    ({ text: cut, kind, claim, low, high, bound }) =>
      `${cut}|${kind}|${claim ? "claim" : "-"}|${low ?? ""}..${high ?? ""}|${bound}`,
  );

/** A rule's name, its language, a text that it takes, a look-alike, and what both are. */
type Case = readonly [string, Language, string, string, string, string];

const CASES: readonly Case[] = [
  [
    "date",
    "de",
    "am 3. Oktober 2024",
    "3. Oktober 2024|date|-|..|point",
    "am 3. Jahrestag",
    "3. Jahrestag|ordinal|-|3..3|point",
  ],
  [
    "date",
    "en",
    "on May 5, 2023",
    "May 5, 2023|date|-|..|point",
    "it may hold 5 people",
    "5 people|count|claim|5..5|point",
  ],
  [
    "time",
    "de",
    "um 10:30 Uhr",
    "10:30 Uhr|time|-|..|point",
    "im Verhältnis 10:1",
    "10:1|ratio|claim|10..10|point",
  ],
  ["time", "en", "at 8 am", "8 am|time|-|..|point", "I am 8", "8|count|claim|8..8|point"],
  [
    "calibre",
    "de",
    "152-mm-Granaten",
    "152-mm-Granaten|calibre|-|152..152|point",
    "152 mm Regen",
    "152 mm Regen|amount|claim|152..152|point",
  ],
  [
    "calibre",
    "en",
    "155mm shells",
    "155mm shells|calibre|-|155..155|point",
    "155mm of rain",
    "155mm|amount|claim|155..155|point",
  ],
  [
    "age",
    "de",
    "der 45-jährige Mann",
    "45-jährige Mann|age|claim|45..45|point",
    "der 45-jährige Frieden",
    "45-jährige Frieden|duration|claim|45..45|point",
  ],
  [
    "age",
    "en",
    "a 45-year-old",
    "45-year-old|age|claim|45..45|point",
    "a 45-year lease",
    "45-year|duration|claim|45..45|point",
  ],
  [
    "magnitude",
    "en",
    "a magnitude of 6.4",
    "magnitude of 6.4|amount|claim|6.4..6.4|point",
    "a depth of 6.4",
    "6.4|count|claim|6.4..6.4|point",
  ],
  [
    "out of",
    "en",
    "one in five homes",
    "one in five|fraction|claim|0.2..0.2|point",
    "one in Kyiv",
    "one|count|-|1..1|point",
  ],
  [
    "year",
    "de",
    "die 1990er Jahre",
    "1990er Jahre|year|-|1990..1999|range",
    "1990 Soldaten",
    "1990 Soldaten|count|claim|1990..1990|point",
  ],
  [
    "ratio",
    "de",
    "zehn zu eins",
    "zehn zu eins|ratio|claim|10..10|point",
    "Mainz siegte 3:1",
    "3:1|ratio|-|3..3|point",
  ],
  [
    "ratio",
    "en",
    "by 10-to-1",
    "10-to-1|ratio|claim|10..10|point",
    "in 1 to 10 days",
    "1 to 10 days|range|claim|1..10|range",
  ],
  [
    "range",
    "de",
    "4,2 bis 5,8 Millionen",
    "4,2 bis 5,8 Millionen|range|claim|4200000..5800000|range",
    "500 bis 2 Millionen",
    "500 bis 2 Millionen|range|claim|500..2000000|range",
  ],
  [
    "half a unit",
    "en",
    "half an hour",
    "half an hour|duration|claim|0.5..0.5|point",
    "half a million",
    "half a million|count|claim|500000..500000|point",
  ],
  [
    "every",
    "de",
    "jeder fünfte",
    "jeder fünfte|fraction|claim|0.2..0.2|point",
    "der fünfte Tag",
    "fünfte Tag|ordinal|-|5..5|point",
  ],
  [
    "multiple",
    "en",
    "twice as many",
    "twice as many|multiple|claim|2..2|point",
    "twice a week",
    "twice a week|rate|claim|2..2|point",
  ],
  [
    "multiple",
    "de",
    "verdoppelt",
    "verdoppelt|multiple|claim|2..2|point",
    "doppelter Boden",
    "doppelter|multiple|-|2..2|point",
  ],
  [
    "fraction",
    "en",
    "a third of voters",
    "a third|fraction|claim|0.3333333333333333..0.3333333333333333|point",
    "a third attempt",
    "third attempt|ordinal|-|3..3|point",
  ],
  [
    "reference",
    "de",
    "beide Länder",
    "beide Länder|count|-|2..2|point",
    "zwei Länder",
    "zwei Länder|count|claim|2..2|point",
  ],
  [
    "name",
    "de",
    "eine Kh-59",
    "Kh-59|name|-|..|point",
    "etwa 59 Raketen",
    "etwa 59 Raketen|count|claim|59..59|about",
  ],
  [
    "name",
    "en",
    "Resolution 1874",
    "Resolution 1874|name|-|..|point",
    "1874 troops",
    "1874 troops|count|claim|1874..1874|point",
  ],
  [
    "ordinal",
    "de",
    "am 70. Jahrestag",
    "70. Jahrestag|ordinal|-|70..70|point",
    "es waren 70. Präsident Duda",
    "70|count|claim|70..70|point",
  ],
  [
    "vague",
    "en",
    "hundreds of thousands",
    "hundreds of thousands|vague|claim|200000..|at_least",
    "two hundred thousand",
    "two hundred thousand|count|claim|200000..200000|point",
  ],
  [
    "hedged one",
    "en",
    "about a week",
    "about a week|duration|claim|1..1|about",
    "about two weeks",
    "about two weeks|duration|claim|2..2|about",
  ],
  [
    "quantity",
    "de",
    "6.700 Container",
    "6.700 Container|count|claim|6700..6700|point",
    "6,7 Container",
    "6,7 Container|count|claim|6.7..6.7|point",
  ],
  [
    "quantity",
    "en",
    "6,700 containers",
    "6,700 containers|count|claim|6700..6700|point",
    "6.700 containers",
    "6.700 containers|count|claim|6.7..6.7|point",
  ],
  [
    "bare year",
    "en",
    "in 2022 troops left",
    "2022|year|-|2022..2022|point",
    "with 2022 troops",
    "2022 troops|count|claim|2022..2022|point",
  ],
];

describe("findFigures(text, language) rule by rule, each with a look-alike", () => {
  test.each(CASES)("%s (%s): %j", (_rule, language, text, expected, lookalike, other) => {
    expect(read(language, text)).toEqual([expected]);
    expect(read(language, lookalike)).toEqual([other]);
  });
});

describe("findFigures(text, language) on what has no figure", () => {
  test.each([
    ["de", "Ein Mann lief über eine Brücke und sah das Meer."],
    ["en", "A man walked over a bridge and saw the sea."],
    ["de", "Das ist einfach nicht wahr."],
    ["en", "No one saw it, and they told one another so."],
    ["de", ""],
  ] as const)("%s: %j", (language, text) => {
    expect(read(language, text)).toEqual([]);
  });
});

describe("findFigures(text, language) fields", () => {
  test("hedge, noun and unit are given as printed and normalised", () => {
    expect(findFigures("😀 schätzungsweise 30.000 Granaten pro Tag", "de")).toEqual([
      {
        start: 2,
        end: 41,
        text: "schätzungsweise 30.000 Granaten pro Tag",
        kind: "rate",
        claim: true,
        low: 30000,
        high: 30000,
        bound: "about",
        hedge: "schätzungsweise",
        noun: "Granaten",
        unit: "per day",
      },
    ]);
  });

  test.each([
    ["de", "5 Euro", "EUR"],
    ["en", "$5bn a year", "USD per year"],
    ["de", "5.380 Tonnen Mais", "tonnes"],
    ["en", "5 percent", "percent"],
    ["de", "zwei Jahre", "years"],
    ["de", "130 km/h", "kilometres per hour"],
    ["en", "12 ships", null],
  ] as const)("%s %j has the unit %j", (language, text, unit) => {
    expect(findFigures(text, language).map((figure) => figure.unit)).toEqual([unit]);
  });

  test.each(["6 700", "6\u00a0700", "6\u202f700", "6\u2009700", "6'700", "6’700", "6.700"])(
    "%j is one number in German",
    (numeral) => {
      expect(findFigures(`${numeral} Container`, "de").map(({ low }) => low)).toEqual([6700]);
    },
  );

  test("a line that is wrapped goes on, a paragraph does not", () => {
    expect(read("de", "6.700\nContainer")).toEqual([
      "6.700\nContainer|count|claim|6700..6700|point",
    ]);
    expect(read("de", "6.700\n\nContainer")).toEqual(["6.700|count|claim|6700..6700|point"]);
  });
});
