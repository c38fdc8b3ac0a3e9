import { chartOf } from "./chart.ts";
import { rowOfClaim } from "./mark-row.ts";
import { coreClaims } from "./select.ts";
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
import { formatNumber } from "./words.ts";

const METRIC = "m_containers_delivered";

/** Counts of containers with the floor that they leave together. */
export const chart = chartOf<TimelineRow>({
  question: "How many containers are said to have gone from North Korea to Russia?",
  rows: (published) => [
    ...datedRows(coreClaims(published, [METRIC]).map((claim) => rowOfClaim(claim))),
    ...stepRows(published, METRIC),
  ],
  title: (rows) => {
    const floors = closureRows(rows).flatMap(({ low }) => low ?? []);
    const [first, last] = [floors[0], floors.at(-1)];
    if (first === undefined || last === undefined)
      return "How many containers were sent is not stated";
    return first === last
      ? `Published counts put containers at no fewer than ${formatNumber(last)}`
      : `Published floor of containers rose from ${formatNumber(first)} to ${formatNumber(last)}`;
  },
  subtitle: () => "Shipping containers from North Korea to Russia, cumulative counts",
  note: (rows) =>
    `${timelineNote(rows)} Marks of one day stand side by side. The line is the highest count so far; a floor stays a floor until a higher one is published.`,
  description: describeTimeline,
  columns: TIMELINE_COLUMNS,
  claims: timelineClaims,
  draw: (rows, canvas) => drawTimeline(rows, "containers", canvas),
});
