import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendixTo } from "../../src/entry/append.ts";
import { parseCsv } from "../../src/ledger/csv.ts";

describe("appendixTo(text, records)", () => {
  test.each([
    ["commas", "id,name\na_x,X\n", "a_one,One\n"],
    ["semicolons and CRLF", "id;name\r\na_x;X\r\n", "a_one;One\r\n"],
    ["a byte-order mark", "\ufeffid;name\n", "a_one;One\n"],
    ["another order of columns", "name,id\n", "One,a_one\n"],
    ["quotes around all cells", '"id","name"\n"a_x","X"\n', '"a_one","One"\n'],
    ["no line end behind the last row", "id,name\na_x,X", "\na_one,One"],
    ["that with CRLF", "id,name\r\na_x,X", "\r\na_one,One"],
    ["only a header without a line end", "id,name", "\na_one,One"],
  ])("writes as the table is written: %s", (_name, text, row) => {
    expect(appendixTo(text, [{ id: "a_one", name: "One" }]).text).toBe(row);
  });

  test("says on which line each record starts, line ends in cells counted", () => {
    const records = [{ name: "A\nB" }, { name: 'C "D"' }];
    expect(appendixTo('id,name\na_x,"X\nY"\n', records)).toEqual({
      text: ',"A\nB"\n,"C ""D"""\n',
      lines: [4, 6],
    });
    expect(appendixTo("id,name", records).lines).toEqual([2, 4]);
  });

  test("nothing is added for no records", () => {
    expect(appendixTo("id,name", [])).toEqual({ text: "", lines: [] });
  });

  const cell = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .map((value) => value.replaceAll(/(?!\n)\p{Cc}/gu, ""));
  const records = fc.array(fc.record({ id: fc.constant("a_one"), name: cell, note: cell }), {
    minLength: 1,
    maxLength: 5,
  });
  const table = fc
    .record({
      mark: fc.constantFrom("", "\ufeff"),
      delimiter: fc.constantFrom(",", ";"),
      lineEnd: fc.constantFrom("\n", "\r\n"),
      names: fc.constantFrom(["id", "name", "note"], ["note", "id", "name"]),
      quote: fc.constantFrom("", '"'),
      last: fc.constantFrom("", "end"),
    })
    .map(({ mark, delimiter, lineEnd, names, quote, last }) => {
      const row = (cells: readonly string[]) =>
        cells.map((one) => `${quote}${one}${quote}`).join(delimiter);
      const body = [row(names), row(["x", "y", "z"])].join(lineEnd);
      return { text: `${mark}${body}${last === "" ? "" : lineEnd}`, names };
    });

  test("property: what is added is read back, on the lines that are named, and the old row stays", () => {
    fc.assert(
      fc.property(table, records, ({ text, names }, added) => {
        const { text: appendix, lines } = appendixTo(text, added);
        const { rows, faults } = parseCsv(Buffer.from(text + appendix), "t.csv", names);
        expect(faults).toEqual([]);
        expect(rows[0]?.cells).toEqual(["x", "y", "z"]);
        expect(rows.slice(1)).toEqual(
          added.map((record, at) => ({
            line: lines[at],
            cells: names.map((name) => record[name]),
          })),
        );
      }),
    );
  });
});
