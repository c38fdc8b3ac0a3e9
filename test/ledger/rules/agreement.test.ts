import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import type { Claim } from "../../../src/ledger/tables.ts";
import { claim } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const noticesOf = (first: Partial<Claim>, second: Partial<Claim>) => {
  const { path } = tableFolder({
    claims: [
      { ...one, ...first },
      { ...one, id: "c_two", start: 30, end: 38, best: 78, ...second },
    ],
  });
  return readLedger(path, { articles: null }).notices.map((notice) => notice.replace(path, "data"));
};

describe("findDisagreements", () => {
  test("notices faithful claims of one origin that differ", () => {
    expect(noticesOf({}, {})).toEqual([
      "data/claims.csv:3 c_two (best 78) and c_one (best 77) differ, though o_one is the origin of both",
    ]);
  });

  test("passes equal values, other times, distorted retellings and readings", () => {
    expect(noticesOf({}, { best: 77 })).toEqual([]);
    expect(noticesOf({}, { as_of_latest: "2001-05-30" })).toEqual([]);
    expect(noticesOf({}, { repeats: "distorted" })).toEqual([]);
    expect(noticesOf({ alternative: "sense/a" }, { alternative: "sense/b" })).toEqual([]);
  });
});
