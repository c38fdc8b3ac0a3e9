import { idsOf } from "./formula.ts";
import { reached } from "./reached.ts";
import type { Claim, Ledger, Source } from "./tables.ts";

/** Which documents speak: the core articles alone, or the further reports beside them. */
export type Collection = "core" | "all";

/** Whether any document lies beyond the core. */
export const hasFurther = ({ sources }: Pick<Ledger, "sources">): boolean =>
  sources.some(({ collection }) => collection === "further");

type Rows = Pick<Ledger, "claims" | "statements" | "dismissals">;

/** Origins and speakers that rows name, with those that stand behind them. */
function namedBy({ claims, statements }: Rows, ledger: Ledger) {
  const bases = new Map(ledger.origins.map(({ id, based_on }) => [id, based_on]));
  const origins = reached(
    claims.map(({ origin }) => origin),
    (id) => bases.get(id) ?? [],
  );
  const bodies = new Map(ledger.claimants.map(({ id, part_of }) => [id, part_of]));
  const claimants = reached(
    [
      ...ledger.origins.flatMap(({ id, claimant }) => (origins.has(id) ? [claimant] : [])),
      ...[...claims, ...statements].flatMap(({ via }) => via),
      ...statements.map(({ claimant }) => claimant),
    ],
    (id) => [bodies.get(id) ?? []].flat(),
  );
  const propositions = new Set(statements.map(({ proposition }) => proposition));
  return { origins, claimants, propositions };
}

/** What is computed from a dropped claim falls with it, step by step. */
function withoutDerived(ledger: Ledger, dropped: readonly Claim[]) {
  const formulas = [
    ...ledger.assumptions.map(({ id, derived_from }) => [id, derived_from] as const),
    // with either side falls the whole row, and what names it
    ...ledger.crosschecks.flatMap(({ id, formula, against }) => [
      [id, formula] as const,
      [id, against] as const,
    ]),
  ];
  const users = new Map<string, string[]>();
  for (const [id, formula] of formulas)
    for (const below of formula ? idsOf(formula.term) : [])
      users.set(below, [...(users.get(below) ?? []), id]);
  const fallen = reached(
    dropped.map(({ id }) => id),
    (below) => users.get(below) ?? [],
  );
  return {
    assumptions: ledger.assumptions.filter(({ id }) => !fallen.has(id)),
    crosschecks: ledger.crosschecks.filter(({ id }) => !fallen.has(id)),
  };
}

/**
 * The part of a ledger that some of its documents speak from.
 *
 * The other documents leave with their claims, statements and dismissals, and so does
 * what they alone brought: origins, speakers, propositions, and arithmetic on their
 * claims. What nobody names stays, so that what is left is the same whatever else is
 * added. Metrics stay whole: one without claims publishes nothing.
 *
 * @param isKept Whether a document speaks.
 * @source docs/decisions/0025-collections-are-ledgers.md
 */
function keepDocuments(ledger: Ledger, isKept: (row: Source) => boolean): Ledger {
  const sources = ledger.sources.filter(isKept);
  if (sources.length === ledger.sources.length) return ledger;
  const speaking = new Set(sources.map(({ id }) => id));
  const rowsWhere = (isMeant: (source: string) => boolean): Rows => ({
    claims: ledger.claims.filter(({ source }) => isMeant(source)),
    statements: ledger.statements.filter(({ source }) => isMeant(source)),
    dismissals: ledger.dismissals.filter(({ source }) => isMeant(source)),
  });
  const kept = rowsWhere((source) => speaking.has(source));
  const left = rowsWhere((source) => !speaking.has(source));
  const [own, others] = [namedBy(kept, ledger), namedBy(left, ledger)];
  const keepRow =
    (kind: keyof typeof own) =>
    ({ id }: { readonly id: string }): boolean =>
      own[kind].has(id) || !others[kind].has(id);
  return {
    ...ledger,
    ...kept,
    ...withoutDerived(ledger, left.claims),
    sources,
    origins: ledger.origins.filter(keepRow("origins")),
    claimants: ledger.claimants.filter(keepRow("claimants")),
    propositions: ledger.propositions.filter(keepRow("propositions")),
  };
}

/** The part of a ledger that a collection speaks from: see {@link keepDocuments}. */
export const keepCollection = (ledger: Ledger, collection: Collection): Ledger =>
  collection === "all" ? ledger : keepDocuments(ledger, (source) => source.collection === "core");
