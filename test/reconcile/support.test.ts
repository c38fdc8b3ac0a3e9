import { expect, test } from "vitest";
import { publish } from "../../src/reconcile/publish.ts";
import { claim, ledger, origin } from "../fixtures/ledger.ts";

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

test("supportOf(claims) counts origins that go back to one, step by step, as that one", () => {
  const told = (id: string) => claim({ id: `c_${id}`, origin: `o_${id}`, best: 1 });
  const origins = [
    origin("o_first"),
    origin("o_retold", { based_on: ["o_first"] }),
    origin("o_again", { based_on: ["o_retold"] }),
    origin("o_sum", { based_on: ["o_first", "o_other"] }),
    origin("o_other"),
  ];
  const { support } = publish(
    ledger({ origins, claims: ["first", "retold", "again", "sum", "other"].map(told) }),
  ).core;
  // the first with its two retellings, the sum of two, and the other one
  expect(support).toMatchObject([{ claims: 5, origins: 3 }]);
});

test("supportOf(claims) is empty without claims", () => {
  expect(publish(ledger({})).core.support).toEqual([]);
});
