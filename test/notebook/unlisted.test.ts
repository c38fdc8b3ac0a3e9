import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/tables.ts";
import { unlistedBlock } from "../../src/notebook/blocks/unlisted.ts";
import { claim } from "../fixtures/ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

/** The worked example with 51 more floors, all of one day: with that of 500,000 rounds more than fifty. */
const crowded: Ledger = {
  ...workedExample,
  claims: [
    ...workedExample.claims,
    ...Array.from({ length: 51 }, (_, n) =>
      claim({
        id: `c_${String(n)}`,
        origin: `o_${String(n)}`,
        ...{ metric: "m_shells_delivered", low: 100 + n, bound: "at_least" },
        ...{ as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" },
      }),
    ),
  ],
};

const textOf = (from: Ledger): string => unlistedBlock("", modelOf(from)).html;

describe("unlistedBlock(argument, model)", () => {
  test("says that nothing is cut where nothing is", () => {
    expect(textOf(workedExample)).toContain("Nothing is cut short");
  });

  test("names the quantity, how many are computed of how many, and which", () => {
    const text = textOf(crowded);
    expect(text).not.toContain("Nothing is cut short");
    expect(text).toContain("thresholds");
    expect(text).toContain("the tightest bounds of each side");
  });
});
