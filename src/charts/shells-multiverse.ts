import { group } from "d3-array";
import { chartOf } from "./chart.ts";
import { MARK_COLUMNS, type MarkRow, claimsOf, describeRows } from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { SHELLS } from "./select.ts";
import { bindingClaims, rangeRow } from "./shells-tornado.ts";
import { firstFitting, formatCount, formatFull } from "./words.ts";

/** A distinct range with the number of combinations that lead to it. */
interface CountedRow extends MarkRow {
  readonly combinations: number;
}

const totalOf = (rows: readonly CountedRow[]): number =>
  rows.reduce((sum, { combinations }) => sum + combinations, 0);

export const chart = chartOf<CountedRow>({
  question: "Which ranges of delivered shells do all choices together allow?",
  rows: (every) => {
    const last = every.estimates.findLast(({ metric }) => metric === SHELLS);
    const universes = every.solidity.universes.filter(
      ({ metric, as_of }) => metric === SHELLS && as_of === last?.as_of,
    );
    const [published] = universes;
    const nameOf = ({ low, low_inclusive, high, high_inclusive }: (typeof universes)[number]) =>
      [low, low_inclusive, high, high_inclusive].join(" ");
    return [...group(universes, nameOf).values()]
      .toSorted((a, b) => b.length - a.length)
      .flatMap((same): readonly CountedRow[] => {
        const [first] = same;
        if (!first || !published) return [];
        const isPublished = nameOf(first) === nameOf(published);
        const share = `${formatFull(same.length)} of ${formatCount(universes.length, "combination")}`;
        const label = isPublished ? `${share}, the published one among them` : share;
        return [
          { ...rangeRow(first, label, bindingClaims(first, every)), combinations: same.length },
        ];
      });
  },
  title: (rows) => {
    if (rows.length === 0) return "How many shells were delivered is not stated";
    const combinations = formatCount(totalOf(rows), "combination");
    const ranges = formatCount(rows.length, "range");
    return firstFitting([
      `${combinations} of choices lead to ${ranges} of delivered shells`,
      `${combinations} of choices, ${ranges}`,
    ]);
  },
  subtitle: () =>
    "Artillery rounds from North Korea to Russia on the last day with a report, distinct ranges",
  note: (rows) =>
    `${formatCount(claimsOf(rows).length, "claim")} bind one of these ranges. Counts of combinations, not probabilities: nobody says that the choices are equally good. The choices are listed in multiverse.csv.`,
  description: describeRows,
  columns: [{ field: "combinations", label: "Combinations" }, ...MARK_COLUMNS],
  claims: claimsOf,
  draw: (rows, canvas) => drawPanels([{ rows, caption: "rounds" }], canvas),
});
