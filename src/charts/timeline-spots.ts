import { type Box, overlap } from "./labels.ts";
import { type Field, HALF, type Spot, lastDay } from "./timeline-field.ts";
import type { TimelineRow } from "./timeline-rows.ts";
import { timeOf } from "./time-axis.ts";

/** The pixels that a mark covers at a place on the time axis. */
function boxAt(row: TimelineRow, x: number, { y, frame }: Field): Box {
  const top = row.high === null ? frame.y : y(row.high) - HALF;
  const bottom = row.low === null ? frame.y + frame.height : y(row.low) + HALF;
  return { x: x - HALF, y: top, width: 2 * HALF, height: bottom - top };
}

/**
 * Sets marks aside in turn, so that claims of one day stand beside each other.
 *
 * @param fieldOf The field as a mark sees it: an open side ends at its frame.
 */
export function findSpots(
  rows: readonly TimelineRow[],
  field: Field,
  fieldOf: (row: TimelineRow) => Field,
): readonly Spot[] {
  return rows.reduce<readonly Spot[]>((spots, row) => {
    const due = field.x(timeOf(lastDay(row)));
    // Not further: a mark far from its day would tell another day.
    const steps = [0, 1, -1];
    // On its own day a mark may overhang the frame a little.
    const isInside = (x: number): boolean =>
      x >= field.frame.x + HALF && x <= field.frame.x + field.frame.width - HALF;
    const free = steps
      .map((step) => due + step * (2 * HALF))
      .filter((x) => x === due || isInside(x))
      .find((x) => !spots.some(({ box }) => overlap(box, boxAt(row, x, fieldOf(row)))));
    const x = free ?? due;
    return [...spots, { row, x, box: boxAt(row, x, fieldOf(row)) }];
  }, []);
}
