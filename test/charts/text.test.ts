import { expect, test } from "vitest";
import { widthOf, wrap } from "../../src/charts/text.ts";

const plain = (lines: ReturnType<typeof wrap>) =>
  lines.map((line) => line.map(({ text }) => text).join(""));

test("wrap(runs, width) breaks between words and keeps weights apart", () => {
  const runs = [{ text: "about 3 million", bold: true }, { text: " · a ministry" }] as const;
  expect(plain(wrap(runs, 1000))).toEqual(["about 3 million · a ministry"]);
  expect(plain(wrap(runs, 125))).toEqual(["about 3 million", "· a ministry"]);
});

test("wrap(runs, width) leaves a word whole that is wider than the line", () => {
  expect(plain(wrap([{ text: "incomprehensibilities now" }], 30))).toEqual([
    "incomprehensibilities",
    "now",
  ]);
});

test("widthOf(line) grows with letters and weight", () => {
  expect(widthOf([{ text: "mm" }])).toBeGreaterThan(widthOf([{ text: "ii" }]));
  expect(widthOf([{ text: "a", bold: true }])).toBeGreaterThan(widthOf([{ text: "a" }]));
});
