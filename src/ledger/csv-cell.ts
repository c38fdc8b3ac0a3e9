/**
 * A cell as CSV, between quotes where it needs them. A semicolon counts as such a sign too:
 * spreadsheets of many countries take it for the delimiter.
 *
 * @example formatCell('3,5 "t"') // => '"3,5 ""t"""'
 */
export const formatCell = (cell: string): string =>
  /[",;\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
