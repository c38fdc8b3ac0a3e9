import type { Ledger } from "../ledger/tables.ts";
import { type BoundRow, type Stated, FIRST_DAY, LAST_DAY, boundsOf, tightest } from "./bounds.ts";
import { closureOf } from "./closure.ts";
import { type Conflict, findConflicts } from "./conflicts.ts";
import type { Interval } from "./interval.ts";
import { momentOn, timelineOf } from "./moments.ts";
import { keepOnePerOrigin } from "./origins.ts";
import {
  type Judgement,
  type Selected,
  type Selection,
  type Unused,
  judge,
  selectFrom,
} from "./select.ts";
import type { Rounding } from "./statement.ts";
import { type Relaxed, type WithoutOne, leaveOneOut, relaxedOf } from "./stress.ts";
import { unionOf } from "./union.ts";

/** A metric, whoever answers. */
export interface Ask extends Rounding {
  readonly metric: string;
}

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
  readonly metric: string;
  readonly selected: Selected;
  /** Bounds as each claim states them. */
  readonly stated: readonly Stated[];
  /** One statement per origin and as-of. */
  readonly bounds: readonly BoundRow[];
}

/**
 * Chooses and dates the claims about a metric, so that many days can be asked about.
 *
 * @throws RangeError when the metric is unknown.
 */
export function weighIn(judgement: Judgement, { metric, rounding = false }: Ask): Weighed {
  const row = judgement.metrics.get(metric);
  if (!row) throw new RangeError(`unknown metric ${metric}`);
  const selected = selectFrom(judgement, metric);
  const { rootOf, assumptions, choices } = judgement;
  const kin = judgement.kinOf(metric);
  const before = assumptions.get(metric.replace(/^m_/u, "p_window_"));
  const stated = boundsOf({ metric: row, kin, rootOf, before, choices, rounding }, selected.claims);
  return { metric, selected, stated, bounds: keepOnePerOrigin(stated) };
}

/** The same for one question, where no other follows. */
export const weigh = (ledger: Ledger, selection: Selection & Rounding): Weighed =>
  weighIn(judge(ledger, selection), selection);

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

/** Claims that enter on no day, with the reason. */
function unusedEver({ metric, selected, stated, bounds }: Weighed): readonly Unused[] {
  const stating = new Set(stated.flat().flatMap((row) => row.members));
  const standing = new Set(bounds.flatMap((row) => row.members));
  const mute = selected.claims
    .filter(
      (claim) => !standing.has(claim.id) && (claim.metric === metric || stating.has(claim.id)),
    )
    .map(({ id }) => ({
      claim: id,
      reason: stating.has(id)
        ? "what its origin is said to have said contradicts itself and leaves no bound"
        : "states no bound",
    }));
  return [...selected.unused, ...mute];
}

/**
 * The range of a metric on a day, where nothing else is asked.
 *
 * @throws RangeError when the metric is unknown.
 */
export function rangeOf(ledger: Ledger, question: Question): Interval {
  const { asOf } = question;
  const { bounds } = weigh(ledger, question);
  return tightest(bounds.filter(({ from, to }) => from <= asOf && asOf <= to));
}

/**
 * Answers what is known of a metric on a day, with the reasons.
 *
 * @throws RangeError when the metric is unknown.
 */
export function estimate(ledger: Ledger, question: Question): Estimate {
  const { asOf } = question;
  const weighed = weigh(ledger, question);
  const { bounds } = weighed;
  const timeline = timelineOf(bounds);
  const moment = momentOn(timeline, asOf);
  const speaking = moment.inForce();
  const claims = unionOf(speaking.map(({ members }) => members));
  return {
    question,
    claims,
    origins: [...new Set(speaking.map(({ origin }) => origin))].sort(),
    closure: closureOf(moment),
    relaxed: relaxedOf(moment),
    withoutOne: leaveOneOut(moment),
    conflicts: findConflicts(timeline),
    unused: [...unusedEver(weighed), ...silentReasons(bounds, new Set(claims), asOf)],
  };
}
