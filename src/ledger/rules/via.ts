import { type Rule, byId } from "../draft.ts";
import { showCell } from "../faults.ts";
import type { Claimant } from "../tables.ts";

/** A claimant and every body that it is part of; a circle, which is a fault of its own, ends the walk. */
function bodiesOf(id: string, claimants: ReadonlyMap<string, Claimant>): ReadonlySet<string> {
  const bodies = new Set<string>();
  for (
    let body: string | null = id;
    body !== null && !bodies.has(body);
    body = claimants.get(body)?.part_of ?? null
  )
    bodies.add(body);
  return bodies;
}

/** The chain of a claim ends with who estimated, or with a body above or below: nobody else's figure is it. */
export const checkVia: Rule = (draft) => {
  // In a row with a fault of its own may stand what a body is part of.
  if (!draft.isSound("claimants")) return [];
  const claimants = byId(draft.tables.claimants);
  const origins = byId(draft.tables.origins);
  return draft.tables.claims.rows.flatMap((row) => {
    const last = row.via.at(-1);
    const estimator = origins.get(row.origin)?.claimant;
    if (last === undefined || estimator === undefined) return [];
    // An id that no table holds has a fault of its own.
    if (!claimants.has(last) || !claimants.has(estimator)) return [];
    if (bodiesOf(last, claimants).has(estimator) || bodiesOf(estimator, claimants).has(last))
      return [];
    return [
      {
        ...draft.placeOf("claims", row, "via"),
        found: `${showCell(last)} at its end`,
        expected: `${estimator}, the claimant of ${row.origin}, or a body that it is part of or that is part of it`,
        mend: `end the chain with ${estimator} (nearest first), or correct the origin`,
      },
    ];
  });
};
