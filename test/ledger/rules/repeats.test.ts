import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/ledger/tables.ts";
import { claim, metric } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const faultsOf = (first: Partial<Claim>, second: Partial<Claim>) =>
  tableFolder({
    claims: [
      { ...one, ...first },
      { ...one, id: "c_two", ...second },
    ],
    metrics: [metric({ id: "m_count" }), metric({ id: "m_other" })],
  }).faults();
const found = (line: string) => [
  `data/claims.csv:3:6 start: found a second active claim of m_count at this place; c_one in line ${line} is the first\n  expected one claim per document, metric and place\n  to mend: delete one, or give both an alternative of one group if they are two readings`,
];

describe("checkOnePerPlace", () => {
  test("finds a second active claim of one metric at one place", () => {
    expect(faultsOf({}, {})).toEqual(found("2"));
  });

  test("finds it by the phrase where there are no offsets", () => {
    const nowhere = { start: null, end: null };
    expect(faultsOf(nowhere, nowhere)).toEqual(found("2"));
    expect(faultsOf(nowhere, { ...nowhere, quote: "78 Dinge" })).toEqual([]);
  });

  test("finds a repeated option", () => {
    const rows = tableFolder({
      claims: [
        { ...one, alternative: "sense/a" },
        { ...one, id: "c_two", alternative: "sense/b" },
        { ...one, id: "c_three", alternative: "sense/b" },
      ],
    });
    expect(rows.faults()).toHaveLength(1);
  });

  test("passes two readings, a withdrawn row, and another metric", () => {
    expect(faultsOf({ alternative: "sense/a" }, { alternative: "sense/b" })).toEqual([]);
    expect(faultsOf({}, { status: "superseded" })).toEqual([]);
    expect(faultsOf({}, { metric: "m_other" })).toEqual([]);
  });
});
