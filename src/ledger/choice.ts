import type { Claim } from "./tables.ts";

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
