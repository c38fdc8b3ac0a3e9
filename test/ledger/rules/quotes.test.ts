import { describe, expect, test } from "vitest";
import { isSentence, mendOffsets } from "../../../src/ledger/rules/quotes.ts";
import { claim, source } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const hashed = [source("s_one", { sha256: `sha256:${"0".repeat(64)}`, characters: 40 })];
const faultsOf = (row: Partial<typeof one>, sources = smallLedger.sources) =>
  tableFolder({ claims: [{ ...one, ...row }], dismissals: [], sources }).faults();

describe("isSentence(phrase)", () => {
  test.each([
    "99 Kisten. Das war viel",
    "99 Kisten.",
    "99 Kisten!",
    "wirklich 99?",
    "„99 Kisten.“",
    "99 Kisten. „Das",
  ])("%s runs over the end of a sentence", (phrase) => {
    expect(isSentence(phrase)).toBe(true);
  });

  test.each([
    "99 Kisten",
    "über 9 Mio. Kisten",
    "ca. 99 Kisten",
    "9,9 Mrd. Euro",
    "70. Jahrestag",
    "am 26. Februar",
    "99 U.S. Dollar",
    "rund 99 Mio.",
    "3:1",
    "9.900 Kisten",
  ])("look-alike: %s", (phrase) => {
    expect(isSentence(phrase)).toBe(false);
  });
});

describe("checkQuoteLength", () => {
  test("finds a quote of more than 60 characters", () => {
    expect(faultsOf({ quote: "7".repeat(61), start: 0, end: 61 })).toEqual([
      `data/claims.csv:2:5 quote: found "${"7".repeat(60)}…", 61 characters\n  expected at most 60: articles are other people's copyright\n  to mend: keep the bare figure phrase, and set start and end to it`,
    ]);
  });

  test("finds a sentence", () => {
    expect(faultsOf({ quote: "77 Dinge.", end: 19 })).toEqual([
      'data/claims.csv:2:5 quote: found "77 Dinge."\n  expected a phrase that does not end a sentence\n  to mend: keep the bare figure phrase, and set start and end to it',
    ]);
  });

  test("passes 60 characters outside the basic plane", () => {
    expect(faultsOf({ quote: "𝟟".repeat(60), start: 0, end: 60 })).toEqual([]);
  });
});

describe("checkOffsets", () => {
  test("finds offsets that are not as far apart as the quote is long", () => {
    expect(faultsOf({ end: 19 })).toEqual([
      'data/claims.csv:2:7 end: found "19", 9 behind start\n  expected 18, as the quote has 8 characters\n  to mend: npm run figures -- FILE --lang de, and copy its offsets',
    ]);
  });

  test("finds a date that a spreadsheet made of a quote", () => {
    expect(faultsOf({ quote: "09/13/2023", start: 217, end: 235 })).toEqual([
      'data/claims.csv:2:5 quote: found "09/13/2023", 10 characters\n  expected the 18 characters between start and end; a spreadsheet may have rewritten them\n  to mend: restore the quote from git, then open the table with all columns as text',
    ]);
  });

  test("finds one offset without the other", () => {
    expect(faultsOf({ end: null })).toEqual([
      "data/claims.csv:2:7 end: found an empty cell\n  expected start and end, or neither\n  to mend: type 18",
    ]);
    expect(faultsOf({ start: null })).toEqual([
      "data/claims.csv:2:6 start: found an empty cell\n  expected start and end, or neither\n  to mend: type 10",
    ]);
  });

  test("finds a quote behind the end of its document", () => {
    expect(faultsOf({ start: 33, end: 41 }, hashed)).toEqual([
      'data/claims.csv:2:7 end: found "41"\n  expected at most 40, the length of s_one\n  to mend: npm run figures -- FILE --lang en, and copy its offsets',
    ]);
    expect(faultsOf({ start: 32, end: 40 }, hashed)).toEqual([]);
  });

  test("demands offsets where the text is known by its hash", () => {
    expect(faultsOf({ start: null, end: null }, hashed)).toEqual([
      "data/claims.csv:2:6 start: found an empty cell\n  expected an offset: the text of s_one is known by its hash\n  to mend: npm run figures -- FILE --lang en, and copy its offsets",
    ]);
    expect(faultsOf({ start: null, end: null })).toEqual([]);
  });

  // LibreOffice 7.4, opening and saving the table, makes 03:01:00 AM, 12.32, 01/02/2026 and 7 of them.
  test.each(["3:1", "12.320", "1/2", "007"])(
    "demands a word beside %s without offsets",
    (quote) => {
      expect(faultsOf({ quote, start: null, end: null })).toEqual([
        `data/claims.csv:2:5 quote: found "${quote}"\n  expected a word beside the digits: without offsets nobody would see that a spreadsheet rewrote them\n  to mend: take a word that stands beside the figure into the quote`,
      ]);
    },
  );

  test.each([{ quote: "was 3:1" }, { quote: "12320" }, { quote: "3:1", start: 10, end: 13 }])(
    "passes $quote",
    (row) => {
      expect(faultsOf({ start: null, end: null, ...row })).toEqual([]);
    },
  );
});

describe("mendOffsets(table, language)", () => {
  test("names the language of the document", () => {
    expect(mendOffsets("claims", "de-CH")).toBe(
      "npm run figures -- FILE --lang de, and copy its offsets",
    );
    expect(mendOffsets("dismissals", "en")).toBe(
      "npm run figures -- FILE --lang en, and copy its offsets",
    );
  });

  test("names no command where it lists no such thing: words, and other languages", () => {
    const count = "correct start and end: the characters before the quote, and those up to its end";
    expect(mendOffsets("statements", "de")).toBe(count);
    expect(mendOffsets("claims", "ru")).toBe(count);
  });
});
