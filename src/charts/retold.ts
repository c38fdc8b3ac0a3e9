import { group } from "d3-array";
import type { Ends, PublishedClaim } from "../reconcile/published.ts";
import { type MarkRow, rowOfClaim } from "./mark-row.ts";
import { formatCount } from "./words.ts";

/** The end of a hull on one side; one report that leaves the side open leaves it open. */
function widest(
  claims: readonly PublishedClaim[],
  side: "low" | "high",
): { readonly value: number | null; readonly inclusive: boolean | null } {
  const values = claims.map((claim) => claim[side]);
  const closed = values.filter((value) => value !== null);
  if (closed.length < values.length) return { value: null, inclusive: null };
  const value = side === "low" ? Math.min(...closed) : Math.max(...closed);
  const isIncluded = claims.some((claim) => claim[side] === value && claim[`${side}_inclusive`]);
  return { value, inclusive: isIncluded };
}

/** The hull of some reports: every number that one of them allows. */
function hullOf(claims: readonly PublishedClaim[]): Ends {
  const [low, high] = [widest(claims, "low"), widest(claims, "high")];
  return {
    low: low.value,
    low_inclusive: low.inclusive,
    high: high.value,
    high_inclusive: high.inclusive,
  };
}

const daysIn = (days: readonly (string | null)[]): readonly string[] =>
  days.filter((day) => day !== null).toSorted();

/** Retellings of one act of estimation as one mark: their hull, with how many they are. */
function rowOfRetellings(
  first: PublishedClaim,
  claims: readonly PublishedClaim[],
  about: string,
): MarkRow {
  const hull = hullOf(claims);
  const isOpen = hull.low === null && hull.high === null;
  const numbers = claims.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  // A floor here and a ceiling there leave no bound; the mark then spans what was printed.
  const ends = isOpen
    ? {
        low: Math.min(...numbers),
        low_inclusive: true,
        high: Math.max(...numbers),
        high_inclusive: true,
      }
    : hull;
  const isAbout = ends.low === ends.high && claims.some(({ bound }) => bound === "about");
  const whole: PublishedClaim = {
    ...first,
    ...ends,
    first_day: daysIn(claims.map(({ first_day }) => first_day))[0] ?? null,
    last_day: daysIn(claims.map(({ last_day }) => last_day)).at(-1) ?? null,
    bound: isAbout ? "about" : "range",
  };
  const row = rowOfClaim(whole, about);
  return {
    ...row,
    label: `${row.label}; ${formatCount(claims.length, "report")}, 1 origin${isOpen ? ", here as a floor, there as a ceiling" : ""}`,
    quote: [...new Set(claims.map(({ quote }) => quote))].join("” · “"),
    claims: claims.map(({ claim }) => claim).join("|"),
  };
}

const isPlanned = ({ modality }: PublishedClaim): boolean =>
  modality === "planned" || modality === "target";

/** What is told of one origin, metric and reading; what does not count stands apart by its reason. */
const keyOf = (claim: PublishedClaim): string =>
  [claim.origin, claim.metric, claim.alternative, isPlanned(claim), claim.unused].join(" ");

/** Whether two claims of one origin tell one figure: their days overlap, or their ends are the same. */
function isOneFigure(a: PublishedClaim, b: PublishedClaim): boolean {
  // where no day is stated, any may be meant
  const isBefore = (one: PublishedClaim, other: PublishedClaim): boolean =>
    one.last_day !== null && other.first_day !== null && one.last_day < other.first_day;
  const overlap = !isBefore(a, b) && !isBefore(b, a);
  return overlap || (a.low === b.low && a.high === b.high);
}

/** Claims by the figure that they tell: an origin may give one for each of several periods. */
function figuresIn(claims: readonly PublishedClaim[]): readonly (readonly PublishedClaim[])[] {
  const figures: PublishedClaim[][] = [];
  for (const claim of claims) {
    const same = figures.filter((figure) => figure.some((other) => isOneFigure(other, claim)));
    const [first, ...others] = same;
    if (first) first.push(...others.flat(), claim);
    else figures.push([claim]);
    for (const other of others) figures.splice(figures.indexOf(other), 1);
  }
  return figures;
}

/**
 * Claims as marks, one for each act of estimation however often it is retold. What one
 * origin said of different times stands apart.
 *
 * @param about What a claim counts, where a chart shows several quantities.
 * @returns Rows in the order of each origin's first claim.
 */
export function rowsOfClaims(
  claims: readonly PublishedClaim[],
  about: (claim: PublishedClaim) => string = () => "",
): readonly MarkRow[] {
  return [...group(claims, keyOf).values()].flatMap(figuresIn).flatMap((own) => {
    const [first, ...more] = own;
    if (first === undefined) return [];
    return more.length === 0
      ? [rowOfClaim(first, about(first))]
      : [rowOfRetellings(first, own, about(first))];
  });
}
