import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  rowOfCrosscheck,
  sortByValue,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { rowsOfClaims } from "./retold.ts";
import { checksIn } from "./select.ts";
import { formatNumber } from "./words.ts";

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
    const loads = exact(rows);
    if (loads.length === 0) return "No report implies how many rounds a container holds";
    const [least, most] = [Math.min(...loads), Math.max(...loads)];
    return least === most
      ? `Seoul’s numbers imply about ${formatNumber(most)} rounds a container`
      : `Seoul’s numbers imply ${formatNumber(least)} or ${formatNumber(most)} rounds a container, by calibre`;
  },
  subtitle: () => "Artillery rounds in one container, computed from published counts",
  note: (rows) =>
    `${countNote(rows)} All containers are taken to hold one calibre. An arrow to the left means: at most so many.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) => drawPanels([{ rows, caption: "rounds in one container" }], canvas),
});
