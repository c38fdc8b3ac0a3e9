import { expect, test } from "vitest";
import { halfUnitOf, plainDigits } from "../../src/ledger/numbers.ts";

test.each([
  [0, "0"],
  [6700, "6700"],
  [-2.5, "-2.5"],
  [1e21, "1000000000000000000000"],
  [1.5e-7, "0.00000015"],
])("plainDigits(%d) is %s", (value, digits) => {
  expect(plainDigits(value)).toBe(digits);
});

test.each([
  [3_000_000, 500_000],
  [6700, 50],
  [6, 0.5],
  [25.7, 0.05],
  [0, 0],
])("halfUnitOf(%d) is %d", (value, half) => {
  expect(halfUnitOf(value)).toBe(half);
});
