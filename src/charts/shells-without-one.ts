import type { Published } from "../reconcile/published.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  describeRows,
  endsOfRow,
  idsOf,
} from "./mark-row.ts";
import { kindOfEnds } from "./marks.ts";
import { drawPanels } from "./panel.ts";
import { formatCount, formatRange } from "./words.ts";

const METRIC = "m_shells_delivered";

const isShown = ({ metric }: { readonly metric: string }): boolean => metric === METRIC;

const lastEstimate = ({ estimates }: Published) => estimates.filter(isShown).at(-1);

const differs = (whole: MarkRow, { low, high }: MarkRow): boolean =>
  low !== whole.low || high !== whole.high;

const countOrigins = (rows: readonly MarkRow[]): number =>
  new Set(rows.flatMap(({ origin }) => idsOf(origin))).size;

/** With more origins than this, those without which nothing changes share a row. */
const MANY = 8;

function joinSame(whole: MarkRow, rows: readonly MarkRow[]): readonly MarkRow[] {
  const same = rows.filter((row) => !differs(whole, row));
  const [first] = same;
  if (rows.length <= MANY || first === undefined) return rows;
  const joined: MarkRow = {
    ...first,
    label: `without any one of ${formatCount(same.length, "other origin")}`,
    origin: same.map(({ origin }) => origin).join("|"),
    claims: claimsOf(same).join("|"),
  };
  return [...rows.filter((row) => differs(whole, row)), joined];
}

/** The range on the last day, whole and with every origin left out in turn. */
export const chart = chartOf<MarkRow>({
  question: "What does the range of delivered shells hang on?",
  rows: (published) => {
    const whole = lastEstimate(published);
    if (whole === undefined) return [];
    const shared = {
      unit: "rounds",
      metric: METRIC,
      by: null,
      quote: null,
      alternative: null,
      first_day: whole.as_of,
      last_day: whole.as_of,
      formula: null,
    };
    const claimsOfOrigin = (origin: string): string =>
      [
        ...new Set(
          published.bounds
            .filter((bound) => isShown(bound) && bound.origin === origin)
            .flatMap(({ claims }) => claims),
        ),
      ].join("|");
    const row: MarkRow = {
      ...shared,
      ...endsOfRow(whole),
      kind: kindOfEnds(whole.low, whole.high),
      label: "all reports taken as right",
      words: formatRange(whole),
      party: "other",
      origin: "",
      claims: [...new Set([...whole.low_claims, ...whole.high_claims])].join("|"),
    };
    return [
      row,
      ...joinSame(
        row,
        published.without
          .filter((one) => isShown(one) && one.as_of === whole.as_of)
          .map((one): MarkRow => ({
            ...shared,
            ...endsOfRow(one),
            kind: kindOfEnds(one.low, one.high),
            label: `without: ${one.origin_label}`,
            words: formatRange(one),
            party: "other",
            origin: one.origin_label,
            claims: claimsOfOrigin(one.origin),
          })),
      ),
    ];
  },
  title: ([whole, ...without]) => {
    if (whole === undefined) return "How many shells were delivered is not stated";
    const hangs = without.filter((one) => differs(whole, one)).length;
    const origins = countOrigins(without);
    if (whole.kind === "conflict")
      return `Reports conflict on the last day; this hangs on ${String(hangs)} of ${formatCount(origins, "origin")}`;
    return `Reports leave ${whole.words} rounds; this hangs on ${String(hangs)} of ${formatCount(origins, "origin")}`;
  },
  subtitle: () =>
    "Artillery rounds from North Korea to Russia, range on the last day with a report",
  note: ([, ...without]) =>
    `${formatCount(claimsOf(without).length, "claim")} and ${formatCount(countOrigins(without), "origin")}. A row that differs from the first shows what rests on the origin left out. A range, not a confidence interval.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) => drawPanels([{ rows, caption: "rounds" }], canvas),
});
