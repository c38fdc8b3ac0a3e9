import type { Published, PublishedClaim, PublishedEstimate } from "../reconcile/published.ts";
import type { PublishedSwing } from "../reconcile/solidity/rows.ts";
import { chartOf } from "./chart.ts";
import { MARK_COLUMNS, type MarkRow, claimsOf, describeRows, endsOfRow } from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { drawPanels } from "./panel.ts";
import { SHELLS } from "./select.ts";
import { capitalise, formatCount, formatNumber, formatRange } from "./words.ts";

const isShown = ({ metric }: { readonly metric: string }): boolean => metric === SHELLS;

const differs = (whole: MarkRow, { low, high, low_end, high_end }: MarkRow): boolean =>
  low !== whole.low ||
  high !== whole.high ||
  low_end !== whole.low_end ||
  high_end !== whole.high_end;

/** The claims that bind a range. */
export function bindingClaims(
  ends: { readonly low_claims: readonly string[]; readonly high_claims: readonly string[] },
  { claims }: Published,
): readonly PublishedClaim[] {
  const binding = new Set([...ends.low_claims, ...ends.high_claims]);
  return claims.filter(({ claim }) => binding.has(claim));
}

/** The range of the last day as a mark: as published, or under one choice. */
export function rangeRow(
  ends: Pick<PublishedEstimate, "low" | "low_inclusive" | "high" | "high_inclusive" | "as_of">,
  label: string,
  behind: readonly PublishedClaim[],
): MarkRow {
  return {
    ...endsOfRow(ends),
    kind: kindOfEnds(ends.low, ends.high),
    label,
    by: null,
    // three digits, so that a range that rounding widened can be told from the published one
    words: formatRange(ends, (value) => formatNumber(value, 3)),
    unit: "rounds",
    metric: SHELLS,
    party: "other",
    quote: null,
    first_day: ends.as_of,
    last_day: ends.as_of,
    origin: [...new Set(behind.map(({ origin_label }) => origin_label))].join("|"),
    alternative: null,
    formula: null,
    claims: behind.map(({ claim }) => claim).join("|"),
  };
}

/** Options that leave the range as it is share a row: their names stand in its label. */
function rowsOfSwings(
  whole: MarkRow,
  swings: readonly PublishedSwing[],
  published: Published,
): readonly MarkRow[] {
  const rows = swings.map((swing) =>
    rangeRow(swing, swing.option_label, bindingClaims(swing, published)),
  );
  const same = rows.filter((row) => !differs(whole, row));
  const [first] = same;
  const moved = rows.filter((row) => differs(whole, row));
  if (!first) return moved;
  const label = `${formatCount(same.length, "other option")}, each taken alone: ${same.map((row) => row.label).join("; ")}`;
  return [...moved, { ...first, label }];
}

export const chart = chartOf<MarkRow>({
  question: "Which choice moves the range of delivered shells?",
  rows: (published) => {
    const last = published.estimates.filter(isShown).at(-1);
    if (last === undefined) return [];
    const whole = rangeRow(last, "as published", bindingClaims(last, published));
    const swings = published.solidity.swings.filter(
      (swing) => isShown(swing) && swing.as_of === last.as_of,
    );
    return [whole, ...rowsOfSwings(whole, swings, published)];
  },
  title: ([whole, ...others]) => {
    if (whole === undefined) return "How many shells were delivered is not stated";
    const moving = others.filter((row) => differs(whole, row)).length;
    return moving === 0
      ? "No single choice moves the range of delivered shells"
      : `${capitalise(formatCount(moving, "other option"))}, taken alone, would move the range of delivered shells`;
  },
  subtitle: () =>
    "Artillery rounds from North Korea to Russia on the last day with a report; one choice changed at a time",
  note: (rows) =>
    `${formatCount(claimsOf(rows).length, "claim")} bind one of these ranges. A choice may have several other options; the one that moves an end farthest comes first, and all other choices stay as published. A range, not a confidence interval.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) => drawPanels([{ rows, caption: "rounds" }], canvas),
});
