import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import { type PrintedColumn, plainCell } from "./csv.ts";

/** How a column is stored: by its schema alone, never by its rows. Days are text, lists are joined text. */
const STORED: Readonly<Record<PrintedColumn["type"], BasicType>> = {
  string: "STRING",
  date: "STRING",
  number: "DOUBLE",
  integer: "DOUBLE",
  boolean: "BOOLEAN",
};

/**
 * Rows as a Parquet file that holds what their CSV file does; what is not stated is null.
 *
 * The same rows give the same bytes: no clock, and the writer's name without a version.
 */
export function toParquet(rows: readonly object[], columns: readonly PrintedColumn[]): Uint8Array {
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: STORED[type],
    data: rows.map((row) => plainCell((row as Readonly<Record<string, unknown>>)[name])),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
