import { from } from "arquero";
import type { Ledger } from "../ledger/tables.ts";
import { joined } from "./joined.ts";
import { type PublishedMutation, type PublishedRetelling, endsOf } from "./published.ts";
import { mutationsOf, retellingsOf } from "./retellings.ts";
import { intervalOf } from "./statement.ts";

/** Every change with the names that readers know: kinds in their table's order, rows in theirs. */
export function publishMutations(ledger: Ledger): readonly PublishedMutation[] {
  const sources = new Map(
    [...ledger.claims, ...ledger.statements].map(({ id, source }) => [id, source]),
  );
  const mutations = mutationsOf(ledger);
  const rows = ledger.mutation_kinds.flatMap((kind) =>
    mutations
      .filter((row) => row.kind === kind.id)
      .map((row) => ({
        mutation: row.id,
        kind: kind.id,
        kind_label: kind.label,
        changes: kind.changes,
        cause: row.cause,
        evidence: row.evidence,
        claim: row.claim,
        statement: row.statement,
        source: sources.get(row.claim ?? row.statement ?? "") ?? "",
        before: row.before,
        after: row.after,
        compared_with: row.compared_with,
        note: row.note,
      })),
  );
  return rows.length === 0 ? [] : (joined(from(rows), ledger) as readonly PublishedMutation[]);
}

/** Every figure that can be judged, changed or not, in the order of the claims. */
export function publishRetellings(ledger: Ledger): readonly PublishedRetelling[] {
  const rows = retellingsOf(ledger).flatMap(({ claims, mutations, factor, isNumberChanged }) => {
    const [claim] = claims;
    if (!claim) return [];
    return [
      {
        claim: claim.id,
        readings: claims.map(({ id }) => id),
        source: claim.source,
        metric: claim.metric,
        origin: claim.origin,
        quote: claim.quote,
        ...endsOf(intervalOf(claim)),
        bound: claim.bound,
        repeats: claim.repeats,
        mutations: mutations.map(({ id }) => id),
        factor,
        number_changed: isNumberChanged,
      },
    ];
  });
  return rows.length === 0 ? [] : (joined(from(rows), ledger) as readonly PublishedRetelling[]);
}
