import { appendixTo } from "../../entry/append.ts";
import type { Cells, EntryTable } from "../../entry/cells.ts";
import { columnsOf } from "../../entry/columns.ts";

/**
 * New rows of a table as a CSV file with its header, as the tables of the ledger are written.
 *
 * @example csvOf("dismissals", []) // => "source,quote,start,end,kind,reason\n"
 */
export function csvOf(table: EntryTable, rows: readonly Cells[]): string {
  const header = `${columnsOf(table)
    .map(({ name }) => name)
    .join(",")}\n`;
  return header + appendixTo(header, rows).text;
}
