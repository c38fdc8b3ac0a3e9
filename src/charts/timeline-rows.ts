import type { Answered } from "../reconcile/published.ts";
import type { ChartColumn } from "./chart.ts";
import { formatDays } from "./days.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  endsOfRow,
  idsOf,
} from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { isCrowd } from "./timeline-crowd.ts";
import { formatNumber, formatRange, isConflict } from "./words.ts";

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
export function stepRows(
  { estimates }: Pick<Answered, "estimates">,
  metric: string,
): readonly TimelineRow[] {
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

/** Claims that set the range on some day. */
export const bindingClaims = (rows: readonly TimelineRow[]): ReadonlySet<string> =>
  new Set(closureRows(rows).flatMap(({ claims }) => idsOf(claims)));

/** Whether one of the claims behind a mark is among the binding ones. */
export const binds = ({ claims }: TimelineRow, binding: ReadonlySet<string>): boolean =>
  idsOf(claims).some((id) => binding.has(id));

/** Stretches on which a floor lies above a ceiling, widest gap first. */
const conflictRows = (rows: readonly TimelineRow[]): readonly TimelineRow[] =>
  closureRows(rows)
    .filter(isConflict)
    .toSorted((a, b) => gapOf(b) - gapOf(a));

/** The title of a chart whose claims cannot all be true, the widest gap; null where all can. */
export function conflictTitle(rows: readonly TimelineRow[], unit: string): string | null {
  const [widest] = conflictRows(rows);
  if (widest === undefined) return null;
  const least = widest.low_end === "excluded" ? "more than" : "at least";
  const most = widest.high_end === "excluded" ? "less than" : "at most";
  const [low, high] = [formatNumber(widest.low ?? 0), formatNumber(widest.high ?? 0)];
  return `Reports conflict: ${least} ${low} ${unit} against ${most} ${high}`;
}

const gapOf = ({ low, high }: TimelineRow): number => (low ?? 0) - (high ?? 0);

/** Claims and origins that a timeline shows, and what is drawn otherwise than usual. */
export function timelineNote(rows: readonly TimelineRow[]): string {
  const claims = claimRows(rows);
  const isRetold = claims.some((row) => idsOf(row.claims).length > 1);
  return [
    countNote(claims),
    ...(isRetold ? ["One mark for each origin, however often it is retold."] : []),
    ...(isCrowd(claims) ? ["Pale: counts that set no end of the range."] : []),
    ...(conflictRows(rows).length > 0
      ? ["Hatched: the floor lies above the ceiling, claims conflict."]
      : []),
  ].join(" ");
}

export const timelineClaims = (rows: readonly TimelineRow[]): readonly string[] => claimsOf(rows);

/** Each claim, then how the range that they leave together changes. */
export function describeTimeline(rows: readonly TimelineRow[]): string {
  const [claims, closure] = [claimRows(rows), closureRows(rows)];
  const steps = closure.map(({ label, words }) => `${label}: ${words}`).join("; ");
  return steps === "" ? describeRows(claims) : `${describeRows(claims)} The range: ${steps}.`;
}
