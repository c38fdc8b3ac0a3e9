import type { Rule } from "../draft.ts";
import { showCell } from "../faults.ts";
import { groupBy } from "./repeats.ts";

/** One text is one document: no hash stands in two rows. */
export const checkOneRowPerText: Rule = (draft) =>
  groupBy(draft.tables.sources.rows, ({ sha256 }) => sha256).flatMap(([first, ...others]) =>
    others.map((row) => ({
      ...draft.placeOf("sources", row, "sha256"),
      found: `the hash of ${first?.id ?? ""} again`,
      expected: "one row per text",
      mend: "delete the row, or take the hash of the right file",
    })),
  );

/** A day of publication stands where its precision says that one is known. */
export const checkPublishedOn: Rule = (draft) =>
  draft.tables.sources.rows
    .filter((row) => row.published_on === null && row.published_precision !== "unknown")
    .map((row) => ({
      ...draft.placeOf("sources", row, "published_on"),
      found: `${showCell("")} beside the precision ${row.published_precision}`,
      expected: "the day, or the first day of the month or year",
      mend: "type the day, or set published_precision to unknown",
    }));
