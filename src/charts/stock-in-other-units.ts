import { group } from "d3-array";
import type { Answered } from "../reconcile/published.ts";
import { linearAxis, valuesOf } from "./axis.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  rowOfCrosscheck,
} from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { type Panel, drawPanels } from "./panel.ts";
import { checksIn, shellRows } from "./select.ts";
import { formatFull, formatNumber, formatRange } from "./words.ts";

const ROUNDS = "rounds";
const DAYS = "days of Russian fire";
const MONTHS = "months of US output";

/** Units in which a stock of rounds can be read, and what readers see above each. */
const PANELS = [
  { unit: ROUNDS, heading: "In rounds, as published" },
  { unit: DAYS, heading: "In days of Russian fire, computed" },
  { unit: MONTHS, heading: "In months of US output, computed" },
] as const;

const inUnit = (rows: readonly MarkRow[], unit: string): readonly MarkRow[] =>
  rows.filter((row) => row.unit === unit);

/** Rounded to whole days and months, in full. */
const formatWhole = (value: number): string => formatFull(Math.round(value));

/** All that one origin says in one unit, as one range: alternatives span it, an open side stays open. */
function rowOfOrigin(origin: string, rows: readonly MarkRow[]): readonly MarkRow[] {
  const [first] = rows;
  if (first === undefined) return [];
  const values = valuesOf(rows);
  const low = rows.some((row) => row.low === null) ? null : Math.min(...values);
  const high = rows.some((row) => row.high === null) ? null : Math.max(...values);
  const isComputed = first.formula !== null;
  const formulas = rows.flatMap(({ formula }) => formula ?? []);
  const said = formatRange({ low, high }, first.unit === ROUNDS ? formatNumber : formatWhole);
  return [
    {
      ...first,
      kind: isComputed ? "computed" : kindOfEnds(low, high),
      label: origin,
      words: isComputed ? `computed: ${said}` : said,
      low,
      low_end: low === null ? "open" : "included",
      high,
      high_end: high === null ? "open" : "included",
      quote: rows.every(({ quote }) => quote === first.quote) ? first.quote : null,
      origin,
      // The row spans all readings.
      alternative: null,
      formula: isComputed ? formulas.join("; ") : null,
      claims: claimsOf(rows).join("|"),
    },
  ];
}

/** One row for each origin of a count of shells, in the order in which they spoke. */
function rowsIn(published: Answered, unit: string): readonly MarkRow[] {
  const stated = shellRows(published).filter(({ kind }) => kind !== "withdrawn");
  const converted = checksIn(published, unit).map((check) => rowOfCrosscheck(check, published));
  return [...group(stated, ({ origin }) => origin)]
    .toSorted(([, [a]], [, [b]]) => ((a?.last_day ?? "") < (b?.last_day ?? "") ? -1 : 1))
    .flatMap(([origin, own]) => {
      const ids = new Set(claimsOf(own));
      const about = ({ claims }: MarkRow) => claims.split("|").some((id) => ids.has(id));
      const party = own[0]?.party ?? "other";
      const rows = unit === ROUNDS ? own : converted.filter(about);
      return rowOfOrigin(
        origin,
        rows.map((row) => ({ ...row, party })),
      );
    });
}

/** Whether both conversions give the same numbers, which readers would otherwise take for a find. */
function isSameTwice(rows: readonly MarkRow[]): boolean {
  const [days, months] = [DAYS, MONTHS].map((unit) => valuesOf(inUnit(rows, unit)).join());
  return days !== "" && days === months;
}

/** The same stock three times, each panel in another unit. */
export const chart = chartOf<MarkRow, Answered>({
  question: "How long would the delivered shells last, and how long would they take to make?",
  rows: (published) => PANELS.flatMap(({ unit }) => rowsIn(published, unit)),
  title: (rows) => {
    const days = valuesOf(inUnit(rows, DAYS));
    if (days.length === 0) return "How long the delivered shells would last is not stated";
    const span = formatRange({ low: Math.min(...days), high: Math.max(...days) }, formatWhole);
    const isOpen = inUnit(rows, DAYS).some(({ high }) => high === null);
    const equal = `Published figures equal ${span}${isOpen ? " or more" : ""} days`;
    return isSameTwice(rows)
      ? `${equal} of fire, or months of output`
      : `${equal} of Russia’s estimated fire`;
  },
  subtitle: () => "Artillery rounds from North Korea to Russia, in three units",
  note: (rows) =>
    `${countNote(rows)} The conversions assume that fire and output stayed as estimated for the year before.${
      isSameTwice(rows)
        ? " Both give the same numbers, because a month of US output is taken to equal a day of Russian fire."
        : ""
    }`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  coreOnly: "the conversions are of the claims in these articles.",
  draw: (rows, canvas) =>
    drawPanels(
      PANELS.map(({ unit, heading }): Panel => {
        const shown = inUnit(rows, unit);
        return { rows: shown, caption: unit, axis: linearAxis(valuesOf(shown)), heading };
      }),
      canvas,
    ),
});
