import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/ledger/tables.ts";
import { estimate } from "../../src/reconcile/estimate.ts";
import { assumption, claim, ledger, metric, origin, source } from "../fixtures/ledger.ts";

// One briefing: ten of the large kind or sixty of the small; one paper prints both, the other the small alone.
const DAY = "2024-01-01";
const row = (id: string, more: Partial<Claim>): Claim =>
  claim({ id, as_of_earliest: DAY, as_of_latest: DAY, ...more });
const both = [
  row("c_large", { metric: "m_large", low: 10, bound: "at_least", alternative: "load/all_large" }),
  row("c_small", { metric: "m_small", low: 60, bound: "at_least", alternative: "load/all_small" }),
];
const alone = row("c_alone", {
  source: "s_two",
  origin: "o_two",
  metric: "m_small",
  best: 70,
  alternative: "load/all_small",
});

const range = (asked: string, claims: readonly Claim[]) => {
  const { low, high } = estimate(
    ledger({
      claims,
      assumptions: [
        assumption({ id: "p_reading_small", metric: "m_all" }),
        assumption({ id: "p_reading_off", metric: "m_all", default: "off" }),
      ],
      origins: [origin("o_one"), origin("o_two")],
      sources: [source("s_one"), source("s_two")],
      metrics: [
        metric({ id: "m_all" }),
        metric({ id: "m_large", part_of: "m_all" }),
        metric({ id: "m_small", part_of: "m_all" }),
      ],
    }),
    { metric: asked, collection: "all", asOf: DAY },
  ).closure;
  return [low?.value ?? null, high?.value ?? null];
};

describe("estimate(…) where a document prints one option of a choice alone", () => {
  test("takes it for no floor of the whole: the other option may be true", () => {
    expect(range("m_all", [...both, alone])).toEqual([10, null]);
  });

  test("lets the part be nothing, and keeps its ceiling", () => {
    expect(range("m_small", [...both, alone])).toEqual([0, 70]);
  });

  test("says nothing of either while no document names the other option", () => {
    expect(range("m_all", [alone])).toEqual([null, null]);
    expect(range("m_small", [alone])).toEqual([null, null]);
  });

  test("does not doubt a reading that an assumption decides", () => {
    const read = { ...alone, alternative: "words/p_reading_small" };
    const other = row("c_other", {
      ...alone,
      id: "c_other",
      best: 90,
      alternative: "words/p_reading_off",
    });
    expect(range("m_all", [...both, read, other])).toEqual([70, null]);
  });

  test("does not doubt a part that is no option", () => {
    expect(range("m_all", [...both, { ...alone, alternative: null }])).toEqual([70, null]);
  });
});
