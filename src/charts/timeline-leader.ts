import type { Box } from "./labels.ts";
import { MUTED } from "./parties.ts";
import { newSvg } from "./svg.ts";
import type { Field, Spot } from "./timeline-field.ts";

/** How far from an end of its mark a leader runs: beyond what marks paint at their ends. */
const BEYOND = 14;
const DOT = 2;

/** Below a mark where it ends there above the axis, else above. */
function heightsOf({ row }: Spot, { y, frame }: Field): readonly [number, number] {
  const low = y(row.low ?? row.high ?? 0);
  const isBelow = row.low !== null && low + BEYOND + DOT < frame.y + frame.height;
  if (isBelow) return [low, low + BEYOND];
  const high = y(row.high ?? row.low ?? 0);
  return [high, high - BEYOND];
}

/** The room that the leader of a mark takes; nothing where the mark stands at its day. */
export function boxesOfLeader(spot: Spot, field: Field): readonly Box[] {
  if (spot.x === spot.due) return [];
  const [, level] = heightsOf(spot, field);
  const from = Math.min(spot.x, spot.due) - DOT;
  return [{ x: from, y: level - DOT, width: Math.abs(spot.x - spot.due) + DOT, height: 2 * DOT }];
}

/** A thin line from a mark that stands aside to a dot at its day. */
export function drawLeader(document: Document, spot: Spot, field: Field): readonly SVGElement[] {
  if (spot.x === spot.due) return [];
  const [end, level] = heightsOf(spot, field);
  return [
    newSvg(document, "path", {
      ...{ d: `M${spot.x},${end}V${level}H${spot.due}`, stroke: MUTED, "stroke-width": 1 },
    }),
    newSvg(document, "circle", { cx: spot.due, cy: level, r: DOT, fill: MUTED }),
  ];
}
