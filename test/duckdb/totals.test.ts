import { expect, test } from "vitest";
import { computeTotals } from "../../src/duckdb/compute.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { claim, ledger } from "../fixtures/ledger.ts";

const by = (as_of_latest: string) => ({ as_of_latest });
const said = [
  claim({ id: "c_a", origin: "o_a", low: 100, bound: "at_least", ...by("2024-03-31") }),
  claim({ id: "c_b", origin: "o_b", high: 150, bound: "at_most", ...by("2024-06-30") }),
  claim({
    ...{ id: "c_c", origin: "o_c", low: 20, bound: "at_least" },
    ...{ period_start: "2024-04-01", period_end: "2024-06-30" },
  }),
];

test("computeTotals(facts, onLoaded) has totals alone, with all claims and without each origin", async () => {
  const steps: string[] = [];
  const rows = await computeTotals(tableFolder(ledger({ claims: said })).path, () => {
    steps.push("loaded");
  });
  expect(steps).toEqual(["loaded"]);
  const found = rows
    .filter(({ day }) => day === "2024-03-31")
    .map(({ left_out, low, high }) => [String(left_out), low, high]);
  expect(found.sort()).toEqual([
    ["", 100, 130],
    ["c_a", null, 130],
    ["c_b", 100, null],
    ["c_c", 100, 150],
  ]);
  // the days that claims name, and those after them
  expect(new Set(rows.map(({ day }) => day))).toEqual(
    new Set(["2024-03-31", "2024-04-01", "2024-06-30", "2024-07-01"]),
  );
});
