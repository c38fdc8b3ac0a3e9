import type { Published, PublishedCrosscheck } from "../reconcile/published.ts";
import type { PublishedArithmeticSwing, PublishedSwing } from "../reconcile/solidity/rows.ts";
import { type Chart, chartOf } from "./chart.ts";
import { claimsOf, endsOfRow, rowOfCrosscheck } from "./mark-row.ts";
import {
  SETTING_COLUMNS,
  type SettingRow,
  type Subject,
  bindingClaims,
  bindingNote,
  byQuantity,
  claimsWith,
  describeSettings,
  differs,
  drawSettings,
  keepLastDay,
  lastOf,
  originsOf,
  publishedRow,
  rangeRow,
} from "./setting-rows.ts";
import { capitalise, formatCount, formatFull, formatNumber, formatRange } from "./words.ts";

/** Settings that leave a range as it is share a row: their names stand in its label. */
function joinSame(whole: SettingRow, rows: readonly SettingRow[]): readonly SettingRow[] {
  const same = rows.filter((row) => !differs(whole, row));
  const [first] = same;
  const moved = rows.filter((row) => differs(whole, row));
  if (!first) return moved;
  const label = `${formatCount(same.length, "other option")}, each taken alone: ${same.map((row) => row.label).join("; ")}`;
  return [...moved, { ...first, label }];
}

/** The range of an estimate's last day, and under each other option. */
function rowsOfMetric(metric: string, published: Published): readonly SettingRow[] {
  const last = lastOf(published, metric);
  if (last === undefined) return [];
  const whole = publishedRow(last, published);
  const swings = keepLastDay(published.solidity.swings, last).map((swing: PublishedSwing) =>
    rangeRow(swing, swing.option_label, bindingClaims(swing, published), published),
  );
  return [whole, ...joinSame(whole, swings)];
}

/** A computation with one choice made otherwise, or with one number as documents allow it. */
function rowOfSwing(
  swing: PublishedArithmeticSwing,
  check: PublishedCrosscheck,
  published: Published,
): SettingRow {
  const behind = claimsWith([...swing.stated_by, ...check.claims], published);
  const ends = endsOfRow(swing);
  const falls = ends.low === null && ends.high === null;
  const value =
    swing.value === null
      ? swing.setting_label
      : `${swing.moved_label}: ${formatFull(swing.value)}, the ${swing.setting_label}`;
  return {
    ...rowOfCrosscheck(check, published),
    ...ends,
    about: check.label,
    kind: falls ? "not stated" : "computed",
    label: value,
    words: falls
      ? "not computed"
      : `computed: ${formatRange(swing, (one) => formatNumber(one, 3))}`,
    origin: originsOf(behind),
    // who states the number comes first: that is where the mark leads
    claims: [...new Set([...swing.stated_by, ...check.claims])].join("|"),
  };
}

/** A computation as published, and under the settings that move it. */
function rowsOfCheck(id: string, published: Published): readonly SettingRow[] {
  const check = published.crosschecks.find(({ crosscheck }) => crosscheck === id);
  if (check === undefined) return [];
  const whole = { ...rowOfCrosscheck(check, published), about: check.label, label: "as published" };
  const moving = published.solidity.arithmeticSwings.filter(
    ({ crosscheck, moves }) => crosscheck === id && moves,
  );
  return [whole, ...moving.map((swing) => rowOfSwing(swing, check, published))];
}

const movedIn = (rows: readonly SettingRow[]): readonly SettingRow[] =>
  byQuantity(rows).flatMap(([whole, ...others]) =>
    whole === undefined ? [] : others.filter((row) => differs(whole, row)),
  );

/** Quantities that some setting moves; the main one where nothing moves any. */
function keepMoved(quantities: readonly (readonly SettingRow[])[]): readonly SettingRow[] {
  const moved = quantities.filter((rows) => movedIn(rows).length > 0);
  return moved.length > 0 ? moved.flat() : (quantities[0] ?? []);
}

function titleOf(rows: readonly SettingRow[], about: string): string {
  if (rows.length === 0) return `The range of ${about} is not stated`;
  const moved = movedIn(rows);
  if (moved.length === 0) return `No single choice moves the range of ${about}`;
  const what = byQuantity(rows).length === 1 ? `the range of ${about}` : `ranges of ${about}`;
  const noun = moved.some(({ formula }) => formula !== null) ? "other setting" : "other option";
  const open = moved.filter(({ kind }) => kind === "not stated").length;
  const left = open === 0 ? "" : `; ${formatFull(open)} ${open === 1 ? "leaves" : "leave"} nothing`;
  return `${capitalise(formatCount(moved.length, noun))}, taken alone, would move ${what}${left}`;
}

function noteOf(rows: readonly SettingRow[]): string {
  const computed = rows.some(({ formula }) => formula !== null);
  const numbers = computed
    ? " A number that a computation rests on is put to the lowest and the highest value that some document states, whatever its day."
    : "";
  return `${bindingNote(claimsOf(rows))} A choice may have several other options; the one that moves an end farthest comes first, and all other choices stay as published.${numbers} A range, not a confidence interval.`;
}

/**
 * What moves a range: the range as published, then with one choice made otherwise at a
 * time, for the last day of each estimate; and computations with one number moved.
 */
export function tornadoChart(subject: Subject): Chart<SettingRow> {
  const { question, about, subtitle, metrics, crosschecks = [] } = subject;
  return chartOf<SettingRow>({
    question,
    rows: (published) =>
      keepMoved([
        ...metrics.map((metric) => rowsOfMetric(metric, published)),
        ...crosschecks.map((id) => rowsOfCheck(id, published)),
      ]),
    title: (rows) => titleOf(rows, about),
    subtitle: () => subtitle,
    note: noteOf,
    description: describeSettings,
    columns: SETTING_COLUMNS,
    claims: claimsOf,
    draw: drawSettings,
  });
}
