import fc from "fast-check";
import { expect, test } from "vitest";
import { linearAxis, logAxis } from "../../src/charts/axis.ts";

test("linearAxis(values) starts at 0 and ends at a round number", () => {
  expect(linearAxis([1.6e6, 6e6]).ticks).toEqual([0, 2e6, 4e6, 6e6]);
  expect(linearAxis([11_000]).ticks).toEqual([0, 5000, 10_000, 15_000]);
});

test("logAxis(values) takes powers of ten, and steps between over a single one", () => {
  expect(logAxis([24, 2000]).ticks).toEqual([10, 100, 1000, 10_000]);
  expect(logAxis([1, 3]).ticks).toEqual([1, 2, 5, 10]);
  expect(logAxis([1000, 1e6]).domain).toEqual([1000, 1e6]);
  expect(logAxis([999_999_998]).domain[0]).toBe(1e8);
});

test("property: an axis holds all of its values and has two to seven ticks", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }), (values) => {
      for (const axis of [linearAxis(values), logAxis(values)]) {
        expect(axis.domain[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(axis.domain[1]).toBeGreaterThanOrEqual(Math.max(...values));
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(7);
      }
    }),
  );
});
