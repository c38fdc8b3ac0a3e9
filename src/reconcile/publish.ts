import { from } from "arquero";
import type { Ledger } from "../ledger/tables.ts";
import { FIRST_DAY, LAST_DAY, type BoundRow } from "./bounds.ts";
import { closureSteps } from "./closure.ts";
import { type Collection, hasFurther, keepCollection } from "./collection.ts";
import { checkArithmetic, inputsOf, reasonFor } from "./crosscheck.ts";
import { termsOf } from "./derive.ts";
import { type Estimate, estimateOn, weigh } from "./estimate.ts";
import { joined } from "./joined.ts";
import {
  type Collections,
  type Published,
  type PublishedClaim,
  type PublishedCrosscheck,
  type PublishedEstimate,
  type PublishedStatement,
  endsOf,
  gapOf,
} from "./published.ts";
import { publishSolidity } from "./solidity/publish.ts";
import { publishMutations, publishRetellings } from "./publish-retellings.ts";
import { selectClaims } from "./select.ts";
import { standingIn } from "./standing.ts";
import { intervalOf } from "./statement.ts";
import { supportOf } from "./support.ts";

/** Why each claim that may not enter an estimate of its own metric may not. */
function reasonsOf(ledger: Ledger): ReadonlyMap<string, string> {
  const own = new Map(ledger.claims.map(({ id, metric }) => [id, metric]));
  return new Map(
    ledger.metrics.flatMap(({ id }) =>
      selectClaims(ledger, { metric: id, collection: "all" })
        .unused.filter(({ claim }) => own.get(claim) === id)
        .map(({ claim, reason }) => [claim, reason] as const),
    ),
  );
}

function publishClaims(ledger: Ledger): readonly PublishedClaim[] {
  const reasons = reasonsOf(ledger);
  const claims = ledger.claims.map((claim) => ({
    claim: claim.id,
    source: claim.source,
    metric: claim.metric,
    origin: claim.origin,
    quote: claim.quote,
    start: claim.start,
    end: claim.end,
    ...endsOf(intervalOf(claim)),
    bound: claim.bound,
    hedge: claim.hedge,
    modality: claim.modality,
    first_day: claim.as_of_earliest ?? claim.period_start,
    last_day: claim.as_of_latest ?? claim.period_end,
    counted_from: claim.counted_from,
    alternative: claim.alternative,
    unused: reasons.get(claim.id) ?? null,
  }));
  return joined(from(claims), ledger) as readonly PublishedClaim[];
}

const turnsOf = (bounds: readonly BoundRow[]): readonly string[] =>
  bounds
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day !== FIRST_DAY && day !== LAST_DAY)
    .sort();

function publishEstimate(found: Estimate): PublishedEstimate {
  const { closure, relaxed, question } = found;
  return {
    metric: question.metric,
    as_of: question.asOf === FIRST_DAY ? null : question.asOf,
    collection: question.collection,
    ...endsOf(closure),
    low_claims: closure.low?.claims ?? [],
    high_claims: closure.high?.claims ?? [],
    claims: found.claims.length,
    origins: found.origins.length,
    relaxed_low: relaxed.range.low?.value ?? null,
    relaxed_high: relaxed.range.high?.value ?? null,
    hangs_on: relaxed.hangsOn,
    gap: gapOf(closure),
  };
}

type Reconciled = Pick<Published, "estimates" | "without" | "bounds" | "conflicts">;

function reconcileMetric(ledger: Ledger, metric: string, collection: Collection): Reconciled {
  const labels = new Map(ledger.origins.map(({ id, label }) => [id, label]));
  const origin = (id: string): string => labels.get(id) ?? id;
  const weighed = weigh(ledger, { metric, collection });
  const { bounds, conflicts } = weighed;
  const turns = turnsOf(bounds);
  const [first, last] = [turns[0] ?? FIRST_DAY, turns.at(-1) ?? FIRST_DAY];
  const found = closureSteps(bounds, { first, last }).map(({ day }) => estimateOn(weighed, day));
  const onLastDay = estimateOn(weighed, last);
  return {
    estimates: bounds.length === 0 ? [] : found.map(publishEstimate),
    without: onLastDay.withoutOne.map((one) => ({
      metric,
      as_of: last === FIRST_DAY ? null : last,
      collection,
      origin: one.origin,
      origin_label: origin(one.origin),
      ...endsOf(one.range),
      gap: gapOf(one.range),
    })),
    bounds: bounds.map((row) => ({
      metric,
      collection,
      origin: row.origin,
      origin_label: origin(row.origin),
      side: row.side === "low" ? "floor" : "ceiling",
      value: row.value,
      inclusive: row.inclusive,
      claims: row.claims,
      from: row.from === FIRST_DAY ? null : row.from,
      to: row.to === LAST_DAY ? null : row.to,
    })),
    conflicts: conflicts.map(({ low_claim, high_claim, gap }) => ({
      metric,
      collection,
      low_claim,
      high_claim,
      gap,
    })),
  };
}

function publishCrosschecks(
  ledger: Ledger,
  collectionOf: (crosscheck: string) => Collection,
): readonly PublishedCrosscheck[] {
  const terms = termsOf(ledger);
  const standing = standingIn(ledger);
  return ledger.crosschecks.map((row) => {
    const checked = checkArithmetic(row, terms, standing);
    const { result, against, verdict } = checked;
    return {
      crosscheck: row.id,
      topic: row.topic,
      label: row.label,
      formula: row.formula.text,
      unit: row.unit,
      ...endsOf(result.value),
      against: row.against?.text ?? null,
      against_low: against?.value.low?.value ?? null,
      against_high: against?.value.high?.value ?? null,
      verdict,
      why: reasonFor(checked),
      tolerance: row.tolerance,
      inputs: inputsOf(row, terms),
      condition: row.condition,
      claims: result.claims,
      assumptions: result.assumptions,
      collection: collectionOf(row.id),
    };
  });
}

function publishStatements(ledger: Ledger): readonly PublishedStatement[] {
  const statements = ledger.statements.map((row) => ({
    statement: row.id,
    source: row.source,
    proposition: row.proposition,
    claimant: row.claimant,
    stance: row.stance,
    hedge: row.hedge,
    quote: row.quote,
    start: row.start,
    end: row.end,
  }));
  return joined(from(statements), ledger) as readonly PublishedStatement[];
}

function publishOne(ledger: Ledger, core: Published | null): Published {
  const collection = core ? "all" : "core";
  const reconciled = ledger.metrics.map(({ id }) => reconcileMetric(ledger, id, collection));
  const claims = publishClaims(ledger);
  const inCore = new Set(core?.crosschecks.map(({ crosscheck }) => crosscheck));
  const grounds = {
    claims,
    estimates: reconciled.flatMap(({ estimates }) => estimates),
    bounds: reconciled.flatMap(({ bounds }) => bounds),
    crosschecks: publishCrosschecks(ledger, (id) => (core && !inCore.has(id) ? "all" : "core")),
  };
  return {
    collection,
    core,
    ...grounds,
    without: reconciled.flatMap(({ without }) => without),
    conflicts: reconciled.flatMap(({ conflicts }) => conflicts),
    statements: publishStatements(ledger),
    support: supportOf(claims, collection),
    mutations: publishMutations(ledger),
    retellings: publishRetellings(ledger),
    solidity: publishSolidity(ledger, collection, grounds),
  };
}

/**
 * Computes all that is published from a checked ledger, for each collection by
 * itself: what the core publishes is the same with and without further documents.
 *
 * Rows come in the ledger's order, metrics in theirs, days ascending.
 *
 * @source docs/decisions/0025-collections-are-ledgers.md
 */
export function publish(ledger: Ledger): Collections {
  const core = publishOne(keepCollection(ledger, "core"), null);
  return { core, all: hasFurther(ledger) ? publishOne(ledger, core) : core };
}
