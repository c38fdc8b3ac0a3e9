/** What two readers who coded the same texts without seeing each other agree on. */
import { group } from "d3-array";

/** One row as a reader wrote it, by column. */
export type CodedRow = Readonly<Record<string, string>>;

/** One number that says how far two readers agree. */
export interface Measure {
  readonly table: "figures" | "statements" | "further";
  readonly measure: string;
  readonly value: string;
}

/** A stretch of a document and all rows that one reader wrote about it: two readings are two rows. */
interface Place {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly rows: readonly CodedRow[];
}

/** The same thing as each of the two readers has it. */
export type Pair<T> = readonly [T, T];

interface Matching<T> {
  readonly both: readonly Pair<T>[];
  readonly onlyA: readonly T[];
  readonly onlyB: readonly T[];
}

/** What a reader wrote in a column; empty where the row lacks it. */
export const cell = (row: CodedRow | undefined, column: string): string => row?.[column] ?? "";

function placesOf(rows: readonly CodedRow[]): readonly Place[] {
  const places = group(rows, (row) =>
    ["source", "start", "end"].map((name) => cell(row, name)).join(" "),
  );
  return [...places.values()].map((own) => ({
    source: cell(own[0], "source"),
    start: Number(cell(own[0], "start")),
    end: Number(cell(own[0], "end")),
    rows: own,
  }));
}

/** Shared share of two stretches: 1 when they are the same, 0 when they do not touch. */
function overlapOf(a: Place, b: Place): number {
  if (a.source !== b.source) return 0;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Pairs places that overlap, the best overlap first, so that a calibre is not taken for the shells around it. */
function matchPlaces(a: readonly Place[], b: readonly Place[]): Matching<Place> {
  const candidates = a
    .flatMap((one) => b.map((two) => ({ one, two, overlap: overlapOf(one, two) })))
    .filter(({ overlap }) => overlap > 0)
    .sort((left, right) => right.overlap - left.overlap);
  const taken = new Set<Place>();
  const both = candidates.flatMap(({ one, two }): readonly Pair<Place>[] => {
    if (taken.has(one) || taken.has(two)) return [];
    taken.add(one).add(two);
    return [[one, two]];
  });
  return {
    both,
    onlyA: a.filter((place) => !taken.has(place)),
    onlyB: b.filter((place) => !taken.has(place)),
  };
}

/**
 * Cohen's kappa: agreement beyond what two readers with these habits would reach by chance.
 *
 * @param pairs What each reader chose, case by case.
 * @returns At most 1; null where nothing is left to chance, as both always choose the same word.
 * @example cohensKappa([["x", "x"], ["y", "y"], ["x", "y"], ["y", "x"]]) // => 0
 */
export function cohensKappa(pairs: readonly Pair<string>[]): number | null {
  const share = (count: number): number => count / pairs.length;
  const observed = share(pairs.filter(([a, b]) => a === b).length);
  const words = [...new Set(pairs.flat())];
  const expected = words
    .map(
      (word) =>
        share(pairs.filter(([a]) => a === word).length) *
        share(pairs.filter(([, b]) => b === word).length),
    )
    .reduce((sum, product) => sum + product, 0);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/** What a reader wrote in some columns, over all readings of a place, in no order. */
const written = (rows: readonly CodedRow[], columns: readonly string[]): string =>
  [...new Set(rows.map((row) => columns.map((column) => cell(row, column)).join(",")))]
    .sort()
    .join(";");

/** How many pairs are the same, as "n of m". */
export const agreeing = (pairs: readonly Pair<string>[]): string =>
  `${pairs.filter(([a, b]) => a === b).length} of ${pairs.length}`;

/** Kappa with three decimals. */
export const kappaText = (pairs: readonly Pair<string>[]): string =>
  cohensKappa(pairs)?.toFixed(3) ?? "not defined";

function counts<T>({ both, onlyA, onlyB }: Matching<T>): readonly (readonly [string, string])[] {
  return [
    ["found by both", String(both.length)],
    ["only by reader A", String(onlyA.length)],
    ["only by reader B", String(onlyB.length)],
  ];
}

/** Columns in which two readers of one claim are compared. */
export const COMPARED: Readonly<Record<string, readonly string[]>> = {
  metric: ["metric"],
  value: ["low", "best", "high"],
  bound: ["bound"],
  modality: ["modality"],
  days: ["as_of_earliest", "as_of_latest", "period_start", "period_end", "counted_from"],
};

/**
 * Compares the figures that two readers found: places that overlap are one figure.
 *
 * @returns Counts as "n of m", kappa with three decimals.
 */
export function measureFigures(a: readonly CodedRow[], b: readonly CodedRow[]): readonly Measure[] {
  const matching = matchPlaces(placesOf(a), placesOf(b));
  const { both } = matching;
  const compare = (pairs: readonly Pair<Place>[], columns: readonly string[]) =>
    pairs.map(([one, two]): Pair<string> => [
      written(one.rows, columns),
      written(two.rows, columns),
    ]);
  const decided = (word: string) =>
    both.filter((pair) => pair.every(({ rows }) => cell(rows[0], "decision") === word));
  const decisions = compare(both, ["decision"]);
  const claims = decided("claim");
  return [
    ...counts(matching),
    ["same decision, claim or dismissal", agreeing(decisions)] as const,
    ["decision: Cohen's kappa", kappaText(decisions)] as const,
    ["same kind of dismissal", agreeing(compare(decided("dismissal"), ["kind"]))] as const,
    ...Object.entries(COMPARED).map(
      ([name, columns]) =>
        [`claims with the same ${name}`, agreeing(compare(claims, columns))] as const,
    ),
  ].map(([measure, value]) => ({ table: "figures", measure, value }));
}

/**
 * Compares the statements: one of the same document, proposition and speaker is the same statement.
 *
 * @param names What a spelling of a speaker or proposition stands for.
 */
export function measureStatements(
  a: readonly CodedRow[],
  b: readonly CodedRow[],
  names: ReadonlyMap<string, string>,
): readonly Measure[] {
  const keyOf = (row: CodedRow): string =>
    ["source", "proposition", "claimant"]
      .map((column) => cell(row, column))
      .map((name) => names.get(name) ?? name)
      .join(" ");
  const byKey = (rows: readonly CodedRow[]) => new Map(rows.map((row) => [keyOf(row), row]));
  const [ofA, ofB] = [byKey(a), byKey(b)];
  const both = a.flatMap((row): readonly Pair<CodedRow>[] => {
    const other = ofB.get(keyOf(row));
    return other ? [[row, other]] : [];
  });
  const onlyA = a.filter((row) => !ofB.has(keyOf(row)));
  const onlyB = b.filter((row) => !ofA.has(keyOf(row)));
  const stances = both.map(([one, two]): Pair<string> => [
    cell(one, "stance"),
    cell(two, "stance"),
  ]);
  return [
    ...counts({ both, onlyA, onlyB }),
    ["same stance", agreeing(stances)] as const,
    ["stance: Cohen's kappa", kappaText(stances)] as const,
  ].map(([measure, value]) => ({ table: "statements", measure, value }));
}
