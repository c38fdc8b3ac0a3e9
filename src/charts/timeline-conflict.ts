import { formatDays } from "./days.ts";
import { type MarkRow, speakerOf } from "./mark-row.ts";
import { firstFitting, formatDay, formatList, isConflict } from "./words.ts";

/** A row that may tell of a conflict: what the claims say that set its ends. */
export interface Contested extends MarkRow {
  /** Words, who says them and the day, separated by |; null where nothing conflicts. */
  readonly said_low: string | null;
  readonly said_high: string | null;
}

/** What a claim says, as a row keeps it: "about 6,700|Seoul|2024-02-26". */
export const sayingOf = (row: MarkRow): string =>
  [row.words, speakerOf(row), row.last_day ?? row.first_day ?? ""].join("|");

/** Words of a claim, who says them and in which month. */
function parseSaying(said: string | null): readonly [string, string, string] {
  const [words = "", who = "", day = ""] = (said ?? "").split("|");
  return [words, who, formatDay(day).split(" ").slice(1).join(" ")];
}

const gapOf = ({ low, high }: MarkRow): number => (low ?? 0) - (high ?? 0);

/**
 * The title of a chart whose claims cannot all be true: both sides of the widest gap
 * in their own words, as a ceiling is read into what only says "about".
 *
 * @returns null where all can be true.
 */
export function conflictTitle(rows: readonly Contested[], unit: string): string | null {
  const [widest] = rows.filter(isConflict).toSorted((a, b) => gapOf(b) - gapOf(a));
  if (widest === undefined) return null;
  const [floor, one, early] = parseSaying(widest.said_low);
  const [ceiling, other, late] = parseSaying(widest.said_high);
  return early === late
    ? firstFitting([
        `Reports conflict in ${early}: ${floor} ${unit} (${one}), ${ceiling} (${other})`,
        `Reports conflict in ${early}: ${floor} ${unit} against ${ceiling}`,
      ])
    : firstFitting([
        `Reports conflict: ${floor} ${unit} (${one}, ${early}), ${ceiling} (${other}, ${late})`,
        `Reports conflict: ${floor} ${unit} (${early}) against ${ceiling} (${late})`,
      ]);
}

/** The day before an ISO day. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/**
 * What is hatched and on which days: a conflict of a few days is drawn wider than it is.
 *
 * @param steps The stretches of a range in the order of their days.
 */
export function conflictNotes(steps: readonly Contested[]): readonly string[] {
  const days = steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (!isConflict(step) || (before !== undefined && isConflict(before))) return [];
    const end = steps.slice(index).find((later) => !isConflict(later))?.first_day;
    return [formatDays(step.first_day, end ? dayBefore(end) : null)];
  });
  return days.length === 0
    ? []
    : [`Hatched: the floor lies above the ceiling, claims conflict (${formatList(days)}).`];
}
