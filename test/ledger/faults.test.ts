import { describe, expect, test } from "vitest";
import { type Fault, formatFault, showCell, sortFaults } from "../../src/ledger/faults.ts";

const fault: Fault = {
  file: "data/claims.csv",
  line: 14,
  column: 8,
  field: "low",
  found: '"6.700"',
  expected: "digits without a separator",
  mend: "type 6700",
};

test("formatFault(fault) gives place and finding, what was expected, how to mend", () => {
  expect(formatFault(fault)).toBe(
    'data/claims.csv:14:8 low: found "6.700"\n  expected digits without a separator\n  to mend: type 6700',
  );
});

test("formatFault(fault) leaves out what is not known of the place", () => {
  expect(formatFault({ ...fault, line: null, column: null, field: null }).split("\n")[0]).toBe(
    'data/claims.csv: found "6.700"',
  );
});

describe("showCell(cell)", () => {
  test.each([
    ["plain", '"plain"'],
    ["", "an empty cell"],
    ["a\tb\r\nc", '"a\\tb\\r\\nc"'],
    ["\u001b[2J\u202eabc\u200b", '"\\u{1b}[2J\\u{202e}abc\\u{200b}"'],
    ["x".repeat(61), `"${"x".repeat(60)}…"`],
    ["😀".repeat(60), `"${"😀".repeat(60)}"`],
    ["\ud800", '"\\u{d800}"'],
  ])("shows %j", (cell, shown) => {
    expect(showCell(cell)).toBe(shown);
  });
});

test("sortFaults(faults, files) follows the files, then lines, then columns", () => {
  const at = (file: string, line: number | null, column: number | null): Fault => ({
    ...fault,
    file,
    line,
    column,
  });
  const sorted = [
    at("a", null, null),
    at("a", 2, 1),
    at("a", 2, 3),
    at("a", 10, 1),
    at("b", 1, 1),
    at("other", 1, 1),
  ];
  expect(sortFaults([...sorted].reverse(), ["a", "b"])).toEqual(sorted);
});
