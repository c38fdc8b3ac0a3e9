import { readFileSync, writeFileSync } from "node:fs";
import { SHEET_COLUMNS } from "../../../src/entry/sheet.ts";
import { parseCsv } from "../../../src/ledger/csv.ts";

export type SheetRow = Record<string, string>;

/** The rows of a sheet, as a spreadsheet shows them. */
export function openSheet(file: string): readonly SheetRow[] {
  const { rows, columns, faults } = parseCsv(readFileSync(file), file, SHEET_COLUMNS);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return rows.map(({ cells }) =>
    Object.fromEntries([...columns].map(([name, at]) => [name, cells[at] ?? ""])),
  );
}

const inQuotes = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Saves rows as a German Excel does: a mark in front, semicolons, CRLF. */
export function saveSheet(file: string, rows: readonly SheetRow[]): void {
  const lines = rows.map((row) => SHEET_COLUMNS.map((name) => inQuotes(row[name] ?? "")).join(";"));
  writeFileSync(file, `\ufeff${[SHEET_COLUMNS.join(";"), ...lines, ""].join("\r\n")}`);
}

/** Fills a sheet of the invented article: the containers are a claim, all else is none. */
export function fill(row: SheetRow): SheetRow {
  if (!row["quote"]?.includes("Container"))
    return { ...row, decision: "dismiss", dismissal_reason: row["dismissal_reason"] || "a test" };
  return {
    ...row,
    decision: "claim",
    metric: "m_count",
    origin: "o_one",
    modality: "asserted",
    as_of_latest: "2025-02-03",
    time_basis: "stated",
  };
}
