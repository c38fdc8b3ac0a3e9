import { describe, expect, test } from "vitest";
import { networkOf } from "../../src/amount/network.ts";
import type { Edge } from "../../src/amount/paths.ts";
import { BEGINNING } from "../../src/amount/periods.ts";

type Inequality = Omit<Edge<string>, "strict" | "reason"> & { readonly strict?: boolean };

const edges = (rows: Readonly<Record<string, Inequality>>): readonly Edge<string>[] =>
  Object.entries(rows).map(([reason, row]) => ({ strict: false, ...row, reason }));

const atMost = (most: number, to: string, strict = false): Inequality => ({
  ...{ from: BEGINNING, to, most, strict },
});
const atLeast = (least: number, to: string, strict = false): Inequality => ({
  ...{ from: to, to: BEGINNING, most: -least, strict },
});

const totalOn = (day: string, rows: Readonly<Record<string, Inequality>>) =>
  networkOf(edges(rows), true).rangeOf(BEGINNING, day);

describe("networkOf(edges, grows).rangeOf(from, to)", () => {
  test("carries a floor forward and a ceiling backward, and neither the other way", () => {
    const rows = { a: atLeast(5, "2024-02-01"), b: atMost(9, "2024-04-01") };
    expect(totalOn("2024-01-31", rows)).toMatchObject({ low: null, high: { value: 9 } });
    expect(totalOn("2024-03-01", rows)).toMatchObject({ low: { value: 5 }, high: { value: 9 } });
    expect(totalOn("2024-04-02", rows)).toMatchObject({ low: { value: 5 }, high: null });
  });

  test("adds up what is said of periods that follow each other", () => {
    const network = networkOf(
      edges({
        a: { from: "2024-01-31", to: "2024-02-29", most: 4 },
        b: { from: "2024-02-29", to: "2024-03-31", most: 5 },
      }),
      true,
    );
    expect(network.rangeOf("2024-01-31", "2024-03-31").high).toEqual({
      ...{ value: 9, strict: false, reasons: ["a", "b"] },
    });
    expect(network.rangeOf("2024-01-30", "2024-03-31").high).toBeNull();
  });

  test("a sum is excluded if one of its ends is, and of two equal ones that which is excluded holds", () => {
    const rows = { a: atMost(9, "2024-04-01"), b: atMost(9, "2024-04-01", true) };
    expect(totalOn("2024-04-01", rows).high).toEqual({ value: 9, strict: true, reasons: ["b"] });
    const period = { from: "2024-04-01", to: "2024-05-01", most: 1 };
    expect(totalOn("2024-05-01", { ...rows, period }).high).toEqual({
      ...{ value: 10, strict: true, reasons: ["b", "period"] },
    });
  });

  test("of two equal sums that with the fewest statements is told, of two equal in that both", () => {
    const rows = {
      a: atMost(4, "2024-01-01"),
      b: { from: "2024-01-01", to: "2024-02-01", most: 5 },
      c: atMost(9, "2024-02-01"),
    };
    expect(totalOn("2024-02-01", rows).high?.reasons).toEqual(["c"]);
    const again = { ...rows, d: atMost(9, "2024-02-03") };
    expect(totalOn("2024-02-01", again).high?.reasons).toEqual(["c", "d"]);
  });

  test("sums that differ only in how they were rounded are equal", () => {
    // 0.1 + 0.2 is 0.30000000000000004 to a computer
    const rows = {
      a: atMost(0.1, "2024-01-01"),
      b: { from: "2024-01-01", to: "2024-02-01", most: 0.2 },
      c: atLeast(0.3, "2024-02-01"),
      d: atMost(0.3, "2024-02-01"),
    };
    expect(networkOf(edges(rows), true).contradiction).toBeNull();
    expect(totalOn("2024-02-01", rows).high?.reasons).toEqual(["d"]);
  });

  test("knows nothing where nothing is stated: not even that it is at least 0", () => {
    expect(networkOf([], true).rangeOf(BEGINNING, "2024-01-01")).toEqual({ low: null, high: null });
    const rows = { a: atLeast(0, "2024-02-01") };
    expect(totalOn("2024-02-01", rows)).toEqual({ low: null, high: null });
    expect(totalOn("2024-02-01", { a: atLeast(0, "2024-02-01", true) }).low).toEqual({
      ...{ value: 0, strict: true, reasons: ["a"] },
    });
  });

  test("of a period in which nothing can have come it says so", () => {
    const rows = { a: atLeast(5, "2024-01-01"), b: atMost(5, "2024-03-01") };
    expect(networkOf(edges(rows), true).rangeOf("2024-01-31", "2024-02-29")).toEqual({
      ...{ low: null, high: { value: 0, strict: false, reasons: ["a", "b"] } },
    });
  });

  test("of an amount that stands for one period alone it carries nothing anywhere", () => {
    const [start, end] = ["2024-01-31", "2024-02-29"];
    const network = networkOf(
      edges({ a: { from: end, to: start, most: -3 }, b: { from: start, to: end, most: 4 } }),
      false,
    );
    expect(network.rangeOf(start, end)).toMatchObject({ low: { value: 3 }, high: { value: 4 } });
    expect(network.rangeOf(start, "2024-02-28")).toEqual({ low: null, high: null });
    expect(network.rangeOf(BEGINNING, end)).toEqual({ low: null, high: null });
  });
});

describe("networkOf(edges, grows).contradiction", () => {
  const contradictionIn = (rows: Readonly<Record<string, Inequality>>, grows = true) =>
    networkOf(edges(rows), grows).contradiction;

  test("is a floor above a later ceiling, and no floor above an earlier one", () => {
    expect(
      contradictionIn({ a: atLeast(6, "2024-01-01"), b: atMost(5, "2024-02-01") })?.toSorted(),
    ).toEqual(["a", "b"]);
    expect(contradictionIn({ a: atLeast(6, "2024-03-01"), b: atMost(5, "2024-02-01") })).toBeNull();
  });

  test("is one of words where equal ends meet and one is excluded", () => {
    const day = "2024-01-01";
    expect(contradictionIn({ a: atLeast(5, day), b: atMost(5, day) })).toBeNull();
    expect(contradictionIn({ a: atLeast(5, day, true), b: atMost(5, day) })).toHaveLength(2);
    expect(contradictionIn({ a: atLeast(5, day), b: atMost(5, day, true) })).toHaveLength(2);
  });

  test("is within one period where nothing travels", () => {
    const [start, end] = ["2024-01-31", "2024-02-29"];
    const floor = { from: end, to: start, most: -3 };
    expect(contradictionIn({ floor, b: { from: start, to: end, most: 2 } }, false)).toHaveLength(2);
    // A day earlier it may be less: what can fall does not follow.
    const inside = { from: start, to: "2024-02-28", most: 2 };
    expect(contradictionIn({ floor, inside }, false)).toBeNull();
  });
});
