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

/** The room between the readings of a choice, in which the word "or" stands. */
export function boxOfChoice(choice: readonly Spot[], { y }: Field): Box {
  const levels = valuesOf(choice.map(({ row }) => row)).map(y);
  const [top, bottom] = [Math.min(...levels), Math.max(...levels)];
  return { x: (choice[0]?.x ?? 0) - HALF, y: top, width: 2 * HALF, height: bottom - top };
}

/** A dotted line between readings that exclude each other. */
export function drawChoices(
  document: Document,
  spots: readonly Spot[],
  field: Field,
): readonly SVGElement[] {
  return findChoices(spots).map((choice) => {
    const box = boxOfChoice(choice, field);
    const x = box.x + HALF;
    return newSvg(document, "line", {
      ...{ x1: x, x2: x, y1: box.y + 7, y2: box.y + box.height - 7 },
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
    const x = box.x + HALF;
    return [
      ...newText(
        document,
        [[{ text: "or", bold: true }]],
        { x, y: box.y + box.height / 2 + 4 },
        { "text-anchor": "middle", ...HALO },
      ),
    ];
  });
}
