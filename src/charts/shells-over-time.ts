import type { Answered } from "../reconcile/published.ts";
import { chartOf } from "./chart.ts";
import { SHELLS, shellRows } from "./select.ts";
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
import { firstFitting, formatDay, formatList } from "./words.ts";

/** The month of the last day on which the range changes: " by October 2024". */
const byMonth = ({ first_day }: TimelineRow): string =>
  first_day === null ? "" : ` by ${formatDay(first_day).split(" ").slice(1).join(" ")}`;

/** Whether a mark is struck because its retelling changes the figure of its origin. */
const isDistorted = ({ kind, label }: TimelineRow): boolean =>
  kind === "withdrawn" && label.includes("a retelling that changes");

/** Whether a mark is struck because a reader has changed the settings. */
const isLeftOut = ({ kind, label }: TimelineRow): boolean =>
  kind === "withdrawn" && /set aside by the settings|left out on request/u.test(label);

const struckOf = (rows: readonly TimelineRow[]): string =>
  formatList([
    "readings not chosen",
    ...(rows.some(isDistorted) ? ["figures retold wrongly"] : []),
    ...(rows.some(isLeftOut) ? ["what the settings leave out"] : []),
  ]);

/** Counts of shells with the range that they leave together from day to day. */
export const chart = chartOf<TimelineRow, Answered>({
  question: "How many shells are said to have gone from North Korea to Russia?",
  rows: (published) => [...datedRows(shellRows(published)), ...stepRows(published, SHELLS)],
  title: (rows) => {
    const conflict = conflictTitle(rows, "rounds");
    if (conflict !== null) return conflict;
    const last = closureRows(rows).at(-1);
    return last === undefined
      ? "How many shells North Korea sent is not stated"
      : firstFitting([
          `If all reports hold, North Korea sent ${last.words} rounds${byMonth(last)}`,
          `If all reports hold, North Korea sent ${last.words} rounds`,
        ]);
  },
  subtitle: () => "Artillery rounds of any calibre from North Korea to Russia, cumulative counts",
  note: (rows) =>
    `${timelineNote(rows)} Shaded: the range that all counted claims leave. Floors hold from their day on, ceilings up to theirs. Struck: ${struckOf(rows)}.`,
  description: describeTimeline,
  columns: TIMELINE_COLUMNS,
  claims: timelineClaims,
  draw: (rows, canvas) => drawTimeline(rows, "rounds", canvas),
});
