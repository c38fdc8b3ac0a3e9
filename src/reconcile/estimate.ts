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

/** What is asked on one day or many: the claims are chosen and dated once. */
export interface Weighed {
  readonly selection: Selection & Rounding;
  /** One statement per origin and as-of. */
  readonly bounds: readonly BoundRow[];
  /** Pairs of statements that cannot both be true, on whatever day. */
  readonly conflicts: readonly Conflict[];
  /** Claims that enter on no day, with the reason. */
  readonly unused: readonly Unused[];
}

/**
 * Chooses and dates the claims about a metric, so that many days can be asked about.
 *
 * @throws RangeError when the metric is unknown.
 */
export function weigh(ledger: Ledger, selection: Selection & Rounding): Weighed {
  const selected = selectClaims(ledger, selection);
  const all = boundsOf(ledger, selection.metric, selected.claims, selection);
  const bounds = keepOnePerOrigin(all, ledger.origins);
  const stating = new Set(all.flatMap((row) => row.members));
  const standing = new Set(bounds.flatMap((row) => row.members));
  const mute = selected.claims
    .filter(
      ({ id, metric }) => !standing.has(id) && (metric === selection.metric || stating.has(id)),
    )
    .map(({ id }) => ({
      claim: id,
      reason: stating.has(id)
        ? "what its origin is said to have said contradicts itself and leaves no bound"
        : "states no bound",
    }));
  return {
    selection,
    bounds,
    conflicts: findConflicts(bounds),
    unused: [...selected.unused, ...mute],
  };
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

/** What weighed claims say of one day, with the reasons. */
export function estimateOn(
  { selection, bounds, conflicts, unused }: Weighed,
  asOf: string,
): Estimate {
  const speaking = inForceOn(bounds, asOf);
  const claims = [...new Set(speaking.flatMap((row) => row.members))].sort();
  return {
    question: { ...selection, asOf },
    claims,
    origins: [...new Set(speaking.map(({ origin }) => origin))].sort(),
    closure: closureOn(bounds, asOf),
    relaxed: relaxedOn(bounds, asOf),
    withoutOne: leaveOneOut(bounds, asOf),
    conflicts,
    unused: [...unused, ...silentReasons(bounds, new Set(claims), asOf)],
  };
}

/**
 * Answers what is known of a metric on a day, with the reasons.
 *
 * @throws RangeError when the metric is unknown.
 */
export function estimate(ledger: Ledger, { asOf, ...selection }: Question): Estimate {
  return estimateOn(weigh(ledger, selection), asOf);
}
