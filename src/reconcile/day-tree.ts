/** A stretch of days, both ends inclusive, ISO text. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Stretches laid out so that the best of those that meet some days is found in logarithmic time. */
export interface DayTree<Row extends Stretch> {
  /** The best row that shares a day with the stretch, or null. */
  bestWithin(stretch: Stretch): Row | null;
}

/** Where `day` stands among sorted days, or would stand. */
function rankOf(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Lays rows out over their days, as a segment tree: a node keeps the best row that
 * covers all of its days and the best that touches any of them. Comparing every row
 * with every other would need an hour for a hundred thousand claims.
 *
 * @param rows Stretches with `from` no later than `to`.
 * @param days Every day on which a row or a stretch asked about begins or ends, each once, ascending.
 * @param better The better of two rows; must not depend on their order.
 */
export function plantDays<Row extends Stretch>(
  rows: readonly Row[],
  days: readonly string[],
  better: (a: Row, b: Row) => Row,
): DayTree<Row> {
  const covering: (Row | undefined)[] = [];
  const touching: (Row | undefined)[] = [];
  const best = (a: Row | undefined, b: Row | undefined): Row | undefined =>
    a && b ? better(a, b) : (a ?? b);

  const lay = (row: Row, first: number, last: number): void => {
    const visit = (node: number, low: number, high: number): void => {
      if (last < low || high < first) return;
      touching[node] = best(touching[node], row);
      if (first <= low && high <= last) {
        covering[node] = best(covering[node], row);
        return;
      }
      const middle = (low + high) >> 1;
      visit(2 * node, low, middle);
      visit(2 * node + 1, middle + 1, high);
    };
    visit(1, 0, days.length - 1);
  };
  for (const row of rows) lay(row, rankOf(days, row.from), rankOf(days, row.to));

  const find = (first: number, last: number): Row | null => {
    const visit = (node: number, low: number, high: number): Row | undefined => {
      if (last < low || high < first) return undefined;
      if (first <= low && high <= last) return touching[node];
      const middle = (low + high) >> 1;
      const below = best(visit(2 * node, low, middle), visit(2 * node + 1, middle + 1, high));
      return best(covering[node], below);
    };
    return visit(1, 0, days.length - 1) ?? null;
  };

  return { bestWithin: ({ from, to }) => find(rankOf(days, from), rankOf(days, to)) };
}
