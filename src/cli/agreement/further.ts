/** What two readers who coded the further reports, one row for each row of the table, agree on. */
import {
  COMPARED,
  type CodedRow,
  type Measure,
  type Pair,
  agreeing,
  cell,
  kappaText,
} from "./measure.ts";

/** Columns of which only the further reports have one for each claim. */
const ALONE = { origin: "origin", repeats: "faithful or distorted" };

/**
 * Compares the rows of two readers by the id of the table's row. What changed on the way is
 * compared as a set: the order in which a reader names two changes says nothing.
 *
 * @param names What a spelling of an origin or of a kind of change stands for.
 * @returns Counts as "n of m" over the rows that both took for claims, kappa with three decimals.
 */
export function measureFurther(
  a: readonly CodedRow[],
  b: readonly CodedRow[],
  names: ReadonlyMap<string, string>,
): readonly Measure[] {
  const ofB = new Map(b.map((row) => [cell(row, "row"), row]));
  const both = a.flatMap((row): readonly Pair<CodedRow>[] => {
    const other = ofB.get(cell(row, "row"));
    return other ? [[row, other]] : [];
  });
  const claims = both.filter((pair) => pair.every((row) => cell(row, "decision") === "claim"));
  const meant = (text: string): string => names.get(text) ?? text;
  const compare = (pairs: readonly Pair<CodedRow>[], read: (row: CodedRow) => string) =>
    pairs.map(([one, two]): Pair<string> => [read(one), read(two)]);
  const changes = (row: CodedRow): string =>
    cell(row, "mutations").split("|").map(meant).sort().join("|");
  const decisions = compare(both, (row) => cell(row, "decision"));
  return [
    ["coded by both", String(both.length)] as const,
    ["coded by one alone", String(a.length + b.length - 2 * both.length)] as const,
    ["same decision, claim or statement", agreeing(decisions)] as const,
    ["decision: Cohen's kappa", kappaText(decisions)] as const,
    ...Object.entries(COMPARED).map(([name, columns]) => {
      const read = (row: CodedRow) => columns.map((column) => cell(row, column)).join(",");
      return [`claims with the same ${name}`, agreeing(compare(claims, read))] as const;
    }),
    ...Object.entries(ALONE).map(([column, name]) => {
      const read = (row: CodedRow) => meant(cell(row, column));
      return [`claims with the same ${name}`, agreeing(compare(claims, read))] as const;
    }),
    ["claims with the same set of changes", agreeing(compare(claims, changes))] as const,
  ].map(([measure, value]) => ({ table: "further", measure, value }));
}
