import { from } from "arquero";
import type { Ledger } from "../ledger/tables.ts";
import { checkArithmetic } from "./crosscheck.ts";
import { termsOf } from "./derive.ts";
import { joined } from "./joined.ts";
import {
  type Published,
  type PublishedClaim,
  type PublishedCrosscheck,
  type PublishedStatement,
  endsOf,
} from "./published.ts";
import { reconcile } from "./reconciled.ts";
import { type Collection, judge } from "./select.ts";
import { standingIn } from "./standing.ts";
import { intervalOf } from "./statement.ts";
import { supportOf } from "./support.ts";

function publishClaims(ledger: Ledger): readonly PublishedClaim[] {
  const reasons = new Map(
    judge(ledger, { collection: "all" }).judged.map(({ claim, reason }) => [claim.id, reason]),
  );
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

function publishCrosschecks(ledger: Ledger): readonly PublishedCrosscheck[] {
  const terms = termsOf(ledger);
  const standing = standingIn(ledger);
  return ledger.crosschecks.map((row) => {
    const { result, against, verdict } = checkArithmetic(row, terms, standing);
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
      condition: row.condition,
      claims: result.claims,
      assumptions: result.assumptions,
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

/**
 * Computes all that is published from a checked ledger.
 *
 * With no document beyond the core, only the collection "core" is reconciled.
 * Rows come in the ledger's order, metrics in theirs, days ascending.
 */
export function publish(ledger: Ledger): Published {
  const collections: readonly Collection[] = ledger.sources.some(
    ({ collection }) => collection === "further",
  )
    ? ["core", "all"]
    : ["core"];
  const reconciled = collections.map((collection) => reconcile(ledger, collection));
  const claims = publishClaims(ledger);
  return {
    claims,
    estimates: reconciled.flatMap(({ estimates }) => estimates),
    without: reconciled.flatMap(({ without }) => without),
    bounds: reconciled.flatMap(({ bounds }) => bounds),
    conflicts: reconciled.flatMap(({ conflicts }) => conflicts),
    crosschecks: publishCrosschecks(ledger),
    statements: publishStatements(ledger),
    support: supportOf(claims),
  };
}
