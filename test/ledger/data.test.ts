import { expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";

test("the project's own tables hold every rule, and every quote whose text is at hand", () => {
  const { ledger, verified } = readLedger("data");
  expect(ledger.claims.length).toBeGreaterThan(0);
  // All or nothing: a folder of texts that lacks one would leave quotes unchecked without a word.
  const hashed = ledger.sources.filter(({ sha256 }) => sha256 !== null).map(({ id }) => id);
  expect([[], hashed]).toContainEqual([...verified]);
});

test("every distorted claim of the project has a row that says what was changed", () => {
  const { notices } = readLedger("data", { articles: null });
  expect(notices.filter((notice) => notice.includes("is distorted"))).toEqual([]);
});
