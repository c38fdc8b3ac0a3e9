import { formatCsv } from "../ledger/csv-cell.ts";
import { columnsOf } from "./columns.ts";
import type { Cells } from "./cells.ts";
import type { Proposal } from "./proposals.ts";
import { excerptOf } from "./excerpt.ts";
import { PLAIN } from "./rows.ts";

/** Tables whose new rows a sheet can bring, with what stands before their columns in it. */
export const NEW_ROWS = {
  metrics: "new_metric_",
  origins: "new_origin_",
  claimants: "new_claimant_",
} as const;

const namesOf = (table: Parameters<typeof columnsOf>[0]): readonly string[] =>
  columnsOf(table).map(({ name }) => name);

/** What the scanner says and a person reads; nothing of it is read back. */
const SHOWN = ["scanner_kind", "looks_like", "text"] as const;

// The columns that nearly every claim needs come first, so that nobody has to scroll for them.
const FIRST = [
  "quote",
  "start",
  "end",
  "metric",
  "origin",
  "low",
  "best",
  "high",
  "bound",
  "hedge",
];

/** Columns of claims as they stand in a sheet: all but the document, which is the same for all. */
const CLAIM_COLUMNS: readonly string[] = [
  ...FIRST,
  ...namesOf("claims").filter(
    (name) => !FIRST.includes(name) && name !== "source" && name !== "id",
  ),
  "id",
];

const DISMISSAL_COLUMNS: Readonly<Record<string, string>> = {
  kind: "dismissal_kind",
  reason: "dismissal_reason",
};

/** Columns of the sheet, from left to right. */
export const SHEET_COLUMNS: readonly string[] = [
  ...SHOWN,
  "decision",
  ...Object.values(DISMISSAL_COLUMNS),
  ...CLAIM_COLUMNS,
  ...Object.entries(NEW_ROWS).flatMap(([table, prefix]) =>
    namesOf(table as keyof typeof NEW_ROWS).map((name) => `${prefix}${name}`),
  ),
];

/** The column of the sheet in which a cell of a table is typed, or null where there is none. */
export function sheetColumn(
  table: "claims" | "dismissals" | keyof typeof NEW_ROWS,
  field: string,
): string | null {
  const column =
    table === "claims"
      ? field
      : table === "dismissals"
        ? (DISMISSAL_COLUMNS[field] ?? field)
        : `${NEW_ROWS[table]}${field}`;
  return SHEET_COLUMNS.includes(column) ? column : null;
}

/**
 * A quote as the sheet holds it: in [brackets], or 6.700 would come back from a spreadsheet as 6.7
 * and 3:1 as a time of day.
 */
export const bracketed = (quote: string): string => `[${quote}]`;

/** A row of the sheet as the scanner proposes it, undecided. */
export function proposedRow(proposal: Proposal): Cells {
  const { figure, cells, dismissal } = proposal;
  return {
    scanner_kind: figure.kind,
    looks_like: figure.claim ? "a claim" : "no claim",
    text: excerptOf(proposal),
    dismissal_kind: dismissal["kind"] ?? "",
    dismissal_reason: dismissal["reason"] ?? "",
    ...PLAIN,
    ...cells,
    quote: bracketed(cells["quote"] ?? ""),
  };
}

/** Rows as the file of a sheet. The mark in front tells a spreadsheet that it is UTF-8. */
export const formatRows = (rows: readonly Cells[]): string =>
  `\ufeff${formatCsv(SHEET_COLUMNS, rows, "\r\n")}`;

/** The proposals as a table that a person fills in. */
export const formatSheet = (proposals: readonly Proposal[]): string =>
  formatRows(proposals.map(proposedRow));
