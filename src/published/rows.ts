import { endsOf } from "../arithmetic/interval.ts";
import { intervalOf } from "../arithmetic/stated.ts";
import { amountOf } from "../ledger/amount-of.ts";
import type { Ledger } from "../ledger/tables.ts";
import { institutionsIn, rootsIn } from "../reconcile/chains.ts";
import { labelled } from "./labelled.ts";
import { mutationsOf, retellingsOf } from "./retellings.ts";
import {
  type PublishedClaim,
  type PublishedMutation,
  type PublishedName,
  type PublishedRetelling,
  type PublishedStatement,
  publishedTables,
} from "./tables.ts";

const columnsOf = (name: PublishedName): readonly string[] =>
  Object.keys(publishedTables[name].schema.shape);

/**
 * Claims with the names that readers know beside every key.
 *
 * @param reasons Why claims bind nothing.
 */
export function publishClaims(
  ledger: Ledger,
  reasons: ReadonlyMap<string, string>,
): readonly PublishedClaim[] {
  const amounts = new Map(ledger.metrics.map((row) => [row.id, amountOf(row)]));
  const rootOf = rootsIn(ledger.origins);
  const institutionOf = institutionsIn(ledger.claimants);
  const speakers = new Map(ledger.origins.map(({ id, claimant }) => [id, claimant]));
  const rows = ledger.claims.map((claim) => ({
    ...claim,
    ...endsOf(intervalOf(claim)),
    claim: claim.id,
    series: amounts.get(claim.metric) ?? claim.metric,
    institution: institutionOf(speakers.get(rootOf(claim.origin)) ?? ""),
    first_day: claim.period_start ?? claim.as_of_earliest ?? claim.as_of_latest,
    last_day: claim.period_end ?? claim.as_of_latest ?? claim.as_of_earliest,
    unused: reasons.get(claim.id) ?? null,
  }));
  return labelled(rows, ledger, columnsOf("claims")) as readonly PublishedClaim[];
}

/** Statements with the names that readers know beside every key. */
export const publishStatements = (ledger: Ledger): readonly PublishedStatement[] =>
  labelled(
    ledger.statements.map((row) => ({ ...row, statement: row.id })),
    ledger,
    columnsOf("statements"),
  ) as readonly PublishedStatement[];

/** Changes with the names that readers know: kinds in their table's order, rows in theirs. */
export function publishMutations(ledger: Ledger): readonly PublishedMutation[] {
  const sources = new Map(
    [...ledger.claims, ...ledger.statements].map(({ id, source }) => [id, source]),
  );
  const mutations = mutationsOf(ledger);
  const rows = ledger.mutation_kinds.flatMap((kind) =>
    mutations
      .filter((row) => row.kind === kind.id)
      .map((row) => ({
        ...row,
        mutation: row.id,
        kind_label: kind.label,
        changes: kind.changes,
        source: sources.get(row.claim ?? row.statement ?? "") ?? "",
      })),
  );
  return labelled(rows, ledger, columnsOf("mutations")) as readonly PublishedMutation[];
}

/** Every figure that can be judged, changed or not, in the order of the claims. */
export function publishRetellings(ledger: Ledger): readonly PublishedRetelling[] {
  const rows = retellingsOf(ledger).flatMap(({ claims, mutations, factor, isNumberChanged }) => {
    const [claim] = claims;
    return claim === undefined
      ? []
      : [
          {
            ...claim,
            ...endsOf(intervalOf(claim)),
            claim: claim.id,
            readings: claims.map(({ id }) => id),
            mutations: mutations.map(({ id }) => id),
            factor,
            number_changed: isNumberChanged,
          },
        ];
  });
  return labelled(rows, ledger, columnsOf("retellings")) as readonly PublishedRetelling[];
}
