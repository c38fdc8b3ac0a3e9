import { group } from "d3-array";
import type { Published } from "../reconcile/published.ts";
import { type Chart, chartOf } from "./chart.ts";
import { claimsOf } from "./mark-row.ts";
import {
  SETTING_COLUMNS,
  type SettingRow,
  type Subject,
  bindingClaims,
  bindingNote,
  byQuantity,
  describeSettings,
  drawSettings,
  keepLastDay,
  lastOf,
  rangeRow,
} from "./setting-rows.ts";
import { firstFitting, formatCount, formatFull } from "./words.ts";

/** A distinct range with the number of combinations that lead to it. */
interface CountedRow extends SettingRow {
  readonly combinations: number;
}

const totalOf = (rows: readonly CountedRow[]): number =>
  rows.reduce((sum, { combinations }) => sum + combinations, 0);

/** The distinct ranges of an estimate's last day, those of most combinations first. */
function rowsOfMetric(metric: string, published: Published): readonly CountedRow[] {
  const last = lastOf(published, metric);
  if (last === undefined) return [];
  const universes = keepLastDay(published.solidity.universes, last);
  const nameOf = ({ low, low_inclusive, high, high_inclusive }: (typeof universes)[number]) =>
    [low, low_inclusive, high, high_inclusive].join(" ");
  const [own] = universes;
  return [...group(universes, nameOf).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((same): readonly CountedRow[] => {
      const [first] = same;
      if (!first || !own) return [];
      const share = `${formatFull(same.length)} of ${formatCount(universes.length, "combination")}`;
      const isPublished = nameOf(first) === nameOf(own);
      const label = isPublished ? `${share}, the published one among them` : share;
      const row = rangeRow(first, label, bindingClaims(first, published), published);
      return [{ ...row, combinations: same.length }];
    });
}

/** Quantities with more than one range; the main one where none has. */
function keepOpen(quantities: readonly (readonly CountedRow[])[]): readonly CountedRow[] {
  const open = quantities.filter(({ length }) => length > 1);
  return open.length > 0 ? open.flat() : (quantities[0] ?? []);
}

/** The ranges to which all combinations of choices lead, for the last day of each estimate. */
export function multiverseChart({
  question,
  about,
  subtitle,
  metrics,
}: Subject): Chart<CountedRow> {
  return chartOf<CountedRow>({
    question,
    rows: (published) => keepOpen(metrics.map((metric) => rowsOfMetric(metric, published))),
    title: (rows) => {
      if (rows.length === 0) return `The range of ${about} is not stated`;
      const combinations = formatCount(totalOf(rows), "combination");
      const ranges = formatCount(rows.length, "range");
      const quantities = byQuantity(rows).length;
      const of = quantities === 1 ? about : `${formatFull(quantities)} quantities of ${about}`;
      return firstFitting([
        `${combinations} of choices lead to ${ranges} of ${of}`,
        `${combinations} of choices, ${ranges}`,
      ]);
    },
    subtitle: () => subtitle,
    note: (rows) =>
      `${bindingNote(claimsOf(rows))} Counts of combinations, not probabilities: nobody says that the choices are equally good. The choices are listed in multiverse.csv.`,
    description: describeSettings,
    columns: [{ field: "combinations", label: "Combinations" }, ...SETTING_COLUMNS],
    claims: claimsOf,
    draw: drawSettings,
  });
}
