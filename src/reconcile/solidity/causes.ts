import type { Claim, Ledger } from "../../ledger/tables.ts";
import { firstDay, lastDay } from "../bounds.ts";
import { alternativeOf } from "../choice.ts";
import { claimsUnder, termsOf } from "../derive.ts";
import { findConflicts } from "../conflicts.ts";
import { weigh } from "../estimate.ts";
import { byId } from "../group-by.ts";
import { kinIn } from "../kin.ts";
import { timelineOf } from "../moments.ts";
import { rootsIn } from "../root.ts";
import type { Apart, Stated } from "./statements.ts";

/**
 * Why two numbers of one quantity exclude each other.
 *
 * origin: one act of estimation gave both · derivation: one is computed from the other or
 * repeats it · time: they speak of different days, and could both be true · reading: one is
 * an option or a reading of words that allow others · scope: they cover different things or
 * places · unit: they exclude each other only as printed, in units of one quantity ·
 * period: they hold for different periods that overlap, and a mean of one need not hold for
 * the other · window: their counts start on different days · definition: they are two
 * quantities · dispute: none of these; they cannot both be true.
 */
export type Cause =
  | "origin"
  | "derivation"
  | "time"
  | "reading"
  | "scope"
  | "unit"
  | "period"
  | "window"
  | "definition"
  | "dispute";

/** Finds causes within one ledger; whether both can hold is known from {@link canHoldIn}. */
export type FindCause = (pair: Apart, canHold: boolean) => Cause;

const idsOf = ({ claims }: Stated): readonly string[] => claims.map(({ id }) => id);

/** What metrics are part of. */
function wholesIn({ metrics }: Ledger): (metric: string) => readonly string[] {
  const kinOf = kinIn(metrics);
  return (metric) => [...kinOf(metric).wholes];
}

/** Everything that origins rest on, themselves included. */
function basesIn({ origins }: Ledger): (origin: string) => ReadonlySet<string> {
  const bases = new Map(origins.map(({ id, based_on }) => [id, based_on]));
  return (origin) => {
    const found = new Set([origin]);
    for (const id of found) for (const base of bases.get(id) ?? []) found.add(base);
    return found;
  };
}

/** The claims of a pair by themselves, with no more of the ledger than they need: this is asked hundreds of times. */
function aloneIn(ledger: Ledger): (pair: Apart) => Ledger {
  const wholesOf = wholesIn(ledger);
  const metrics = byId(ledger.metrics);
  const sources = byId(ledger.sources);
  const origins = byId(ledger.origins);
  const assumptions = byId(ledger.assumptions);
  const rows = <Row>(ids: readonly string[], found: ReadonlyMap<string, Row>): readonly Row[] =>
    [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
  return ({ floor, ceiling }) => {
    // one origin never contradicts itself: asked is what would be, had two said it
    const other = ceiling.origin === floor.origin ? `${ceiling.origin}_again` : ceiling.origin;
    const again = ceiling.claims.map((claim): Claim => ({ ...claim, origin: other }));
    const claims = [...floor.claims, ...again].map((claim): Claim => ({
      ...claim,
      // what is asked is whether the numbers meet, not whether they stand
      ...{ derived_from: null, alternative: null },
    }));
    const ids = claims.flatMap(({ metric }) => [metric, ...wholesOf(metric)]);
    return {
      ...ledger,
      claims,
      crosschecks: [],
      // counting windows are all that is assumed of a claim by itself
      assumptions: rows(
        ids.map((id) => id.replace(/^m_/u, "p_window_")),
        assumptions,
      ),
      metrics: rows(ids, metrics),
      sources: rows(
        claims.map(({ source }) => source),
        sources,
      ),
      origins: rows(
        claims.map(({ origin }) => origin),
        origins,
      ),
    };
  };
}

const hasOther = (
  { floor, ceiling }: Apart,
  part: (claim: Claim) => string | null,
  isOther: (a: string | null, b: string | null) => boolean,
): boolean => isOther(part(floor.claims[0]), part(ceiling.claims[0]));

/**
 * Whether both statements can be true once they are taken as they are dated. The
 * answer is that of the estimate, with nothing but the pair in the ledger.
 */
export function canHoldIn(ledger: Ledger): (pair: Apart) => boolean {
  const wholesOf = wholesIn(ledger);
  const alone = aloneIn(ledger);
  return (pair) => {
    const [a, b] = [pair.floor.metric, pair.ceiling.metric];
    if (a !== b && !wholesOf(a).includes(b) && !wholesOf(b).includes(a)) return true;
    const { bounds } = weigh(alone(pair), { metric: a, collection: "all" });
    return findConflicts(timelineOf(bounds)).length === 0;
  };
}

/** The days for which a claim about something that does not accumulate speaks; null where it names none. */
function periodOf(claim: Claim): string | null {
  const [first, last] = [firstDay(claim), lastDay(claim)];
  return first === null && last === null ? null : `${first ?? ""}/${last ?? ""}`;
}

const isOther = (a: string | null, b: string | null): boolean => a !== b;
const isOtherDay = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b;

/** Says why the statements of a pair exclude each other. */
export function causesIn(ledger: Ledger): FindCause {
  const bases = basesIn(ledger);
  const rootOf = rootsIn(ledger.origins);
  const terms = termsOf(ledger);
  const metrics = byId(ledger.metrics);
  const under = ({ claims }: Stated): readonly string[] =>
    claims.flatMap(({ derived_from }) => (derived_from ? claimsUnder(derived_from, terms) : []));
  const isDerived = (a: Stated, b: Stated): boolean =>
    rootOf(a.origin) === rootOf(b.origin) ||
    bases(a.origin).has(b.origin) ||
    under(a).some((id) => idsOf(b).includes(id));
  return (pair, canHold) => {
    const { floor, ceiling } = pair;
    if (floor.origin === ceiling.origin) return "origin";
    if (isDerived(floor, ceiling) || isDerived(ceiling, floor)) return "derivation";
    if (floor.metric !== ceiling.metric) return "definition";
    if (canHold) return "time";
    if ([floor, ceiling].some(({ claims: [first] }) => alternativeOf(first) !== null))
      return "reading";
    const grows = metrics.get(floor.metric)?.cumulative === "yes";
    if (!grows && hasOther(pair, periodOf, isOtherDay)) return "period";
    if (hasOther(pair, ({ scope }) => scope, isOther)) return "scope";
    return hasOther(pair, ({ counted_from }) => counted_from, isOtherDay) ? "window" : "dispute";
  };
}
