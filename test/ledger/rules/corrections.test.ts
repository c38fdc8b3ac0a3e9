import { describe, expect, test } from "vitest";
import type { Correction } from "../../../src/ledger/tables.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const faultsOf = (row: Partial<Correction>) =>
  tableFolder({
    corrections: [
      {
        on: "2001-07-01",
        table: "claims",
        row: "c_one",
        column: "best",
        old: "78",
        new: "77",
        reason: "typo",
        note: null,
        ...row,
      },
    ],
  }).faults();

describe("checkCorrections", () => {
  test("finds a table, a column and a row that do not exist", () => {
    expect(faultsOf({ table: "claim" })).toEqual([
      'data/corrections.csv:2:2 table: found "claim"\n  expected the name of a table; nearest "claims"\n  to mend: use one of sources, claimants, origins, metrics, claims, dismissals, propositions, statements, assumptions, corrections, crosschecks, mutation_kinds, mutations',
    ]);
    expect(faultsOf({ column: "bst", row: "c_on" })).toEqual([
      'data/corrections.csv:2:3 row: found "c_on"\n  expected an id from data/claims.csv; nearest "c_one"\n  to mend: correct the id, or add the claim first',
      'data/corrections.csv:2:4 column: found "bst"\n  expected a column of data/claims.csv; nearest "best"\n  to mend: copy the column\'s name from the table\'s header',
    ]);
  });

  test("finds a line without a row where rows have no ids, and passes one with", () => {
    expect(faultsOf({ table: "dismissals", column: "kind", row: "3" })).toEqual([
      'data/corrections.csv:2:3 row: found "3"\n  expected the line of a row in data/dismissals.csv, which has no ids\n  to mend: count the header as line 1',
    ]);
    expect(faultsOf({ table: "dismissals", column: "kind", row: "2" })).toEqual([]);
  });

  test("passes a row that exists", () => {
    expect(faultsOf({})).toEqual([]);
  });
});
