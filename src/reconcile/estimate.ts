import type { Ledger } from "../ledger/tables.ts";
import { type BoundRow, FIRST_DAY, LAST_DAY, boundsOf } from "./bounds.ts";
import { closureOn, inForceOn } from "./closure.ts";
import { type Conflict, findConflicts } from "./conflicts.ts";
import type { Interval } from "./interval.ts";
import { keepOnePerOrigin } from "./origins.ts";
import { type Selection, type Unused, selectClaims } from "./select.ts";
import type { Rounding } from "./statement.ts";
import { type Relaxed, type WithoutOne, leaveOneOut, relaxedOn } from "./stress.ts";

/** What is asked: a metric, a day, and the claims that may answer. */
export interface Question extends Selection, Rounding {
  /** ISO date. */
  readonly asOf: string;
}

/** All that can be said of a metric on a day. */
export interface Estimate {
  readonly question: Question;
  /** Claims that speak for the day, in order of their ids. */
  readonly claims: readonly string[];
  /** Independent acts of estimation behind them. */
  readonly origins: readonly string[];
  /** The range if every claim is right. */
  readonly closure: Interval;
  readonly relaxed: Relaxed;
  readonly withoutOne: readonly WithoutOne[];
  readonly conflicts: readonly Conflict[];
  /** Active claims about the metric that did not enter, with the reason. */
  readonly unused: readonly Unused[];
}

/** The bounds of one metric from the chosen claims, one statement per origin and as-of. */
export function metricBounds(ledger: Ledger, selection: Selection & Rounding): readonly BoundRow[] {
  const { claims } = selectClaims(ledger, selection);
  return keepOnePerOrigin(boundsOf(ledger, selection.metric, claims, selection), ledger.origins);
}

/** For which days the ends of a statement speak, in words. */
function spokenDays({ side, from, to }: BoundRow): string {
  const end = side === "low" ? "floor" : "ceiling";
  if (from === LAST_DAY || to === FIRST_DAY) return `a ${end} without a day`;
  if (from > to) return `a ${end} whose readings share no day`;
  if (to === LAST_DAY) return `a ${end} from ${from} on`;
  return from === FIRST_DAY ? `a ${end} up to ${to}` : `a ${end} from ${from} to ${to}`;
}

function silentReasons(
  bounds: readonly BoundRow[],
  speaking: ReadonlySet<string>,
  asOf: string,
): readonly Unused[] {
  const says = new Map<string, BoundRow[]>();
  for (const row of bounds)
    for (const claim of row.members)
      if (!speaking.has(claim)) says.set(claim, [...(says.get(claim) ?? []), row]);
  return [...says]
    .map(([claim, rows]) => ({
      claim,
      reason: `${[...new Set(rows.map(spokenDays))].join(" and ")}: says nothing about ${asOf}`,
    }))
    .sort((a, b) => (a.claim < b.claim ? -1 : 1));
}

/**
 * Answers what is known of a metric on a day, with the reasons.
 *
 * @throws RangeError when the metric is unknown.
 */
export function estimate(ledger: Ledger, question: Question): Estimate {
  const selected = selectClaims(ledger, question);
  const all = boundsOf(ledger, question.metric, selected.claims, question);
  const bounds = keepOnePerOrigin(all, ledger.origins);
  const speaking = inForceOn(bounds, question.asOf);
  const claims = [...new Set(speaking.flatMap((row) => row.members))].sort();
  const stating = new Set(all.flatMap((row) => row.members));
  const standing = new Set(bounds.flatMap((row) => row.members));
  const mute = selected.claims
    .filter(
      ({ id, metric }) => !standing.has(id) && (metric === question.metric || stating.has(id)),
    )
    .map(({ id }) => ({
      claim: id,
      reason: stating.has(id)
        ? "what its origin is said to have said contradicts itself and leaves no bound"
        : "states no bound",
    }));
  return {
    question,
    claims,
    origins: [...new Set(speaking.map(({ origin }) => origin))].sort(),
    closure: closureOn(bounds, question.asOf),
    relaxed: relaxedOn(bounds, question.asOf),
    withoutOne: leaveOneOut(bounds, question.asOf),
    conflicts: findConflicts(bounds),
    unused: [...selected.unused, ...mute, ...silentReasons(bounds, new Set(claims), question.asOf)],
  };
}
