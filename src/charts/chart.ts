import type { Published } from "../reconcile/published.ts";

/** A cell of a chart's data table. */
export type Cell = string | number | null;

/** A column of a chart's data table: the row's field and what readers see above it. */
export interface ChartColumn<Row> {
  readonly field: keyof Row & string;
  readonly label: string;
}

/** The room and the document that a chart is drawn into. */
export interface Canvas {
  readonly document: Document;
  /** Width in CSS pixels as drawn: 328 on a phone, 660 on a page. */
  readonly width: number;
}

/**
 * One chart: one question, answered by its title. Every text is made from the
 * rows, so that nothing on it can differ from its data.
 *
 * The same object serves the page, the downloads (SVG and CSV) and the browser.
 *
 * @typeParam From What the rows are chosen from: less than everything where a chart
 * is drawn again in a browser.
 */
export interface Chart<Row extends Readonly<Record<keyof Row, Cell>>, From = Published> {
  /** The question that the chart answers, for the list of charts. */
  readonly question: string;
  /** Chooses and shapes the rows from what is published. */
  readonly rows: (published: From) => readonly Row[];
  /** The finding, active, at most 15 words, its numbers from the rows. */
  readonly title: (rows: readonly Row[]) => string;
  /** Measure, unit, place, period. */
  readonly subtitle: (rows: readonly Row[]) => string;
  /** Qualifiers and exclusions; how many reports and origins it shows. */
  readonly note: (rows: readonly Row[]) => string;
  /** What a reader who cannot see the chart is told: all that the marks say. */
  readonly description: (rows: readonly Row[]) => string;
  readonly columns: readonly ChartColumn<Row>[];
  /** Claims and statements that the chart shows, for its source line. */
  readonly claims: (rows: readonly Row[]) => readonly string[];
  /**
   * Why the chart is not drawn with further reports beside the core: a sentence
   * for readers. Left out where further rows may change the chart.
   */
  readonly coreOnly?: string;
  readonly draw: (rows: readonly Row[], canvas: Canvas) => SVGSVGElement;
}

/** Checks a chart's parts against each other; returns it unchanged. */
export function chartOf<Row extends Readonly<Record<keyof Row, Cell>>, From = Published>(
  chart: Chart<Row, From>,
): Chart<Row, From> {
  return chart;
}
