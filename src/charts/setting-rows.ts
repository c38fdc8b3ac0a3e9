import { group } from "d3-array";
import type { Ends, Published, PublishedClaim, PublishedEstimate } from "../reconcile/published.ts";
import type { Canvas, ChartColumn } from "./chart.ts";
import { MARK_COLUMNS, type MarkRow, describeRows, endsOfRow } from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { drawPanels } from "./panel.ts";
import { formatCount, formatDay, formatNumber, formatRange } from "./words.ts";

/** What a chart of settings is about. */
export interface Subject {
  readonly question: string;
  /** As titles name it, behind "the range of": "delivered shells". */
  readonly about: string;
  readonly subtitle: string;
  /** Estimates, the main one first. */
  readonly metrics: readonly [string, ...string[]];
  /** Cross-checks, of which numbers are moved as well. */
  readonly crosschecks?: readonly string[];
}

/** A range as published, or as it is under other settings: what is left without an origin, by another choice. */
export interface SettingRow extends MarkRow {
  /** What is estimated or computed; rows of one quantity share a scale. */
  readonly about: string;
}

export const SETTING_COLUMNS: readonly ChartColumn<SettingRow>[] = [
  { field: "about", label: "Quantity" },
  ...MARK_COLUMNS,
];

/** The row of an estimate that stands from its last day on; nothing where there is no estimate. */
export const lastOf = ({ estimates }: Published, metric: string): PublishedEstimate | undefined =>
  estimates.findLast((row) => row.metric === metric);

/** What is published of the last day of an estimate, whatever other days are published besides. */
export function keepLastDay<Row extends { readonly metric: string; readonly as_of: string | null }>(
  rows: readonly Row[],
  last: PublishedEstimate,
): readonly Row[] {
  return rows.filter(({ metric, as_of }) => metric === last.metric && as_of === last.as_of);
}

/** Whether an end of a range is another than that of the whole. */
export const differs = (whole: MarkRow, { low, high, low_end, high_end }: MarkRow): boolean =>
  low !== whole.low ||
  high !== whole.high ||
  low_end !== whole.low_end ||
  high_end !== whole.high_end;

/** Claims with some ids, in the order in which they are published. */
export function claimsWith(
  ids: readonly string[],
  { claims }: Published,
): readonly PublishedClaim[] {
  const wanted = new Set(ids);
  return claims.filter(({ claim }) => wanted.has(claim));
}

/** The claims that bind a range. */
export const bindingClaims = (
  ends: { readonly low_claims: readonly string[]; readonly high_claims: readonly string[] },
  published: Published,
): readonly PublishedClaim[] => claimsWith([...ends.low_claims, ...ends.high_claims], published);

/** The names of the origins of some claims, each once. */
export const originsOf = (claims: readonly PublishedClaim[]): string =>
  [...new Set(claims.map(({ origin_label }) => origin_label))].join("|");

/** Three digits, so that a range that rounding widened can be told from the published one. */
const formatClose = (value: number): string => formatNumber(value, 3);

/** A range of an estimate as a mark. */
export function rangeRow(
  ends: Ends & Pick<PublishedEstimate, "metric" | "as_of">,
  label: string,
  behind: readonly PublishedClaim[],
  { solidity }: Published,
): SettingRow {
  const { label: about = "", unit = "" } =
    solidity.findings.find(({ finding }) => finding === ends.metric) ?? {};
  return {
    about,
    ...endsOfRow(ends),
    kind: kindOfEnds(ends.low, ends.high),
    label,
    by: null,
    words: formatRange(ends, formatClose),
    unit,
    metric: ends.metric,
    party: "other",
    quote: null,
    first_day: ends.as_of,
    last_day: ends.as_of,
    origin: originsOf(behind),
    alternative: null,
    formula: null,
    claims: behind.map(({ claim }) => claim).join("|"),
  };
}

/** The published range of an estimate's last day as a mark. */
export function publishedRow(last: PublishedEstimate, published: Published): SettingRow {
  const label = `as published${last.as_of === null ? "" : ` for ${formatDay(last.as_of)}`}`;
  return rangeRow(last, label, bindingClaims(last, published), published);
}

/** "1 claim binds one of these ranges." */
export function bindingNote(claims: readonly string[]): string {
  const bind = claims.length === 1 ? "binds" : "bind";
  return `${formatCount(claims.length, "claim")} ${bind} one of these ranges.`;
}

/** Rows of each quantity, in their order. */
export const byQuantity = <Row extends SettingRow>(
  rows: readonly Row[],
): readonly (readonly Row[])[] => [...group(rows, ({ about }) => about).values()];

/** Each quantity on a scale of its own; with its name where there are several. */
export function drawSettings(rows: readonly SettingRow[], canvas: Canvas): SVGSVGElement {
  const quantities = byQuantity(rows);
  const panels = quantities.map((own) => {
    const caption = own[0]?.unit.replace("/", " per ") ?? "";
    const heading = quantities.length > 1 ? { heading: own[0]?.about ?? "" } : {};
    return { rows: own, caption, ...heading };
  });
  return drawPanels(panels.length === 0 ? [{ rows: [], caption: "" }] : panels, canvas);
}

/** What the rows say, quantity by quantity. */
export function describeSettings(rows: readonly SettingRow[]): string {
  const quantities = byQuantity(rows);
  if (quantities.length < 2) return describeRows(rows);
  return quantities.map((own) => `${own[0]?.about ?? ""}. ${describeRows(own)}`).join(" ");
}
