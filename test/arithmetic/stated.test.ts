import { describe, expect, test } from "vitest";
import { intervalOf, saidBy } from "../../src/arithmetic/stated.ts";
import type { Claim } from "../../src/ledger/tables.ts";
import { claim } from "../fixtures/ledger.ts";

/** Both ends as they are written: [ and ] belong to the range, ( and ) do not. */
const written = (read: typeof saidBy, row: Partial<Claim>): string => {
  const { low, high } = read(claim({ id: "c_a", ...row }));
  const open = low?.inclusive === false ? "(" : "[";
  const close = high?.inclusive === false ? ")" : "]";
  return `${open}${String(low?.value ?? "")}, ${String(high?.value ?? "")}${close}`;
};

describe("saidBy(claim)", () => {
  test.each<[string, Partial<Claim>, string]>([
    ["at least 5", { bound: "at_least", low: 5 }, "[5, ]"],
    ["more than 5", { bound: "more_than", low: 5 }, "(5, ]"],
    ["at least 5, probably 8", { bound: "at_least", low: 5, best: 8 }, "[5, ]"],
    ["at most 5", { bound: "at_most", high: 5 }, "[, 5]"],
    ["at most 5, probably 3", { bound: "at_most", high: 5, best: 3 }, "[, 5]"],
    ["less than 5", { bound: "less_than", high: 5 }, "[, 5)"],
    ["5", { bound: "point", best: 5 }, "[5, 5]"],
    ["5 to 6", { bound: "range", low: 5, high: 6 }, "[5, 6]"],
    ["5 to nearly 6", { bound: "range", low: 5, high: 6, high_exclusive: "yes" }, "[5, 6)"],
    ["over 5 to 6", { bound: "range", low: 5, high: 6, low_exclusive: "yes" }, "(5, 6]"],
    ["others' 5 to 6", { bound: "span_of_estimates", low: 5, high: 6 }, "[5, 6]"],
    // half a unit of the last digit that counts, at most a tenth of the number
    ["about 6.5 million", { bound: "about", best: 6_500_000 }, "[6450000, 6550000]"],
    ["about 6,700", { bound: "about", best: 6700 }, "[6650, 6750]"],
    ["about 10,000", { bound: "about", best: 10_000 }, "[9000, 11000]"],
    ["about 30,000", { bound: "about", best: 30_000 }, "[27000, 33000]"],
    ["about 5 to 6", { bound: "about", low: 5, best: 5.5, high: 6 }, "[4.5, 6.5]"],
    ["about nothing", { bound: "about", best: 0 }, "[0, 0]"],
    ["nearly 16,000", { bound: "nearly", best: 16_000 }, "[15500, 16000)"],
    ["nearly 2 million", { bound: "nearly", best: 2_000_000 }, "[1800000, 2000000)"],
    ["from 1.6 to nearly 6", { bound: "nearly", low: 1.6, best: 6 }, "[1.6, 6)"],
    ["hundreds", { bound: "order_of_magnitude", best: 100 }, "[10, 1000]"],
  ])("%s", (_, row, range) => {
    expect(written(saidBy, row)).toBe(range);
  });

  test("its ends are bound by the claim", () => {
    const { low, high } = saidBy(claim({ id: "c_a", bound: "about", best: 6700 }));
    expect([low?.claims, high?.claims]).toEqual([["c_a"], ["c_a"]]);
  });
});

describe("intervalOf(claim) is what is printed", () => {
  test.each<[string, Partial<Claim>, string]>([
    ["about 6,700", { bound: "about", best: 6700 }, "[6700, 6700]"],
    ["nearly 16,000", { bound: "nearly", best: 16_000 }, "[, 16000)"],
    ["5 to nearly 6", { bound: "range", low: 5, high: 6, high_exclusive: "yes" }, "[5, 6)"],
    ["a negative order of magnitude", { bound: "order_of_magnitude", best: -10 }, "[-100, -1]"],
    ["the order of nothing", { bound: "order_of_magnitude", best: 0 }, "[0, 0]"],
    ["nothing", {}, "[, ]"],
  ])("%s", (_, row, range) => {
    expect(written(intervalOf, row)).toBe(range);
  });
});
