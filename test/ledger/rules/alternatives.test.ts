import { describe, expect, test } from "vitest";
import { assumption, claim } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const faultsOf = (alternative: string) =>
  tableFolder({
    claims: [{ ...one, alternative }],
    assumptions: [assumption({ id: "p_sense", best: 1 })],
  }).faults();

describe("checkAlternatives", () => {
  test("finds an option that is alone in its group", () => {
    expect(faultsOf("sense/a")).toEqual([
      'data/claims.csv:2:21 alternative: found "sense/a", alone in its group\n  expected a second option in the group sense, or the id of an assumption as option\n  to mend: add the reading that this one excludes, or empty the cell',
    ]);
  });

  test("finds an option that is no assumption though it looks like one", () => {
    expect(faultsOf("sense/p_sence")).toEqual([
      'data/claims.csv:2:21 alternative: found "p_sence"\n  expected an id from data/assumptions.csv; nearest "p_sense"\n  to mend: correct the id, or add the assumption first',
    ]);
  });

  test("passes an option that an assumption decides", () => {
    expect(faultsOf("sense/p_sense")).toEqual([]);
  });
});
