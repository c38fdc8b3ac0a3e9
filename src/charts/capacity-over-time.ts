import { chartOf } from "./chart.ts";
import { rowsOfClaims } from "./retold.ts";
import { claimsBearing } from "./select.ts";
import { conflictTitle } from "./timeline-conflict.ts";
import {
  TIMELINE_COLUMNS,
  type TimelineRow,
  closureRows,
  datedRows,
  describeTimeline,
  stepRows,
  timelineClaims,
  timelineNote,
} from "./timeline-rows.ts";
import { drawTimeline } from "./timeline.ts";

const METRIC = "m_rounds_capacity";

/** What counted containers could hold, by those who name one calibre or none. */
export const chart = chartOf<TimelineRow>({
  question: "How many rounds are the counted containers said to hold?",
  rows: (published) => [
    ...datedRows(rowsOfClaims(claimsBearing(published, [METRIC]))),
    ...stepRows(published, METRIC),
  ],
  title: (rows) => {
    const conflict = conflictTitle(rows, "rounds");
    const last = closureRows(rows).at(-1);
    if (conflict !== null) return conflict;
    return last === undefined
      ? "No report says for one calibre what the counted containers could hold"
      : `If all reports hold, the counted containers could hold ${last.words} rounds`;
  },
  subtitle: () => "Rounds that all containers counted so far could hold, filled with one calibre",
  note: (rows) =>
    `${timelineNote(rows)} A capacity is no delivery: it says what would fit, not what was in the containers. The calibre, where one is named, stands in the ledger.`,
  description: describeTimeline,
  columns: TIMELINE_COLUMNS,
  claims: timelineClaims,
  draw: (rows, canvas) => drawTimeline(rows, "rounds", canvas),
});
