import { alternativeOf, groupOf } from "../choice.ts";
import { type Draft, type Rule, byId } from "../draft.ts";
import { showCell } from "../faults.ts";
import { missingId } from "./references.ts";
import { findOptions, groupBy, hasAlternative } from "./repeats.ts";

/** A choice has at least two options, or is decided by an assumption that exists. */
export const checkAlternatives: Rule = (draft) => {
  const { rows } = draft.tables.claims;
  const options = findOptions(rows);
  const assumptions = byId(draft.tables.assumptions);
  return rows.flatMap((row) => {
    const alternative = alternativeOf(row);
    if (alternative === null) return [];
    const { group, option } = alternative;
    const place = draft.placeOf("claims", row, "alternative");
    if (option.startsWith("p_")) {
      if (!draft.mayHold("assumptions", option))
        return [{ ...place, ...missingId(draft, "assumptions", option) }];
      const kind = assumptions.get(option)?.kind ?? "reading";
      if (kind === "reading") return [];
      return [
        {
          ...place,
          found: `${showCell(row.alternative ?? "")}, an assumption of the kind ${kind}`,
          expected: "as option a reading, or a word of its own for a kind",
          mend: "name the reading, or correct the kind of the assumption",
        },
      ];
    }
    // The other option may stand in a row that has a fault of its own.
    if (!draft.isSound("claims") || hasAlternative(options, row)) return [];
    return [
      {
        ...place,
        found: `${showCell(row.alternative ?? "")}, alone in its group`,
        expected: `a second option in the group ${group}, or the id of an assumption as option`,
        mend: "add the reading that this one excludes, or empty the cell",
      },
    ];
  });
};

/** A choice is one statement of one origin: its rows in a document name the same one. */
export const checkOneOriginPerChoice: Rule = (draft) =>
  groupBy(draft.tables.claims.rows, groupOf).flatMap(([first, ...rest]) =>
    rest
      .filter(({ origin }) => origin !== first?.origin)
      .map((row) => ({
        ...draft.placeOf("claims", row, "origin"),
        found: showCell(row.origin),
        expected: `${first?.origin ?? ""}, the origin of the other option of ${row.alternative ?? ""}`,
        mend: "correct the origin, or give the row a group of its own",
      })),
  );

/**
 * Choices that assumptions decide and of which no option is on: no fault, as somebody may want
 * none of the readings; but then no estimate uses any of them, and nothing else says so.
 */
export function findUndecided(draft: Draft): readonly string[] {
  const assumptions = byId(draft.tables.assumptions);
  const choices = groupBy(draft.tables.claims.rows, (row) => alternativeOf(row)?.group ?? null);
  return choices.flatMap((rows) => {
    const [first] = rows;
    const options = [...new Set(rows.map((row) => alternativeOf(row)?.option ?? ""))];
    if (!first || options.some((option) => assumptions.get(option)?.default !== "off")) return [];
    const { file, line } = draft.placeOf("claims", first, null);
    return [
      `${file}:${String(line)} ${alternativeOf(first)?.group ?? ""}: none of its options is on (${options.join(", ")}), so that no reading of it counts`,
    ];
  });
}
