import type { Published } from "../reconcile/published.ts";
import { type Chart, chartOf } from "./chart.ts";
import { claimsOf, idsOf } from "./mark-row.ts";
import {
  SETTING_COLUMNS,
  type SettingRow,
  type Subject,
  bindingClaims,
  claimsWith,
  describeSettings,
  differs,
  drawSettings,
  keepLastDay,
  lastOf,
  rangeRow,
} from "./setting-rows.ts";
import { formatCount } from "./words.ts";

const countOrigins = (rows: readonly SettingRow[]): number =>
  new Set(rows.flatMap(({ origin }) => idsOf(origin))).size;

/** With more origins than this, those without which nothing changes share a row. */
const MANY = 8;

function joinSame(whole: SettingRow, rows: readonly SettingRow[]): readonly SettingRow[] {
  const same = rows.filter((row) => !differs(whole, row));
  const [first] = same;
  if (rows.length <= MANY || first === undefined) return rows;
  const joined: SettingRow = {
    ...first,
    label: `without any one of ${formatCount(same.length, "other origin")}`,
    origin: same.map(({ origin }) => origin).join("|"),
    claims: claimsOf(same).join("|"),
  };
  return [...rows.filter((row) => differs(whole, row)), joined];
}

function rowsOfMetric(metric: string, published: Published): readonly SettingRow[] {
  const last = lastOf(published, metric);
  if (last === undefined) return [];
  const label = "all reports taken as right";
  const whole = rangeRow(last, label, bindingClaims(last, published), published);
  const bounds = published.bounds.filter((row) => row.metric === metric);
  const without = keepLastDay(published.without, last).map((one): SettingRow => {
    const own = bounds.filter(({ origin }) => origin === one.origin);
    const behind = claimsWith(
      own.flatMap(({ claims }) => claims),
      published,
    );
    const row = rangeRow(one, `without: ${one.origin_label}`, behind, published);
    return { ...row, origin: one.origin_label };
  });
  return [{ ...whole, origin: "" }, ...joinSame(whole, without)];
}

/** The range on the last day, whole and with every origin left out in turn. */
export function withoutOneChart({
  question,
  about,
  subtitle,
  metrics: [metric],
}: Subject): Chart<SettingRow> {
  return chartOf<SettingRow>({
    question,
    rows: (published) => rowsOfMetric(metric, published),
    title: ([whole, ...without]) => {
      if (whole === undefined) return `The range of ${about} is not stated`;
      const hangs = without.filter((one) => differs(whole, one)).length;
      const origins = countOrigins(without);
      if (whole.kind === "conflict")
        return `Reports conflict on the last day; this hangs on ${String(hangs)} of ${formatCount(origins, "origin")}`;
      return `Reports leave ${whole.words} ${whole.unit}; this hangs on ${String(hangs)} of ${formatCount(origins, "origin")}`;
    },
    subtitle: () => subtitle,
    note: ([, ...without]) =>
      `${formatCount(claimsOf(without).length, "claim")} and ${formatCount(countOrigins(without), "origin")}. A row that differs from the first shows what rests on the origin left out. A range, not a confidence interval.`,
    description: describeSettings,
    columns: SETTING_COLUMNS,
    claims: claimsOf,
    draw: drawSettings,
  });
}
