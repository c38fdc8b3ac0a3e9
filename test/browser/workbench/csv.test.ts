import { expect, test } from "vitest";
import { csvOf } from "../../../src/browser/workbench/csv.ts";

test("csvOf(table, rows) writes the header of data/dismissals.csv and quotes where it must", () => {
  const row = {
    source: "s_a",
    quote: '3,5 und "4"',
    start: "0",
    end: "11",
    kind: "idiom",
    reason: "none",
  };
  expect(csvOf("dismissals", [row])).toBe(
    'source,quote,start,end,kind,reason\ns_a,"3,5 und ""4""",0,11,idiom,none\n',
  );
});
