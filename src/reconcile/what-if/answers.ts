import type { Claim, Ledger } from "../../ledger/tables.ts";
import type { Collection } from "../collection.ts";
import { withNumbers } from "../dials.ts";
import { publishCrosschecks } from "../publish-crosschecks.ts";
import type { Answered, PublishedClaim, PublishedEstimate } from "../published.ts";
import { type Reconciled, reconcileJudged, reconcileOn } from "../reconciled.ts";
import { type Judgement, judge } from "../select.ts";
import type { Asked, Option } from "../solidity/axes.ts";
import { familiesIn } from "../solidity/family.ts";
import { type Standing, standingIn } from "../standing.ts";
import type { Choice } from "./choices.ts";
import { type Documents, keepSpeaking } from "./documents.ts";
import { type Follow, followsFrom } from "./follow.ts";
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
  /** Cross-checks that are done with the ranges of the day too. */
  readonly followed?: readonly string[];
}

/** Everything that settings lead to. */
export interface Answers extends Answered {
  /** Every metric of the ledger, in its order. */
  readonly onDay: readonly Answer[];
  readonly follows: readonly Follow[];
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

/** How rows are labelled that no page shows: what speaks is a setting. */
const labelOf = (documents: Documents): Collection => (documents === "core" ? "core" : "all");

/** A ledger as settings leave it, judged, and whether round figures are widened. */
interface Settled {
  readonly ledger: Ledger;
  readonly judgement: Judgement;
  readonly rounding: boolean;
}

function settle(ledger: Ledger, taken: readonly Option[], settings: Settings): Settled {
  const { asOf, documents, without } = settings;
  const collection = labelOf(documents);
  const question = { metric: "", asOf, collection };
  const asked = taken.reduce<Asked>((before, option) => option.settle(before), {
    ledger,
    question,
  });
  const kept = keepSpeaking(asked.ledger, documents);
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

/** Assumptions of which an estimate knows the number: what went before a counting window. */
const windowsIn = ({ metrics }: Ledger): ReadonlySet<string> =>
  new Set(metrics.map(({ id }) => id.replace(/^m_/u, "p_window_")));

/** Whoever tries thousands of settings shall not fill the memory. */
const MOST_KEPT = 5000;

/** What was found for a key, or is found now. */
function kept<Value>(found: Map<string, Value>, key: string, find: () => Value): Value {
  const before = found.get(key);
  if (before !== undefined) return before;
  if (found.size >= MOST_KEPT) found.clear();
  const value = find();
  found.set(key, value);
  return value;
}

/**
 * Words that are the same under two settings only where all estimates of a metric are:
 * the documents, the options of choices that touch it, the origins of its family that
 * are left out, and the numbers that estimates know.
 */
function keysIn({ ledger, choices }: AskedOf): (metric: string, settings: Settings) => string {
  const familyOf = familiesIn(ledger);
  const windows = windowsIn(ledger);
  const known = new Map<string, ReadonlySet<string>>();
  const originsOf = (metric: string): ReadonlySet<string> =>
    kept(known, metric, () => new Set(familyOf(metric).origins.map(({ id }) => id)));
  return (metric, settings) =>
    [
      ...[metric, settings.documents],
      ...takenOf(choices, settings, metric).map(({ id }) => id),
      ...settings.without.filter((id) => originsOf(metric).has(id)),
      ...[...settings.numbers].filter(([id]) => windows.has(id)).flat(),
    ].join(" ");
}

/**
 * Answers as the build does, under other settings: each is a change of the ledger or
 * of the question, never another rule. A choice touches only the quantities for which
 * it is one; arithmetic falls with any claim that the settings set aside, and such a claim
 * is shown as one that does not count.
 *
 * What a change does not touch is kept from before: whoever moves a slider waits for
 * nothing that stays as it is.
 *
 * @param asked.claims Published claims of all documents, whose names go on being theirs.
 * @param asked.drawn Metrics whose ranges are wanted from day to day, for charts.
 */
export function answersTo(asked: AskedOf): (settings: Settings) => Answers {
  const { ledger, claims, choices, drawn, followed } = asked;
  const keyOf = keysIn(asked);
  const timelines = new Map<string, Reconciled>();
  const onDays = new Map<string, Answer>();
  return (settings) => {
    const changed = withNumbers(ledger, settings.numbers);
    const known = new Map<string, Settled>();
    const settledFor = (metric: string | null): Settled => {
      const taken = takenOf(choices, settings, metric);
      const key = taken.map(({ id }) => id).join(" ");
      return kept(known, key, () => settle(changed, taken, settings));
    };
    const answerOn = (metric: string): Answer =>
      kept(onDays, `${settings.asOf} ${keyOf(metric, settings)}`, () => {
        const { judgement, rounding } = settledFor(metric);
        return { metric, estimate: reconcileOn(judgement, { metric, rounding }, settings.asOf) };
      });
    const parts = drawn.map((metric) =>
      kept(timelines, keyOf(metric, settings), () => {
        const { ledger: own, judgement, rounding } = settledFor(metric);
        return reconcileJudged(own, judgement, [{ metric, rounding }]);
      }),
    );
    const whole = settledFor(null);
    const standing = standingUnder(whole);
    const reasons = reasonsIn(ledger, whole);
    const shown = new Set(whole.ledger.sources.map(({ id }) => id));
    return {
      claims: claims
        .filter(({ source }) => shown.has(source))
        .map((claim) => ({ ...claim, unused: reasons.get(claim.claim) ?? null })),
      estimates: parts.flatMap(({ estimates }) => estimates),
      bounds: parts.flatMap(({ bounds }) => bounds),
      crosschecks: publishCrosschecks(whole.ledger, standing, () => labelOf(settings.documents)),
      onDay: ledger.metrics.map(({ id }) => answerOn(id)),
      follows: followsFrom(followed ?? [], {
        ...{ ledger: changed, speaking: whole.ledger, standing },
        rangeOf: (metric) => answerOn(metric).estimate,
      }),
    };
  };
}

/** Answers once: see {@link answersTo}. */
export const answer = (asked: AskedOf, settings: Settings): Answers => answersTo(asked)(settings);
