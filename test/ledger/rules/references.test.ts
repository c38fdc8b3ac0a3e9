import { describe, expect, test } from "vitest";
import { claim, metric, origin } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });

describe("checkReferences", () => {
  test("finds an id that no row has, and names the nearest", () => {
    expect(tableFolder({ claims: [{ ...one, origin: "o_on" }] }).faults()).toEqual([
      'data/claims.csv:2:4 origin: found "o_on"\n  expected an id from data/origins.csv; nearest "o_one"\n  to mend: correct the id, or add the origin first',
    ]);
  });

  test("names none where none is alike", () => {
    expect(tableFolder({ claims: [{ ...one, metric: "m_something_else" }] }).faults()).toEqual([
      'data/claims.csv:2:3 metric: found "m_something_else"\n  expected an id from data/metrics.csv\n  to mend: correct the id, or add the metric first',
    ]);
  });

  test("finds it in a list, in a table that refers to itself, and in each other table", () => {
    const lines = tableFolder({
      claims: [{ ...one, via: ["a_one", "a_two"] }],
      metrics: [metric({ id: "m_count", part_of: "m_all" })],
      origins: [origin("o_one", { based_on: ["o_nought"], claimant: "a_zero" })],
    })
      .faults()
      .map((fault) => fault.split("\n")[0]);
    expect(lines).toEqual([
      'data/origins.csv:2:2 claimant: found "a_zero"',
      'data/origins.csv:2:5 based_on: found "o_nought"',
      'data/metrics.csv:2:7 part_of: found "m_all"',
      'data/claims.csv:2:25 via: found "a_two"',
    ]);
  });

  test("passes empty cells and ids of the same table", () => {
    const folder = tableFolder({
      origins: [origin("o_one", { based_on: ["o_two"] }), origin("o_two")],
      metrics: [metric({ id: "m_count", part_of: "m_all" }), metric({ id: "m_all" })],
    });
    expect(folder.faults()).toEqual([]);
  });
});
