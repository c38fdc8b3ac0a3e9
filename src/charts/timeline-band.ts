import type { Box } from "./labels.ts";
import { GRID, INK, MUTED } from "./parties.ts";
import { newSvg } from "./svg.ts";
import { timeOf } from "./time-axis.ts";
import { type Field, firstDay } from "./timeline-field.ts";
import { type TimelineRow, closureRows } from "./timeline-rows.ts";

/** A stretch of the range in pixels; the first one reaches back to the frame, as ceilings do. */
interface Stretch {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The last ceiling binds up to its own day; nothing but the floor reaches beyond it. */
export function stretchesOf(
  rows: readonly TimelineRow[],
  { x, y, frame }: Field,
): readonly Stretch[] {
  const level = (value: number | null): number | null => (value === null ? null : y(value));
  return closureRows(rows).flatMap((row, index, all) => {
    const start = x(timeOf(firstDay(row)));
    const from = index === 0 ? frame.x : start;
    const next = all[index + 1];
    const [low, high] = [level(row.low), level(row.high)];
    if (next !== undefined) return [{ start, from, to: x(timeOf(firstDay(next))), low, high }];
    const end = { start, from, to: start + 2, low, high };
    return [end, { ...end, start: end.to, from: end.to, to: frame.x + frame.width, high: null }];
  });
}

/** The upright line between two steps of the range. */
function riser(x: number, level: number | null, next: number | null | undefined): readonly Box[] {
  if (level === null || next === null || next === undefined) return [];
  return [{ x: x - 1, y: Math.min(level, next), width: 2, height: Math.abs(level - next) }];
}

/** Thin boxes along the floors and ceilings, which words had better not cover. */
export function bandEdges(rows: readonly TimelineRow[], field: Field): readonly Box[] {
  return stretchesOf(rows, field).flatMap(({ start, from, to, low, high }, index, all) => [
    ...(low === null ? [] : [{ x: start, y: low - 1, width: to - start, height: 2 }]),
    ...(high === null ? [] : [{ x: from, y: high - 1, width: to - from, height: 2 }]),
    ...riser(to, low, all[index + 1]?.low),
    ...riser(to, high, all[index + 1]?.high),
  ]);
}

/** Where the floor lies above the ceiling: nothing satisfies both. */
const isConflicting = ({ low, high }: Stretch): boolean =>
  low !== null && high !== null && low < high;

/** Conflicts of a few days are a hair wide; hatching is seen from this width on. */
const SEEN = 8;

/** Days on which the ends stay the same are one stretch. */
function joinAlike(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.reduce<readonly Stretch[]>((joined, next) => {
    const last = joined.at(-1);
    return last?.to === next.start && last.low === next.low && last.high === next.high
      ? [...joined.slice(0, -1), { ...last, to: next.to }]
      : [...joined, next];
  }, []);
}

/** Slanted strokes all over a stretch, widened on both sides where it would not be seen. */
function hatch({ start, to, low, high }: Stretch): string {
  const wider = Math.max(0, SEEN - (to - start)) / 2;
  const [left, right] = [start - wider, to + wider];
  const [top, bottom] = [low ?? 0, high ?? 0];
  const strokes = Math.floor((right - left + bottom - top) / 5);
  return Array.from({ length: strokes }, (_, index) => {
    const sum = left + top + (index + 1) * 5;
    const [from, end] = [Math.max(left, sum - bottom), Math.min(right, sum - top)];
    return `M${from},${sum - from}L${end},${sum - end}`;
  }).join("");
}

/** The range that all claims leave: floors step after their day, ceilings before theirs. */
export function drawBand(document: Document, stretches: readonly Stretch[]): readonly SVGElement[] {
  const areas = stretches.flatMap(({ start, to, low, high }) =>
    low === null || high === null || low < high ? [] : [`M${start},${high}H${to}V${low}H${start}Z`],
  );
  const conflicts = joinAlike(stretches).filter(isConflicting).map(hatch);
  const floors = stretches.flatMap(({ start, to, low }) =>
    low === null ? [] : [`${start},${low}H${to}`],
  );
  const ceilings = stretches.flatMap(({ from, to, high }) =>
    high === null ? [] : [`${from},${high}H${to}`],
  );
  const line = { stroke: MUTED, "stroke-width": 1.5, "stroke-linejoin": "round" } as const;
  const joined = (parts: readonly string[]): string =>
    parts.length === 0 ? "" : `M${parts.join("L")}`;
  return [
    newSvg(document, "path", { d: areas.join(""), fill: GRID, "fill-opacity": 0.6 }),
    newSvg(document, "path", { d: conflicts.join(""), stroke: INK, "stroke-width": 1.25 }),
    newSvg(document, "path", { d: joined(floors), ...line }),
    newSvg(document, "path", { d: joined(ceilings), ...line }),
  ].filter((path) => path.getAttribute("d") !== "");
}
