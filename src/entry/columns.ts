import type * as z from "zod/mini";
import { type ColumnNotes, notesOf } from "../ledger/columns.ts";
import { type TableName, tables } from "../ledger/tables.ts";

/** A column of a table with what people are told about it. */
export interface EntryColumn extends ColumnNotes {
  readonly name: string;
}

const schemasOf = (table: TableName): Readonly<Record<string, z.ZodMiniType>> =>
  tables[table].schema.shape;

/** The columns of a table in the order of the data dictionary. */
export const columnsOf = (table: TableName): readonly EntryColumn[] =>
  Object.entries(schemasOf(table)).map(([name, schema]) => ({ name, ...notesOf(schema) }));

/** What a cell should be and how to mend it, or null when it is sound. */
export function checkCell(
  table: TableName,
  column: string,
  cell: string,
): { readonly expected: string; readonly mend: string } | null {
  const schema = schemasOf(table)[column];
  if (!schema) throw new Error(`${table} has no column ${column}`);
  const result = schema.safeParse(cell);
  if (result.success) return null;
  const [issue] = result.error.issues;
  const notes = notesOf(schema);
  const mend: unknown = issue?.code === "custom" ? issue.params?.["mend"] : undefined;
  return {
    expected: issue?.message ?? notes.expected,
    mend: typeof mend === "string" ? mend : notes.mend,
  };
}
