import { describe, expect, test } from "vitest";
import { STUB, oneSided, span, struck } from "../../../src/charts/draw/bounds.ts";
import { drawn, pathsIn } from "./plots.ts";

const floor = { low: 40, low_inclusive: true, high: null, high_inclusive: null, x: 10, y: 40 };
const ceiling = { low: null, low_inclusive: null, high: 40, high_inclusive: true, x: 10, y: 40 };
const both = { low: 20, low_inclusive: true, high: 60, high_inclusive: true, x: 10 };

const turnsIn = (svg: Element): readonly string[] =>
  [...svg.querySelectorAll("path")].map((path) => path.getAttribute("transform") ?? "");

describe("oneSided(rows, { x, y })", () => {
  test("draws a floor as a tick and a stub upward, a ceiling downward", () => {
    const svg = drawn(oneSided([floor, ceiling], { x: "x", y: "y", stroke: "red" }));
    const shape = `M-5.5,0L5.5,0M0,0L0,${-STUB}M-3,${4 - STUB}L0,${-STUB}L3,${4 - STUB}`;
    expect(pathsIn(svg)).toEqual([shape, shape]);
    expect(turnsIn(svg)).toEqual(["translate(10,60)", "translate(10,60) rotate(180)"]);
  });

  test("draws a ring where the number itself is excluded", () => {
    const over = { ...floor, low_inclusive: false };
    const [path] = pathsIn(drawn(oneSided([over], { x: "x", y: "y", stroke: "red" })));
    expect(path).toMatch(/^M3,0A3,3/u);
  });

  test("reaches as far for thousands as for millions", () => {
    const rows = [floor, { ...floor, low: 90, y: 90 }];
    const [one, other] = pathsIn(drawn(oneSided(rows, { x: "x", y: "y", stroke: "red" })));
    expect(one).toBe(other);
  });

  test("points along x where the numbers run to the right", () => {
    const svg = drawn(oneSided([floor, ceiling], { x: "y", y: "x", stroke: "red" }, "x"));
    expect(turnsIn(svg).map((turn) => turn.split(" ")[1])).toEqual(["rotate(90)", "rotate(270)"]);
  });
});

describe("span(rows, { x })", () => {
  test("draws a line from low to high with a cap at each end", () => {
    const svg = drawn(span([both], { x: "x", stroke: "red" }));
    const line = svg.querySelector("line");
    expect([line?.getAttribute("y1"), line?.getAttribute("y2")]).toEqual(["80", "40"]);
    expect(pathsIn(svg)).toEqual(["M-5.5,0L5.5,0", "M-5.5,0L5.5,0"]);
    expect(svg.querySelectorAll("circle").length).toBe(0);
  });

  test("draws a ring at an end that is excluded", () => {
    const svg = drawn(span([{ ...both, high_inclusive: false }], { x: "x", stroke: "red" }));
    expect(pathsIn(svg)).toEqual(["M-5.5,0L5.5,0"]);
    const [ring] = svg.querySelectorAll("circle");
    expect([ring?.getAttribute("cy"), ring?.getAttribute("r")]).toEqual(["40", "3"]);
  });
});

test("struck(rows, { x, y }) draws a ring with a line through it", () => {
  const svg = drawn(struck([floor], { x: "x", y: "y", stroke: "red" }));
  expect(pathsIn(svg)[0]).toMatch(/M-7,7L7,-7$/u);
});
