import type { Published } from "../reconcile/published.ts";
import { chartOf } from "./chart.ts";
import { type MarkRow, spanOf } from "./mark-row.ts";
import { SHELLS, shellRows } from "./select.ts";
import {
  TIMELINE_COLUMNS,
  type TimelineRow,
  bindingClaims,
  binds,
  claimRows,
  closureRows,
  datedRows,
  describeTimeline,
  stepRows,
  timelineClaims,
  timelineNote,
} from "./timeline-rows.ts";
import { drawTimeline } from "./timeline.ts";
import { firstFitting, formatCount, formatDay, formatRange } from "./words.ts";

/** Counts that are first published after a day: no report up to then tells their origin. */
function laterRows(published: Published, day: string): readonly MarkRow[] {
  const isLater = ({ published_on }: { readonly published_on: string | null }): boolean =>
    (published_on ?? "") > day;
  const told = new Set(
    published.claims.filter((claim) => !isLater(claim)).map(({ origin }) => origin),
  );
  const claims = published.claims.filter((claim) => isLater(claim) && !told.has(claim.origin));
  return shellRows({ ...published, claims }).filter(({ kind }) => kind !== "withdrawn");
}

/** The core's claims that set its range, its range, and what was published after its last day. */
function rowsOf(published: Published): readonly TimelineRow[] {
  const { core } = published;
  const steps = core === null ? [] : stepRows(core, SHELLS);
  const day = steps.at(-1)?.first_day ?? null;
  if (core === null || day === null) return [];
  const later = datedRows(laterRows(published, day));
  const binding = bindingClaims(steps);
  const own = datedRows(shellRows(core)).filter((row) => binds(row, binding));
  return later.length === 0 ? [] : [...datedRows([...own, ...later]), ...steps];
}

const isLaterRow = (rows: readonly TimelineRow[]) => {
  const binding = bindingClaims(rows);
  return (row: TimelineRow): boolean => !binds(row, binding);
};

/** The core's range up to its last day, and the counts that were published since. */
export const chart = chartOf<TimelineRow>({
  question: "How did the range of the core articles fare against what was said later?",
  rows: rowsOf,
  title: (rows) => {
    const later = claimRows(rows).filter(isLaterRow(rows));
    const [span, range] = [spanOf(later), closureRows(rows).at(-1)];
    if (span === null || range === undefined) return "No later count of shells is in the ledger";
    const said = `${formatCount(later.length, "later count")} name ${formatRange(span)} rounds`;
    return firstFitting([`${said}; core range: ${range.words}`, said]);
  },
  subtitle: (rows) => {
    const day = closureRows(rows).at(-1)?.first_day ?? null;
    const since = day === null ? "since" : `after ${formatDay(day)}`;
    return `Artillery rounds of any calibre from North Korea to Russia; counts published ${since}`;
  },
  note: (rows) =>
    `${timelineNote(rows)} Shaded: the range that the core articles leave; their own claims that set it are drawn too. A later ceiling bounds every earlier day, a later floor does not.`,
  description: describeTimeline,
  columns: TIMELINE_COLUMNS,
  claims: timelineClaims,
  draw: (rows, canvas) => drawTimeline(rows, "rounds", canvas),
});
