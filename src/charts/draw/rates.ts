import * as Plot from "@observablehq/plot";
import type { Published, PublishedClaim } from "../../published/tables.ts";
import { capitalise } from "../../words/names.ts";
import { formatFew } from "../../words/numbers.ts";
import { type Canvas, type Choice, keepChosen } from "../canvas.ts";
import { type Party, colourOf } from "./colours.ts";
import { type Named, figuresOver, isLong, nameFigures, numbered, spotsOf } from "./figures.ts";
import { labels } from "./labels.ts";
import { isNarrow, numbersAtLeft, plot, roomFor, roundNumbers } from "./plot.ts";
import { type Said, type SaidOptions, saidIn } from "./said.ts";
import { daysBetween, yearOf, years } from "./time.ts";

/** What a chart of rates or ratios over time is made of. */
export interface RateRows {
  readonly panels: readonly { readonly name: string; readonly party: Party }[];
  readonly said: readonly Said[];
  readonly named: readonly Named[];
  readonly domain: readonly [Date, Date];
  /** How many figures state no period, and so have no place. */
  readonly undated: number;
}

/** Which figures a chart of rates shows. */
export interface RatesAsked extends SaidOptions {
  /** The panel of a claim; null where it does not belong. */
  readonly panelOf: (claim: PublishedClaim) => string | null;
  /** Names in a panel. */
  readonly most: number;
  /** Claims that matter most for being named, before those in conflict. */
  readonly matter?: (said: readonly Said[]) => readonly string[];
  /** Whether figures that do not count are left out, and not drawn struck. */
  readonly isCounted?: boolean;
}

export type RateData = Pick<Published, "claims" | "conflicts" | "mutations">;

/** Room after the last figure, in milliseconds: half a month. */
const AFTER = 15 * 86_400_000;

/**
 * Rows of a chart of rates: every figure with its period, by panel, those in conflict named first.
 *
 * @returns null where nobody speaks of them.
 */
export function rateRows(data: RateData, choice: Choice, asked: RatesAsked): RateRows | null {
  const own = keepChosen(data.claims, choice).filter((row) => asked.panelOf(row) !== null);
  const all = saidIn(own, { ...asked, mutations: data.mutations });
  const shown = all.filter(({ kind }) => asked.isCounted !== true || kind !== "struck");
  const said = shown.filter(({ middle }) => middle !== null);
  const conflicts = data.conflicts.filter(
    ({ collection, gap }) => collection === choice.collection && gap > 0,
  );
  const matter = [...(asked.matter?.(said) ?? []), ...conflicts.flatMap(({ claims }) => claims)];
  const names = [...new Set(said.map(({ panel }) => panel))];
  const named = names.flatMap((name) =>
    nameFigures(
      said.filter(({ panel }) => panel === name),
      matter,
      asked.most,
    ),
  );
  const struck = said.filter(({ kind }) => kind === "struck");
  const first = said.map((one) => one.first?.getTime() ?? Infinity);
  const last = said.map((one) => one.last?.getTime() ?? -Infinity);
  if (said.length === 0) return null;
  return {
    panels: names.map((name) => ({
      name,
      party: said.find(({ panel }) => panel === name)?.party ?? "other",
    })),
    ...{ said, named: numbered([...named, ...struck]), undated: shown.length - said.length },
    domain: [yearOf(new Date(Math.min(...first))), new Date(Math.max(...last) + AFTER)],
  };
}

/** How a chart of rates is drawn. */
export interface RateStyle {
  readonly scale?: "linear" | "log";
  /** Numbers at the axis; round ones from zero where they are left out. */
  readonly ticks?: readonly number[];
  readonly format?: (value: number) => string;
  /** Height of one panel. */
  readonly height: number;
  /** Whether panels stand side by side where there is room. */
  readonly isBeside?: boolean;
  readonly marks?: Plot.Markish;
}

/** From zero, or on a log scale from a little below the lowest, to a little above the highest. */
function numbersIn({ said }: RateRows, { scale, ticks = [] }: RateStyle): [number, number] {
  const ends = said.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const [least, most] = [Math.min(...ends, ...ticks), Math.max(...ends, ...ticks)];
  return scale === "log" ? [least / 1.3, most * 1.3] : [0, 1.08 * most];
}

/** What a panel shows, above it. */
const headings = (panels: RateRows["panels"], way: "fx" | "fy"): Plot.Markish =>
  Plot.text(panels, {
    ...{ [way]: "name", frameAnchor: "top-left", dy: -18, fontWeight: 700, fontSize: 14 },
    text: ({ name }: { readonly name: string }) => capitalise(name),
    fill: ({ party }: { readonly party: Party }) => colourOf(party),
  });

/** Periods up to so many pixels are marks and not bars. */
const SHORT = 14;
const HEAD = 24;

/** Draws rates over time: bars over their periods, a panel each, labels beside them. */
export function drawRates(rows: RateRows, canvas: Canvas, style: RateStyle): SVGSVGElement {
  const { panels, said, named, domain } = rows;
  const [narrow, isMany] = [isNarrow(canvas), panels.length > 1];
  const isBeside = style.isBeside === true && !narrow && isMany;
  const way = isBeside ? "fx" : "fy";
  const facet = isMany ? { [way]: "panel" } : {};
  const days = (SHORT * daysBetween(...domain) * (isBeside ? panels.length : 1)) / canvas.width;
  const numbers = numbersIn(rows, style);
  const axis = {
    ticks: style.ticks ?? roundNumbers(numbers[1]),
    ...(style.format === undefined ? {} : { format: style.format }),
    ...(isBeside ? { fx: panels[0]?.name ?? "" } : {}),
  };
  const spots = spotsOf(said, named, (row) =>
    isLong(row, days) ? [row.first, row.last] : [row.middle, row.middle],
  );
  const band = { domain: panels.map(({ name }) => name), padding: isBeside ? 0.05 : 0.2 };
  return plot(canvas, {
    height: isBeside ? style.height + 50 : (style.height + HEAD) * panels.length + 26,
    ...{ marginLeft: roomFor(axis), marginTop: isMany ? 26 : 14, marginBottom: 26 },
    x: { type: "utc", domain: [...domain] },
    y: { type: style.scale ?? "linear", domain: numbers },
    ...(isMany ? { [way]: band } : {}),
    marks: [
      numbersAtLeft(axis),
      years(domain, isBeside),
      isMany ? headings(panels, way) : null,
      style.marks,
      figuresOver(said, days, facet),
      labels(spots, { isNumbersOnly: narrow, ...facet }),
    ],
  });
}

/** How rates are drawn, and what has no place. */
export const noteOfRates = ({ undated }: RateRows): string =>
  `Bars span the time spoken of, short times are marks.${undated > 0 ? ` Left out: ${formatFew(undated, "figure")} without a period.` : ""}`;
