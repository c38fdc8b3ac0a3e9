import { type Box, overlap } from "./labels.ts";
import { choiceOf, counts } from "./mark-row.ts";
import { type Field, HALF, type Spot, lastDay } from "./timeline-field.ts";
import type { TimelineRow } from "./timeline-rows.ts";
import { timeOf } from "./time-axis.ts";

/** Marks of which both day and an end are nearer than this look like one. */
const APART = 3;

/** How far a mark stands aside, if at all. */
const ASIDE = 2 * HALF;

/** The pixels that a mark covers at a place on the time axis. */
function boxAt(row: TimelineRow, x: number, { y, frame }: Field): Box {
  const top = row.high === null ? frame.y : y(row.high) - HALF;
  const bottom = row.low === null ? frame.y + frame.height : y(row.low) + HALF;
  return { x: x - HALF, y: top, width: 2 * HALF, height: bottom - top };
}

const endsOf = ({ low, high }: TimelineRow): readonly number[] =>
  [low, high].filter((end) => end !== null);

/** Whether two marks that count would be taken for one; readings of one choice never are. */
function lookLikeOne(row: TimelineRow, x: number, other: Spot, { y }: Field): boolean {
  const choice = choiceOf(row);
  if (Math.abs(other.x - x) > APART || (choice !== null && choice === choiceOf(other.row)))
    return false;
  const levels = endsOf(other.row).map(y);
  return endsOf(row).some((end) => levels.some((level) => Math.abs(level - y(end)) <= APART));
}

/** Whether two marks cover each other for the most part. */
const cover = (box: Box, other: Box): boolean =>
  Math.abs(box.x - other.x) <= HALF && overlap(box, other);

/** What the places of marks depend on besides the scales. */
export interface Arrangement {
  /** The field as a mark sees it: an open side ends at its frame. */
  readonly fieldOf: (row: TimelineRow) => Field;
  /** Whether a mark keeps its place before all others. */
  readonly isFirst: (row: TimelineRow) => boolean;
}

/**
 * Where marks stand: at the last day that they can mean, also where they overlap.
 *
 * Only two give way to what has its place already, and a leader then shows their day:
 * a mark that counts where it would be taken for another one, and a struck mark where
 * it would cover one that counts or another struck one.
 *
 * @returns A spot for each row, in the order of the rows.
 */
export function findSpots(
  rows: readonly TimelineRow[],
  field: Field,
  { fieldOf, isFirst }: Arrangement,
): readonly Spot[] {
  const isInside = (x: number): boolean =>
    x >= field.frame.x + HALF && x <= field.frame.x + field.frame.width - HALF;
  const rank = (row: TimelineRow): number => (counts(row) ? (isFirst(row) ? 0 : 1) : 2);
  const spots = new Map<TimelineRow, Spot>();
  for (const row of rows.toSorted((a, b) => rank(a) - rank(b))) {
    const due = field.x(timeOf(lastDay(row)));
    const at = (x: number): Spot => ({ row, x, due, box: boxAt(row, x, fieldOf(row)) });
    const own = at(due);
    const others = [...spots.values()];
    const hides = others.some((other) =>
      counts(row) ? lookLikeOne(row, due, other, field) : cover(own.box, other.box),
    );
    const places = hides ? [due + ASIDE, due - ASIDE].filter(isInside).map(at) : [];
    const free =
      places.find(({ box }) => !others.some((other) => overlap(box, other.box))) ??
      places.find(({ box }) => !others.some((other) => cover(box, other.box)));
    spots.set(row, free ?? own);
  }
  return rows.flatMap((row) => spots.get(row) ?? []);
}
