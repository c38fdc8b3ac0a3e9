import { chartOf } from "./chart.ts";
import { formatDays } from "./days.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  rowOfClaim,
  sortByValue,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { subjectOf } from "./parties.ts";
import { formatNumber } from "./words.ts";

/** How many times the largest figure is the smallest; null where there is only one. */
function foldOf(rows: readonly MarkRow[]): number | null {
  const sizes = rows.flatMap(({ low, high }) => (low !== null && low === high ? [low] : []));
  const least = Math.min(...sizes);
  return sizes.length < 2 || least <= 0 ? null : Math.max(...sizes) / least;
}

const speakersOf = (rows: readonly MarkRow[]): string =>
  new Set(rows.map(({ origin }) => origin)).size === 1
    ? (rows[0]?.origin ?? "")
    : "Several speakers";

/** What trade in food weighs: imports of North Korea by where they come from. */
export const chart = chartOf<MarkRow>({
  question: "How much food does North Korea import from Russia, and how much from China?",
  rows: ({ claims }) =>
    sortByValue(
      claims
        .filter(({ topic, unit }) => topic === "exchange" && unit === "t")
        .map((claim) => ({
          ...rowOfClaim(claim),
          label: claim.metric_label,
          party: subjectOf(claim.metric),
        })),
    ),
  title: (rows) => {
    const fold = foldOf(rows);
    if (fold === null) return "North Korea’s food imports: too few figures to compare";
    return `On Seoul’s figures China’s rice outweighs Russia’s maize and flour ${formatNumber(fold)} times`;
  },
  subtitle: (rows) => {
    const [first] = rows;
    const when = first ? formatDays(first.first_day, first.last_day) : "";
    return `Tonnes imported by North Korea${when === "" ? "" : `, ${when}`}`;
  },
  note: (rows) =>
    `${countNote(rows)} Given by: ${speakersOf(rows)}. Rice on one side, maize and flour on the other: weight, not value.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  coreOnly: "the tonnages compared are those of one origin.",
  draw: (rows, canvas) => drawPanels([{ rows, caption: "tonnes" }], canvas),
});
