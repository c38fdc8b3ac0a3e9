import type { Rule } from "../draft.ts";
import { showCell } from "../faults.ts";
import { findDerivations, needsOf } from "./derivations.ts";

/**
 * A figure of a core article is computed from core articles alone: the core is published
 * by itself, and what it names has to be there.
 */
export const checkCoreStandsAlone: Rule = (draft) => {
  const { claims, sources } = draft.tables;
  const further = new Set(
    sources.rows.flatMap(({ id, collection }) => (collection === "further" ? [id] : [])),
  );
  const sourceOf = new Map(claims.rows.map(({ id, source }) => [id, source]));
  const needs = needsOf(findDerivations(draft));
  const furtherUnder = (id: string): string | undefined => {
    const found = new Set(needs.get(id));
    for (const below of found) {
      if (further.has(sourceOf.get(below) ?? "")) return below;
      for (const next of needs.get(below) ?? []) found.add(next);
    }
    return undefined;
  };
  return claims.rows.flatMap((row) => {
    if (!row.derived_from || further.has(row.source)) return [];
    const below = furtherUnder(row.id);
    if (below === undefined) return [];
    return [
      {
        ...draft.placeOf("claims", row, "derived_from"),
        found: showCell(row.derived_from.text),
        expected: `claims of core articles, but it rests on ${below} of a further report`,
        mend: "derive the figure from core claims, or leave the formula out",
      },
    ];
  });
};
