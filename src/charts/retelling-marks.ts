import { INK, MUTED, PAPER } from "./parties.ts";
import type { RetellingRow } from "./retelling-rows.ts";
import { newSvg } from "./svg.ts";

/**
 * The mark of a row: a small dot for a figure as its origin gave it; for a change a circle where a
 * retelling made it, a square where a translation did; filled where it was seen, hollow where it
 * is inferred. What is coded as distorted is struck, and never counted anywhere.
 */
export function newRetellingMark(document: Document, row: RetellingRow): readonly SVGElement[] {
  if (row.kind_label === null) return [newSvg(document, "circle", { r: 3.5, fill: MUTED })];
  const look = {
    fill: row.evidence === "inferred" ? PAPER : INK,
    stroke: INK,
    "stroke-width": 2.5,
    ...(row.evidence === "inferred" ? { "stroke-dasharray": "2 2" } : {}),
  };
  const mark =
    row.cause === "translation"
      ? newSvg(document, "rect", { x: -5.5, y: -5.5, width: 11, height: 11, ...look })
      : newSvg(document, "circle", { r: 5.5, ...look });
  if (row.repeats !== "distorted") return [mark];
  const line = { d: "M-9,9L9,-9", "stroke-linecap": "round" };
  return [
    mark,
    newSvg(document, "path", { ...line, stroke: PAPER, "stroke-width": 5 }),
    newSvg(document, "path", { ...line, stroke: INK, "stroke-width": 2 }),
  ];
}
