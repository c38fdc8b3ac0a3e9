import type { Fault, Place } from "./faults.ts";
import { findNearest } from "./nearest.ts";
import type { Ledger, TableName } from "./tables.ts";

/** A table on its way into the ledger. */
export interface DraftTable<Row> {
  readonly file: string;
  /** Rows whose every cell is sound, in file order. */
  readonly rows: readonly Row[];
  /** First line of each of these rows. */
  readonly lines: readonly number[];
  /** Ids of all rows, also of rows with an unsound cell, so that one bad cell does not orphan others. */
  readonly ids: readonly { readonly id: string; readonly line: number }[];
  readonly columns: ReadonlyMap<string, number>;
  /** Whether every row was reached, so that an id that is not here does not exist. */
  readonly complete: boolean;
  readonly faults: readonly Fault[];
}

/** All tables before the cross-row rules have judged them. */
export type DraftTables = { readonly [N in TableName]: DraftTable<Ledger[N][number]> };

/** What a cross-row rule works on. */
export interface Draft {
  readonly tables: DraftTables;
  /** Where a row stands, and which column of it is meant. */
  readonly placeOf: (table: TableName, row: object, field: string | null) => Place;
  /** Whether a table holds this id, or may hold it in a part that could not be read. */
  readonly mayHold: (table: TableName, id: string) => boolean;
  /** The id of the table that is most like this word. */
  readonly nearestId: (table: TableName, word: string) => string | null;
  /** Whether every row of the table is sound, so that a row that is not there is missing. */
  readonly isSound: (table: TableName) => boolean;
}

/** One cross-row rule: the whole draft in, everything that breaks the rule out. */
export type Rule = (draft: Draft) => readonly Fault[];

/** Rows by their id; of two with one id the first. */
export const byId = <Row extends { readonly id: string }>(
  table: DraftTable<Row>,
): ReadonlyMap<string, Row> => new Map([...table.rows].reverse().map((row) => [row.id, row]));

// One search walks all ids; in a file that is wrong throughout, hints would take hours and help nobody.
const MOST_SEARCHES = 200;

function searchIn(ids: ReadonlyMap<string, ReadonlySet<string>>): Draft["nearestId"] {
  const searched = new Map<string, string | null>();
  return (table, word) => {
    const key = `${table} ${word}`;
    const known = searched.get(key);
    if (known !== undefined) return known;
    if (searched.size >= MOST_SEARCHES) return null;
    const nearest = findNearest(word, ids.get(table) ?? []);
    searched.set(key, nearest);
    return nearest;
  };
}

/** Joins the tables of one folder into what the cross-row rules work on. */
export function draftOf(tables: DraftTables): Draft {
  const lines = new Map<object, number>();
  const ids = new Map<string, ReadonlySet<string>>();
  for (const [name, table] of Object.entries(tables)) {
    table.rows.forEach((row, index) => lines.set(row, table.lines[index] ?? 0));
    ids.set(name, new Set(table.ids.map(({ id }) => id)));
  }
  return {
    tables,
    placeOf: (table, row, field) => {
      const { file, columns } = tables[table];
      const index = field === null ? undefined : columns.get(field);
      return {
        file,
        line: lines.get(row) ?? null,
        column: index === undefined ? null : index + 1,
        field,
      };
    },
    mayHold: (table, id) => !tables[table].complete || (ids.get(table)?.has(id) ?? false),
    nearestId: searchIn(ids),
    isSound: (table) => tables[table].complete && tables[table].faults.length === 0,
  };
}
