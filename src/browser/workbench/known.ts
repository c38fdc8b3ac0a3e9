import type { Cells } from "../../entry/cells.ts";
import { type TableName, tableNames } from "../../ledger/tables.ts";

/** The published rows of each table, as cells; a table that the page does not hold has none. */
export type Known = Readonly<Record<TableName, readonly Cells[]>>;

/** What the page holds: for each table the names of its columns, then the cells of each row. */
type Facts = Readonly<Partial<Record<TableName, readonly (readonly string[])[]>>>;

function cellsOf([columns = [], ...rows]: readonly (readonly string[])[]): readonly Cells[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])),
  );
}

/** The published rows from the facts of the page, which `workbenchBlock` wrote. */
export function knownFrom(facts: unknown): Known {
  const held = facts as Facts;
  const pairs = tableNames.map((name) => [name, cellsOf(held[name] ?? [])] as const);
  return Object.fromEntries(pairs) as Known;
}

/** Every id of the published rows. */
export const idsOf = (known: Known): ReadonlySet<string> =>
  new Set(tableNames.flatMap((name) => known[name].map(({ id = "" }) => id)));
