import type { Published } from "../reconcile/published.ts";
import type { Cell, Chart } from "./chart.ts";
import { type KeyEntry, keyOf } from "./key.ts";
import { type Where, renderChart } from "./render.ts";
import { type Frame, standaloneChart } from "./standalone.ts";

/** A chart with its rows chosen and its texts written: all that a page needs of it. */
export interface OpenedChart {
  readonly question: string;
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  /** What its marks and colours mean; empty where all have their words beside them. */
  readonly key: readonly KeyEntry[];
  readonly description: string;
  readonly columns: readonly { readonly field: string; readonly label: string }[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly claims: readonly string[];
  /** Why the chart stays with the core documents; null where it does not. */
  readonly coreOnly: string | null;
  /** Inline SVG for a page. */
  readonly render: (where: Where) => string;
  /** A file that readers download. */
  readonly standalone: (frame: Frame) => string;
}

/** Hides the kind of a chart's rows, so that all charts can be handled alike. */
export function openable<Row extends Readonly<Record<keyof Row, Cell>>>(
  chart: Chart<Row>,
): (published: Published) => OpenedChart {
  return (published) => {
    const rows = chart.rows(published);
    return {
      question: chart.question,
      title: chart.title(rows),
      subtitle: chart.subtitle(rows),
      note: chart.note(rows),
      key: keyOf(rows),
      description: chart.description(rows),
      columns: chart.columns,
      rows: rows.map((row) => ({ ...row })),
      claims: chart.claims(rows),
      coreOnly: chart.coreOnly ?? null,
      render: (where) => renderChart(chart, rows, where),
      standalone: (frame) => standaloneChart(chart, rows, frame),
    };
  };
}
