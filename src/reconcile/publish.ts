import { from } from "arquero";
import type { Ledger } from "../ledger/tables.ts";
import { firstDay, lastDay } from "./bounds.ts";
import { hasFurther, keepCollection } from "./collection.ts";
import { joined } from "./joined.ts";
import {
  type Collections,
  type Published,
  type PublishedClaim,
  type PublishedStatement,
  endsOf,
} from "./published.ts";
import type { NamedDay } from "./solidity/finding-days.ts";
import { publishSolidity } from "./solidity/publish.ts";
import type { PublishedSolidity } from "./solidity/rows.ts";
import { publishCrosschecks } from "./publish-crosschecks.ts";
import { publishMutations, publishRetellings } from "./publish-retellings.ts";
import { reconcile } from "./reconciled.ts";
import { rootsIn } from "./root.ts";
import { judge } from "./select.ts";
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
    first_day: firstDay(claim),
    last_day: lastDay(claim),
    counted_from: claim.counted_from,
    alternative: claim.alternative,
    unused: reasons.get(claim.id) ?? null,
  }));
  return joined(from(claims), ledger) as readonly PublishedClaim[];
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

function publishOne(ledger: Ledger, core: Published | null, named: readonly NamedDay[]): Published {
  const collection = core ? "all" : "core";
  const reconciled = reconcile(ledger, collection);
  const claims = publishClaims(ledger);
  const inCore = new Set(core?.crosschecks.map(({ crosscheck }) => crosscheck));
  const grounds = {
    claims,
    estimates: reconciled.estimates,
    bounds: reconciled.bounds,
    crosschecks: publishCrosschecks(ledger, standingIn(ledger), (id) =>
      core && !inCore.has(id) ? "all" : "core",
    ),
  };
  let solidity: PublishedSolidity | undefined;
  return {
    collection,
    core,
    ...reconciled,
    ...grounds,
    statements: publishStatements(ledger),
    support: supportOf(claims, collection, rootsIn(ledger.origins)),
    mutations: publishMutations(ledger),
    retellings: publishRetellings(ledger),
    // Most of the work, and few pages ask for it: a preview of the others does without.
    get solidity() {
      return (solidity ??= publishSolidity(ledger, collection, grounds, named));
    },
  };
}

/**
 * Computes all that is published from a checked ledger, for each collection by
 * itself: what the core publishes is the same with and without further documents.
 *
 * Rows come in the ledger's order, metrics in theirs, days ascending.
 *
 * @param named Days of which pages tell a range: each is a finding of its own.
 * @source docs/decisions/0025-collections-are-ledgers.md
 */
export function publish(ledger: Ledger, named: readonly NamedDay[] = []): Collections {
  const core = publishOne(keepCollection(ledger, "core"), null, named);
  return { core, all: hasFurther(ledger) ? publishOne(ledger, core, named) : core };
}
