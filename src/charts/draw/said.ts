import { group } from "d3-array";
import type { Published, PublishedClaim } from "../../published/tables.ts";
import { formatDay, formatDays } from "../../words/days.ts";
import { lowerFirst, shortName } from "../../words/names.ts";
import { formatPrinted } from "../../words/numbers.ts";
import { type Ends, formatRange } from "../../words/ranges.ts";
import type { TableRow } from "../canvas.ts";
import { MUTED, PALE, PAPER, type Party, colourOf, hatchOf, partyOf, tintOf } from "./colours.ts";
import { dateOf, endOf, middleOf } from "./time.ts";

/** What a figure looks like. */
export type Shape = "figure" | "about" | "range" | "bound";

/** What a figure is said to be: what happened, what could be, what is planned; or it does not count. */
export type Kind = "said" | "could" | "planned" | "struck";

/** One figure of one origin as a mark, however often it is retold. */
export interface Said extends Ends {
  readonly claims: readonly string[];
  readonly metric: string;
  readonly what: string;
  /** The speaker as a label has it, and in full. */
  readonly who: string;
  readonly speaker: string;
  readonly when: string;
  /** The figure in words, as published. */
  readonly printed: string;
  readonly shape: Shape;
  readonly kind: Kind;
  /** Why it does not count. */
  readonly why: string | null;
  /** Where its mark stands: the number that it has, of two the upper one. */
  readonly value: number;
  /** Whether one of the five articles says it. */
  readonly isCore: boolean;
  readonly party: Party;
  readonly stroke: string;
  readonly fill: string;
  /** The period that it speaks of; null where none is stated. */
  readonly first: Date | null;
  readonly last: Date | null;
  readonly middle: Date | null;
  readonly countedFrom: string | null;
  /** The panel that it stands in; "" where there is only one. */
  readonly panel: string;
  /** The reading that it is one of: "load/all_152"; null where there is one alone. */
  readonly alternative: string | null;
}

/** How claims become marks of a chart. */
export interface SaidOptions {
  /** By what a claim's numbers are multiplied to come in the chart's unit. */
  readonly factorOf?: (claim: PublishedClaim) => number;
  readonly panelOf?: (claim: PublishedClaim) => string | null;
  /** Whose guns or goods it is about, where that is not in the quantity's name. */
  readonly whoseOf?: (claim: PublishedClaim) => Party;
  /** What was changed in retellings, which tells why a figure does not count. */
  readonly mutations?: Published["mutations"];
}

const ROUGH: Partial<Readonly<Record<PublishedClaim["bound"], string>>> = {
  ...{ about: "about", nearly: "nearly", order_of_magnitude: "of the order of" },
};

function shapeOf({ bound, low, high }: PublishedClaim): Shape {
  if (bound in ROUGH) return "about";
  if (low === null || high === null) return "bound";
  return low === high ? "figure" : "range";
}

/** A figure in words, with the hedge that its bound stands for. */
export function printedOf(claim: PublishedClaim): string {
  const { bound, low, high, measure, unit } = claim;
  const suffix = measure === "ratio" ? ":1" : unit === "percent" ? "%" : "";
  const format = (value: number): string => `${formatPrinted(value)}${suffix}`;
  const rough = ROUGH[bound];
  return rough === undefined ? formatRange(claim, format) : `${rough} ${format(high ?? low ?? 0)}`;
}

function kindOf({ repeats, modality, measure, unused }: PublishedClaim): Kind {
  if (repeats === "distorted") return "struck";
  if (modality === "planned" || modality === "target") return "planned";
  if (measure === "capacity" || modality === "possible") return "could";
  return unused === null ? "said" : "struck";
}

/** The line and the ground of a mark: what could be is pale, what is planned hatched. */
export function inkOf(kind: Kind, shape: Shape, party: Party) {
  const stroke = { said: colourOf(party), could: PALE, planned: colourOf(party), struck: MUTED };
  const ground = shape === "range" ? tintOf(party, 1) : shape === "about" ? PAPER : stroke[kind];
  const fill = { said: ground, could: PAPER, planned: hatchOf(party), struck: "none" };
  return { stroke: stroke[kind], fill: fill[kind] };
}

/** Figures of one origin are one mark where quantity, period, sort and numbers are the same. */
const markOf = (claim: PublishedClaim): string =>
  [claim.origin, claim.metric, claim.last_day, kindOf(claim), shapeOf(claim)]
    .concat([claim.low, claim.high, claim.unused].map(String))
    .join(" ");

/** All that is told alike, as one mark; the five articles speak for the others. */
function markedAs(claims: readonly PublishedClaim[], options: SaidOptions): readonly Said[] {
  const claim = claims.find(({ collection }) => collection === "core") ?? claims[0];
  if (claim === undefined) return [];
  const { low, high, first_day, last_day } = claim;
  const factor = options.factorOf?.(claim) ?? 1;
  const [, per = ""] = claim.unit.split("/");
  const first = first_day === null ? null : dateOf(first_day);
  const last = last_day === null ? null : endOf(last_day);
  const [kind, shape, party] = [kindOf(claim), shapeOf(claim), (options.whoseOf ?? partyOf)(claim)];
  const change = options.mutations?.find((row) => row.claim === claim.claim)?.kind_label;
  const why = change ?? claim.unused ?? "retold otherwise";
  return [
    {
      ...{ claims: claims.map((one) => one.claim), metric: claim.metric, what: claim.metric_label },
      ...{ who: shortName(claim.claimant_name), speaker: claim.claimant_name },
      when: formatDays(first_day, last_day),
      printed: `${printedOf(claim)}${factor === 1 || per === "" ? "" : ` a ${per}`}`,
      ...{ shape, kind, why: kind === "struck" ? why : null },
      ...{ low: low === null ? null : low * factor, low_inclusive: claim.low_inclusive },
      ...{ high: high === null ? null : high * factor, high_inclusive: claim.high_inclusive },
      value: (high ?? low ?? 0) * factor,
      isCore: claims.some(({ collection }) => collection === "core"),
      ...{ party, ...inkOf(kind, shape, party), first, last },
      middle: first && last ? middleOf(first, last) : null,
      ...{ countedFrom: claim.counted_from, alternative: claim.alternative },
      panel: options.panelOf?.(claim) ?? "",
    },
  ];
}

/**
 * Claims as marks, one for each figure of each origin. Retellings with the same numbers are one
 * mark, those with other numbers stand apart.
 */
export const saidIn = (
  claims: readonly PublishedClaim[],
  options: SaidOptions = {},
): readonly Said[] =>
  [...group(claims, markOf).values()].flatMap((same) => markedAs(same, options));

/** Ends as columns of a data table. */
export const endsOf = ({ low, low_inclusive, high, high_inclusive }: Ends) => ({
  ...{ low, high },
  low_inclusive: low_inclusive === null ? null : String(low_inclusive),
  high_inclusive: high_inclusive === null ? null : String(high_inclusive),
});

/** A mark as a row of the data table. */
export const rowOfSaid = (said: Said, unit: string): TableRow => ({
  ...{ what: said.what, who: said.speaker, when: said.when, ...endsOf(said) },
  ...{ unit, said: said.printed, sort: said.kind, why: said.why, claims: said.claims.join("|") },
});

/** A mark in words, for the list under a picture: "Bruce Bennett, RAND, 2023: about 30,000". */
export function wordsOfSaid({ speaker, when, printed, countedFrom, why }: Said): string {
  const since = countedFrom === null ? "" : `, counted from ${formatDay(countedFrom)}`;
  return `${speaker}, ${when}: ${printed}${since}${why === null ? "" : ` (not counted: ${lowerFirst(why)})`}`;
}
