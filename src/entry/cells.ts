/** Cells of one row by their column, as they are typed: "" or a missing key is an empty cell. */
export type Cells = Readonly<Record<string, string>>;

/** The tables that a new document adds rows to, in the order in which rows refer to each other. */
export const ENTRY_TABLES = [
  "sources",
  "claimants",
  "origins",
  "metrics",
  "claims",
  "dismissals",
] as const;

export type EntryTable = (typeof ENTRY_TABLES)[number];

/** New rows of each table. */
export type Records = Readonly<Record<EntryTable, readonly Cells[]>>;
