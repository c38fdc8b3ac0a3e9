import { logAxis, valuesOf } from "./axis.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  sortByValue,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { rowsOfClaims } from "./retold.ts";
import { type Range, formatRange } from "./words.ts";

/** Ratios are read as "3:1". */
const asRatio = (value: number): string => `${String(value)}:1`;

/** All ratios of Russia's fire to Ukraine's, whether along the front or in sectors of it. */
const isFireRatio = (metric: string): boolean => metric.startsWith("m_fire_ratio");

const FRONT_WIDE = "m_fire_ratio";

/** The lowest and the highest that is said of the whole front; an open side stays open. */
function hullOf(rows: readonly MarkRow[]): Range {
  const [lows, highs] = [rows.map(({ low }) => low), rows.map(({ high }) => high)];
  const closed = (ends: readonly (number | null)[]) => ends.filter((end) => end !== null);
  return {
    low: lows.includes(null) ? null : Math.min(...closed(lows)),
    high: highs.includes(null) ? null : Math.max(...closed(highs)),
  };
}

/** Published ratios of fire on a logarithmic axis, where equality has a rule. */
export const chart = chartOf<MarkRow>({
  question: "How many rounds does Russia fire for each Ukrainian round?",
  rows: ({ claims }) =>
    sortByValue(
      rowsOfClaims(
        claims.filter(({ metric }) => isFireRatio(metric)),
        ({ metric, metric_label }) => (metric === FRONT_WIDE ? "" : metric_label),
      ).map((row) => ({ ...row, words: formatRange(row, asRatio) })),
    ),
  title: (rows) => {
    const whole = rows.filter(({ metric }) => metric === FRONT_WIDE);
    const [speaker = ""] = whole[0]?.by?.split(",") ?? [];
    if (whole.length === 0) return "How far Russia outfires Ukraine is not stated";
    return `${whole.length === 1 ? speaker : "Estimates"}: Russia fired ${formatRange(hullOf(whole))} rounds for each Ukrainian one`;
  },
  subtitle: () => "Russian artillery rounds for each Ukrainian round",
  note: (rows) =>
    `${countNote(rows)} An arrow means that the ratio may be higher. Single sectors say nothing about the whole front.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) =>
    drawPanels(
      [
        {
          rows,
          caption: "Russian rounds for each Ukrainian round",
          axis: logAxis([1, ...valuesOf(rows)]),
          rule: { value: 1, label: "1:1, equal fire" },
        },
      ],
      canvas,
    ),
});
