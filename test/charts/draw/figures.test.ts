import { describe, expect, test } from "vitest";
import {
  figuresAt,
  figuresOver,
  nameFigures,
  numbered,
  spotsOf,
} from "../../../src/charts/draw/figures.ts";
import { type Said, saidIn } from "../../../src/charts/draw/said.ts";
import { claim } from "../made-up.ts";
import { drawn } from "./plots.ts";

/** A figure that stands at pixels instead of days. */
const said = (own: Parameters<typeof claim>[0], x = 10): Said => {
  const [one] = saidIn([claim(own)]);
  if (one === undefined) throw new Error("no figure");
  return { ...one, last: x as unknown as Date, middle: x as unknown as Date };
};

describe("figuresAt(rows, x)", () => {
  test.each([
    ["one figure is a filled dot", {}, "var(--nk)"],
    ["about is hollow", { bound: "about" as const }, "var(--paper)"],
    ["could be is pale and hollow", { modality: "possible" as const }, "var(--paper)"],
    ["planned is hatched", { modality: "planned" as const }, "url(#t-hatch-nk)"],
  ])("%s", (_, own, fill) => {
    const svg = drawn(figuresAt([said({ low: 50, high: 50, ...own })], "last"));
    const [mark] = svg.querySelectorAll("circle, path:not(pattern path)");
    expect(mark?.getAttribute("fill") ?? mark?.parentElement?.getAttribute("fill")).toBe(fill);
  });

  test("what one of the five articles says has a black diamond on it", () => {
    const core = said({ low: 50, high: 50, collection: "core" });
    const svg = drawn(figuresAt([core], "last"));
    const last = [...svg.querySelectorAll("path")].at(-1);
    expect(last?.closest("[fill='var(--ink)']")).not.toBeNull();
  });

  test("a retelling that changed its figure is struck, and no dot", () => {
    const svg = drawn(figuresAt([said({ low: 50, high: 50, repeats: "distorted" })], "last"));
    expect(svg.querySelectorAll("circle").length).toBe(0);
    expect(svg.querySelector("path")?.getAttribute("d")).toMatch(/M-7,7L7,-7/u);
  });
});

test("figuresOver(rows, days) draws a long period as a bar, a short one as a mark", () => {
  const one = said({ low: 50, high: 50 });
  const bars = (days: number) => {
    const at = { ...one, first: new Date(0), last: new Date(60 * 86_400_000) };
    return drawn(figuresOver([at], days)).querySelectorAll("rect").length;
  };
  expect([bars(30), bars(90)]).toEqual([1, 0]);
});

describe("nameFigures(rows, claims, most)", () => {
  const rows = ["2024-01", "2024-02", "2024-03", "2024-04"].flatMap((month, at) =>
    saidIn([
      claim({
        ...{ claim: `c_${month}`, first_day: `${month}-01`, last_day: `${month}-28` },
        ...{ low: at, high: at, collection: at === 1 ? "core" : "further" },
      }),
    ]),
  );
  const named = (claims: readonly string[], most: number) =>
    nameFigures(rows, claims, most).map(({ claims: [id] }) => id);

  test("takes the claims that matter, then the five articles, then the newest", () => {
    expect(named(["c_2024-01"], 1)).toEqual(["c_2024-01"]);
    expect(named(["c_2024-01"], 2)).toEqual(["c_2024-01", "c_2024-02"]);
    expect(named([], 2)).toEqual(["c_2024-02", "c_2024-04"]);
  });

  test("spotsOf(rows, named, stretch) gives words to what is named, and room to all", () => {
    const spots = spotsOf(rows, numbered(rows.slice(0, 1)), ({ last }) => [last, last]);
    expect(spots.map(({ number, words }) => [number, words])).toEqual([
      ["1", "Ann Other: 0"],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});
