import type { Draft } from "../draft.ts";
import { plainDigits } from "../numbers.ts";
import type { Claim } from "../tables.ts";
import { areAlternatives, groupBy } from "./repeats.ts";

const valuesOf = ({ low, best, high }: Claim): string =>
  [["low", low] as const, ["best", best] as const, ["high", high] as const]
    .flatMap(([end, value]) => (value === null ? [] : [`${end} ${plainDigits(value)}`]))
    .join(", ");

/**
 * Faithful claims of one origin about one metric and time that give different numbers: no fault, as
 * one retelling may round; but often one of them is distorted, or two origins are taken for one.
 */
export function findDisagreements(draft: Draft): readonly string[] {
  const groups = groupBy(draft.tables.claims.rows, (row) =>
    row.status === "active" && row.repeats === "faithful"
      ? [
          row.origin,
          row.metric,
          row.as_of_earliest,
          row.as_of_latest,
          row.period_start,
          row.period_end,
        ].join("\n")
      : null,
  );
  return groups.flatMap(([first, ...others]) =>
    others.flatMap((row) => {
      if (!first || valuesOf(first) === valuesOf(row) || areAlternatives(first, row)) return [];
      const { file, line } = draft.placeOf("claims", row, null);
      return [
        `${file}:${String(line)} ${row.id} (${valuesOf(row)}) and ${first.id} (${valuesOf(first)}) differ, though ${row.origin} is the origin of both`,
      ];
    }),
  );
}
