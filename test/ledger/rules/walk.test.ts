import { expect, test } from "vitest";
import { walkNeeds } from "../../../src/ledger/rules/walk.ts";

test("walkNeeds(needs) puts a node behind all that it needs", () => {
  expect(
    walkNeeds(
      new Map([
        ["a", ["b", "c"]],
        ["b", ["c"]],
        ["c", []],
      ]),
    ),
  ).toEqual({
    order: ["c", "b", "a"],
    circles: [],
  });
});

test("walkNeeds(needs) finds each circle once", () => {
  expect(
    walkNeeds(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["b", "c"]],
      ]),
    ).circles,
  ).toEqual([["b", "c"], ["c"]]);
});

test("walkNeeds(needs) walks a chain of 30,000 without overflow", () => {
  const needs = new Map(
    Array.from({ length: 30_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]),
  );
  expect(walkNeeds(needs).order).toHaveLength(30_000);
});
