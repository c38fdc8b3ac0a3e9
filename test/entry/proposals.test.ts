import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, checkCell } from "../../src/entry/columns.ts";
import { figuresOf } from "../../src/entry/figures.ts";
import { proposalsOf } from "../../src/entry/proposals.ts";
import { isSentence } from "../../src/ledger/rules/quotes.ts";
import { denseText, languageTag } from "./texts.ts";

const cellsOf = (text: string, language = "de") =>
  proposalsOf(text, language).map(({ cells }) => cells);

describe("proposalsOf(text, language)", () => {
  // The shapes are those of docs/data-dictionary.md: a number is best, a floor low, a ceiling high.
  test.each([
    ["6.700 Container", { low: "", best: "6700", high: "", bound: "point", hedge: "" }],
    ["etwa 6.700 Container", { best: "6700", bound: "about", hedge: "etwa" }],
    ["mindestens 60 Züge", { low: "60", best: "", high: "", bound: "at_least" }],
    ["gut 60 Züge", { low: "60", best: "", high: "", bound: "more_than", hedge: "gut" }],
    ["Dutzende Container", { low: "24", best: "", high: "", bound: "at_least" }],
    ["bis zu 5 Millionen", { low: "", best: "", high: "5000000", bound: "at_most" }],
    ["zwischen 1 und 3 Zügen", { low: "1", best: "", high: "3", bound: "range" }],
    ["zweistelliger Millionenbetrag", { low: "10000000", high: "100000000", bound: "range" }],
    ["6,125 Tonnen", { best: "6.1250", bound: "point" }],
    ["KN-23", { low: "", best: "", high: "", bound: "point" }],
  ])("%s has the shape that its bound asks for", (text, cells) => {
    expect(cellsOf(text)[0]).toMatchObject(cells);
  });

  test("offsets count code points, and the context is the text beside the quote", () => {
    expect(proposalsOf("😀 Es waren\n6.700 Container, hieß es", "de")).toMatchObject([
      {
        key: 11,
        before: "😀 Es waren\n",
        after: ", hieß es",
        cells: { quote: "6.700 Container", start: "11", end: "26" },
      },
    ]);
  });

  test.each([
    ["-5 Grad", "5 Grad", "1"],
    ["+49 30 1234567", "49 30 1234567", "1"],
    ["6.700\nContainer", "6.700", "0"],
  ])("the quote of %j is %j", (text, quote, start) => {
    expect(cellsOf(text)[0]).toMatchObject({ quote, start });
  });

  test("a phrase too long to be quoted is cut between words, and its other number has a quote too", () => {
    const text =
      "zwischen 1.234.567,89 Millionen und\u00a0vermutlich 9.876.543,21 Millionen Artilleriegeschossen";
    const quotes = cellsOf(text).map(({ quote = "" }) => quote);
    expect(quotes.every((quote) => Array.from(quote).length <= 60)).toBe(true);
    expect(quotes.join(" ")).toContain("1.234.567,89");
    expect(quotes.join(" ")).toContain("9.876.543,21");
  });

  test.each([
    ["am 3. Oktober 2024", "de", { kind: "date", reason: "a date" }],
    ["im Jahr 2014", "de", { kind: "date", reason: "a year" }],
    ["Kh-59", "de", { kind: "name", reason: "part of a name" }],
    ["152-mm", "de", { kind: "calibre" }],
    ["70. Jahrestag", "de", { kind: "ordinal" }],
    ["both sides", "en", { kind: "idiom" }],
    ["6.700 Container", "de", { kind: "other_subject", reason: "" }],
  ])("%s would be dismissed as %o", (text, language, dismissal) => {
    expect(proposalsOf(text, language)[0]?.dismissal).toMatchObject(dismissal);
  });

  test("other languages: runs of digits, without a value", () => {
    expect(cellsOf("6.700 conteneurs, deux trains", "fr")).toMatchObject([
      { quote: "6.700", low: "", best: "", high: "" },
    ]);
  });

  test("a figure that a person marks is one of the proposals, with the value that it has alone", () => {
    const text = "Man nannte Hunderte Züge und allerlei mehr";
    const marked = proposalsOf(text, "de", [{ start: 29, end: 42 }]);
    expect(marked.map(({ cells }) => [cells["quote"], cells["low"]])).toEqual([
      ["Hunderte Züge", "200"],
      ["allerlei mehr", ""],
    ]);
    expect(proposalsOf(text, "de", [{ start: 11, end: 15 }])).toEqual(proposalsOf(text, "de"));
  });

  test("property: quotes are what the text reads, short, no sentence, and cells that the tables take", () => {
    fc.assert(
      fc.property(denseText, languageTag, (text, language) => {
        const characters = Array.from(text);
        const keys = new Set<number>();
        for (const { key, cells, dismissal } of proposalsOf(text, language)) {
          const { quote = "", start, end } = cells;
          expect(characters.slice(Number(start), Number(end)).join("")).toBe(quote);
          expect(Array.from(quote).length).toBeLessThanOrEqual(60);
          expect(isSentence(quote)).toBe(false);
          expect(quote).not.toMatch(/\p{Cc}/u);
          for (const column of ["quote", "start", "end", "bound", "hedge"])
            expect([quote, column, checkCell("claims", column, cells[column] ?? "")]).toEqual([
              quote,
              column,
              null,
            ]);
          expect(checkCell("dismissals", "kind", dismissal["kind"] ?? "")).toBeNull();
          keys.add(key);
        }
        expect(keys.size).toBe(proposalsOf(text, language).length);
      }),
    );
  });

  test("property: no figure and no digit of a text is without a quote", () => {
    fc.assert(
      fc.property(denseText, languageTag, (text, language) => {
        const cover = new Uint8Array(text.length);
        for (const { cells } of proposalsOf(text, language))
          cover.fill(1, Number(cells["start"]), Number(cells["end"]));
        for (const { start, end } of figuresOf(text, language))
          expect(cover.subarray(start, end).includes(1)).toBe(true);
        Array.from(text).forEach((character, at) => {
          if (/\p{Nd}/u.test(character)) expect(cover[at]).toBe(1);
        });
      }),
    );
  });
});

describe("columnsOf(table)", () => {
  test("has the columns of the table in its order, with their choices", () => {
    const columns = columnsOf("dismissals");
    expect(columns.map(({ name }) => name)).toEqual([
      "source",
      "quote",
      "start",
      "end",
      "kind",
      "reason",
    ]);
    expect(columns[4]?.choices).toContain("page_furniture");
  });

  test("checkCell(table, column, cell) says what is expected", () => {
    expect(checkCell("claims", "as_of_latest", "26.02.2024")).toEqual({
      expected: "a calendar day written YYYY-MM-DD",
      mend: "type 2024-02-26; format the column as text first",
    });
    expect(checkCell("claims", "as_of_latest", "2024-02-26")).toBeNull();
  });
});
