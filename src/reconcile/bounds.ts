import type { Assumption, Claim, Metric } from "../ledger/tables.ts";
import {
  type Bound,
  type Interval,
  type Side,
  hull,
  pointAt,
  tightestOf,
  unbounded,
  wider,
} from "./interval.ts";
import { type Options, alternativeOf, groupOf } from "./choice.ts";
import { groupBy } from "./group-by.ts";
import type { Kin } from "./kin.ts";
import { type Rounding, intervalOf } from "./statement.ts";

/**
 * One end of one statement about a metric, with the days for which it speaks.
 * Days are ISO text; {@link FIRST_DAY} and {@link LAST_DAY} stand for "always".
 */
export interface BoundRow {
  readonly metric: string;
  readonly origin: string;
  readonly side: Side;
  readonly value: number;
  readonly inclusive: boolean;
  /** The claims that put the number there. */
  readonly claims: readonly string[];
  /** All claims of the statement, those that do not bind among them. */
  readonly members: readonly string[];
  /** When the statement stood, as "earliest/latest". */
  readonly as_of: string;
  readonly from: string;
  readonly to: string;
}

export const FIRST_DAY = "0000-01-01";
export const LAST_DAY = "9999-12-31";

/** The highest floor and the lowest ceiling of some bounds; open where there is none. */
export function tightest(rows: readonly BoundRow[]): Interval {
  const ends: Record<Side, BoundRow[]> = { low: [], high: [] };
  for (const row of rows) ends[row.side].push(row);
  return { low: tightestOf("low", ends.low), high: tightestOf("high", ends.high) };
}

/** What a claim of a part or a whole says of the metric itself. */
function seenFrom(kin: Kin, claim: Claim, interval: Interval): Interval {
  if (kin.parts.has(claim.metric)) return { low: interval.low, high: null };
  if (kin.wholes.has(claim.metric)) return { low: null, high: interval.high };
  return claim.metric === kin.self ? interval : unbounded;
}

/** What a claim says, before it is known of which metric it is asked. */
type Says = (claim: Claim) => Interval;

/**
 * What one option of a choice says of the metric: all of it is what the option's
 * claims count, so a part's interval is the whole's, and an option about another
 * part leaves nothing for this one. An option about something else says nothing.
 */
function optionInterval(kin: Kin, option: readonly Claim[], says: Says): Interval {
  const own = option.filter(({ metric }) => metric === kin.self || kin.parts.has(metric));
  if (own.length === 0)
    return option.some(({ metric }) => kin.siblings.has(metric))
      ? pointAt(0, option.map(({ id }) => id).sort())
      : unbounded;
  // two parts make up the whole together: each is a floor of it, neither a ceiling
  return new Set(own.map(({ metric }) => metric)).size === 1
    ? own.map(says).reduce((a, b) => hull(a, b))
    : own.map((claim) => seenFrom(kin, claim, says(claim))).reduce(joint);
}

/**
 * A ceiling of a count that began later than others bounds the metric only together
 * with what went before: the assumption `p_window_METRIC` says how much that was.
 * Switched off, such a ceiling bounds nothing.
 *
 * @source docs/decisions/0008-counting-windows.md
 */
function ceilingWithin(
  before: Assumption,
  claims: readonly Claim[],
): (claim: Claim, high: Bound | null) => Bound | null {
  const opened = claims.reduce(
    (first, { counted_from }) =>
      counted_from !== null && counted_from < first ? counted_from : first,
    LAST_DAY,
  );
  return ({ counted_from }, high) => {
    const isWhole = counted_from === null || counted_from <= opened;
    if (!high || isWhole) return high;
    const amount = before.high ?? before.best ?? 0;
    return before.default === "off" ? null : { ...high, value: high.value + amount };
  };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The first day on which a claim may have stood; null where it names none. */
export const firstDay = (claim: Claim): string | null => claim.as_of_earliest ?? claim.period_start;
/** The last day, likewise. */
export const lastDay = (claim: Claim): string | null => claim.as_of_latest ?? claim.period_end;

/**
 * The days for which each end of a claim speaks. A count that only grows carries
 * its floor forward from the latest day it may have stood on and its ceiling
 * backward from the earliest, and without a day it speaks for none; anything else
 * speaks for its own days only.
 */
function spanOf(claim: Claim, side: Side, cumulative: boolean): Span {
  const [first, last] = [firstDay(claim), lastDay(claim)];
  if (!cumulative) return { from: first ?? FIRST_DAY, to: last ?? LAST_DAY };
  const day = side === "low" ? (last ?? first) : (first ?? last);
  if (day === null) return { from: LAST_DAY, to: FIRST_DAY };
  return side === "low" ? { from: day, to: LAST_DAY } : { from: FIRST_DAY, to: day };
}

/** The days for which an end of a joint statement speaks: those of all of its claims. */
function jointSpan(claims: readonly Claim[], side: Side, cumulative: boolean): Span {
  const [first] = claims;
  if (first && claims.length === 1) return spanOf(first, side, cumulative);
  let [from, to] = [FIRST_DAY, LAST_DAY];
  for (const claim of claims) {
    const span = spanOf(claim, side, cumulative);
    if (span.from > from) from = span.from;
    if (span.to < to) to = span.to;
  }
  return { from, to };
}

/** Claims by statement: options of one choice together, every other claim by itself; in their order. */
function statementsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const statements: Claim[][] = [];
  const choices = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = groupOf(claim);
    const choice = key === null ? undefined : choices.get(key);
    if (choice) {
      choice.push(claim);
      continue;
    }
    const statement = [claim];
    statements.push(statement);
    if (key !== null) choices.set(key, statement);
  }
  return statements;
}

/**
 * What the options that a document leaves out, and others of the ledger state, say of
 * the metric; null when nothing is left out. "2 million if all are 152-mm" alone says
 * nothing of a load of 122-mm rounds, so it is no floor of the whole.
 *
 * @param only A claim of the one option that is left of what the document states.
 */
function leftOut(kin: Kin, { inDocument, metrics }: Options, only: Claim): Interval | null {
  const stated = alternativeOf(only);
  if (!stated) return null;
  // an option that the document has and a reading or a correction took away is not left out
  const inOwn = inDocument.get(groupOf(only)) ?? new Set();
  if ([...inOwn].some((option) => option !== stated.option)) return null;
  const others = [...(metrics.get(stated.group) ?? [])].filter(([name]) => name !== stated.option);
  const isElsewhere =
    others.length > 0 &&
    others.every(([, about]) => [...about].every((metric) => kin.siblings.has(metric)));
  return isElsewhere ? pointAt(0, [only.id]) : unbounded;
}

/**
 * What a statement says of the metric: a single claim, or the hull of the options of a
 * choice, those that the document leaves out among them.
 */
function statementInterval(
  { kin, choices }: Measure,
  statement: readonly Claim[],
  says: Says,
): Interval {
  const [first] = statement;
  if (!first) return unbounded;
  if (first.alternative === null) return seenFrom(kin, first, says(first));
  const options = [...groupBy(statement, (claim) => alternativeOf(claim)?.option ?? "").values()];
  const rest = options.length === 1 ? leftOut(kin, choices, first) : null;
  if (options.length === 1 && rest === null)
    return statement.map((claim) => seenFrom(kin, claim, says(claim))).reduce(joint);
  const told = options.map((option) => optionInterval(kin, option, says));
  return (rest ? [...told, rest] : told).reduce((a, b) => hull(a, b));
}

// column by column: to spread objects takes several times as long, and there are many rows
export const rowOf = (
  { metric, origin, members, as_of }: Pick<BoundRow, "metric" | "origin" | "members" | "as_of">,
  side: Side,
  { value, inclusive, claims }: Bound,
  { from, to }: Span,
): BoundRow => ({ metric, origin, side, value, inclusive, claims, members, as_of, from, to });

/** Ids in order. Most statements are one claim, and to sort a list of one costs as much as to make it. */
function idsOf(claims: readonly Claim[]): readonly string[] {
  const ids = claims.map(({ id }) => id);
  return ids.length === 1 ? ids : ids.sort();
}

/** The ends of one statement: a floor, a ceiling or both, of one origin and as-of. */
export type Stated = readonly BoundRow[];

/** What turns claims into bounds of one metric. */
export interface Measure extends Rounding {
  readonly metric: Metric;
  readonly kin: Kin;
  /** The act of estimation that an origin goes back to. */
  readonly rootOf: (origin: string) => string;
  /** What went before later counting windows, where something is assumed. */
  readonly before: Assumption | undefined;
  /** What the documents of the ledger state of the options of choices. */
  readonly choices: Options;
}

/**
 * Turns claims into dated bounds of one metric. Options of a choice, "all 152-mm or
 * all 122-mm", become one statement that a mix satisfies too: the hull of the options.
 *
 * @param claims Claims that bear on the metric, already selected.
 * @returns Statements in the metric's unit; a claim that bounds nothing gives none.
 * @source docs/decisions/0005-alternatives.md
 */
export function boundsOf(measure: Measure, claims: readonly Claim[]): readonly Stated[] {
  const { metric, rootOf, before, rounding = false } = measure;
  const within = before ? ceilingWithin(before, claims) : null;
  const says: Says = (claim) => {
    const interval = intervalOf(claim, { rounding });
    return within ? { low: interval.low, high: within(claim, interval.high) } : interval;
  };
  const cumulative = metric.cumulative === "yes";
  const statements: Stated[] = [];
  for (const statement of statementsOf(claims)) {
    const { low, high } = statementInterval(measure, statement, says);
    if (!low && !high) continue;
    const spans = {
      low: jointSpan(statement, "low", cumulative),
      high: jointSpan(statement, "high", cumulative),
    };
    // taken from the spans, so that statements of one as-of speak for the same days
    const [first, last] = cumulative
      ? [spans.high.to, spans.low.from]
      : [spans.low.from, spans.low.to];
    const common = {
      metric: metric.id,
      origin: rootOf(statement[0]?.origin ?? ""),
      members: idsOf(statement),
      as_of: `${first}/${last}`,
    };
    const rows: BoundRow[] = [];
    if (low) rows.push(rowOf(common, "low", low, spans.low));
    if (high) rows.push(rowOf(common, "high", high, spans.high));
    statements.push(rows);
  }
  return statements;
}

/** Claims of one chosen reading say the same thing: the wider end of each side stands. */
function joint(a: Interval, b: Interval): Interval {
  return { low: wider("low", a.low, b.low), high: wider("high", a.high, b.high) };
}
