import * as Plot from "@observablehq/plot";
import { group } from "d3-array";
import type { Published, PublishedEstimate } from "../../published/tables.ts";
import { formatList, nameInSentence } from "../../words/names.ts";
import type { Choice } from "../canvas.ts";
import { type Party, colourOf, fadeOf, tintOf } from "./colours.ts";
import type { Ends } from "../../words/ranges.ts";
import { dateOf, dayOf } from "./time.ts";

/** Which ranges of a total are drawn. */
export interface Asked extends Pick<Choice, "collection"> {
  readonly metric: string;
  readonly assume: PublishedEstimate["assume"];
}

/** A range that stands from one moment until the next. */
export interface Step extends Ends {
  readonly from: Date;
  readonly to: Date;
  readonly low_claims: readonly string[];
  readonly high_claims: readonly string[];
  /** How many testimonies must be wrong at least. */
  readonly fewest_wrong: number | null;
}

/** The ranges of one total over time, as long as one choice of claims is taken for wrong. */
export interface Branch {
  /** What must hold for it: "going by Seoul"; "" where nothing must. */
  readonly condition: string;
  readonly steps: readonly Step[];
}

/** First and last moment that are drawn. */
export type Domain = readonly [Date, Date];

const DAY = 86_400_000;

/** Who is taken for wrong in each choice, in words; where either of two must be, who is not. */
function conditionsIn(
  { claims, repairs }: Pick<Published, "claims" | "repairs">,
  series: string,
  { collection, assume }: Asked,
): ReadonlyMap<number, string> {
  const own = repairs.filter(
    (row) => row.series === series && row.collection === collection && row.assume === assume,
  );
  const nameOf = (id: string | undefined): string =>
    nameInSentence(claims.find(({ claim }) => claim === id)?.claimant_name ?? "");
  const wrong = [...group(own, ({ repair }) => repair)].map(
    ([repair, rows]) => [repair, [...new Set(rows.map((row) => nameOf(row.claims[0])))]] as const,
  );
  const isEither = wrong.length === 2 && wrong.every(([, names]) => names.length === 1);
  return new Map(
    wrong.map(([repair, names], at) => [
      repair,
      isEither ? `going by ${wrong[1 - at]?.[1][0] ?? ""}` : `without ${formatList(names)}`,
    ]),
  );
}

/** Steps of ranges that each stand until the next, cut off outside of what is drawn. */
export function stepsOf<Row extends Omit<Step, "from" | "to">>(
  rows: readonly Row[],
  dayIn: (row: Row) => string,
  [since, until]: Domain,
): readonly (Row & Step)[] {
  const sorted = rows.toSorted((a, b) => (dayIn(a) < dayIn(b) ? -1 : 1));
  return sorted.flatMap((row, at) => {
    const next = sorted[at + 1];
    const from = new Date(Math.max(dateOf(dayIn(row)).getTime(), since.getTime()));
    const to = next === undefined ? until : dateOf(dayIn(next));
    return to <= from ? [] : [{ ...row, from, to }];
  });
}

/**
 * The ranges of a total over time, a branch for each choice of claims that leaves one.
 *
 * Published rows hold from their day until the next one's: floors travel forward, and the day after
 * a ceiling ends has a row of its own.
 */
export function branchesOf(
  data: Pick<Published, "claims" | "estimates" | "repairs">,
  asked: Asked,
  domain: Domain,
): readonly Branch[] {
  const rows = data.estimates.filter(
    ({ metric, from, collection, assume }) =>
      metric === asked.metric &&
      from === null &&
      collection === asked.collection &&
      assume === asked.assume,
  );
  const conditions = conditionsIn(data, rows[0]?.series ?? "", asked);
  const repairs = [...new Set(rows.flatMap((row) => row.repairs))].toSorted((a, b) => a - b);
  const dayIn = ({ to }: PublishedEstimate): string => to;
  if (repairs.length === 0)
    return rows.length === 0 ? [] : [{ condition: "", steps: stepsOf(rows, dayIn, domain) }];
  return repairs.map((repair) => {
    const own = rows.filter((row) => row.repairs.length === 0 || row.repairs.includes(repair));
    return { condition: conditions.get(repair) ?? "", steps: stepsOf(own, dayIn, domain) };
  });
}

/** Corners of the steps that have an end, runs apart, each closed where it ends. */
const cornersOf = (branches: readonly Branch[], end: "low" | "high") =>
  branches.flatMap(({ steps }, branch) =>
    steps.flatMap(({ from, to, low, [end]: value }, at) => {
      if (value === null) return [];
      const before = steps.slice(0, at).findLastIndex((one) => one[end] === null);
      const corner = { at: from, value, low: low ?? 0, run: `${branch} ${before}` };
      const isLast = (steps[at + 1]?.[end] ?? null) === null;
      return isLast ? [corner, { ...corner, at: to }] : [corner];
    }),
  );

const FADE = 20;
const STEPS = { x: "at", z: "run", curve: "step-after" } as const;

/** The ground between floor and ceiling, in one lightness for each set of assumptions. */
export const regionGround = (
  branches: readonly Branch[],
  party: Party,
  tint: number,
): Plot.Markish =>
  Plot.areaY(cornersOf(branches, "high"), {
    ...STEPS,
    y1: "low",
    y2: "value",
    fill: tintOf(party, tint),
  });

/**
 * The edges of a region: its floor, its ceiling, and a fade of fixed height above the floor where
 * no ceiling is known, so that ink does not grow with ignorance.
 */
export const regionEdges = (branches: readonly Branch[], party: Party): Plot.Markish => [
  Plot.rect(
    branches.flatMap(({ steps }) => steps.filter(({ low, high }) => low !== null && high === null)),
    { x1: "from", x2: "to", y1: "low", y2: "low", insetTop: -FADE, fill: fadeOf(party) },
  ),
  ...(
    [
      ["high", 1.25],
      ["low", 2],
    ] as const
  ).map(([end, strokeWidth]) =>
    Plot.line(cornersOf(branches, end), {
      ...STEPS,
      ...{ y: "value", stroke: colourOf(party), strokeWidth },
    }),
  ),
];

/** The ranges of one day, one for each branch that has one. */
export interface DayRanges {
  readonly day: string;
  readonly steps: readonly Step[];
}

export const rangesOn = (branches: readonly Branch[], day: string): readonly Step[] =>
  branches.flatMap(({ steps }) =>
    steps.filter(({ from, to }) => from <= dateOf(day) && dateOf(day) < to),
  );

/** The ranges on the last day on which every branch has both ends; null if there is none. */
export function lastClosed(branches: readonly Branch[]): DayRanges | null {
  const isClosed = ({ low, high }: Step): boolean => low !== null && high !== null;
  const ends = branches.map(({ steps }) => steps.findLast(isClosed)?.to.getTime() ?? 0);
  if (ends.length === 0) return null;
  const day = dayOf(new Date(Math.min(...ends) - DAY));
  const steps = rangesOn(branches, day);
  return steps.length === branches.length && steps.every(isClosed) ? { day, steps } : null;
}

/**
 * The ranges on the last day on which every branch has both ends; else those of the last day of
 * all, told of the day since when they stand.
 */
export function lastRanges(branches: readonly Branch[]): DayRanges | null {
  const since = branches.flatMap(({ steps }) => {
    const last = steps.at(-1);
    const other = steps.findLastIndex(({ low, high }) => low !== last?.low || high !== last.high);
    return steps[other + 1] ?? [];
  });
  const days = since.map(({ from }) => dayOf(from)).toSorted();
  const [day] = days.slice(-1);
  return lastClosed(branches) ?? (day === undefined ? null : { day, steps: since });
}

/** Claims that bind steps, as a table has them; assumptions are none. */
export const claimsIn = (steps: readonly Step[]): string =>
  [...new Set(steps.flatMap((step) => [...step.low_claims, ...step.high_claims]))]
    .filter((id) => id.startsWith("c_"))
    .join("|");
