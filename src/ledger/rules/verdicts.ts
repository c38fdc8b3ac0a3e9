import type { Rule } from "../draft.ts";
import { showCell } from "../faults.ts";

interface Spot {
  readonly source: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Null without offsets: the same words may stand in a document many times. */
const spotOf = ({ source, start, end }: Spot): string | null =>
  start === null || end === null ? null : [source, start, end].join("\n");

/** A figure is either claimed or dismissed, and dismissed once. */
export const checkOneVerdict: Rule = (draft) => {
  const { claims, dismissals } = draft.tables;
  const verdicts = new Map<string, string>();
  for (const row of claims.rows) {
    const spot = spotOf(row);
    if (spot === null || verdicts.has(spot)) continue;
    const { file, line } = draft.placeOf("claims", row, null);
    verdicts.set(spot, `the figure of ${row.id} in ${file}:${String(line)}`);
  }
  return dismissals.rows.flatMap((row) => {
    const spot = spotOf(row);
    if (spot === null) return [];
    const verdict = verdicts.get(spot);
    if (verdict === undefined) {
      const { file, line } = draft.placeOf("dismissals", row, null);
      verdicts.set(spot, `dismissed already in ${file}:${String(line)}`);
      return [];
    }
    return [
      {
        ...draft.placeOf("dismissals", row, "start"),
        found: `${showCell(row.quote)} at ${String(row.start)}–${String(row.end)}, ${verdict}`,
        expected: "each figure either claimed or dismissed, once",
        mend: "delete one of the two rows",
      },
    ];
  });
};
