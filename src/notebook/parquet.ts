import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import { type Cell, plainCell } from "./csv.ts";

type Row = Readonly<Record<string, Cell>>;
type Type = Extract<BasicType, "BOOLEAN" | "DOUBLE" | "STRING">;

/** Columns of numbers and of yes or no that may be empty in every row: their type must not hang on that. */
const NUMBERS =
  /^(low|best|high|value|gap|tolerance|start|end|characters|against_(low|high)|relaxed_(low|high))$/u;
const TRUTHS = /inclusive$/u;

function typeOf(name: string, cells: readonly (string | number | boolean | null)[]): Type {
  const cell = cells.find((one) => one !== null) ?? null;
  if (typeof cell === "number" || (cell === null && NUMBERS.test(name))) return "DOUBLE";
  return typeof cell === "boolean" || (cell === null && TRUTHS.test(name)) ? "BOOLEAN" : "STRING";
}

/**
 * Rows as a Parquet file that holds what their CSV file does: numbers are DOUBLE, days
 * are text, items of a list are joined by "|", what is not stated is null.
 *
 * The same rows give the same bytes: no clock, and the writer's name without a version.
 *
 * @param fields The columns in their order.
 */
export function toParquet(rows: readonly object[], fields: readonly string[]): Uint8Array {
  const columnData = fields.map((name) => {
    const data = rows.map((row) => plainCell((row as Row)[name]));
    const type = typeOf(name, data);
    return {
      name,
      type,
      data: type === "STRING" ? data.map((cell) => (cell === "" ? null : cell)) : data,
    };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
