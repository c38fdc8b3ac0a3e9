/** What a chart is drawn of, out of all that is published. */
export interface Choice {
  /** Which documents speak: the five articles that the project starts from, or all. */
  readonly collection: "core" | "all";
  /** The quantity, for the chart that draws any: `chart quantity m_troops`. */
  readonly metric?: string;
}

/** The room that a chart is drawn into, and the document that makes its elements. */
export interface Canvas {
  readonly document: Document;
  /** Width in CSS pixels as drawn: 328 on a phone, 660 on a page. */
  readonly width: number;
  /** What no other drawing of the page is called; gradients and hatches are named after it. */
  readonly id: string;
}

/** A cell of a data table; null is "not stated". */
export type Cell = string | number | null;

/**
 * A row of a chart's data table, every row with the same columns in the same order. The first five at most are for readers (what, who, when, low, high), the rest is for the
 * CSV; `claims` and `statements` hold ids joined by `|`.
 */
export type TableRow = Readonly<Record<string, Cell>>;

/** How many columns of a data table a page shows. */
export const LEAD = 5;

/** A mark that is named: by its number in the picture, in words in the list below. */
export interface Label {
  readonly number: string;
  readonly words: string;
  readonly claims: readonly string[];
}

/** What a file says besides its chart. */
export interface ChartFile extends Omit<Canvas, "id"> {
  readonly scheme: "light" | "dark";
  /** Sources, state of the data, licence: a paragraph each. */
  readonly colophon: readonly string[];
}

/** Keeps the rows of the documents that speak. */
export const keepChosen = <Row extends { readonly collection: string }>(
  rows: readonly Row[],
  { collection }: Choice,
): readonly Row[] => rows.filter((row) => collection === "all" || row.collection === "core");
