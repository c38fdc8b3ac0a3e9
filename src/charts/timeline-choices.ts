import { group } from "d3-array";
import { valuesOf } from "./axis.ts";
import type { Box } from "./labels.ts";
import { choiceOf } from "./mark-row.ts";
import { COLOURS } from "./parties.ts";
import { newSvg } from "./svg.ts";
import { HALO, newText } from "./text.ts";
import { type Field, HALF, type Spot } from "./timeline-field.ts";

/** Readings that exclude each other, by who gives them. */
export function findChoices(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const readings = spots.filter(({ row }) => choiceOf(row) !== null);
  const choices = group(readings, ({ row }) => choiceOf(row));
  return [...choices.values()].filter(({ length }) => length > 1);
}

/** The highest and the lowest reading of a choice, as points; they are of one day, or nearly so. */
function endsOfChoice(
  choice: readonly Spot[],
  { y }: Field,
): readonly (readonly [number, number])[] {
  const points = choice.flatMap(({ row, x }) =>
    valuesOf([row]).map((value) => [x, y(value)] as const),
  );
  const sorted = points.toSorted(([, a], [, b]) => a - b);
  return [sorted[0] ?? [0, 0], sorted.at(-1) ?? [0, 0]];
}

/** The room between the readings of a choice, in which the word "or" stands. */
export function boxOfChoice(choice: readonly Spot[], field: Field): Box {
  const [[x1, top] = [0, 0], [x2, bottom] = [0, 0]] = endsOfChoice(choice, field);
  const [left, right] = [Math.min(x1, x2) - HALF, Math.max(x1, x2) + HALF];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A dotted line between readings that exclude each other. */
export function drawChoices(
  document: Document,
  spots: readonly Spot[],
  field: Field,
): readonly SVGElement[] {
  return findChoices(spots).map((choice) => {
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = endsOfChoice(choice, field);
    return newSvg(document, "line", {
      ...{ x1, x2, y1: y1 + 7, y2: y2 - 7 },
      ...{ stroke: COLOURS[choice[0]?.row.party ?? "other"], "stroke-width": 2 },
      ...{ "stroke-dasharray": "1 5", "stroke-linecap": "round" },
    });
  });
}

/** The word "or" between readings that exclude each other. */
export function nameChoices(
  document: Document,
  spots: readonly Spot[],
  field: Field,
): readonly SVGElement[] {
  return findChoices(spots).flatMap((choice) => {
    const box = boxOfChoice(choice, field);
    return newText(
      document,
      [[{ text: "or", bold: true }]],
      { x: box.x + box.width / 2, y: box.y + box.height / 2 + 4 },
      { "text-anchor": "middle", ...HALO },
    );
  });
}
