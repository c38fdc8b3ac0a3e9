/** Rows with their fields named once. */
export interface Packed {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null | readonly string[])[])[];
}

/** The tables that reconciling reads. */
export const PACKED_TABLES = [
  "sources",
  "claimants",
  "origins",
  "metrics",
  "claims",
  "assumptions",
  "crosschecks",
] as const;
export type PackedTable = (typeof PACKED_TABLES)[number];

/** What the page is made from: the ledger, as far as it is needed, and what is asked of it. */
export interface WhatIfFacts {
  /** State of the data. */
  readonly version: string;
  readonly metric: string;
  readonly asOf: string;
  /** Cross-checks of which the sentences beside the finding are made. */
  readonly sums: readonly string[];
  readonly tables: Readonly<Record<PackedTable, Packed>>;
  /** Published claims that the charts of the page can show. */
  readonly claims: Packed;
}
