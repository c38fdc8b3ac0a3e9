import type { Assumption, Claim, Ledger, Metric } from "../ledger/tables.ts";
import { type Options, groupOf, optionsIn } from "./choice.ts";
import type { Collection } from "./collection.ts";
import { byId, groupBy } from "./group-by.ts";
import { type Kin, kinIn } from "./kin.ts";
import { rootsIn } from "./root.ts";
import { standingIn } from "./standing.ts";

/** Which claims may answer, whatever the metric. */
export interface Voices {
  readonly collection: Collection;
  /** Origins left out on purpose. */
  readonly without?: readonly string[];
}

/** Which claims an estimate is made from. */
export interface Selection extends Voices {
  readonly metric: string;
}

/** An active claim that did not enter, and the reason in words. */
export interface Unused {
  readonly claim: string;
  readonly reason: string;
}

/** Claims that bear on a metric, sorted into those that may speak and those that may not. */
export interface Selected {
  readonly claims: readonly Claim[];
  readonly unused: readonly Unused[];
}

/** A claim of the collection, and why it may not speak; null where it may. */
interface Judged {
  readonly claim: Claim;
  /** Where it stands among the ledger's claims. */
  readonly place: number;
  /** The choice that it is an option of; null for a claim of its own. */
  readonly choice: string | null;
  readonly reason: string | null;
}

/** A ledger judged once, so that asking about a metric costs what its own claims cost. */
export interface Judgement {
  readonly voices: Voices;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly assumptions: ReadonlyMap<string, Assumption>;
  /** @throws RangeError when the metric is unknown. */
  readonly kinOf: (metric: string) => Kin;
  /** The act of estimation that an origin goes back to. */
  readonly rootOf: (origin: string) => string;
  /** What the documents of the whole ledger state of the options of choices. */
  readonly choices: Options;
  readonly judged: readonly Judged[];
  readonly byMetric: ReadonlyMap<string, readonly Judged[]>;
  readonly byChoice: ReadonlyMap<string | null, readonly Judged[]>;
}

const NOT_A_STATE: Partial<Record<Claim["modality"], string>> = {
  planned: "planned, not carried out",
  target: "a target, not a count",
  denied: "the document denies the figure",
};

/**
 * Choices with an option that counts nothing, a plan for instance: as long as that
 * reading may be the right one, the other options do not bound anything.
 */
function emptyChoices(judged: readonly Judged[]): ReadonlySet<string | null> {
  const standing = judged.filter(
    ({ claim, choice, reason }) =>
      choice !== null && (reason === null || reason === NOT_A_STATE[claim.modality]),
  );
  const options = groupBy(standing, ({ claim }) => `${claim.source}/${claim.alternative ?? ""}`);
  return new Set(
    [...options.values()]
      .filter((option) => option.every(({ reason }) => reason !== null))
      .map(([first]) => first?.choice ?? null),
  );
}

function judgeClaims(
  ledger: Ledger,
  { collection, without = [] }: Voices,
  rootOf: Judgement["rootOf"],
): readonly Judged[] {
  const standing = standingIn(ledger);
  const left = new Set(without);
  const inCollection = new Set(
    ledger.sources
      .filter((source) => collection === "all" || source.collection === "core")
      .map(({ id }) => id),
  );
  const reasonAgainst = (claim: Claim): string | null => {
    const reason = standing(claim) ?? NOT_A_STATE[claim.modality];
    if (reason !== undefined) return reason;
    // who leaves out an act of estimation leaves out its retellings too
    const out =
      left.size === 0 ? undefined : [claim.origin, rootOf(claim.origin)].find((id) => left.has(id));
    return out === undefined ? null : `origin ${out} is left out on request`;
  };
  const judged: Judged[] = [];
  ledger.claims.forEach((claim, place) => {
    if (!inCollection.has(claim.source)) return;
    judged.push({ claim, place, choice: groupOf(claim), reason: reasonAgainst(claim) });
  });
  const empty = emptyChoices(judged);
  return judged.map((one) =>
    one.reason === null && one.choice !== null && empty.has(one.choice)
      ? { ...one, reason: "another reading of the same words counts nothing" }
      : one,
  );
}

/** Judges every claim of a collection: may it speak, and if not, why. */
export function judge(ledger: Ledger, voices: Voices): Judgement {
  const rootOf = rootsIn(ledger.origins);
  const judged = judgeClaims(ledger, voices, rootOf);
  return {
    voices,
    metrics: byId(ledger.metrics),
    assumptions: byId(ledger.assumptions),
    kinOf: kinIn(ledger.metrics),
    rootOf,
    choices: optionsIn(ledger.claims),
    judged,
    byMetric: groupBy(judged, ({ claim }) => claim.metric),
    byChoice: groupBy(
      judged.filter(({ choice }) => choice !== null),
      ({ choice }) => choice,
    ),
  };
}

/** Claims about the metric or its kin, and the other options of the choices they belong to, in the ledger's order. */
function bearingOn(kin: Kin, { byMetric, byChoice }: Judgement): readonly Judged[] {
  const isDirect = ({ claim: { metric } }: Judged): boolean =>
    metric === kin.self || kin.parts.has(metric) || kin.wholes.has(metric);
  const bearing: Judged[] = [];
  const choices = new Set<string>();
  for (const id of [kin.self, ...kin.parts, ...kin.wholes])
    for (const one of byMetric.get(id) ?? []) {
      bearing.push(one);
      if (one.choice !== null) choices.add(one.choice);
    }
  for (const choice of choices)
    for (const one of byChoice.get(choice) ?? []) if (!isDirect(one)) bearing.push(one);
  return bearing.sort((a, b) => a.place - b.place);
}

/**
 * Sorts the claims that bear on a metric, directly or as part or whole of it.
 *
 * @returns Claims in the ledger's order. Claims outside the collection are not listed at all.
 * @throws RangeError when the metric is unknown.
 */
export function selectFrom(judgement: Judgement, metric: string): Selected {
  const kin = judgement.kinOf(metric);
  const bearing = bearingOn(kin, judgement);
  return {
    claims: bearing.filter(({ reason }) => reason === null).map(({ claim }) => claim),
    // found when asked for: of all metrics at once nobody asks
    get unused() {
      return bearing.flatMap(({ claim, reason }) =>
        reason !== null && (claim.metric === kin.self || kin.parts.has(claim.metric))
          ? [{ claim: claim.id, reason }]
          : [],
      );
    },
  };
}
