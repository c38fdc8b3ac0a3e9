import { readFileSync, writeFileSync } from "node:fs";
import { SHEET_COLUMNS, formatRows } from "../../src/entry/sheet.ts";
import { type SheetRow, openSheet } from "../cli/source-add/sheet.ts";
import { codeIn } from "./page.ts";

/** The header is line 1. */
const FIRST_LINE = 2;

/** Fills cells as a table of the page says: columns down, lines of the sheet across. */
export function fillAsTold(
  rows: readonly SheetRow[],
  [head = [], ...told]: readonly (readonly string[])[],
): readonly SheetRow[] {
  return rows.map((row, index) => {
    const across = head.indexOf(`line ${String(index + FIRST_LINE)}`);
    if (across < 0) return { ...row, decision: "dismiss" };
    const filled = told.flatMap((cells) => {
      const [column = ""] = codeIn(cells[0] ?? "");
      if (!SHEET_COLUMNS.includes(column)) throw new Error(`the sheet has no column ${column}`);
      const [value] = codeIn(cells[across] ?? "");
      return value === undefined ? [] : [[column, value] as const];
    });
    return { ...row, ...Object.fromEntries(filled) };
  });
}

/** The sheet with the mistake that a heading of the page names. */
export function withMistake(sheet: string, said: string): string | Buffer {
  const rows = openSheet(sheet);
  const [, line, column, value = ""] = /^In line (\d+), `(\w+)` is `(.*)`\.$/u.exec(said) ?? [];
  if (line !== undefined && column !== undefined) {
    if (!SHEET_COLUMNS.includes(column)) throw new Error(`the sheet has no column ${column}`);
    const at = Number(line) - FIRST_LINE;
    return formatRows(
      rows.map((row, index) => (index === at ? { ...row, [column]: value.trim() } : row)),
    );
  }
  const deleted = /^Line (\d+) is deleted\.$/u.exec(said)?.[1];
  if (deleted !== undefined)
    return formatRows(rows.filter((_, index) => index !== Number(deleted) - FIRST_LINE));
  if (said === "The sheet is saved as plain CSV.")
    return Buffer.from(formatRows(rows).slice(1).replaceAll("…", "..."), "latin1");
  // What every .xlsx begins with: it is a ZIP file.
  if (said === "The sheet is saved as a workbook.") return Buffer.from("PK\u0003\u0004\u0014\0");
  throw new Error(`no way to make this mistake: ${said}`);
}

/** Writes the sheet with a mistake, does something, and writes it as it was. */
export async function doWithMistake<Done>(
  sheet: string,
  said: string,
  act: () => Promise<Done>,
): Promise<Done> {
  const before = readFileSync(sheet);
  writeFileSync(sheet, withMistake(sheet, said));
  const done = await act();
  writeFileSync(sheet, before);
  return done;
}
