import { from } from "arquero";
import { cellOfNumber } from "../ledger/damage.ts";
import type { ColumnNotes } from "../ledger/columns.ts";

/** One column of a printed table: its name and what its cells hold. */
export interface PrintedColumn {
  readonly name: string;
  readonly type: ColumnNotes["type"];
}

/** A cell as one value: a formula as its text, items of a list joined by "|"; null is not stated. */
export function plainCell(cell: unknown): string | number | boolean | null {
  if (cell === undefined || cell === null || cell === "") return null;
  // A computed number has no more digits that mean anything, and spreadsheets keep no more.
  if (typeof cell === "number") return Number(cell.toPrecision(15));
  if (typeof cell === "string" || typeof cell === "boolean") return cell;
  if (Array.isArray(cell)) return cell.length === 0 ? null : cell.join("|");
  if (typeof cell === "object" && "text" in cell && typeof cell.text === "string") return cell.text;
  throw new Error("a row holds what no column gives");
}

/** Rows as CSV text: an empty cell means "not stated", items of a list are joined by "|". */
export function toCsv(rows: readonly object[], columns: readonly PrintedColumn[]): string {
  const names = columns.map(({ name }) => name);
  if (rows.length === 0) return `${names.join(",")}\n`;
  const printed = (cell: unknown) => {
    const plain = plainCell(cell);
    return typeof plain === "number" ? cellOfNumber(plain) : plain;
  };
  const cells = rows.map((row) => {
    const record = row as Readonly<Record<string, unknown>>;
    return Object.fromEntries(names.map((name) => [name, printed(record[name])]));
  });
  return from(cells).toCSV({ columns: names });
}
