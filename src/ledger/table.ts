import { join } from "node:path";
import type * as z from "zod/mini";
import { parseCsv } from "./csv.ts";
import { notesOf } from "./columns.ts";
import type { DraftTable } from "./draft.ts";
import { type Fault, fileFault, showCell } from "./faults.ts";
import { isUnreadable, readBytes } from "./files.ts";
import type { Table } from "./tables.ts";

/** A folder of tables: where it is, and how faults name it. */
export interface Folder {
  readonly path: string;
  readonly name: string;
}

/** The name that faults give to a table's file. */
export const fileOf = (folder: Folder, table: string): string => `${folder.name}/${table}.csv`;

function faultOf(
  issue: z.core.$ZodIssue,
  place: { readonly file: string; readonly line: number },
  record: Readonly<Record<string, string>>,
  columns: ReadonlyMap<string, number>,
): readonly Fault[] {
  const field = String(issue.path[0]);
  const index = columns.get(field);
  // A column that is not in the header has one fault there, not one in each row.
  if (index === undefined) return [];
  const mend: unknown = issue.code === "custom" ? issue.params?.["mend"] : undefined;
  return [
    {
      ...place,
      column: index + 1,
      field,
      found: showCell(record[field] ?? ""),
      expected: issue.message,
      mend: typeof mend === "string" ? mend : "see docs/data-dictionary.md",
    },
  ];
}

/**
 * Lets cells that say the same be one text in memory. Ids of other tables and days come again and
 * again: kept apart, they would be a third of a large ledger.
 */
function sharedCells(shape: z.ZodMiniObject["shape"]): (name: string, cell: string) => string {
  const recurring = new Set(
    Object.entries(shape).flatMap(([name, schema]) => {
      const { references, type } = notesOf(schema);
      return references !== undefined || type === "date" ? [name] : [];
    }),
  );
  const texts = new Map<string, string>();
  return (name, cell) => {
    if (!recurring.has(name)) return cell;
    const known = texts.get(cell);
    if (known === undefined) texts.set(cell, cell);
    return known ?? cell;
  };
}

/** Reads one table: every row whose cells are sound, and a fault for every cell that is not. */
export function readTable<S extends z.ZodMiniObject>(
  table: Table<S>,
  folder: Folder,
): DraftTable<z.output<S>> {
  const file = fileOf(folder, table.name);
  const none = { file, rows: [], lines: [], ids: [], columns: new Map<string, number>() };
  const bytes = readBytes(join(folder.path, `${table.name}.csv`));
  if (isUnreadable(bytes)) {
    if (table.optional && bytes.isMissing) return { ...none, complete: true, faults: [] };
    const { found, mend } = bytes;
    return { ...none, complete: false, faults: [fileFault(file, found, "a table", mend)] };
  }
  const {
    rows,
    columns,
    complete,
    faults: found,
  } = parseCsv(bytes, file, Object.keys(table.schema.shape));
  const faults = [...found];
  const read: z.output<S>[] = [];
  const lines: number[] = [];
  const ids: { id: string; line: number }[] = [];
  const idAt = columns.get("id");
  const shared = sharedCells(table.schema.shape);
  for (const { line, cells } of rows) {
    const record = Object.fromEntries(
      [...columns].map(([name, index]) => [name, shared(name, cells[index] ?? "")]),
    );
    const id = idAt === undefined ? undefined : cells[idAt];
    // The space at its end is one fault, not one in each row that refers to it.
    if (id !== undefined && id !== "") ids.push({ id: id.trim(), line });
    const result = table.schema.safeParse(record);
    if (result.success) {
      read.push(result.data);
      lines.push(line);
    } else {
      for (const issue of result.error.issues)
        faults.push(...faultOf(issue, { file, line }, record, columns));
    }
  }
  return { file, rows: read, lines, ids, columns, complete, faults };
}
