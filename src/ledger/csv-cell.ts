/** A cell between quotes, whatever it holds. */
export const quoteCell = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * A cell as CSV, between quotes where it needs them. A semicolon counts as such a sign too:
 * spreadsheets of many countries take it for the delimiter.
 *
 * @example formatCell('3,5 "t"') // => '"3,5 ""t"""'
 */
export const formatCell = (cell: string): string =>
  /[",;\r\n]/u.test(cell) ? quoteCell(cell) : cell;

/** Rows of cells by their column as a CSV file with its header; a cell that is missing is empty. */
export const formatCsv = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  lineEnd: "\n" | "\r\n" = "\n",
): string =>
  [
    columns.join(","),
    ...rows.map((row) => columns.map((column) => formatCell(row[column] ?? "")).join(",")),
    "",
  ].join(lineEnd);
