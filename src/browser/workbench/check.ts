import { type Cells, ENTRY_TABLES, type EntryTable, type Records } from "../../entry/cells.ts";
import { checkCell, columnsOf } from "../../entry/columns.ts";
import { type DraftTable, type DraftTables, draftOf } from "../../ledger/draft.ts";
import { showCell } from "../../ledger/faults.ts";
import { rules } from "../../ledger/rules/all.ts";
import { type TableName, tableNames, tables } from "../../ledger/tables.ts";
import type { Known } from "./known.ts";

/** What is wrong with a new row; completes "found …", "expected …" and "to mend: …". */
export interface RowFault {
  readonly table: EntryTable;
  /** Number of the row among the new rows of its table, from 0. */
  readonly row: number;
  /** Null when the whole row is meant. */
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** The header is line 1. */
const FIRST_LINE = 2;

const isEntryTable = (name: string): name is EntryTable =>
  ENTRY_TABLES.some((table) => table === name);

const rowsIn = (records: Records, name: TableName): readonly Cells[] =>
  isEntryTable(name) ? records[name] : [];

/** A table with the new rows behind the published ones, read as `npm run check` reads it. */
function draftTable(name: TableName, rows: readonly Cells[]): DraftTable<object> {
  const columns = Object.keys(tables[name].schema.shape);
  const read = rows.map((cells) => {
    const record = Object.fromEntries(columns.map((column) => [column, cells[column] ?? ""]));
    return tables[name].schema.safeParse(record);
  });
  const sound = read.flatMap((result, index) =>
    result.success ? [{ row: result.data, line: index + FIRST_LINE }] : [],
  );
  return {
    file: name,
    rows: sound.map(({ row }) => row),
    lines: sound.map(({ line }) => line),
    ids: rows.flatMap(({ id = "" }, index) =>
      id === "" ? [] : [{ id, line: index + FIRST_LINE }],
    ),
    columns: new Map(columns.map((column, index) => [column, index])),
    complete: true,
    faults: [],
  };
}

/** Cells that are not as their column wants them. */
const findBadCells = (records: Records): readonly RowFault[] =>
  ENTRY_TABLES.flatMap((table) =>
    records[table].flatMap((cells, row) =>
      columnsOf(table).flatMap(({ name }) => {
        const words = checkCell(table, name, cells[name] ?? "");
        return words === null
          ? []
          : [{ table, row, column: name, found: showCell(cells[name] ?? ""), ...words }];
      }),
    ),
  );

/**
 * All that is wrong with new rows beside the published ones: every cell by its column's
 * schema, every row by the ledger's own cross-row rules.
 *
 * Rules that hold quotes against the text and coverage against the scanner are left to
 * `npm run check`; here the quotes come from the text itself. So is the arithmetic of formulas
 * over published claims, of which the page holds the ids alone.
 */
export function findFaults(known: Known, records: Records): readonly RowFault[] {
  const drafts = Object.fromEntries(
    tableNames.map((name) => [name, draftTable(name, [...known[name], ...rowsIn(records, name)])]),
  ) as unknown as DraftTables;
  const draft = draftOf(drafts);
  const broken = rules.flatMap((rule) => rule(draft));
  const ofNewRows = broken.flatMap(({ file, line, field, found, expected, mend }) => {
    if (!isEntryTable(file) || line === null) return [];
    const row = line - FIRST_LINE - known[file].length;
    return row < 0 ? [] : [{ table: file, row, column: field, found, expected, mend }];
  });
  return [...findBadCells(records), ...ofNewRows];
}
