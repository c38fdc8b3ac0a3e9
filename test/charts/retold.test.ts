import { describe, expect, test } from "vitest";
import { rowsOfClaims } from "../../src/charts/retold.ts";
import { publish } from "../../src/reconcile/publish.ts";
import type { Claim } from "../../src/ledger/tables.ts";
import { claim, ledger } from "../fixtures/ledger.ts";

const rowsOf = (...claims: readonly Partial<Claim>[]) =>
  rowsOfClaims(
    publish(
      ledger({
        claims: claims.map((row, index) =>
          claim({ id: `c_${String(index)}`, as_of_earliest: "2024-02-26", ...row }),
        ),
      }),
    ).core.claims,
  );

describe("rowsOfClaims(claims)", () => {
  test("makes one mark of an origin that three documents retell, and says how many", () => {
    const about = { best: 3, bound: "about" } as const;
    const rows = rowsOf(about, { ...about, source: "s_two" }, { ...about, source: "s_three" });
    expect(rows).toMatchObject([{ kind: "about", words: "about 3", claims: "c_0|c_1|c_2" }]);
    expect(rows[0]?.label).toMatch(/; 3 reports, 1 origin$/u);
  });

  test("leaves a claim that stands alone as it is", () => {
    expect(rowsOf({ best: 3 })[0]?.label).not.toContain("report");
  });

  test("draws the hull: a floor beside a single figure leaves the upper side open", () => {
    const floor = { low: 5, bound: "more_than" } as const;
    expect(rowsOf({ best: 4 }, floor)).toMatchObject([{ kind: "floor", low: 4, high: null }]);
  });

  test("an end is excluded only where every report that puts it there excludes it", () => {
    const more = { low: 5, bound: "more_than" } as const;
    expect(rowsOf(more, more)).toMatchObject([{ low: 5, low_end: "excluded" }]);
    expect(rowsOf(more, { low: 5, bound: "at_least" })).toMatchObject([{ low_end: "included" }]);
  });

  test("a floor here and a ceiling there are said as such, not drawn as a range to be relied on", () => {
    const [row] = rowsOf({ low: 3, bound: "at_least" }, { high: 3, bound: "at_most" });
    expect(row?.words).toBe("3");
    expect(row?.label).toMatch(/; 2 reports, 1 origin, here as a floor, there as a ceiling$/u);
  });

  test.each([
    ["another origin", { origin: "o_two" }],
    ["another quantity", { metric: "m_other" }],
    ["a reading that excludes it", { alternative: "load/all_122" }],
    ["a plan", { modality: "planned" }],
    ["a retelling that changes the figure", { repeats: "distorted" }],
  ] as const)("keeps %s apart", (_, row) => {
    expect(rowsOf({ best: 3 }, { best: 3, ...row })).toHaveLength(2);
  });

  test("the mark's days are those of all retellings", () => {
    const [row] = rowsOf(
      { best: 3, as_of_earliest: "2024-02-01", as_of_latest: "2024-02-26" },
      { best: 3, as_of_earliest: "2024-02-26", as_of_latest: "2024-03-11" },
    );
    expect(row).toMatchObject({ first_day: "2024-02-01", last_day: "2024-03-11" });
  });

  const spring = { as_of_earliest: "2024-01-01", as_of_latest: "2024-05-31" } as const;
  const summer = { as_of_earliest: "2024-07-01", as_of_latest: "2024-08-31" } as const;

  test("two figures of one origin for two periods are two marks, each with its days", () => {
    const seven = { best: 7, ...spring };
    const rows = rowsOf(seven, { best: 3, ...summer }, { ...seven, source: "s_two" });
    expect(rows).toMatchObject([
      { words: "7", first_day: "2024-01-01", last_day: "2024-05-31", claims: "c_0|c_2" },
      { words: "3", first_day: "2024-07-01", last_day: "2024-08-31", claims: "c_1" },
    ]);
  });

  test("one figure that is dated in two ways is one mark", () => {
    expect(rowsOf({ best: 7, ...spring }, { best: 7, ...summer })).toHaveLength(1);
  });

  test("two figures are one telling where a third spans the days of both", () => {
    const whole = { best: 5, as_of_earliest: "2024-01-01", as_of_latest: "2024-08-31" };
    const rows = rowsOf({ best: 7, ...spring }, { best: 3, ...summer }, whole);
    expect(rows).toMatchObject([{ low: 3, high: 7, claims: "c_0|c_1|c_2" }]);
  });
});
