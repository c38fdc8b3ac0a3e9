import { logAxis, valuesOf } from "./axis.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  counts,
  countNote,
  describeRows,
  rangeOfRow,
  sortByValue,
  spanOf,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { rowsOfClaims } from "./retold.ts";
import { formatRange } from "./words.ts";

/** Ratios are read as "3:1". */
const asRatio = (value: number): string => `${String(value)}:1`;

/** All ratios of Russia's fire to Ukraine's, whether along the front or in sectors of it. */
const isFireRatio = (metric: string): boolean => metric.startsWith("m_fire_ratio");

function wordsOf(row: MarkRow): string {
  const ratio = formatRange(rangeOfRow(row), asRatio);
  return row.kind === "about" ? `about ${ratio}` : ratio;
}

const FRONT_WIDE = "m_fire_ratio";

/** Published ratios of fire on a logarithmic axis, where equality has a rule. */
export const chart = chartOf<MarkRow>({
  question: "How many rounds does Russia fire for each Ukrainian round?",
  rows: ({ claims }) =>
    sortByValue(
      rowsOfClaims(
        claims.filter(({ metric }) => isFireRatio(metric)),
        ({ metric, metric_label }) => (metric === FRONT_WIDE ? "" : metric_label),
      ).map((row) => ({ ...row, words: wordsOf(row) })),
    ),
  title: (rows) => {
    const whole = rows.filter((row) => row.metric === FRONT_WIDE && counts(row));
    const [only] = whole;
    if (only === undefined) return "How far Russia outfires Ukraine is not stated";
    const [speaker = ""] = only.by?.split(",") ?? [];
    const each = "for each Ukrainian one";
    if (whole.length === 1)
      return `${speaker}: Russia fired ${formatRange(rangeOfRow(only))} rounds ${each}`;
    const span = spanOf(whole);
    return `${String(whole.length)} estimates name ${span ? formatRange(span) : "no number of"} Russian rounds ${each}`;
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
