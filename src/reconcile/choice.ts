import type { Claim } from "../ledger/tables.ts";

/** The group and option of a claim's `alternative`, or null. */
export function alternativeOf(
  claim: Pick<Claim, "alternative">,
): { readonly group: string; readonly option: string } | null {
  if (claim.alternative === null) return null;
  const [group, option] = claim.alternative.split("/");
  return group === undefined || option === undefined ? null : { group, option };
}

/** The choice that a claim is an option of, by document and group; null for a claim of its own. */
export const groupOf = (claim: Claim): string | null => {
  const alternative = alternativeOf(claim);
  return alternative ? `${claim.source}/${alternative.group}` : null;
};

/** What the documents of a ledger state of the options of choices. */
export interface Options {
  /** The options that a document states, by document and group: see {@link groupOf}. */
  readonly inDocument: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** By group, what each option is about, whoever states it. */
  readonly metrics: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

/** The options of all choices, of claims that count and of others. */
export function optionsIn(claims: readonly Claim[]): Options {
  const inDocument = new Map<string | null, Set<string>>();
  const metrics = new Map<string, Map<string, Set<string>>>();
  for (const claim of claims) {
    const alternative = alternativeOf(claim);
    if (!alternative) continue;
    const { group, option } = alternative;
    const key = groupOf(claim);
    inDocument.set(key, (inDocument.get(key) ?? new Set()).add(option));
    const about = metrics.get(group) ?? new Map<string, Set<string>>();
    metrics.set(group, about.set(option, (about.get(option) ?? new Set()).add(claim.metric)));
  }
  return { inDocument, metrics };
}
