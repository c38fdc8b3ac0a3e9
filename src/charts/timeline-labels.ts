import { formatDays } from "./days.ts";
import { type Box, type Placed, type Wish, placeLabels } from "./labels.ts";
import { idsOf, speakerOf } from "./mark-row.ts";
import type { Line, Run } from "./text.ts";
import { boxOfChoice, findChoices } from "./timeline-choices.ts";
import { isCrowd } from "./timeline-crowd.ts";
import { type Field, HALF, NARROW, type Spot, firstDay } from "./timeline-field.ts";
import { type TimelineRow, bindingClaims, binds, closureRows } from "./timeline-rows.ts";
import { boxesOfLeader } from "./timeline-leader.ts";
import { timeOf } from "./time-axis.ts";

/** The line over the days on which a claim may have stood. */
function windowOf({ row, due: x }: Spot, field: Field): Box {
  const from = field.x(timeOf(firstDay(row)));
  const level = field.y(row.low ?? row.high ?? 0);
  return { x: from, y: level - 2, width: Math.max(0, x - from), height: 4 };
}

/** What a label says, the fullest first; a narrow drawing has room for short names alone. */
function labelTexts(row: TimelineRow, width: number): readonly Line[] {
  const struck = row.kind === "withdrawn" ? ({ struck: true } as const) : {};
  const words: Run = { text: row.words, bold: true, ...struck };
  const about = row.label.startsWith("if ") ? ` ${row.label.split(";")[0] ?? ""}` : "";
  const who = row.by?.split(",")[0] ?? "";
  const when = formatDays(row.first_day, row.last_day);
  const short = speakerOf(row);
  const full: Line = [words, { text: `${about}: ${who}, ${when}` }];
  return [
    ...(width < NARROW ? [] : [full]),
    [words, { text: `${about}: ${short}` }],
    [words, { text: `: ${short}` }],
    [words],
  ];
}

/** Binding claims first, then the latest: where there is no room for all, these keep their words. */
function byImportance(spots: readonly Spot[], rows: readonly TimelineRow[]): readonly Spot[] {
  const binding = bindingClaims(rows);
  const rank = ({ row }: Spot): number =>
    binds(row, binding) ? 0 : row.kind === "withdrawn" ? 2 : 1;
  return spots.toReversed().toSorted((a, b) => rank(a) - rank(b));
}

/** In a crowd only what sets the range, and the first and last count, have room for words. */
function keepNamed(spots: readonly Spot[], rows: readonly TimelineRow[]): readonly Spot[] {
  if (!isCrowd(spots)) return spots;
  const binding = bindingClaims(rows);
  const counted = spots.filter(({ row }) => row.kind !== "withdrawn");
  return counted.filter(
    (spot, index) => index === 0 || index === counted.length - 1 || binds(spot.row, binding),
  );
}

/** Words as close to a mark as this would be read as its own. */
const nearOf = ({ x, ...box }: Box): Box => ({
  ...box,
  x: x - HALF,
  width: box.width + 2 * HALF,
});

/** An arrow is long; its words stand at its tick. */
function tickOf({ row, box }: Spot, { y }: Field): Box {
  if (row.low !== null && row.high === null)
    return { ...box, y: y(row.low) - 24, height: 24 + HALF };
  return row.low === null && row.high !== null
    ? { ...box, y: y(row.high) - HALF, height: 24 + HALF }
    : box;
}

/** Words farther from an end than this would be read as a figure at their own height. */
const FAR = 96;

/** How far words may go along an arrow: upward from a floor, down from a ceiling. */
function shaftOf({ row, box }: Spot, beside: Box): number {
  if (row.low !== null && row.high === null) return Math.max(-FAR, Math.min(0, box.y - beside.y));
  if (row.low !== null) return 0;
  return Math.min(FAR, Math.max(0, box.y + box.height - beside.y - beside.height));
}

/** Marks that one label covers must not be many: with more claims, fewer are labelled in full. */
export function findLabels(
  spots: readonly Spot[],
  rows: readonly TimelineRow[],
  field: Field,
  { width, edges }: { readonly width: number; readonly edges: readonly Box[] },
): ReadonlyMap<Spot, Placed> {
  const { frame, y } = field;
  const order = byImportance(keepNamed(spots, rows), rows);
  const binding = bindingClaims(rows);
  const isPale = ({ row }: Spot): boolean => isCrowd(spots) && !binds(row, binding);
  const firm = spots.filter((spot) => !isPale(spot));
  const lastly = new Set(idsOf(closureRows(rows).at(-1)?.claims ?? ""));
  const wishes = order.map((spot): Wish => {
    const { row } = spot;
    const level = row.low ?? row.high;
    const beside = tickOf(spot, field);
    const line = row.low !== null && row.high !== null && row.low < row.high ? null : level;
    return {
      texts: labelTexts(row, width),
      beside,
      shaft: shaftOf(spot, beside),
      line: line === null ? beside.y + beside.height / 2 : y(line),
      foreign: firm.filter((other) => other !== spot).map((other) => nearOf(other.box)),
      must: binds(row, lastly),
    };
  });
  const widest = width < NARROW ? 150 : 210;
  const placed = placeLabels(wishes, {
    frame,
    taken: [
      ...spots.map(({ box }) => box),
      ...spots.flatMap((spot) => boxesOfLeader(spot, field)),
      ...firm.map((spot) => windowOf(spot, field)),
      ...findChoices(spots).map((choice) => boxOfChoice(choice, field)),
    ],
    avoided: edges,
    widest,
  });
  return new Map(
    order.flatMap((spot, index) => {
      const found = placed[index];
      return found ? [[spot, found] as const] : [];
    }),
  );
}
