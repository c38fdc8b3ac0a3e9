import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placed, shared } from "../../../src/charts/draw/boxes.ts";
import { labels } from "../../../src/charts/draw/labels.ts";
import { widthOf, wrap } from "../../../src/charts/draw/text.ts";
import { overlapsIn, textsIn } from "../drawing.ts";
import { isFull } from "../../which.ts";
import { drawn } from "./plots.ts";

const spot = (x: number, y: number, words?: string, number?: string) => ({
  ...{ x1: x, x2: x, y1: y, y2: y, panel: "", words, number },
});

describe("labels(rows, { isNumbersOnly })", () => {
  test("puts words beside their mark, its number bold before them", () => {
    const svg = drawn(labels([spot(10, 50, "a few", "1")], { isNumbersOnly: false }));
    expect(textsIn(svg).map(({ text }) => text)).toEqual(["1  a few"]);
    expect(svg.querySelector("tspan tspan")?.textContent).toBe("1");
  });

  test("sets the number alone in a ring on a phone", () => {
    const svg = drawn(labels([spot(10, 50, "a few", "1")], { isNumbersOnly: true }));
    expect(textsIn(svg).map(({ text }) => text)).toEqual(["1"]);
    expect(svg.querySelectorAll("circle").length).toBe(1);
  });

  test("sets the number alone where there is no room for the words", () => {
    const long = "words that are much too long for a drawing of a hundred pixels";
    const svg = drawn(labels([spot(10, 50, long, "1")], { isNumbersOnly: false }));
    expect(textsIn(svg).map(({ text }) => text)).toEqual(["1"]);
  });

  test("covers no mark where another place is free", () => {
    const marks = [spot(30, 50, "one", "1"), ...[40, 50, 60].map((x) => spot(x, 50))];
    const [label] = textsIn(drawn(labels(marks, { isNumbersOnly: false })));
    const mark = { x: 43, y: 43, width: 14, height: 14 };
    expect(shared(label?.box ?? mark, mark)).toBe(0);
  });

  test("property: no label covers another, however marks stand", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (places) => {
        const rows = places.map(([x, y], at) => spot(x, y, "few", String(at + 1)));
        expect(overlapsIn(drawn(labels(rows, { isNumbersOnly: false })))).toEqual([]);
      }),
      { numRuns: isFull ? 100 : 40 },
    );
  });
});

test("placed(wishes, room) leaves out what finds no place", () => {
  const frame = { x: 0, y: 0, width: 30, height: 30 };
  const wish = {
    beside: { x: 10, y: 10, width: 2, height: 2 },
    forms: [{ width: 60, height: 10 }],
  };
  expect(placed([wish], { frame, taken: [] })).toEqual([null]);
});

test("wrap(text, width) breaks between words and keeps a long word whole", () => {
  expect(wrap("one two three", widthOf("one two"))).toEqual(["one two", "three"]);
  expect(wrap("unbreakable", 10)).toEqual(["unbreakable"]);
});
