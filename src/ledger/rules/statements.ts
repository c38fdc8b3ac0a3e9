import type { Rule } from "../draft.ts";
import { groupBy } from "./repeats.ts";

/** A speaker says one thing of a proposition at one place: a second row would count the voice twice. */
export const checkOneStatement: Rule = (draft) =>
  groupBy(draft.tables.statements.rows, ({ source, proposition, claimant, start, quote }) =>
    [source, proposition, claimant, start ?? quote].join("\n"),
  ).flatMap(([first, ...others]) =>
    others.map((row) => ({
      ...draft.placeOf("statements", row, "start"),
      found: `${first?.id ?? ""} of line ${String(first ? draft.placeOf("statements", first, null).line : 0)} again: ${row.claimant} on ${row.proposition} at this place`,
      expected: "one statement per document, proposition, speaker and place",
      mend: "delete one, or correct what tells them apart",
    })),
  );
