import { expect, test } from "vitest";
import { publish } from "../../src/reconcile/publish.ts";
import { claim, ledger } from "../fixtures/ledger.ts";

test("supportOf(claims) counts claims, origins and documents, and no claim that may not enter", () => {
  const { support } = publish(
    ledger({
      claims: [
        claim({ id: "c_a", metric: "m_count", origin: "o_one", source: "s_one", best: 1 }),
        claim({ id: "c_b", metric: "m_count", origin: "o_one", source: "s_two", best: 1 }),
        claim({ id: "c_c", metric: "m_count", origin: "o_two", source: "s_two", best: 2 }),
        claim({ id: "c_d", metric: "m_count", origin: "o_three", best: 9, status: "retracted" }),
      ],
    }),
  ).core;
  expect(support).toEqual([
    {
      metric: "m_count",
      metric_label: "m_count",
      topic: "deliveries",
      claims: 3,
      origins: 2,
      documents: 2,
      collection: "core",
    },
  ]);
});

test("supportOf(claims) is empty without claims", () => {
  expect(publish(ledger({})).core.support).toEqual([]);
});
