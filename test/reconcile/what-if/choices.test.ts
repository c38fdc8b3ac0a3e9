import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";

const { ledger } = readLedger("data");

describe("choicesIn(ledger)", () => {
  test("each is there once, its published option first, and that of documents is none", () => {
    const ids = choicesIn(ledger).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain("documents");
    expect(ids).toEqual(
      expect.arrayContaining(["summer", "load", "capacity", "parties", "rounding"]),
    );
    const summer = choicesIn(ledger).find(({ id }) => id === "summer");
    expect(summer?.options[0].id).toBe("p_reading_as_of_summer");
    expect(summer?.question).toMatch(/^Words that can be read in two ways: Artillery rounds/u);
  });
});
