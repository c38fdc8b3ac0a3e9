import { type Rule, byId } from "../draft.ts";
import type { Metric } from "../tables.ts";

/** The assumption that turns months into days. */
const DAYS_PER_MONTH = "p_days_per_month";

/** What a rate counts, and in which time: "rounds" and "month" of "rounds/month". */
function partsOf({ unit }: Metric): readonly [counted: string, span: string] | null {
  const [, counted, span] = /^(.+)\/(day|month|year)$/u.exec(unit) ?? [];
  return counted !== undefined && span !== undefined ? [counted, span] : null;
}

function expectedOf(row: Metric, base: Metric, hasDays: boolean): string | null {
  if (base.same_as !== null) return `the metric that ${base.id} is the same as, or none`;
  if (row.kind !== "rate" || base.kind !== "rate") return "two rates";
  const [own, other] = [partsOf(row), partsOf(base)];
  if (!own || !other || own[0] !== other[0] || own[1] === other[1])
    return "the same unit a day, a month or a year, each in another of them";
  return hasDays ? null : `the assumption ${DAYS_PER_MONTH}, by which days become months`;
}

/** What is the same quantity in another time can be converted. */
export const checkSameQuantity: Rule = (draft) => {
  const { metrics, assumptions } = draft.tables;
  const known = byId(metrics);
  const hasDays = assumptions.rows.some(({ id }) => id === DAYS_PER_MONTH);
  return metrics.rows.flatMap((row) => {
    const base = known.get(row.same_as ?? "");
    const expected = base ? expectedOf(row, base, hasDays) : null;
    if (!base || expected === null) return [];
    return [
      {
        ...draft.placeOf("metrics", row, "same_as"),
        found: `"${base.id}" (${base.kind}, ${base.unit}) for a ${row.kind} in ${row.unit}`,
        expected,
        mend: "name the metric that all of these are compared in, or empty the cell",
      },
    ];
  });
};
