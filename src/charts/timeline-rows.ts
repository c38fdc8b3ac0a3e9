import type { Published } from "../reconcile/published.ts";
import type { ChartColumn } from "./chart.ts";
import { formatDays } from "./days.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  endsOfRow,
} from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { formatRange } from "./words.ts";

/** A claim with its days, or a stretch of the range that all claims together leave. */
export interface TimelineRow extends MarkRow {
  readonly part: "claim" | "closure";
}

export const TIMELINE_COLUMNS: readonly ChartColumn<TimelineRow>[] = [
  { field: "part", label: "Part" },
  ...MARK_COLUMNS,
];

export const claimRows = (rows: readonly TimelineRow[]): readonly TimelineRow[] =>
  rows.filter(({ part }) => part === "claim");

export const closureRows = (rows: readonly TimelineRow[]): readonly TimelineRow[] =>
  rows.filter(({ part }) => part === "closure");

/** The range of a metric from each day on which it changes, until the next. */
export function stepRows({ estimates }: Published, metric: string): readonly TimelineRow[] {
  const steps = estimates.filter((step) => step.metric === metric);
  return steps.map((step) => ({
    part: "closure",
    ...endsOfRow(step),
    kind: kindOfEnds(step.low, step.high),
    label: `if every report is right, from ${formatDays(step.as_of, step.as_of)} on`,
    by: null,
    words: formatRange(step),
    unit: "",
    metric,
    party: "other",
    quote: null,
    first_day: step.as_of,
    last_day: null,
    origin: "",
    alternative: null,
    formula: null,
    claims: [...new Set([...step.low_claims, ...step.high_claims])].join("|"),
  }));
}

/** Claims of a timeline in the order of their days; on one day the counted ones first. */
export function datedRows(rows: readonly MarkRow[]): readonly TimelineRow[] {
  const day = ({ last_day, first_day }: MarkRow): string => last_day ?? first_day ?? "";
  const key = (row: MarkRow): string => `${day(row)} ${row.kind === "withdrawn" ? 1 : 0}`;
  return rows
    .filter((row) => day(row) !== "")
    .map((row): TimelineRow => ({ ...row, part: "claim" }))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Claims and origins that a timeline shows; the closure adds none of its own. */
export const timelineNote = (rows: readonly TimelineRow[]): string => countNote(claimRows(rows));

export const timelineClaims = (rows: readonly TimelineRow[]): readonly string[] => claimsOf(rows);

/** Each claim, then how the range that they leave together changes. */
export function describeTimeline(rows: readonly TimelineRow[]): string {
  const [claims, closure] = [claimRows(rows), closureRows(rows)];
  const steps = closure.map(({ label, words }) => `${label}: ${words}`).join("; ");
  return steps === "" ? describeRows(claims) : `${describeRows(claims)} The range: ${steps}.`;
}
