import { type Rule, byId } from "../draft.ts";
import { findOptions, hasAlternative } from "./repeats.ts";

/** What is planned is not delivered: no plan counts towards a total that has been reached. */
export const checkPlans: Rule = (draft) => {
  const metrics = byId(draft.tables.metrics);
  const { rows } = draft.tables.claims;
  const options = findOptions(rows);
  return rows
    .filter(({ modality, metric }) => {
      const counted = metrics.get(metric);
      return (modality === "planned" || modality === "target") && counted?.measure === "total";
    })
    .filter((row) => !hasAlternative(options, row))
    .map((row) => ({
      ...draft.placeOf("claims", row, "modality"),
      found: `"${row.modality}" on ${row.metric}, a total of what has happened`,
      expected: "a metric of its own for what is planned, such as m_munitions_planned",
      mend: "change the metric, or mark the row as one of two readings in alternative",
    }));
};
