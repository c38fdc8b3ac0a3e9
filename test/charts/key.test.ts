import { expect, test } from "vitest";
import { describeKey, keyOf } from "../../src/charts/key.ts";
import { endsOfRow, rowOfClaim } from "../../src/charts/mark-row.ts";
import { names, openChart, published } from "./drawing.ts";

const [claim] = published.claims;
if (!claim) throw new Error("no claim");
const row = rowOfClaim(claim);
const ends = { low: 7, low_inclusive: false, high: null, high_inclusive: null };
const floor = { ...row, ...endsOfRow(ends), kind: "floor", party: "us" } as const;
const ring = { ...row, kind: "about", party: "us" } as const;

test("keyOf(rows) has the marks of the rows and no others", () => {
  expect(keyOf([ring]).map(({ sample }) => sample)).toEqual(["about"]);
  // an end that is left out is a ring as well, of another meaning
  expect(keyOf([ring, floor]).map(({ sample }) => sample)).toEqual(["about", "floor", "excluded"]);
});

test("keyOf(rows) tells colours where there are several", () => {
  const colours = keyOf([ring, { ...ring, party: "ukraine" as const }]).filter(
    ({ is }) => is === "colour",
  );
  expect(colours.map(({ means }) => means)).toEqual(["United States", "Ukraine"]);
});

test("keyOf(rows) is empty where nothing is drawn, and of rows that are no marks", () => {
  expect(keyOf([])).toEqual([]);
  expect(keyOf([{ stance: "affirms" }])).toEqual([]);
});

test("describeKey(key) says what each mark looks like and means", () => {
  expect(describeKey(keyOf([floor]))).toBe(
    "Marks – tick and arrow up the scale: at least; ring at an end: the number itself is not included.",
  );
});

test.each(names)("every kind of mark of %s has a line in its key", (name) => {
  const { rows, key } = openChart(name, published);
  const kinds = new Set(
    rows
      .filter((one) => "low_end" in one && one["part"] !== "closure")
      .map(({ kind }) => String(kind))
      .filter((kind) => kind !== "not stated"),
  );
  expect(new Set(key.filter(({ is }) => is === "mark").map(({ sample }) => sample))).toEqual(
    new Set([...kinds, ...key.filter(({ sample }) => sample === "excluded").map((k) => k.sample)]),
  );
});
