import type { Answered, PublishedClaim } from "../reconcile/published.ts";
import type { ChartColumn } from "./chart.ts";
import { formatDays } from "./days.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  counts,
  describeRows,
  endsOfRow,
  idsOf,
  rowOfClaim,
} from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { timeOf } from "./time-axis.ts";
import { isCrowd } from "./timeline-crowd.ts";
import { type Contested, conflictNotes, sayingOf } from "./timeline-conflict.ts";
import { lastDay } from "./timeline-field.ts";
import { formatRange, isConflict } from "./words.ts";

/** A claim with its days, or a stretch of the range that all claims together leave. */
export interface TimelineRow extends Contested {
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

/** What the first of some claims says. */
function saidBy(claims: readonly PublishedClaim[], ids: readonly string[]): string | null {
  const claim = claims.find(({ claim: id }) => ids.includes(id));
  return claim === undefined ? null : sayingOf(rowOfClaim(claim));
}

/** The range of a metric from each day on which it changes, until the next. */
export function stepRows(
  { estimates, claims }: Pick<Answered, "estimates" | "claims">,
  metric: string,
): readonly TimelineRow[] {
  const steps = estimates.filter((step) => step.metric === metric);
  return steps.map((step) => ({
    part: "closure",
    said_low: isConflict(step) ? saidBy(claims, step.low_claims) : null,
    said_high: isConflict(step) ? saidBy(claims, step.high_claims) : null,
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
    .map((row): TimelineRow => ({ ...row, part: "claim", said_low: null, said_high: null }))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Claims that set the range on some day. */
export const bindingClaims = (rows: readonly TimelineRow[]): ReadonlySet<string> =>
  new Set(closureRows(rows).flatMap(({ claims }) => idsOf(claims)));

/** Whether one of the claims behind a mark is among the binding ones. */
export const binds = ({ claims }: TimelineRow, binding: ReadonlySet<string>): boolean =>
  idsOf(claims).some((id) => binding.has(id));

/** Whether marks may have to stand aside: struck ones, or days nearer than two per cent of all. */
function isDense(claims: readonly TimelineRow[]): boolean {
  const days = claims.map((row) => timeOf(lastDay(row)));
  const near = ((days.at(-1) ?? 0) - (days[0] ?? 0)) * 0.02;
  const hasNear = days.some((day, index) => day - (days[index - 1] ?? -Infinity) <= near);
  return hasNear || claims.some((row) => !counts(row));
}

/** Claims and origins that a timeline shows, and what is drawn otherwise than usual. */
export function timelineNote(rows: readonly TimelineRow[]): string {
  const claims = claimRows(rows);
  const isRetold = claims.some((row) => idsOf(row.claims).length > 1);
  return [
    countNote(claims),
    ...(isRetold ? ["One mark for each figure of an origin, however often it is retold."] : []),
    ...(isCrowd(claims) ? ["Pale: counts that set no end of the range."] : []),
    ...conflictNotes(closureRows(rows)),
    `Each mark stands at the last day that it can mean${isDense(claims) ? "; one that would hide another stands aside, with a thin line to its day" : ""}.`,
  ].join(" ");
}

export const timelineClaims = (rows: readonly TimelineRow[]): readonly string[] => claimsOf(rows);

/** Each claim, then how the range that they leave together changes. */
export function describeTimeline(rows: readonly TimelineRow[]): string {
  const [claims, closure] = [claimRows(rows), closureRows(rows)];
  const steps = closure.map(({ label, words }) => `${label}: ${words}`).join("; ");
  return steps === "" ? describeRows(claims) : `${describeRows(claims)} The range: ${steps}.`;
}
