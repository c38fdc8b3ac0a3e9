import { from } from "arquero";
import type { Formula } from "../ledger/formula.ts";

/** What a published row may hold. */
export type Cell = string | number | boolean | null | undefined | readonly string[] | Formula;
type Row = Readonly<Record<string, Cell>>;

/** A cell as one value: a formula as its text, items of a list joined by "|". */
export const plainCell = (cell: Cell): string | number | boolean | null => {
  if (cell === undefined) return null;
  if (cell === null || typeof cell !== "object") return cell;
  return "text" in cell ? cell.text : cell.join("|");
};

/**
 * Rows as CSV text: an empty cell means "not stated", items of a list are joined by "|".
 *
 * @param fields The columns in their order; without rows only these are printed.
 */
export function toCsv(rows: readonly object[], fields: readonly string[]): string {
  if (rows.length === 0) return `${fields.join(",")}\n`;
  const cells = rows.map((row) =>
    Object.fromEntries(fields.map((field) => [field, plainCell((row as Row)[field])])),
  );
  return from(cells).toCSV();
}
