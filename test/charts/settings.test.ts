import { describe, expect, test } from "vitest";
import { layOut } from "../../src/charts/derivation-layout.ts";
import { routeLanes } from "../../src/charts/derivation-lanes.ts";
import { stepRows } from "../../src/charts/derivation-rows.ts";
import { SHELLS } from "../../src/charts/select.ts";
import { keepLastDay, lastOf } from "../../src/charts/setting-rows.ts";
import { withoutOneChart } from "../../src/charts/without-one.ts";
import { multiverseChart } from "../../src/charts/multiverse.ts";
import { tornadoChart } from "../../src/charts/tornado.ts";
import type { Published } from "../../src/reconcile/published.ts";
import { published } from "./drawing.ts";

const subject = { question: "?", about: "shells", subtitle: "Shells", metrics: [SHELLS] } as const;

/** The same publication, with rows of a day before the last in front of those of the last. */
function withEarlierDay(all: Published): Published {
  const earlier = <Row extends { readonly as_of: string | null; readonly low: number | null }>(
    rows: readonly Row[],
  ): readonly Row[] => [...rows.map((row) => ({ ...row, as_of: "2020-01-01", low: 1 })), ...rows];
  const { solidity, without } = all;
  return {
    ...all,
    without: earlier(without),
    solidity: {
      ...solidity,
      universes: earlier(solidity.universes),
      swings: earlier(solidity.swings),
    },
  };
}

describe("charts of settings", () => {
  test.each([
    ["tornadoChart", tornadoChart(subject)],
    ["multiverseChart", multiverseChart(subject)],
    ["withoutOneChart", withoutOneChart(subject)],
  ])("%s(subject) shows the last day alone, whatever days are published", (_, chart) => {
    const rows = chart.rows(published);
    expect(rows.length).toBeGreaterThan(1);
    expect(chart.rows(withEarlierDay(published))).toEqual(rows);
  });

  test("keepLastDay(rows, last) keeps metric and day", () => {
    const last = lastOf(published, SHELLS);
    if (!last) throw new Error("no estimate");
    const rows = [
      { metric: SHELLS, as_of: "2020-01-01" },
      { metric: "m_other", as_of: last.as_of },
      { metric: SHELLS, as_of: last.as_of },
    ];
    expect(keepLastDay(rows, last)).toEqual([rows[2]]);
  });

  test("tornadoChart(subject) leaves out a quantity that nothing moves beside one that is moved", () => {
    const still = { ...published.solidity, swings: [] };
    const both = [SHELLS, "m_containers_delivered"] as const;
    const rows = tornadoChart({ ...subject, metrics: both }).rows(published);
    expect(rows.some(({ metric }) => metric === SHELLS)).toBe(true);
    const none = tornadoChart({ ...subject, metrics: both });
    const alone = none.rows({ ...published, solidity: still });
    expect(alone.map(({ metric }) => metric)).toEqual([SHELLS]);
    expect(none.title(alone)).toBe("No single choice moves the range of shells");
  });
});

describe("routeLanes(rows, layout)", () => {
  const rows = stepRows(published, { metrics: [SHELLS] });

  test.each([328, 660])("no two computations share a line down at %d px", (width) => {
    const layout = layOut(rows, width);
    const lanes = routeLanes(rows, layout);
    const downs = lanes.map(({ d }) => /H([\d.]+)V/u.exec(d)?.[1]);
    expect(downs.length).toBeGreaterThan(1);
    expect(new Set(downs).size).toBe(downs.length);
    const [documents, claims] = layout.columns;
    if (!documents || !claims) throw new Error("no columns");
    const isBetween = (x: number): boolean => x > documents.x + documents.width && x < claims.x;
    expect(downs.map(Number).filter((x) => !isBetween(x))).toEqual([]);
  });

  test("every step of arithmetic leaves its claim at a height of its own", () => {
    const lanes = routeLanes(rows, layOut(rows, 660));
    const starts = lanes.flatMap(({ d }) =>
      [...d.matchAll(/M[\d.]+,([\d.]+)H/gu)].map(([, y]) => y),
    );
    expect(starts).toHaveLength(rows.filter(({ drawn }) => drawn === "dashed").length);
    expect(new Set(starts).size).toBe(starts.length);
  });
});
