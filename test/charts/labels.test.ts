import { expect, test } from "vitest";
import { type Wish, overlap, placeLabels } from "../../src/charts/labels.ts";

const frame = { x: 0, y: 0, width: 300, height: 200 };
const room = { frame, taken: [], avoided: [], widest: 120 };

const wish = (x: number, y: number, must = false): Wish => ({
  texts: [[{ text: "at least 2 million, a ministry" }], [{ text: "2 million" }]],
  beside: { x, y, width: 10, height: 10 },
  line: y + 5,
  shaft: 0,
  foreign: [],
  must,
});

test("placeLabels(wishes, room) covers no other label", () => {
  const placed = placeLabels([wish(20, 80), wish(24, 84), wish(150, 100)], room);
  const boxes = placed.flatMap((one) => (one ? [one.box] : []));
  expect(boxes).toHaveLength(3);
  boxes.forEach((box, index) => {
    expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
  });
});

test("placeLabels(wishes, room) leaves out what has no room, but not what must be said", () => {
  const full = { ...room, taken: [frame] };
  expect(placeLabels([wish(20, 80)], full)).toEqual([null]);
  expect(placeLabels([wish(20, 80, true)], full)[0]).not.toBeNull();
});

test("placeLabels(wishes, room) lets what must be said cover as little of the marks as it can", () => {
  // right of the mark all is taken; left of it a strip of 5 px, of which a label covers 3
  const wide = { x: 160, y: 0, width: 140, height: 200 };
  const strip = { x: 140, y: 0, width: 5, height: 200 };
  const [label] = placeLabels([wish(150, 100, true)], { ...room, taken: [wide, strip] });
  expect(label && label.box.x + label.box.width).toBe(143);
});

test("overlap(a, b) is false for boxes that only touch", () => {
  expect(overlap(frame, { x: 300, y: 0, width: 5, height: 5 })).toBe(false);
});

test("placeLabels(wishes, room) keeps away from other marks while there is another place", () => {
  const foreign = [{ x: 0, y: 0, width: 300, height: 90 }];
  const [label] = placeLabels([{ ...wish(20, 80), foreign }], room);
  expect(label && foreign.some((other) => overlap(label.box, other))).toBe(false);
  const [crowded] = placeLabels([{ ...wish(20, 80), foreign: [frame] }], room);
  expect(crowded).not.toBeNull();
});

test("placeLabels(wishes, room) puts words farther along an arrow rather than upon a mark", () => {
  // all from 40 px above the mark downward is taken, right and left of it
  const taken = [{ x: 0, y: 60, width: 300, height: 140 }];
  expect(placeLabels([wish(150, 100)], { ...room, taken })).toEqual([null]);
  const [label] = placeLabels([{ ...wish(150, 100), shaft: -90 }], { ...room, taken });
  expect(label && label.box.y + label.box.height).toBeLessThanOrEqual(60);
});
