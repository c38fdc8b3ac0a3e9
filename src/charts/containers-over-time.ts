import { chartOf } from "./chart.ts";
import { speakerOf } from "./mark-row.ts";
import { rowsOfClaims } from "./retold.ts";
import { claimsBearing } from "./select.ts";
import { conflictTitle } from "./timeline-conflict.ts";
import {
  TIMELINE_COLUMNS,
  type TimelineRow,
  bindingClaims,
  binds,
  claimRows,
  datedRows,
  describeTimeline,
  stepRows,
  timelineClaims,
  timelineNote,
} from "./timeline-rows.ts";
import { drawTimeline } from "./timeline.ts";
import { firstFitting } from "./words.ts";

const METRIC = "m_containers_delivered";

/** Claims that set the range on some day, in the order of their days. */
function bindingRows(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  const binding = bindingClaims(rows);
  return claimRows(rows).filter((row) => binds(row, binding));
}

/** Counts of containers with the floor that they leave together. */
export const chart = chartOf<TimelineRow>({
  question: "How many containers are said to have gone from North Korea to Russia?",
  rows: (published) => [
    ...datedRows(
      rowsOfClaims(claimsBearing(published, [METRIC]), ({ metric, metric_label }) =>
        metric === METRIC ? "" : metric_label,
      ),
    ),
    ...stepRows(published, METRIC),
  ],
  title: (rows) => {
    const [first, ...more] = bindingRows(rows);
    const last = more.at(-1);
    if (first === undefined) return "How many containers were sent is not stated";
    const conflict = conflictTitle(rows, "containers");
    if (conflict !== null) return conflict;
    if (last === undefined) return `Published count of containers: ${first.words}`;
    const [one, other] = [speakerOf(first), speakerOf(last)];
    const counts = `Published counts of containers: ${first.words}, later ${last.words}`;
    if (one === other) return counts;
    return firstFitting([
      `${one} spoke of ${first.words} containers; ${other} later of ${last.words}`,
      counts,
    ]);
  },
  subtitle: () => "Shipping containers from North Korea to Russia, cumulative counts",
  note: (rows) =>
    `${timelineNote(rows)} The line is the highest count so far; a floor stays a floor until a higher one is published.`,
  description: describeTimeline,
  columns: TIMELINE_COLUMNS,
  claims: timelineClaims,
  draw: (rows, canvas) => drawTimeline(rows, "containers", canvas),
});
