import { describe, expect, test } from "vitest";
import { type MarkKind, type Place, drawMark, kindOfEnds } from "../../src/charts/marks.ts";
import { document } from "./drawing.ts";

const place: Place = {
  low: 20,
  high: 60,
  lowIncluded: true,
  highIncluded: true,
  start: 0,
  edge: 100,
};

const draw = (kind: MarkKind, changed: Partial<Place> = {}) =>
  drawMark(document, kind, { ...place, ...changed }, "red")
    .map(({ outerHTML }) => outerHTML)
    .join("");

describe("drawMark(document, kind, place, colour)", () => {
  test("point is a filled dot, about a hollow one", () => {
    expect(draw("point", { high: 20 })).toContain('fill="red"');
    expect(draw("about", { high: 20 })).toContain("var(--paper");
  });

  test("range has an outline and two caps, and no dot in its middle", () => {
    expect(draw("range").match(/<line /gu)).toHaveLength(2);
    expect(draw("range")).toContain('stroke="red"');
    expect(draw("range")).not.toContain("<circle");
  });

  test("an excluded end is a hollow ring", () => {
    expect(draw("range", { lowIncluded: false })).toContain('<circle cx="20"');
    expect(draw("floor", { high: null, lowIncluded: false })).toContain('<circle cx="20"');
  });

  test("floor runs to the edge of the axis, ceiling to its start", () => {
    expect(draw("floor", { high: null })).toContain("L100,0");
    expect(draw("ceiling", { low: null })).toContain("L0,0");
  });

  test("computed is dashed", () => {
    expect(draw("computed")).toContain("stroke-dasharray");
    expect(draw("computed", { high: null })).toContain("L100,0");
  });

  test("planned is hatched; open to the right where it is a floor", () => {
    expect(draw("planned")).toContain("Z");
    expect(draw("planned", { high: null })).not.toContain("Z");
  });

  test("withdrawn is grey", () => {
    expect(draw("withdrawn")).not.toContain("red");
  });

  test("not stated draws nothing", () => {
    expect(draw("not stated", { low: null, high: null })).toBe("");
  });
});

test.each([
  [null, null, "not stated"],
  [1, null, "floor"],
  [null, 1, "ceiling"],
  [1, 1, "point"],
  [1, 2, "range"],
] as const)("kindOfEnds(%s, %s) is %s", (low, high, kind) => {
  expect(kindOfEnds(low, high)).toBe(kind);
});
