import type { Rule } from "../draft.ts";
import { showCell } from "../faults.ts";
import { idsOf } from "../formula.ts";
import { findDerivations, tableOf } from "./derivations.ts";
import { missingId } from "./references.ts";

/** Every id in a formula is the id of a claim, an assumption or a cross-check. */
export const checkFormulaIds: Rule = (draft) =>
  findDerivations(draft).flatMap(({ table, row, field, formula }) =>
    idsOf(formula.term).flatMap((id) => {
      const from = tableOf(id);
      if (from !== null && draft.mayHold(from, id)) return [];
      const place = draft.placeOf(table, row, field);
      if (from !== null) return [{ ...place, ...missingId(draft, from, id) }];
      return [
        {
          ...place,
          found: showCell(id),
          expected: "ids of claims (c_), assumptions (p_) or cross-checks (x_)",
          mend: "name the claim or assumption that holds the number",
        },
      ];
    }),
  );
