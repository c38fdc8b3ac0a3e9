import { isUtf8 } from "node:buffer";
import { type CsvError, parse } from "csv-parse/sync";
import { type Delimiter, TABLE, checkDelimiter, checkOneDelimiter } from "./delimiter.ts";
import { type Fault, fileFault, showCell } from "./faults.ts";
import { findNearest } from "./nearest.ts";

/** One row: its cells in the header's order, and the line on which it starts. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file holds, as far as it could be read. */
export interface CsvTable {
  /** Place of each known column in a row's cells. */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows with as many cells as the header. */
  readonly rows: readonly CsvRow[];
  /** Whether every row of the file was reached and split into its cells. */
  readonly complete: boolean;
  readonly faults: readonly Fault[];
}

const MOST_COLUMNS = 200;
const LONGEST_CELL = 10_000;
// Half of what fits into one string; tables typed by people have a few hundred kilobytes.
const MOST_BYTES = 2 ** 28;
const LF = 0x0a;
const CR = 0x0d;
const BOM = "\ufeff";
const CONTROL = /(?![\n\t])\p{Cc}/u;

const MEND_EXPORT = 'save the table again as "CSV UTF-8"';

/** How many line ends stand in the bytes from `start` to before `stop`. */
function countLineEnds(bytes: Buffer, start: number, stop: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < stop; at = bytes.indexOf(LF, at + 1))
    count += 1;
  return count;
}

/** The first fault that makes the bytes no text at all: everything else would follow from it. */
function checkBytes(bytes: Buffer, file: string): Fault | null {
  const fault = (line: number | null, found: string, mend = MEND_EXPORT): Fault => ({
    ...fileFault(file, found, TABLE, mend),
    line,
  });
  if (bytes.length > MOST_BYTES)
    return fault(null, `${String(bytes.length)} bytes`, "look for what has been pasted into it");
  if (bytes.toString("utf8").replace(BOM, "").trim() === "")
    return fault(null, "an empty file", "restore the file from git, or write the header row");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return fault(null, "UTF-16 text");
  const zero = bytes.indexOf(0);
  if (zero >= 0) return fault(1 + countLineEnds(bytes, 0, zero), "a NUL byte");
  if (!isUtf8(bytes)) {
    // No UTF-8 sequence holds a line feed, so lines can be judged one by one.
    let start = 0;
    for (let line = 1; start < bytes.length; line += 1) {
      const next = bytes.indexOf(LF, start);
      const stop = next < 0 ? bytes.length : next;
      if (!isUtf8(bytes.subarray(start, stop))) return fault(line, "bytes that are not UTF-8");
      start = stop + 1;
    }
  }
  if (bytes.includes(CR) && !bytes.includes(LF))
    return fault(null, "line ends of old Macs (CR alone)");
  return null;
}

interface Records {
  readonly rows: readonly CsvRow[];
  /** Where quotes stopped making sense; nothing behind it was read. */
  readonly broken: {
    readonly line: number;
    readonly column: number | null;
    readonly found: string;
  } | null;
}

/** csv-parse names the line on which a row ends; people look for the one on which it starts. */
function splitRecords(bytes: Buffer, delimiter: string): Records {
  const errors: CsvError[] = [];
  const records: { readonly cells: readonly string[]; readonly stop: number }[] = [];
  parse(bytes, {
    bom: true,
    delimiter,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) errors.push(error);
      return undefined;
    },
    on_record: (cells, { bytes: stop }) => {
      records.push({ cells, stop });
      return null;
    },
  });
  const [error] = errors;
  const until = typeof error?.["bytes"] === "number" ? error["bytes"] : Infinity;
  const rows: CsvRow[] = [];
  let line = 1;
  let offset = 0;
  for (const record of records) {
    if (record.stop > until) break;
    rows.push({ line, cells: record.cells });
    line += countLineEnds(bytes, offset, record.stop);
    offset = record.stop;
  }
  if (!error) return { rows, broken: null };
  const column = typeof error["column"] === "number" ? error["column"] + 1 : null;
  const found =
    error.code === "CSV_QUOTE_NOT_CLOSED" ? 'a " that is never closed' : 'a stray " inside a cell';
  return { rows, broken: { line, column, found } };
}

function checkHeader(
  header: readonly string[],
  file: string,
  wanted: readonly string[],
): readonly Fault[] {
  const at = (column: number | null, field: string | null) => ({ file, line: 1, column, field });
  if (header.length > MOST_COLUMNS)
    return [
      {
        ...at(null, null),
        found: `${String(header.length)} columns`,
        expected: `the ${String(wanted.length)} columns of the data dictionary`,
        mend: "delete the columns that do not belong to the table",
      },
    ];
  const faults: Fault[] = [];
  const missing = new Set(wanted.filter((name) => !header.includes(name)));
  for (const [index, name] of header.entries()) {
    const first = header.indexOf(name);
    if (name === "") {
      faults.push({
        ...at(index + 1, null),
        found: `${first < index ? "another" : "a"} column without a name`,
        expected: "a column of the data dictionary",
        mend: "delete the column",
      });
    } else if (first < index) {
      faults.push({
        ...at(index + 1, null),
        found: `column ${showCell(name)} again; column ${String(first + 1)} has this name`,
        expected: "each column once",
        mend: "delete one of the two, after comparing their cells",
      });
    } else if (!wanted.includes(name)) {
      const nearest = findNearest(name.trim().toLowerCase(), missing);
      // One misspelt name is one fault, not a column too many and one too few.
      if (nearest) missing.delete(nearest);
      faults.push({
        ...at(index + 1, null),
        found: `unknown column ${showCell(name)}`,
        expected: `a column of the data dictionary${nearest ? `; nearest "${nearest}"` : ""}`,
        mend: nearest ? `rename it to ${nearest}` : "delete the column",
      });
    }
  }
  for (const name of missing)
    faults.push({
      ...at(null, null),
      found: `no column "${name}"`,
      expected: "every column of the data dictionary, also those that stay empty",
      mend: `add ${name} to the header, with an empty cell in each row where nothing is stated`,
    });
  return faults;
}

function checkRow(row: CsvRow, width: number, file: string, delimiter: Delimiter): Fault | null {
  const fault = (column: number | null, found: string, expected: string, mend: string): Fault => ({
    ...fileFault(file, found, expected, mend),
    ...{ line: row.line, column },
  });
  if (row.cells.every((cell) => cell === ""))
    return fault(null, "an empty row", "a value in at least one cell", "delete the row");
  const mixed = width > 1 ? checkOneDelimiter(row, file, delimiter) : null;
  if (mixed) return mixed;
  if (row.cells.length !== width)
    return fault(
      null,
      `${String(row.cells.length)} cells`,
      `${String(width)}, as in the header`,
      row.cells.length > width
        ? 'put a cell that contains the delimiter between " and "'
        : "add the missing delimiters; an empty cell means not stated",
    );
  const long = row.cells.findIndex((cell) => cell.length > LONGEST_CELL);
  if (long >= 0)
    return fault(
      long + 1,
      `a cell of ${String(row.cells[long]?.length)} characters`,
      `at most ${String(LONGEST_CELL)}`,
      'shorten it, or look for a " that is not closed',
    );
  const control = row.cells.findIndex((cell) => CONTROL.test(cell));
  if (control >= 0)
    return fault(
      control + 1,
      showCell(row.cells[control] ?? ""),
      "text without control characters",
      "type the cell again",
    );
  return null;
}

/**
 * Splits one table into its rows: UTF-8 with or without a byte-order mark, "," or ";"
 * (whichever the header uses), LF or CRLF. Nothing else is guessed.
 *
 * @param bytes The file as it is on the disk.
 * @param file Its name in faults.
 * @param wanted Names of its columns; they may stand in any order.
 */
export function parseCsv(bytes: Buffer, file: string, wanted: readonly string[]): CsvTable {
  const unreadable = (fault: Fault): CsvTable => ({
    columns: new Map(),
    rows: [],
    complete: false,
    faults: [fault],
  });
  const fault = checkBytes(bytes, file);
  if (fault) return unreadable(fault);
  const delimiter = checkDelimiter(bytes, file);
  if (typeof delimiter !== "string") return unreadable(delimiter);

  const { rows: records, broken } = splitRecords(bytes, delimiter);
  const [header, ...body] = records;
  const names = header?.cells ?? [];
  const faults = header ? [...checkHeader(names, file, wanted)] : [];
  if (broken)
    faults.push({
      file,
      line: broken.line,
      column: broken.column,
      field: null,
      found: `${broken.found}; no row from here on was read`,
      expected: 'a cell that contains " between " and ", each " inside it doubled',
      mend: 'close the quote, or write "" for each " inside the cell',
    });
  const columns = new Map(
    wanted.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)] as const] : [])),
  );
  const rows: CsvRow[] = [];
  let complete = !broken && names.length <= MOST_COLUMNS;
  if (names.length <= MOST_COLUMNS)
    for (const row of body) {
      const rowFault = checkRow(row, names.length, file, delimiter);
      if (!rowFault) rows.push(row);
      else {
        faults.push(rowFault);
        complete = false;
      }
    }
  return { columns, rows, complete, faults };
}
