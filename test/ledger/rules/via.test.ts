import { describe, expect, test } from "vitest";
import type { Claimant } from "../../../src/ledger/tables.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";
import { claim, origin } from "../../fixtures/ledger.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const body = (id: string, part_of: string | null = null): Claimant => ({
  id,
  name: id,
  kind: "ministry",
  country: "KR",
  part_of,
  stance: "neutral",
  note: null,
});
const claimants = [
  body("a_state"),
  body("a_ministry", "a_state"),
  body("a_officer", "a_ministry"),
  body("a_paper"),
];
const faultsOf = (via: readonly string[], rows = claimants) =>
  tableFolder({
    claimants: rows,
    origins: [origin("o_one", { claimant: "a_ministry" })],
    claims: [{ ...one, via }],
  }).faults();

describe("checkVia", () => {
  test("finds a chain that does not reach the origin", () => {
    expect(faultsOf(["a_ministry", "a_paper"])).toEqual([
      'data/claims.csv:2:25 via: found "a_paper" at its end\n  expected a_ministry, the claimant of o_one, or a body that it is part of or that is part of it\n  to mend: end the chain with a_ministry (nearest first), or correct the origin',
    ]);
  });

  test("passes the claimant, its parts, what it is part of, and no chain", () => {
    expect(faultsOf(["a_paper", "a_ministry"])).toEqual([]);
    expect(faultsOf(["a_paper", "a_officer"])).toEqual([]);
    expect(faultsOf(["a_state"])).toEqual([]);
    expect(faultsOf([])).toEqual([]);
  });

  test("ends in a circle of bodies, which is a fault of its own", () => {
    const circle = [...claimants, body("a_egg", "a_hen"), body("a_hen", "a_egg")];
    expect(faultsOf(["a_hen"], circle).join("\n")).toContain('found "a_hen" at its end');
  });
});
