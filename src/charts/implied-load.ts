import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  counts,
  countNote,
  describeRows,
  rowOfCrosscheck,
  sortByValue,
  spanOf,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { rowsOfClaims } from "./retold.ts";
import { checksIn } from "./select.ts";
import { formatNumber, formatRange } from "./words.ts";

const UNIT = "rounds/container";

/** Loads that follow from one briefing: exact numbers, the lightest and the heaviest. */
const exact = (rows: readonly MarkRow[]): readonly number[] =>
  rows.flatMap(({ low, high }) => (low !== null && low === high ? [low] : []));

/** What a container would have to hold for the published numbers to fit together. */
export const chart = chartOf<MarkRow>({
  question: "How many rounds would one container have to hold?",
  rows: (published) =>
    sortByValue([
      ...rowsOfClaims(published.claims.filter(({ unit }) => unit === UNIT)),
      ...checksIn(published, UNIT).map((check) => rowOfCrosscheck(check, published)),
    ]),
  title: (rows) => {
    const published = rows.filter((row) => row.formula === null && counts(row));
    const span = spanOf(rows.filter(counts));
    if (published.length > 0 && span)
      return `Published and computed loads: ${formatRange(span)} rounds in a container`;
    const loads = exact(rows);
    if (loads.length === 0) return "No report implies how many rounds a container holds";
    const [least, most] = [Math.min(...loads), Math.max(...loads)];
    return least === most
      ? `Seoul’s numbers imply about ${formatNumber(most)} rounds a container`
      : `Seoul’s numbers imply ${formatNumber(least)} or ${formatNumber(most)} rounds a container, by calibre`;
  },
  subtitle: (rows) =>
    rows.some(({ formula }) => formula === null)
      ? "Artillery rounds in one container, published or computed from published counts"
      : "Artillery rounds in one container, computed from published counts",
  note: (rows) =>
    `${countNote(rows)} ${rows.some(({ formula }) => formula === null) ? "Where computed, all" : "All"} containers are taken to hold one calibre. An arrow to the left means: at most so many.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) => drawPanels([{ rows, caption: "rounds in one container" }], canvas),
});
