import type { Rule } from "../draft.ts";
import { showCell } from "../faults.ts";
import { missingId } from "./references.ts";
import { findOptions, hasAlternative } from "./repeats.ts";

/** A choice has at least two options, or is decided by an assumption that exists. */
export const checkAlternatives: Rule = (draft) => {
  const { rows } = draft.tables.claims;
  const options = findOptions(rows);
  return rows.flatMap((row) => {
    const [group, option] = row.alternative?.split("/") ?? [];
    if (group === undefined || option === undefined) return [];
    const place = draft.placeOf("claims", row, "alternative");
    if (option.startsWith("p_"))
      return draft.mayHold("assumptions", option)
        ? []
        : [{ ...place, ...missingId(draft, "assumptions", option) }];
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
