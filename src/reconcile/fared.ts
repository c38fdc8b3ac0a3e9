import { group } from "d3-array";
import type { Ledger } from "../ledger/tables.ts";
import { type BoundRow, tightest } from "./bounds.ts";
import { closureOn } from "./closure.ts";
import { type Weighed, weigh } from "./estimate.ts";
import { type Interval, compareTightness, contradict, liesIn } from "./interval.ts";
import { type Timeline, timelineOf } from "./moments.ts";
import { unionOf } from "./union.ts";

/** What a later statement about days up to the one asked about does to the core's range of its own day. */
export type LaterVerdict = "inside" | "overlaps" | "excludes";

/** What one origin said of some days, first published after the day asked about. */
export interface LaterStatement {
  readonly origin: string;
  readonly claims: readonly string[];
  readonly range: Interval;
  /** Earliest and latest day on which the count may have stood. */
  readonly days: { readonly first: string; readonly last: string };
}

/** A later statement about days up to the one asked about, held against the core. */
export interface Tested extends LaterStatement {
  readonly coreRange: Interval;
  readonly verdict: LaterVerdict;
}

/** A later ceiling, held against the core's range of the day asked about. */
export interface Bounding extends LaterStatement {
  readonly coreRange: Interval;
  /** leaves: the core's own ceiling is as low · lowers it · excludes: lies below the core's floor. */
  readonly effect: "leaves" | "lowers" | "excludes";
}

/** How the core's range of a day fared against what was published later. */
export interface Fared {
  /** About days up to the one asked about. */
  readonly upTo: readonly Tested[];
  /** Ceilings of later days: they bound the earlier day too. */
  readonly ceilings: readonly Bounding[];
  /** Floors of later days: they say nothing about the earlier day. */
  readonly floors: readonly LaterStatement[];
}

function statementOf(rows: readonly BoundRow[]): LaterStatement {
  const [first = "", last = ""] = rows[0]?.as_of.split("/") ?? [];
  return {
    origin: rows[0]?.origin ?? "",
    claims: unionOf(rows.map(({ members }) => members)),
    range: tightest(rows),
    days: first <= last ? { first, last } : { first: last, last: first },
  };
}

/** Holds a statement's floor against the core's ceiling of its day, and its ceiling against the floor. */
function holdAgainstCore(rows: readonly BoundRow[], core: Timeline): Tested {
  const statement = statementOf(rows);
  const { first, last } = statement.days;
  const coreRange = { low: closureOn(core, first).low, high: closureOn(core, last).high };
  const { low, high } = statement.range;
  const isExcluded =
    (low !== null && coreRange.high !== null && contradict(low, coreRange.high)) ||
    (high !== null && coreRange.low !== null && contradict(coreRange.low, high));
  const verdict = isExcluded
    ? "excludes"
    : liesIn(statement.range, coreRange)
      ? "inside"
      : "overlaps";
  return { ...statement, coreRange, verdict };
}

function boundBy(statement: LaterStatement, coreRange: Interval): Bounding {
  const { high } = statement.range;
  const isLower =
    high !== null && (!coreRange.high || compareTightness("high", high, coreRange.high) < 0);
  const isExcluded = high !== null && coreRange.low !== null && contradict(coreRange.low, high);
  return {
    ...statement,
    coreRange,
    effect: isExcluded ? "excludes" : isLower ? "lowers" : "leaves",
  };
}

/** Statements all of whose claims stand in documents published after a day. */
function laterThan(
  asOf: string,
  { bounds }: Weighed,
  ledger: Ledger,
): readonly (readonly BoundRow[])[] {
  const days = new Map(ledger.sources.map(({ id, published_on }) => [id, published_on]));
  const published = new Map(ledger.claims.map(({ id, source }) => [id, days.get(source) ?? null]));
  const isLater = (claim: string): boolean => (published.get(claim) ?? "") > asOf;
  const known = new Set(
    bounds.flatMap(({ origin, members }) => (members.every(isLater) ? [] : [origin])),
  );
  return [
    ...group(
      bounds.filter(({ origin }) => !known.has(origin)),
      ({ origin, as_of }) => `${origin} ${as_of}`,
    ).values(),
  ].toSorted((a, b) => ((a[0]?.as_of ?? "") < (b[0]?.as_of ?? "") ? -1 : 1));
}

/**
 * Sets what the core says of a growing count on a day beside what was published
 * later. A later ceiling bounds the earlier day, a later floor does not.
 *
 * An origin that somebody had told by that day is no later statement, whoever retells it since.
 *
 * @param question A cumulative metric.
 * @returns Statements in the order of their days.
 * @throws RangeError when the metric is unknown.
 */
export function fare(
  ledger: Ledger,
  { metric, asOf }: { readonly metric: string; readonly asOf: string },
): Fared {
  const core = timelineOf(weigh(ledger, { metric, collection: "core" }).bounds);
  const later = laterThan(asOf, weigh(ledger, { metric, collection: "all" }), ledger);
  const endsAfter = (rows: readonly BoundRow[]): boolean => statementOf(rows).days.last > asOf;
  const after = later.filter(endsAfter).map(statementOf);
  return {
    upTo: later.filter((rows) => !endsAfter(rows)).map((rows) => holdAgainstCore(rows, core)),
    ceilings: after
      .filter(({ range, days }) => range.high !== null && days.first >= asOf)
      .map((one) => boundBy(one, closureOn(core, asOf))),
    floors: after.filter(({ range }) => range.low !== null),
  };
}
