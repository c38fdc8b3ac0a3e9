import type { Claim, Ledger } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import { claimsUnder, termsOf } from "../derive.ts";
import { FIRST_DAY } from "../bounds.ts";
import { estimate } from "../estimate.ts";
import { rootOf } from "../root.ts";
import { wholesOf } from "./family.ts";
import type { Apart, Stated } from "./statements.ts";

/**
 * Why two numbers of one quantity exclude each other.
 *
 * derivation: one is computed from the other or repeats it · time: they speak of
 * different days, and could both be true · reading: one is an option or a reading of
 * words that allow others · scope: they cover different things or places · window:
 * their counts start on different days · definition: they are two quantities ·
 * dispute: none of these; they cannot both be true.
 */
export type Cause =
  "derivation" | "time" | "reading" | "scope" | "window" | "definition" | "dispute";

/** Finds causes within one ledger; whether both can hold is known from {@link canBothHold}. */
export type FindCause = (pair: Apart, canHold: boolean) => Cause;

const idsOf = ({ claims }: Stated): readonly string[] => claims.map(({ id }) => id);

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
function alone(ledger: Ledger, { floor, ceiling }: Apart): Ledger {
  const claims = [...floor.claims, ...ceiling.claims].map((claim): Claim => ({
    ...claim,
    // what is asked is whether the numbers meet, not whether they stand
    ...{ derived_from: null, alternative: null },
  }));
  const metrics = new Set(
    claims.flatMap(({ metric }) => [metric, ...wholesOf(metric, ledger.metrics)]),
  );
  return {
    ...ledger,
    claims,
    crosschecks: [],
    metrics: ledger.metrics.filter(({ id }) => metrics.has(id)),
    sources: ledger.sources.filter(({ id }) => claims.some(({ source }) => source === id)),
    origins: ledger.origins.filter(({ id }) => claims.some(({ origin }) => origin === id)),
  };
}

const hasOther = (
  { floor, ceiling }: Apart,
  part: (claim: Claim) => string | null,
  isOther: (a: string | null, b: string | null) => boolean,
): boolean => isOther(part(floor.claims[0]), part(ceiling.claims[0]));

/**
 * Whether both statements can be true once they are taken as they are dated. The
 * answer is the estimate's own, with nothing but the pair in the ledger.
 */
export function canBothHold(ledger: Ledger, pair: Apart): boolean {
  const [a, b] = [pair.floor.metric, pair.ceiling.metric];
  const isFamily =
    wholesOf(a, ledger.metrics).includes(b) || wholesOf(b, ledger.metrics).includes(a);
  if (a !== b && !isFamily) return true;
  const question = { metric: a, collection: "all" as const, asOf: FIRST_DAY };
  return estimate(alone(ledger, pair), question).conflicts.length === 0;
}

/** Says why the statements of a pair exclude each other. */
export function causesIn(ledger: Ledger): FindCause {
  const bases = basesIn(ledger);
  const origins = new Map(ledger.origins.map((row) => [row.id, row]));
  const terms = termsOf(ledger);
  const under = ({ claims }: Stated): readonly string[] =>
    claims.flatMap(({ derived_from }) => (derived_from ? claimsUnder(derived_from, terms) : []));
  const isDerived = (a: Stated, b: Stated): boolean =>
    rootOf(a.origin, origins) === rootOf(b.origin, origins) ||
    bases(a.origin).has(b.origin) ||
    under(a).some((id) => idsOf(b).includes(id));
  return (pair, canHold) => {
    const { floor, ceiling } = pair;
    if (isDerived(floor, ceiling) || isDerived(ceiling, floor)) return "derivation";
    if (floor.metric !== ceiling.metric) return "definition";
    if (canHold) return "time";
    if ([floor, ceiling].some(({ claims: [first] }) => alternativeOf(first) !== null))
      return "reading";
    if (
      hasOther(
        pair,
        ({ scope }) => scope,
        (a, b) => a !== b,
      )
    )
      return "scope";
    const isOtherDay = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
    return hasOther(pair, ({ counted_from }) => counted_from, isOtherDay) ? "window" : "dispute";
  };
}
