import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../../src/ledger/tables.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { apartWithinOrigins } from "../../../src/reconcile/solidity/disagreements.ts";
import { claim, ledger, metric } from "../../fixtures/ledger.ts";

const on = (as_of: string) => ({ as_of_earliest: as_of, as_of_latest: as_of });

/** Two claims of one day about one growing count, by one origin unless said otherwise. */
const pair = (a: Partial<Claim>, b: Partial<Claim>, rows: Partial<Ledger> = {}): Ledger =>
  ledger({
    claims: [
      claim({ id: "c_a", origin: "o_b", best: 100, ...on("2024-01-01"), ...a }),
      claim({ id: "c_b", origin: "o_b", best: 40, ...on("2024-01-01"), ...b }),
    ],
    ...rows,
  });

describe("apartWithinOrigins(ledger, usable)", () => {
  const within = (a: Partial<Claim>, b: Partial<Claim>) => {
    const both = pair(a, b);
    return apartWithinOrigins(both, both.claims).rows.map(({ cause, gap }) => [cause, gap]);
  };

  test("one origin gave two numbers as of one day", () => {
    expect(within({}, {})).toEqual([["origin", 60]]);
    // up to 3 million and more than 3 million
    const three = { best: null, low: 3, bound: "more_than" } as const;
    const most = { best: null, high: 3, bound: "at_most" } as const;
    expect(within(three, most)).toEqual([["origin", 0]]);
  });

  test("also as options of one choice", () => {
    expect(within({ alternative: "load/big" }, { alternative: "load/big" })).toEqual([
      ["origin", 60],
    ]);
  });

  test("a count that has grown since both can be true, and is not listed", () => {
    expect(within(on("2024-06-01"), {})).toEqual([]);
  });

  test("two origins, or two quantities, are none of it", () => {
    expect(within({ origin: "o_a" }, {})).toEqual([]);
    expect(within({ metric: "m_other" }, {})).toEqual([]);
  });
});

describe("publish(ledger).solidity.pairs", () => {
  const pairsIn = (from: Ledger) => publish(from).core.solidity.pairs;

  test("what one origin gave twice only seems to conflict", () => {
    expect(pairsIn(pair({}, {}))).toMatchObject([
      { kind: "seeming", cause: "origin", low_claims: ["c_a"], high_claims: ["c_b"], gap: 60 },
    ]);
  });

  test("an option above its whole excludes nothing while the other option stands open", () => {
    const metrics = [
      metric({ id: "m_count" }),
      metric({ id: "m_big", part_of: "m_count" }),
      metric({ id: "m_small", part_of: "m_count" }),
    ];
    const both = pair(
      {
        metric: "m_big",
        origin: "o_a",
        alternative: "load/big",
        bound: "more_than",
        low: 100,
        best: null,
      },
      {},
      { metrics },
    );
    const small = claim({
      ...{ id: "c_small", metric: "m_small", origin: "o_a", alternative: "load/small" },
      ...{ best: 20, ...on("2024-01-01") },
    });
    const found = pairsIn({ ...both, claims: [...both.claims, small] });
    expect(found.filter((row) => row.kind === "conflict")).toEqual([]);
    expect(found.filter((row) => row.cause === "reading")).toMatchObject([
      { kind: "seeming", cause: "reading", low_claims: ["c_a"], high_claims: ["c_b"] },
    ]);
    // stated by itself, the same number does conflict
    const alone = pair(
      { metric: "m_big", origin: "o_a", low: 100, bound: "at_least", best: null },
      {},
      { metrics },
    );
    expect(pairsIn(alone)).toMatchObject([{ kind: "conflict", cause: "definition" }]);
  });

  test("one origin that takes back a count conflicts once, and is not listed twice", () => {
    const taken = pair({}, on("2024-06-01"));
    expect(pairsIn(taken).map(({ low_claims, high_claims }) => [low_claims, high_claims])).toEqual([
      [["c_a"], ["c_b"]],
    ]);
  });
});
