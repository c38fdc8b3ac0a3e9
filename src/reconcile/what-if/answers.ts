import type { Claim, Ledger } from "../../ledger/tables.ts";
import { keepCollection } from "../collection.ts";
import { publishCrosschecks } from "../publish-crosschecks.ts";
import type { Answered, PublishedClaim, PublishedEstimate } from "../published.ts";
import { reconcileJudged, reconcileOn } from "../reconciled.ts";
import { type Judgement, judge } from "../select.ts";
import type { Asked, Option } from "../solidity/axes.ts";
import { type Standing, standingIn } from "../standing.ts";
import type { Choice } from "./choices.ts";
import { withNumbers } from "../dials.ts";
import type { Settings } from "./settings.ts";

/** The range of one metric on the day that is asked about. */
export interface Answer {
  readonly metric: string;
  /** null where nothing that counts speaks for the day. */
  readonly estimate: PublishedEstimate | null;
}

/** What is asked under settings, the same whatever they are. */
export interface AskedOf {
  readonly ledger: Ledger;
  readonly claims: readonly PublishedClaim[];
  readonly choices: readonly Choice[];
  readonly drawn: readonly string[];
}

/** Everything that settings lead to. */
export interface Answers extends Answered {
  /** Every metric of the ledger, in its order. */
  readonly onDay: readonly Answer[];
}

/** The options taken of those choices that bear on something, of any metric without one. */
function takenOf(
  choices: readonly Choice[],
  { options }: Settings,
  metric: string | null,
): readonly Option[] {
  return choices
    .filter(({ metrics }) => metric === null || metrics.has(metric))
    .flatMap((choice) => choice.options.find(({ id }) => id === options.get(choice.id)) ?? []);
}

/** A ledger as settings leave it, judged, and whether round figures are widened. */
interface Settled {
  readonly ledger: Ledger;
  readonly judgement: Judgement;
  readonly rounding: boolean;
}

function settle(ledger: Ledger, taken: readonly Option[], settings: Settings): Settled {
  const { asOf, collection, without } = settings;
  const question = { metric: "", asOf, collection };
  const asked = taken.reduce<Asked>((before, option) => option.settle(before), {
    ledger,
    question,
  });
  const kept = keepCollection(asked.ledger, collection);
  return {
    ledger: kept,
    judgement: judge(kept, { collection, without }),
    rounding: asked.question.rounding ?? false,
  };
}

const ASIDE = "set aside by the settings";

/** Why each claim does not count, where one does not; a claim that the settings took out says so. */
function reasonsIn({ claims }: Ledger, { judgement }: Settled): ReadonlyMap<string, string | null> {
  const status = new Map(claims.map((claim) => [claim.id, claim.status]));
  const reasonOf = (claim: Claim, reason: string | null): string | null =>
    claim.status === status.get(claim.id) ? reason : ASIDE;
  return new Map(judgement.judged.map(({ claim, reason }) => [claim.id, reasonOf(claim, reason)]));
}

/** Whether a claim may stand under arithmetic: as published, and its origin is not left out. */
function standingUnder({ ledger, judgement }: Settled): Standing {
  const standing = standingIn(ledger);
  const left = new Set(judgement.voices.without);
  const isLeftOut = ({ origin }: Claim): boolean =>
    left.has(origin) || left.has(judgement.rootOf(origin));
  return (claim) => standing(claim) ?? (isLeftOut(claim) ? "its origin is left out" : null);
}

/**
 * Answers as the build does, under other settings: each is a change of the ledger or
 * of the question, never another rule. A choice touches only the quantities for which
 * it is one; arithmetic falls with any claim that the settings set aside, and such a claim is shown as
 * one that does not count.
 *
 * @param asked.claims Published claims of all documents, whose names go on being theirs.
 * @param asked.drawn Metrics whose ranges are wanted from day to day, for charts.
 */
export function answer({ ledger, claims, choices, drawn }: AskedOf, settings: Settings): Answers {
  const changed = withNumbers(ledger, settings.numbers);
  const known = new Map<string, Settled>();
  const settledFor = (metric: string | null): Settled => {
    const taken = takenOf(choices, settings, metric);
    const key = taken.map(({ id }) => id).join(" ");
    const settled = known.get(key) ?? settle(changed, taken, settings);
    known.set(key, settled);
    return settled;
  };
  const parts = drawn.map((metric) => {
    const { ledger: own, judgement, rounding } = settledFor(metric);
    return reconcileJudged(own, judgement, [{ metric, rounding }]);
  });
  const whole = settledFor(null);
  const reasons = reasonsIn(ledger, whole);
  const shown = new Set(whole.ledger.sources.map(({ id }) => id));
  return {
    claims: claims
      .filter(({ source }) => shown.has(source))
      .map((claim) => ({ ...claim, unused: reasons.get(claim.claim) ?? null })),
    estimates: parts.flatMap(({ estimates }) => estimates),
    bounds: parts.flatMap(({ bounds }) => bounds),
    crosschecks: publishCrosschecks(whole.ledger, standingUnder(whole), () => settings.collection),
    onDay: ledger.metrics.map(({ id: metric }) => {
      const { judgement, rounding } = settledFor(metric);
      return { metric, estimate: reconcileOn(judgement, { metric, rounding }, settings.asOf) };
    }),
  };
}
