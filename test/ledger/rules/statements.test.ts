import { describe, expect, test } from "vitest";
import type { Statement } from "../../../src/ledger/tables.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const first: Statement = {
  id: "t_one",
  source: "s_one",
  proposition: "q_one",
  claimant: "a_one",
  stance: "affirms",
  hedge: null,
  quote: "so ist es",
  start: 70,
  end: 79,
  via: [],
  translation_note: null,
  note: null,
};
const faultsOf = (before: Partial<Statement>, after: Partial<Statement>) =>
  tableFolder({
    propositions: [
      { id: "q_one", topic: "fire", label: "One", note: null },
      { id: "q_two", topic: "fire", label: "Two", note: null },
    ],
    statements: [
      { ...first, ...before },
      { ...first, id: "t_two", ...after },
    ],
  }).faults();
const TWICE =
  "data/statements.csv:3:8 start: found t_one of line 2 again: a_one on q_one at this place\n  expected one statement per document, proposition, speaker and place\n  to mend: delete one, or correct what tells them apart";

describe("checkOneStatement", () => {
  test("finds one speaker on one proposition twice at one place", () => {
    expect(faultsOf({}, {})).toEqual([TWICE]);
    expect(faultsOf({}, { stance: "denies" })).toEqual([TWICE]);
  });

  test("passes another place and another proposition", () => {
    expect(faultsOf({}, { start: 80, end: 89 })).toEqual([]);
    expect(faultsOf({}, { proposition: "q_two" })).toEqual([]);
    expect(faultsOf({ start: null, end: null }, { start: null, end: null, quote: "ja" })).toEqual(
      [],
    );
  });
});
