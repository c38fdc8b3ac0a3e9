import { describe, expect, test } from "vitest";
import { assumption, crosscheck, formulaOf, metric, origin } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const MEND =
  "\n  expected a way that ends\n  to mend: empty the cell, or name another row, in one of these rows";

describe("checkCircles", () => {
  test("finds an origin that rests on itself", () => {
    const folder = tableFolder({
      origins: [origin("o_one", { based_on: ["o_two"] }), origin("o_two", { based_on: ["o_one"] })],
    });
    expect(folder.faults()).toEqual([
      `data/origins.csv:2:5 based_on: found a circle: o_one is based on o_two is based on o_one${MEND}`,
    ]);
  });

  test("finds a claimant and a metric that are part of themselves", () => {
    const folder = tableFolder({
      claimants: smallLedger.claimants.map((row) => ({ ...row, part_of: row.id })),
      metrics: [metric({ id: "m_count", part_of: "m_count" })],
    });
    expect(folder.faults()).toEqual([
      `data/claimants.csv:2:5 part_of: found a circle: a_one is part of a_one${MEND}`,
      `data/metrics.csv:2:7 part_of: found a circle: m_count is part of m_count${MEND}`,
    ]);
  });

  // Else ranges would be looked for without end: each is a part of what it measures.
  test("finds a quantity that is part of the amount that it measures, and two that are so crosswise", () => {
    const year = metric({ id: "m_year", series: "m_count", part_of: "m_count" });
    expect(tableFolder({ metrics: [metric({ id: "m_count" }), year] }).faults()).toEqual([
      `data/metrics.csv:3:7 part_of: found a circle: m_count is part of m_count${MEND}`,
    ]);
    const metrics = [
      metric({ id: "m_count", part_of: "m_other_year" }),
      metric({ id: "m_year", series: "m_count" }),
      metric({ id: "m_other", part_of: "m_year" }),
      metric({ id: "m_other_year", series: "m_other" }),
    ];
    expect(tableFolder({ metrics }).faults()).toEqual([
      `data/metrics.csv:2:7 part_of: found a circle: m_count is part of m_other is part of m_count${MEND}`,
    ]);
  });

  test("finds figures that are computed from each other, across tables", () => {
    const folder = tableFolder({
      assumptions: [assumption({ id: "p_one", derived_from: formulaOf("x_one / 2") })],
      crosschecks: [crosscheck("x_one", "p_one * 2")],
    });
    expect(folder.faults()).toEqual([
      `data/assumptions.csv:2:9 derived_from: found a circle: p_one is computed from x_one is computed from p_one${MEND}`,
    ]);
  });

  test("passes two ways to one row", () => {
    const folder = tableFolder({
      origins: [
        origin("o_one", { based_on: ["o_two", "o_three"] }),
        origin("o_two", { based_on: ["o_three"] }),
        origin("o_three"),
      ],
    });
    expect(folder.faults()).toEqual([]);
  });
});
