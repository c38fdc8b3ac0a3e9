import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Operator, operate } from "../../src/arithmetic/operate.ts";
import {
  type Interval,
  boundAt,
  isEmpty,
  pointAt,
  unbounded,
} from "../../src/arithmetic/interval.ts";

const from = (low: number | null, high: number | null): Interval => ({
  low: low === null ? null : boundAt(low),
  high: high === null ? null : boundAt(high),
});
const above = (low: number): Interval => ({ low: boundAt(low, [], false), high: null });
const ends = ({ low, high }: Interval) => [low?.value ?? null, high?.value ?? null];

describe("operate(operator, a, b)", () => {
  test.each<[string, Operator, Interval, Interval, readonly (number | null)[]]>([
    ["0 · [2, ∞) is 0", "*", pointAt(0), from(2, null), [0, 0]],
    ["[2, ∞) · 0 is 0", "*", from(2, null), pointAt(0), [0, 0]],
    ["0 · (-∞, ∞) is 0", "*", pointAt(0), unbounded, [0, 0]],
    ["[0, 3] · [2, ∞)", "*", from(0, 3), from(2, null), [0, null]],
    ["[-2, 3] · [-5, 7]", "*", from(-2, 3), from(-5, 7), [-15, 21]],
    ["(-∞, -2] · [3, ∞)", "*", from(null, -2), from(3, null), [null, -6]],
    ["(-∞, ∞) · [1, 2]", "*", unbounded, from(1, 2), [null, null]],
    ["[1, 2] - [1, ∞)", "-", from(1, 2), from(1, null), [null, 1]],
    ["[1, ∞) + (-∞, 1]", "+", from(1, null), from(null, 1), [null, null]],
    ["6 / [2, 3]", "/", pointAt(6), from(2, 3), [2, 3]],
    ["6 / [0, 3]", "/", pointAt(6), from(0, 3), [2, null]],
    ["6 / [-3, 0]", "/", pointAt(6), from(-3, 0), [null, -2]],
    ["-6 / (0, 3]", "/", pointAt(-6), { ...above(0), high: boundAt(3) }, [null, -2]],
    ["6 / [-1, 1]: nothing bounds it", "/", pointAt(6), from(-1, 1), [null, null]],
    ["6 / 0: nothing bounds it", "/", pointAt(6), pointAt(0), [null, null]],
    ["0 / 0: nothing bounds it", "/", pointAt(0), pointAt(0), [null, null]],
    ["[1, ∞) / [1, ∞)", "/", from(1, null), from(1, null), [0, null]],
    ["1e308 · 10 is too large for a number: open", "*", pointAt(1e308), pointAt(10), [null, null]],
  ])("%s", (_, operator, a, b, expected) => {
    expect(ends(operate(operator, a, b))).toEqual(expected);
  });

  test("30,000 / [3, ∞) ends at 10,000 and excludes 0, which it only comes near to", () => {
    const { low, high } = operate("/", pointAt(30_000), from(3, null));
    expect(high).toMatchObject({ value: 10_000, inclusive: true });
    expect(low).toMatchObject({ value: 0, inclusive: false });
  });

  test("[0, ∞) / (0, ∞) holds 0, which 0 divided by anything gives", () => {
    expect(operate("/", from(0, null), above(0)).low).toMatchObject({ value: 0, inclusive: true });
  });

  test("an end that one side excludes is excluded; one that another corner reaches is not", () => {
    expect(operate("+", above(1), pointAt(2)).low).toMatchObject({ value: 3, inclusive: false });
    const symmetric: Interval = { low: boundAt(-2), high: boundAt(2, [], false) };
    expect(operate("*", symmetric, from(-3, 3)).high).toMatchObject({ value: 6, inclusive: true });
  });

  test("the claims that put the ends there come along", () => {
    const { low, high } = operate("*", pointAt(2, ["c_a"]), {
      low: boundAt(3, ["c_b"]),
      high: boundAt(4, ["c_c"]),
    });
    expect(low?.claims).toEqual(["c_a", "c_b"]);
    expect(high?.claims).toEqual(["c_a", "c_c"]);
  });
});

const end = fc.option(
  fc.record({
    value: fc.integer({ min: -6, max: 6 }),
    inclusive: fc.boolean(),
    claims: fc.constant([]),
  }),
  { freq: 4 },
);
const interval: fc.Arbitrary<Interval> = fc
  .record({ low: end, high: end })
  .filter((one) => !isEmpty(one));

const within = ({ low, high }: Interval, value: number): boolean =>
  (!low || value > low.value || (low.inclusive && value === low.value)) &&
  (!high || value < high.value || (high.inclusive && value === high.value));

// Quarters, so that sums and products are exact.
const SAMPLES = Array.from({ length: 65 }, (_, index) => index / 4 - 8);

test("property: the result holds what the operation gives for any two numbers of the sides", () => {
  const apply = { "+": "+", "-": "-", "*": "*", "/": "/" } as const;
  fc.assert(
    fc.property(interval, interval, fc.constantFrom(...Object.values(apply)), (a, b, operator) => {
      const result = operate(operator, a, b);
      for (const x of SAMPLES.filter((value) => within(a, value)))
        for (const y of SAMPLES.filter((value) => within(b, value))) {
          if (operator === "/" && y === 0) continue;
          const value = { "+": x + y, "-": x - y, "*": x * y, "/": x / y }[operator];
          if (!within(result, value)) expect({ x, operator, y, value }).toEqual(result);
        }
    }),
    { numRuns: 400 },
  );
});
