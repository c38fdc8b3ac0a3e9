import { describe, expect, test } from "vitest";
import { type MarkRow, rowOfClaim } from "../../src/charts/mark-row.ts";
import { kindOfEnds } from "../../src/charts/marks.ts";
import { timeOf } from "../../src/charts/time-axis.ts";
import { type Spot, lastDay } from "../../src/charts/timeline-field.ts";
import { drawLeader } from "../../src/charts/timeline-leader.ts";
import { claimRows, datedRows } from "../../src/charts/timeline-rows.ts";
import { findSpots } from "../../src/charts/timeline-spots.ts";
import { document, openChart, parseSvg, published } from "./drawing.ts";

const [some] = published.claims;
if (some === undefined) throw new Error("no claim");
const model = rowOfClaim(some);

const mark = (
  day: string,
  low: number | null,
  high: number | null,
  more: Partial<MarkRow> = {},
) => ({
  ...{ ...model, low, high, kind: kindOfEnds(low, high), alternative: null },
  ...{ first_day: day, last_day: day, ...more },
});

// one pixel a day, one pixel a unit
const frame = { x: 0, y: 0, width: 300, height: 200 };
const field = {
  frame,
  x: (time: number): number => 50 + (time - timeOf("2024-01-01")) / 86_400_000,
  y: (value: number): number => 200 - value,
};

const spotsOf = (...marks: readonly MarkRow[]): readonly Spot[] =>
  findSpots(datedRows(marks), field, { fieldOf: () => field, isFirst: () => false });

const placesOf = (...marks: readonly MarkRow[]): readonly number[] =>
  spotsOf(...marks).map(({ x }) => x);

const struck = { kind: "withdrawn" } as const;

describe("findSpots(rows, field, arrangement)", () => {
  test("keeps marks that count at their days, also where they overlap", () => {
    const near = [mark("2024-01-01", 50, null), mark("2024-01-05", 80, null)];
    expect(placesOf(...near, mark("2024-01-08", 20, 120))).toEqual([50, 54, 57]);
  });

  test("keeps both readings of a choice at their day", () => {
    const choice = { alternative: "load/a", kind: "about" } as const;
    const other = { alternative: "load/b", kind: "about" } as const;
    const day = "2024-01-11";
    expect(placesOf(mark(day, 50, 50, choice), mark(day, 51, 51, other))).toEqual([60, 60]);
  });

  test("sets a struck mark aside where it would cover another, never the other one", () => {
    const day = "2024-01-11";
    expect(placesOf(mark(day, 50, 50, struck), mark(day, 50, 50))).toEqual([60, 80]);
    expect(placesOf(mark(day, 20, 120), mark(day, 40, null, struck))).toEqual([60, 80]);
  });

  test("leaves a struck mark at its day where it covers nothing", () => {
    const marks = [mark("2024-01-11", 50, 50), mark("2024-01-22", 50, 50, struck)];
    expect(placesOf(...marks)).toEqual([60, 71]);
  });

  test("sets that one of two equal marks aside which is not first", () => {
    const rows = datedRows([mark("2024-01-11", 50, 50), mark("2024-01-12", 50, 50)]);
    const isFirst = (row: MarkRow): boolean => row.last_day === "2024-01-12";
    const spots = findSpots(rows, field, { fieldOf: () => field, isFirst });
    // to the right, at 80, it would still touch the other one, which reaches to 71
    expect(spots.map(({ x }) => x)).toEqual([40, 61]);
  });

  test("property: a mark elsewhere than at its day has a leader that ends there", () => {
    const days = ["2024-01-03", "2024-01-04", "2024-01-11", "2024-01-25"];
    const marks = days.flatMap((day) => [
      ...[mark(day, 50, null), mark(day, 50, null, struck), mark(day, null, 50, struck)],
      ...[mark(day, 50, 50), mark(day, 5, 90, struck)],
    ]);
    const spots = spotsOf(...marks);
    expect(spots).toHaveLength(marks.length);
    for (const spot of spots) {
      const due = field.x(timeOf(lastDay(spot.row)));
      const leader = drawLeader(document, spot, field);
      const [dot] = leader.filter(({ localName }) => localName === "circle");
      if (spot.x === due) expect(leader).toEqual([]);
      else expect(dot?.getAttribute("cx")).toBe(String(due));
      expect(Math.abs(spot.x - due)).toBeLessThanOrEqual(20);
    }
  });
});

describe.each([328, 660])("shells-over-time at %d px", (width) => {
  const chart = openChart("shells-over-time", published);
  const svg = parseSvg(chart.render({ document, width, id: "x" }));
  const rows = claimRows(chart.rows as unknown as Parameters<typeof claimRows>[0]);

  test("has as many marks as claims, and only struck ones with a leader", () => {
    const links = [...svg.querySelectorAll("a")];
    expect(links).toHaveLength(rows.length);
    const led = links.filter((link) => link.querySelector('circle[r="2"]') !== null);
    for (const link of led)
      expect(link.querySelector("title")?.textContent).toContain("Not counted");
  });
});
