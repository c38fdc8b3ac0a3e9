import { describe, expect, test } from "vitest";
import { assumption, claim, crosscheck, formulaOf } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });

describe("checkFormulaIds", () => {
  test("finds ids that no claim, assumption or cross-check has", () => {
    const folder = tableFolder({
      claims: [
        one,
        { ...one, id: "c_two", start: 20, end: 28, derived_from: formulaOf("c_one * p_lod") },
      ],
      assumptions: [assumption({ id: "p_load", best: 1 })],
      crosschecks: [crosscheck("x_one", "c_onne / 2", { against: formulaOf("m_count") })],
    });
    expect(folder.faults()).toEqual([
      'data/claims.csv:3:24 derived_from: found "p_lod"\n  expected an id from data/assumptions.csv; nearest "p_load"\n  to mend: correct the id, or add the assumption first',
      'data/crosschecks.csv:2:4 formula: found "c_onne"\n  expected an id from data/claims.csv; nearest "c_one"\n  to mend: correct the id, or add the claim first',
      'data/crosschecks.csv:2:6 against: found "m_count"\n  expected ids of claims (c_), assumptions (p_) or cross-checks (x_)\n  to mend: name the claim or assumption that holds the number',
    ]);
  });

  test("passes a formula over all three tables", () => {
    const folder = tableFolder({
      assumptions: [assumption({ id: "p_load", best: 2 })],
      crosschecks: [
        crosscheck("x_one", "c_one * p_load"),
        crosscheck("x_two", "x_one / c_one.best"),
      ],
    });
    expect(folder.faults()).toEqual([]);
  });
});
