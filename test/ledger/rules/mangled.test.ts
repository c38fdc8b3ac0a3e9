import { describe, expect, test } from "vitest";
import { claim, metric, source } from "../../fixtures/ledger.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const faultsOf = (quote: string, best: number, language = "de") =>
  tableFolder({
    sources: [source("s_one", { language })],
    metrics: [metric({ id: "m_count", measure: "ratio" })],
    claims: [claim({ id: "c_one", quote, best })],
  }).faults();
const found = (value: string, printed: string, meant: string) => [
  `data/claims.csv:2:9 best: found "${value}", what a spreadsheet makes of ${printed}\n  expected ${meant}, which is what the quote prints\n  to mend: format the column as text, then type ${meant}`,
];

describe("checkMangled", () => {
  test("finds 9.900 turned into 9.9", () => {
    expect(faultsOf("9.900 Dinge", 9.9)).toEqual(found("9.9", "9.900", "9900"));
    expect(faultsOf("9,900 things", 9.9, "en")).toEqual(found("9.9", "9,900", "9900"));
  });

  test("finds 3:1 turned into a time of day", () => {
    expect(faultsOf("mindestens 3:1", 0.125694444444444)).toEqual(
      found("0.125694444444444", "3:1", "3"),
    );
  });

  test("passes the numbers that were meant", () => {
    expect(faultsOf("9.900 Dinge", 9900)).toEqual([]);
    expect(faultsOf("mindestens 3:1", 3)).toEqual([]);
  });

  test("passes decimals, and what only looks like a group in another language", () => {
    expect(faultsOf("9,9 Millionen", 9.9)).toEqual([]);
    expect(faultsOf("9.125 tonnes", 9.125, "en")).toEqual([]);
    expect(faultsOf("1.999.999 Dinge", 1.999)).toEqual([]);
  });
});
