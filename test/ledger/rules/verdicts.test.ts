import { describe, expect, test } from "vitest";
import type { Claim, Dismissal } from "../../../src/ledger/tables.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";
import { claim } from "../../fixtures/ledger.ts";

const one: Claim = smallLedger.claims[0] ?? claim({ id: "c_one" });
const year: Dismissal = {
  source: "s_one",
  quote: "im Jahr 2001",
  start: 50,
  end: 62,
  kind: "date",
  reason: "a year",
};
const faultsOf = (...dismissals: readonly Dismissal[]) =>
  tableFolder({ claims: [one], dismissals }).faults();

describe("checkOneVerdict", () => {
  test("finds a figure that is both claimed and dismissed", () => {
    expect(faultsOf({ ...year, quote: "77 Dinge", start: 10, end: 18 })).toEqual([
      'data/dismissals.csv:2:3 start: found "77 Dinge" at 10–18, the figure of c_one in data/claims.csv:2\n  expected each figure either claimed or dismissed, once\n  to mend: delete one of the two rows',
    ]);
  });

  test("finds a figure that is dismissed twice", () => {
    expect(faultsOf(year, { ...year, kind: "duration" })).toEqual([
      'data/dismissals.csv:3:3 start: found "im Jahr 2001" at 50–62, dismissed already in data/dismissals.csv:2\n  expected each figure either claimed or dismissed, once\n  to mend: delete one of the two rows',
    ]);
  });

  test("passes the same words elsewhere, in part, and without a place", () => {
    expect(faultsOf(year, { ...year, start: 70, end: 82 })).toEqual([]);
    expect(faultsOf({ ...year, quote: "77", start: 10, end: 12 })).toEqual([]);
    expect(
      faultsOf({ ...year, start: null, end: null }, { ...year, start: null, end: null }),
    ).toEqual([]);
  });
});
