import { describe, expect, test } from "vitest";
import { parseCsv } from "../../src/ledger/csv.ts";
import { formatFault } from "../../src/ledger/faults.ts";
import { isFull } from "../which.ts";

/** More than a function can take as parameters. */
const MANY = 150_000;

const read = (content: string | Uint8Array) => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content);
  const table = parseCsv(bytes, "t.csv", ["id", "note", "source"]);
  return { ...table, faults: table.faults.map(formatFault) };
};
const faultsOf = (content: string | Uint8Array) => read(content).faults;
const rowsOf = (content: string | Uint8Array) => {
  const { rows, faults } = read(content);
  expect(faults).toEqual([]);
  return rows;
};

const EXPORT = 'to mend: save the table again as "CSV UTF-8"';
const TABLE = "expected a comma-separated table in UTF-8 with one header row";

describe("parseCsv(bytes, file, wanted) reads", () => {
  const row = { line: 2, cells: ["a", "ä", "s"] };

  test.each([
    ["commas and LF", "id,note,source\na,ä,s\n"],
    ["semicolons", "id;note;source\na;ä;s\n"],
    ["CRLF", "id,note,source\r\na,ä,s\r\n"],
    ["a byte-order mark", "\ufeffid,note,source\na,ä,s\n"],
    ["all of German Excel", "\ufeffid;note;source\r\na;ä;s\r\n"],
    ["no last line end", "id,note,source\na,ä,s"],
    ["quotes", '"id","note",source\n"a",ä,"s"\n'],
  ])("%s", (_name, content) => {
    expect(rowsOf(content)).toEqual([row]);
  });

  test("a table with no rows", () => {
    expect(rowsOf("id,note,source\n")).toEqual([]);
  });

  test("the line on which a row starts, whatever its cells hold", () => {
    expect(rowsOf('id,note,source\na,"one\n\ntwo, ""three""",s\nb,,s\n')).toEqual([
      { line: 2, cells: ["a", 'one\n\ntwo, "three"', "s"] },
      { line: 5, cells: ["b", "", "s"] },
    ]);
  });

  test("a tab inside a cell as text, and a header of one column", () => {
    expect(rowsOf("id,note,source\na,b\tc,s\n")).toEqual([{ line: 2, cells: ["a", "b\tc", "s"] }]);
    const { faults } = parseCsv(Buffer.from("id\na;b\n"), "t.csv", ["id"]);
    expect(faults).toEqual([]);
  });

  test("a comma inside a cell of a semicolon table as text", () => {
    expect(rowsOf("id;note;source\na;1,5;s\n")).toEqual([{ line: 2, cells: ["a", "1,5", "s"] }]);
  });
});

describe("parseCsv(bytes, file, wanted) refuses", () => {
  test.each([
    ["no bytes", ""],
    ["a byte-order mark alone", "\ufeff"],
    ["blank lines", "\r\n\n"],
  ])("an empty file: %s", (_name, content) => {
    expect(faultsOf(content)).toEqual([
      `t.csv: found an empty file\n  ${TABLE}\n  to mend: restore the file from git, or write the header row`,
    ]);
  });

  test("bytes that are not UTF-8, with their line", () => {
    expect(faultsOf(Buffer.from("id,note,source\na,b,s\nä,b,s\n", "latin1"))).toEqual([
      `t.csv:3: found bytes that are not UTF-8\n  ${TABLE}\n  ${EXPORT}`,
    ]);
  });

  test("UTF-16", () => {
    expect(faultsOf(Buffer.from("\ufeffid,note,source\n", "utf16le"))).toEqual([
      `t.csv: found UTF-16 text\n  ${TABLE}\n  ${EXPORT}`,
    ]);
  });

  test("NUL bytes", () => {
    expect(faultsOf("id,note,source\na,\0,s\n")).toEqual([
      `t.csv:2: found a NUL byte\n  ${TABLE}\n  ${EXPORT}`,
    ]);
  });

  test("line ends of old Macs", () => {
    expect(faultsOf("id,note,source\ra,b,s\r")).toEqual([
      `t.csv: found line ends of old Macs (CR alone)\n  ${TABLE}\n  ${EXPORT}`,
    ]);
  });

  test("a column that is missing", () => {
    expect(faultsOf("id,note\na,b\n")).toEqual([
      't.csv:1: found no column "source"\n  expected every column of the data dictionary, also those that stay empty\n  to mend: add source to the header, with an empty cell in each row where nothing is stated',
    ]);
  });

  test("a misspelt column once, not also as missing", () => {
    expect(faultsOf("id,note,sorce\n")).toEqual([
      't.csv:1:3: found unknown column "sorce"\n  expected a column of the data dictionary; nearest "source"\n  to mend: rename it to source',
    ]);
  });

  test("a column too many", () => {
    expect(faultsOf("id,note,source,remarks\n")).toEqual([
      't.csv:1:4: found unknown column "remarks"\n  expected a column of the data dictionary\n  to mend: delete the column',
    ]);
  });

  test("a duplicated header", () => {
    expect(faultsOf("id,note,source,note\na,b,s,c\n")).toEqual([
      't.csv:1:4: found column "note" again; column 2 has this name\n  expected each column once\n  to mend: delete one of the two, after comparing their cells',
    ]);
  });

  test("tabs between cells, once", () => {
    expect(faultsOf("id\tnote\tsource\na\tb\ts\nc\td,e\ts\n")).toEqual([
      `t.csv:1: found tabs between cells\n  ${TABLE}\n  to mend: save it as CSV with commas`,
    ]);
  });

  test.each([
    ["commas", "semicolons", "id;note;source\na,b,s\nc,d,s\n"],
    ["semicolons", "commas", "id,note,source\na;b;s\nc;d;s\n"],
    ["commas", "semicolons", 'id;note;source\na,"b, c",s\n'],
  ])("%s between cells under %s, once", (cells, header, content) => {
    expect(faultsOf(content)).toEqual([
      `t.csv:2: found ${cells} between cells, but ${header} in the header\n  expected one delimiter in the whole table\n  to mend: put ${cells} into the header too`,
    ]);
  });

  test("the other delimiter in one later row", () => {
    expect(faultsOf("id;note;source\na;b;s\nc,d,s\n")).toEqual([
      "t.csv:3: found commas between cells, but semicolons in the header\n  expected one delimiter in the whole table\n  to mend: put semicolons between the cells of this row",
    ]);
  });

  test("a second column without a name", () => {
    expect(faultsOf("id,,note,,source\na,,b,,s\n")).toEqual([
      "t.csv:1:2: found a column without a name\n  expected a column of the data dictionary\n  to mend: delete the column",
      "t.csv:1:4: found another column without a name\n  expected a column of the data dictionary\n  to mend: delete the column",
    ]);
  });

  test("every ragged row, and reads the others", () => {
    const { rows, faults } = read("id,note,source\na,b\nb,b,s\nc,1,500,s\n");
    expect(rows).toEqual([{ line: 3, cells: ["b", "b", "s"] }]);
    expect(faults).toEqual([
      "t.csv:2: found 2 cells\n  expected 3, as in the header\n  to mend: add the missing delimiters; an empty cell means not stated",
      't.csv:4: found 4 cells\n  expected 3, as in the header\n  to mend: put a cell that contains the delimiter between " and "',
    ]);
  });

  test("an empty row", () => {
    expect(faultsOf("id,note,source\na,b,s\n,,\n\n")).toEqual([
      "t.csv:3: found an empty row\n  expected a value in at least one cell\n  to mend: delete the row",
      "t.csv:4: found an empty row\n  expected a value in at least one cell\n  to mend: delete the row",
    ]);
  });

  test("a quote that is never closed, and keeps the rows before it", () => {
    const { rows, faults, complete } = read('id,note,source\na,b,s\nb,"b,s\nc,d,s\n');
    expect(rows).toEqual([{ line: 2, cells: ["a", "b", "s"] }]);
    expect(complete).toBe(false);
    expect(faults).toEqual([
      't.csv:3:2: found a " that is never closed; no row from here on was read\n  expected a cell that contains " between " and ", each " inside it doubled\n  to mend: close the quote, or write "" for each " inside the cell',
    ]);
  });

  test.each(['b,"b"x,s', 'b,x"b,s'])("a stray quote: %s", (row) => {
    expect(faultsOf(`id,note,source\na,b,s\n${row}\nc,d,s\n`)).toEqual([
      't.csv:3:2: found a stray " inside a cell; no row from here on was read\n  expected a cell that contains " between " and ", each " inside it doubled\n  to mend: close the quote, or write "" for each " inside the cell',
    ]);
  });

  test("a control character, shown escaped", () => {
    expect(faultsOf("id,note,source\na,\u001b[31mred,s\n")).toEqual([
      't.csv:2:2: found "\\u{1b}[31mred"\n  expected text without control characters\n  to mend: type the cell again',
    ]);
  });

  test("a huge cell, without printing it", () => {
    expect(faultsOf(`id,note,source\na,${"x".repeat(10_001)},s\n`)).toEqual([
      't.csv:2:2: found a cell of 10001 characters\n  expected at most 10000\n  to mend: shorten it, or look for a " that is not closed',
    ]);
  });
});

describe("parseCsv(bytes, file, wanted) survives", () => {
  test("more columns than a function can take as parameters", () => {
    expect(faultsOf(`${"x,".repeat(MANY)}x\n1,2\n`)).toEqual([
      "t.csv:1: found 150001 columns\n  expected the 3 columns of the data dictionary\n  to mend: delete the columns that do not belong to the table",
    ]);
  });

  test("megabytes in one cell, and megabytes of bytes that are no text", () => {
    const size = isFull ? 2e7 : 2e6;
    expect(faultsOf(`id,note,source\na,"${"x".repeat(size)}`)).toHaveLength(1);
    expect(faultsOf(Buffer.alloc(size, 0xff))).toHaveLength(1);
  });

  test("a file larger than a string", () => {
    expect(faultsOf(Buffer.alloc(2 ** 28 + 1))).toEqual([
      `t.csv: found 268435457 bytes\n  ${TABLE}\n  to mend: look for what has been pasted into it`,
    ]);
  });

  test("more rows than a function can take as parameters", () => {
    const { rows, faults } = read(`id,note,source\n${"a,x,s\n".repeat(MANY)}`);
    expect(faults).toEqual([]);
    expect(rows.at(-1)?.line).toBe(MANY + 1);
  });
});
