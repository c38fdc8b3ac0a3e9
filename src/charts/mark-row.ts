import { group } from "d3-array";
import type {
  Answered,
  Ends,
  PublishedClaim,
  PublishedCrosscheck,
} from "../reconcile/published.ts";
import type { ChartColumn } from "./chart.ts";
import { formatDays } from "./days.ts";
import { type MarkKind, kindOfEnds } from "./marks.ts";
import { type Party, partyOf } from "./parties.ts";
import { capitalise, formatCount, formatList, formatNumber, formatRange } from "./words.ts";

/** What an end of an interval is: part of it, just outside of it, or not stated. */
export type End = "included" | "excluded" | "open";

/** One mark: a figure as published or as computed here, with all that is said of it. */
export interface MarkRow {
  readonly kind: MarkKind;
  /** Who says it and when, or what is computed. */
  readonly label: string;
  /** Who says it. */
  readonly by: string | null;
  /** The figure in words, with its doubt. */
  readonly words: string;
  readonly low: number | null;
  readonly low_end: End;
  readonly high: number | null;
  readonly high_end: End;
  readonly unit: string;
  readonly metric: string | null;
  readonly party: Party;
  readonly quote: string | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
  /** Names of the origins behind it, separated by |. */
  readonly origin: string;
  /** What excludes what, as group/option. */
  readonly alternative: string | null;
  readonly formula: string | null;
  /** Ids of the claims behind it, separated by |. */
  readonly claims: string;
}

export const MARK_COLUMNS: readonly ChartColumn<MarkRow>[] = [
  { field: "label", label: "Who or what" },
  { field: "words", label: "Figure" },
  { field: "low", label: "Low" },
  { field: "low_end", label: "Low end" },
  { field: "high", label: "High" },
  { field: "high_end", label: "High end" },
  { field: "unit", label: "Unit" },
  { field: "first_day", label: "First day" },
  { field: "last_day", label: "Last day" },
  { field: "kind", label: "Drawn as" },
  { field: "quote", label: "As printed" },
  { field: "formula", label: "Formula" },
  { field: "origin", label: "Origin" },
  { field: "claims", label: "Claims" },
];

const endOf = (value: number | null, inclusive: boolean | null): End =>
  value === null ? "open" : inclusive === false ? "excluded" : "included";

/**
 * The ends of an interval as a row keeps them. "More than nothing" is what every
 * count is: such a low end is not drawn as if somebody had stated it.
 */
export function endsOfRow(ends: Ends): Pick<MarkRow, "low" | "low_end" | "high" | "high_end"> {
  const low = ends.low === 0 && ends.low_inclusive === false ? null : ends.low;
  return {
    low,
    low_end: endOf(low, ends.low_inclusive),
    high: ends.high,
    high_end: endOf(ends.high, ends.high_inclusive),
  };
}

/** The ends of a row as an interval has them, to be put into words. */
export const rangeOfRow = ({ low, low_end, high, high_end }: MarkRow): Ends => ({
  low,
  low_inclusive: low === null ? null : low_end === "included",
  high,
  high_inclusive: high === null ? null : high_end === "included",
});

const isPlanned = ({ modality }: PublishedClaim): boolean =>
  modality === "planned" || modality === "target";

function kindOfClaim(claim: PublishedClaim): MarkKind {
  if (isPlanned(claim)) return "planned";
  if (claim.unused !== null) return "withdrawn";
  const kind = kindOfEnds(claim.low, claim.high);
  return kind === "point" && claim.bound === "about" ? "about" : kind;
}

/** Four digits: what a source printed is not rounded further. */
const formatPrinted = (value: number): string => formatNumber(value, 4);

function wordsOfClaim(claim: PublishedClaim): string {
  const range = formatRange(claim, formatPrinted);
  const doubt = claim.bound === "about" ? `about ${range}` : range;
  if (isPlanned(claim)) return `planned: ${doubt}`;
  return doubt;
}

/**
 * A claim as a mark; its label says who and when.
 *
 * @param about What the figure counts, where a chart shows several quantities.
 */
export function rowOfClaim(claim: PublishedClaim, about = ""): MarkRow {
  const who = `${claim.claimant_name}, ${formatDays(claim.first_day, claim.last_day)}`;
  const label = about === "" ? who : `${about}; ${who}`;
  const kind = kindOfClaim(claim);
  return {
    kind,
    label: kind === "withdrawn" ? `${label}. Not counted: ${claim.unused ?? ""}` : label,
    by: claim.claimant_name,
    words: wordsOfClaim(claim),
    ...endsOfRow(claim),
    unit: claim.unit,
    metric: claim.metric,
    party: partyOf(claim),
    quote: claim.quote,
    first_day: claim.first_day,
    last_day: claim.last_day,
    origin: claim.origin_label,
    alternative: claim.alternative,
    formula: null,
    claims: claim.claim,
  };
}

/** A piece of arithmetic as a mark. */
export function rowOfCrosscheck(
  check: PublishedCrosscheck,
  { claims }: Pick<Answered, "claims">,
): MarkRow {
  const used = claims.filter(({ claim }) => check.claims.includes(claim));
  const origins = used.map(({ origin_label }) => origin_label);
  // What rests on one reading excludes what rests on the other; what rests on both does not.
  const [reading, ...others] = new Set(used.flatMap(({ alternative }) => alternative ?? []));
  return {
    kind: "computed",
    label: check.label,
    by: null,
    words: `computed: ${formatRange(check)}`,
    ...endsOfRow(check),
    unit: check.unit,
    metric: null,
    party: "other",
    quote: null,
    first_day: null,
    last_day: null,
    origin: [...new Set(origins)].join("|"),
    alternative: others.length === 0 ? (reading ?? null) : null,
    formula: check.formula,
    claims: check.claims.join("|"),
  };
}

/** Capitals as newspapers use them for whole governments. */
const CAPITALS: Readonly<Partial<Record<Party, string>>> = {
  us: "Washington",
  ukraine: "Kyiv",
  south_korea: "Seoul",
  north_korea: "Pyongyang",
  russia: "Moscow",
};

const PREPOSITIONS = /\s(?:as|by|in|on|to)\s/u;

/** Who speaks, in a word or a few: a government's capital, else how the origin's name begins. */
export function speakerOf({ party, origin }: Pick<MarkRow, "party" | "origin">): string {
  const [name = ""] = origin.split(",");
  return CAPITALS[party] ?? name.split(PREPOSITIONS)[0] ?? name;
}

/** Ids in a cell that holds a list. */
export function idsOf(cell: string): readonly string[] {
  return cell === "" ? [] : cell.split("|");
}

/** Where a row's mark leads: its claim, or the first of the claims it is computed from. */
export function hrefOf({ claims }: Pick<MarkRow, "claims">): string | null {
  const [first] = idsOf(claims);
  return first === undefined ? null : `./ledger#${first}`;
}

/** What a reader sees who rests on a mark. */
export function titleOf(row: MarkRow): string {
  const printed = row.quote === null ? row.words : `“${row.quote}”`;
  const formula = row.formula === null ? [] : [row.formula];
  return [row.label, printed, ...formula].join(" – ");
}

/** All claims behind some rows, each once, in order. */
export function claimsOf(rows: readonly Pick<MarkRow, "claims">[]): readonly string[] {
  return [...new Set(rows.flatMap(({ claims }) => idsOf(claims)))];
}

/** What every chart says about how much stands behind it: "4 claims, 3 origins." */
export function countNote(rows: readonly MarkRow[]): string {
  const origins = new Set(rows.flatMap(({ origin }) => idsOf(origin)));
  const computed = rows.filter(({ formula }) => formula !== null).length;
  const counts = [
    formatCount(claimsOf(rows).length, "claim"),
    formatCount(origins.size, "origin"),
    ...(computed === 0 ? [] : [`${formatCount(computed, "figure")} computed here`]),
  ];
  return `${formatList(counts)}.`;
}

/** The choice that a row is one reading of; rows of one choice exclude each other. */
export function choiceOf({ alternative, kind, origin, unit }: MarkRow): string | null {
  if (alternative === null || kind === "withdrawn") return null;
  return [origin, unit, alternative.split("/")[0]].join(" ");
}

const describe = ({ label, words, unit }: MarkRow): string => `${label}: ${words} ${unit}`;

/**
 * What every mark says, for readers who do not see the drawing: how much stands
 * behind the chart, then one sentence a row. Readings that exclude each other
 * share a sentence.
 */
export function describeRows(rows: readonly MarkRow[]): string {
  if (rows.length === 0) return "Not stated: no report gives such a figure.";
  const readings = [...group(rows, (row) => choiceOf(row) ?? row).values()];
  const sentences = readings.map((own) => `${capitalise(own.map(describe).join("; or: "))}.`);
  return [countNote(rows), ...sentences].join(" ");
}

/** From the smallest to the largest number that rows state, whichever end it is; null without one. */
export function spanOf(
  rows: readonly MarkRow[],
): { readonly low: number; readonly high: number } | null {
  const values = rows.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}

/** Whether a mark counts: not withdrawn, not retold wrongly, not a reading that is switched off. */
export const counts = ({ kind }: MarkRow): boolean => kind !== "withdrawn";

/** Largest first by the end that is stated, so that a chart is sorted by value. */
export function sortByValue(rows: readonly MarkRow[]): readonly MarkRow[] {
  const size = ({ low, high }: MarkRow): number => high ?? low ?? -Infinity;
  return rows.toSorted((a, b) => size(b) - size(a));
}
