import type { Ledger } from "../ledger/tables.ts";
import { type BoundRow, boundsOf } from "./bounds.ts";
import { closureOn, inForceOn } from "./closure.ts";
import type { Interval } from "./interval.ts";
import { keepOnePerOrigin } from "./origins.ts";
import { type Selection, type Unused, selectClaims } from "./select.ts";
import type { Rounding } from "./statement.ts";
import {
  type Conflict,
  type Relaxed,
  type WithoutOne,
  findConflicts,
  leaveOneOut,
  relaxedOn,
} from "./stress.ts";

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

function silentReasons(
  bounds: readonly BoundRow[],
  speaking: ReadonlySet<string>,
  asOf: string,
): readonly Unused[] {
  const members = [...new Set(bounds.flatMap((row) => row.members))].sort();
  return members
    .filter((claim) => !speaking.has(claim))
    .map((claim) => {
      const rows = bounds.filter((row) => row.members.includes(claim));

      const says = rows
        .map(({ side, from, to }) =>
          side === "low" ? `a floor from ${from} on` : `a ceiling up to ${to}`,
        )
        .join(" and ");
      return {
        claim,
        reason: `${says || "no bound"}: says nothing about ${asOf}`,
      };
    });
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
  const bounding = new Set(all.flatMap((row) => row.members));
  const mute = selected.claims
    .filter(({ id, metric }) => metric === question.metric && !bounding.has(id))
    .map(({ id }) => ({ claim: id, reason: "states no bound" }));
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
