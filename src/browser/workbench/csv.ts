import type { Cells, EntryTable } from "../../entry/cells.ts";
import { columnsOf } from "../../entry/columns.ts";
import { formatCsv } from "../../ledger/csv-cell.ts";

/**
 * New rows of a table as a CSV file with its header, as the tables of the ledger are written.
 *
 * @example csvOf("dismissals", []) // => "source,quote,start,end,kind,reason\n"
 */
export const csvOf = (table: EntryTable, rows: readonly Cells[]): string =>
  formatCsv(
    columnsOf(table).map(({ name }) => name),
    rows,
  );
