import { formatCsv } from "./csv-cell.ts";
import { cellOfNumber } from "./damage.ts";
import { type Ledger, type TableName, tables } from "./tables.ts";

function formatValue(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return cellOfNumber(value);
  if (Array.isArray(value)) return value.join("|");
  if (typeof value === "object" && "text" in value && typeof value.text === "string")
    return value.text;
  throw new Error("a row holds what no column gives");
}

/**
 * One table as its CSV file: what `readLedger` reads back as the same rows.
 *
 * @throws Error when a value is of no column's type: a fault of the program.
 */
export function formatTable<N extends TableName>(name: N, rows: Ledger[N]): string {
  const records: readonly Readonly<Record<string, unknown>>[] = rows;
  const cells = records.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [field, formatValue(value)])),
  );
  return formatCsv(Object.keys(tables[name].schema.shape), cells);
}
