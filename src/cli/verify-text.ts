import type { Comparison, Difference } from "../duckdb/compare.ts";

const shown = (cell: string): string => (cell === "" ? "nothing" : cell);

const formatDifference = ({ table, row, column, published, computed }: Difference): string =>
  [
    `/data/${table}.csv ${row}${column === null ? "" : `, ${column}`}: found ${shown(published)}`,
    `  expected ${shown(computed)}, as the scripts of sql/ compute it`,
    "  to mend: see which of the two departs from docs/methodology.md, and add a test",
  ].join("\n");

/** Every difference with its place, then how many values agree. */
export function formatComparisons(comparisons: readonly Comparison[]): string {
  const width = Math.max(...comparisons.map(({ agreeing }) => String(agreeing).length));
  const longest = Math.max(...comparisons.map(({ table }) => table.length));
  const lines = comparisons.map(
    ({ table, agreeing }) =>
      `${table.padEnd(longest)}  ${String(agreeing).padStart(width)} values agree`,
  );
  const all = comparisons.reduce((sum, { agreeing }) => sum + agreeing, 0);
  const differences = comparisons.flatMap((one) => one.differences);
  return [
    ...differences.map(formatDifference),
    ...lines,
    `${String(all)} values agree between the two engines, ${String(differences.length)} differ`,
    "",
  ].join("\n");
}
