import { describe, expect, test } from "vitest";
import {
  branchesOf,
  lastClosed,
  lastRanges,
  rangesOn,
  regionEdges,
  regionGround,
} from "../../../src/charts/draw/region.ts";
import { claim, estimate, repair } from "../made-up.ts";
import { drawn, pathsIn } from "./plots.ts";

const asked = { metric: "m_shells_delivered", collection: "all", assume: "stated" } as const;
const domain = [new Date("2024-01-01"), new Date("2025-01-01")] as const;

const claims = [
  claim({ claim: "c_a", claimant_name: "Ann, poet" }),
  claim({ claim: "c_b", claimant_name: "European Commission" }),
];
const split = [
  estimate({ to: "2024-02-01", low: 10, high: 40 }),
  estimate({ to: "2024-06-01", repairs: [1], low: 10, high: 20 }),
  estimate({ to: "2024-06-01", repairs: [2], low: 30, high: 40 }),
  estimate({ to: "2024-10-01", repairs: [1], low: 10 }),
  estimate({ to: "2024-10-01", repairs: [2], low: 30, high: 40 }),
];
const repairs = [repair({ repair: 1, claims: ["c_b"] }), repair({ repair: 2, claims: ["c_a"] })];

const branches = branchesOf({ claims, estimates: split, repairs }, asked, domain);

describe("branchesOf(data, asked, domain)", () => {
  test("has a branch for each choice, going by who is not taken for wrong where one of two must be", () => {
    expect(branches.map(({ condition }) => condition)).toEqual([
      "going by Ann",
      "going by the European Commission",
    ]);
  });

  test("holds each range from its day until the next one's, and the last until the end", () => {
    const days = branches[0]?.steps.map(({ from, to, low, high }) => [
      ...[from, to].map((at) => at.toISOString().slice(0, 10)),
      ...[low, high],
    ]);
    expect(days).toEqual([
      ["2024-02-01", "2024-06-01", 10, 40],
      ["2024-06-01", "2024-10-01", 10, 20],
      ["2024-10-01", "2025-01-01", 10, null],
    ]);
  });

  test("of three choices tells who is left out", () => {
    const three = [...repairs, repair({ repair: 3, claims: ["c_a"] })];
    const rows = [...split, estimate({ to: "2024-06-01", repairs: [3], low: 1 })];
    const found = branchesOf({ claims, estimates: rows, repairs: three }, asked, domain);
    expect(found.map(({ condition }) => condition)).toEqual([
      "without the European Commission",
      "without Ann",
      "without Ann",
    ]);
  });

  test("leaves out other collections, sets and periods", () => {
    const others = [
      estimate({ to: "2024-02-01", collection: "core", low: 1 }),
      estimate({ to: "2024-02-01", assume: "spans", low: 1 }),
      estimate({ to: "2024-02-01", from: "2024-01-01", low: 1 }),
    ];
    expect(branchesOf({ claims, estimates: others, repairs: [] }, asked, domain)).toEqual([]);
  });
});

describe("what a headline is made of", () => {
  test("lastClosed(branches) is the last day on which every branch has both ends", () => {
    expect(lastClosed(branches)?.day).toBe("2024-09-30");
    expect(lastClosed(branches)?.steps.map(({ low, high }) => [low, high])).toEqual([
      [10, 20],
      [30, 40],
    ]);
  });

  test("lastRanges(branches) goes back to the day since when the last range stands, where none has both ends", () => {
    const open = branchesOf(
      {
        claims,
        repairs: [],
        estimates: ["2024-02-01", "2024-05-01"].map((to) => estimate({ to, low: 10 })),
      },
      asked,
      domain,
    );
    expect(lastClosed(open)).toBeNull();
    expect(lastRanges(open)?.day).toBe("2024-02-01");
  });

  test("rangesOn(branches, day) has the range of the day, of branches that have one", () => {
    expect(rangesOn(branches, "2024-03-01").map(({ high }) => high)).toEqual([40, 40]);
    expect(rangesOn(branches, "2023-03-01")).toEqual([]);
  });
});

describe("regions in a drawing", () => {
  const at = (x: number) => x as unknown as Date;
  const ends = { low_inclusive: true, high_inclusive: true, low_claims: [], high_claims: [] };
  const step = (from: number, to: number, low: number | null, high: number | null) => ({
    ...{ from: at(from), to: at(to), low, high, ...ends, fewest_wrong: 0 },
  });

  test("regionGround(branches) goes in steps, and its last interval is not lost", () => {
    const branch = {
      condition: "",
      steps: [step(0, 30, 10, 50), step(30, 60, 20, 40), step(60, 90, 20, null)],
    };
    const [path] = pathsIn(drawn(regionGround([branch], "north_korea", 1)));
    expect(path).toBe("M0,50L30,50L30,60L60,60L60,60L60,80L60,80L30,80L30,90L0,90Z");
  });

  test("regionEdges(branches) fades upward by a fixed height where no ceiling is known", () => {
    const heights = [20, 80].map((low) => {
      const branch = { condition: "", steps: [step(0, 90, low, null)] };
      return drawn(regionEdges([branch], "north_korea"))
        .querySelector("rect[height]")
        ?.getAttribute("height");
    });
    expect(heights).toEqual(["20", "20"]);
  });
});
