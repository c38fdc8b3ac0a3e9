import { describe, expect, test } from "vitest";
import { source } from "../../fixtures/ledger.ts";
import { tableFolder } from "../../fixtures/folder.ts";

const sha256 = `sha256:${"ab".repeat(32)}`;

describe("checkOneRowPerText", () => {
  test("finds one text under two names", () => {
    const folder = tableFolder({
      claims: [],
      dismissals: [],
      sources: [source("s_one", { sha256 }), source("s_two", { sha256 })],
    });
    expect(folder.faults()).toEqual([
      "data/sources.csv:3:14 sha256: found the hash of s_one again\n  expected one row per text\n  to mend: delete the row, or take the hash of the right file",
    ]);
  });

  test("passes two documents without a text", () => {
    expect(tableFolder({ sources: [source("s_one"), source("s_two")] }).faults()).toEqual([]);
  });
});

describe("checkPublishedOn", () => {
  test("finds a precision without a day", () => {
    expect(
      tableFolder({ sources: [source("s_one", { published_precision: "month" })] }).faults(),
    ).toEqual([
      "data/sources.csv:2:7 published_on: found an empty cell beside the precision month\n  expected the day, or the first day of the month or year\n  to mend: type the day, or set published_precision to unknown",
    ]);
  });

  test("passes an unknown day", () => {
    expect(
      tableFolder({ sources: [source("s_one", { published_precision: "unknown" })] }).faults(),
    ).toEqual([]);
  });
});
