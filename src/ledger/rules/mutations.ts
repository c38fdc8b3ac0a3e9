import { type Draft, type Rule, byId } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import type { Claim, Mutation } from "../tables.ts";
import { isSentence } from "./quotes.ts";
import { groupBy } from "./repeats.ts";

const LONGEST = 60;

/** A change shows in one claim or in one statement. */
export const checkMutationPlace: Rule = (draft) =>
  draft.tables.mutations.rows.flatMap((row) => {
    const { claim, statement } = row;
    if ((claim === null) !== (statement === null)) return [];
    const both = claim !== null && statement !== null;
    return [
      {
        ...draft.placeOf("mutations", row, both ? "statement" : "claim"),
        found: both
          ? `${showCell(statement)} beside the claim ${claim}`
          : "neither a claim nor a statement",
        expected: "the one row that shows the change",
        mend: both ? "empty one of the two, or make two rows" : "name the claim or the statement",
      },
    ];
  });

/** Before and after are short, in own words, and differ. */
export const checkMutationWords: Rule = (draft) =>
  draft.tables.mutations.rows.flatMap((row): readonly Fault[] => {
    const long = (["before", "after"] as const).flatMap((field): readonly Fault[] => {
      const length = Array.from(row[field]).length;
      if (length <= LONGEST && !isSentence(row[field])) return [];
      return [
        {
          ...draft.placeOf("mutations", row, field),
          found: `${showCell(row[field])}, ${String(length)} characters`,
          expected: `a phrase of own words, no sentence, of at most ${String(LONGEST)} characters`,
          mend: "keep the few words or figures that changed",
        },
      ];
    });
    if (long.length > 0 || row.before !== row.after) return long;
    return [
      {
        ...draft.placeOf("mutations", row, "after"),
        found: `${showCell(row.after)}, the same as before`,
        expected: "what the document makes of it",
        mend: "say what changed, or delete the row",
      },
    ];
  });

/** One figure or statement goes through a change of one kind once: a second row would count it twice. */
export const checkOneMutation: Rule = (draft) =>
  groupBy(draft.tables.mutations.rows, ({ claim, statement, kind }) =>
    claim === null && statement === null ? null : [claim, statement, kind].join("\n"),
  ).flatMap(([first, ...others]) =>
    others.map((row) => ({
      ...draft.placeOf("mutations", row, "kind"),
      found: `${showCell(row.kind)} of ${row.claim ?? row.statement ?? ""} again; ${first?.id ?? ""} says so already`,
      expected: "one row per kind of change and claim or statement",
      mend: "delete one of the two, or correct the kind",
    })),
  );

/** Why a claim cannot be what a changed one is compared with; null where it can. */
function unfit(
  row: Mutation,
  claim: Claim | null,
  kept: Claim,
  all: readonly Mutation[],
): { readonly found: string; readonly expected: string } | null {
  const found = showCell(kept.id);
  if (claim === null)
    return { found, expected: "nothing: a statement has no figure to compare with a claim" };
  if (kept.id === claim.id)
    return { found: `${found}, the changed claim itself`, expected: "another claim" };
  if (kept.origin !== claim.origin)
    return {
      found: `${found}, whose origin is ${kept.origin}`,
      expected: `a claim of ${claim.origin}, the origin of ${claim.id}`,
    };
  if (
    kept.repeats === "distorted" ||
    all.some((one) => one.claim === kept.id && one.kind === row.kind)
  )
    return {
      found: `${found}, which ${kept.repeats === "distorted" ? "is distorted" : "shows the same change"}`,
      expected: "a claim that keeps what this one changed",
    };
  return null;
}

/** What a changed claim is compared with is another claim of its origin that keeps the figure. */
export const checkCompared: Rule = (draft) => {
  const claims = byId(draft.tables.claims);
  const { rows } = draft.tables.mutations;
  return rows.flatMap((row) => {
    const claim = row.claim === null ? null : claims.get(row.claim);
    // An id that no table holds has a fault of its own, and so has a row with both or neither.
    if (claim === undefined || (row.claim === null) === (row.statement === null)) return [];
    return row.compared_with.flatMap((id) => {
      const kept = claims.get(id);
      const why = kept ? unfit(row, claim, kept, rows) : null;
      return why
        ? [
            {
              ...draft.placeOf("mutations", row, "compared_with"),
              ...why,
              mend: "take it out of the list, or correct the id",
            },
          ]
        : [];
    });
  });
};

/**
 * Distorted claims of which no row says what was changed: no fault, as they count for nothing
 * either way; but readers are told that a figure was changed and not how. A folder that keeps no
 * such rows at all is asked for none.
 */
export function findUnexplained(draft: Draft): readonly string[] {
  // In a row with a fault of its own may stand what explains the claim.
  const { rows } = draft.tables.mutations;
  if (rows.length === 0 || !draft.isSound("mutations")) return [];
  const explained = new Set(rows.map(({ claim }) => claim));
  return draft.tables.claims.rows
    .filter(({ id, repeats }) => repeats === "distorted" && !explained.has(id))
    .map((row) => {
      const { file, line } = draft.placeOf("claims", row, null);
      return `${file}:${String(line)} ${row.id} is distorted, and no row of mutations.csv says what was changed`;
    });
}
