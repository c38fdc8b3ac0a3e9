import { describe, expect, test } from "vitest";
import { estimate } from "../../src/reconcile/estimate.ts";
import { publish } from "../../src/reconcile/publish.ts";
import { standingIn } from "../../src/reconcile/standing.ts";
import { assumption, claim, crosscheck, formulaOf, ledger } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const first = claim({ id: "c_first", best: 10 });
const derived = claim({ id: "c_derived", best: 20, derived_from: formulaOf("p_double") });
const assumptions = [
  assumption({ id: "p_double", derived_from: formulaOf("c_first * 2") }),
  assumption({ id: "p_other_reading", default: "off" }),
];
const reasons = (...claims: readonly ReturnType<typeof claim>[]) => {
  const standing = standingIn(ledger({ claims, assumptions }));
  return claims.map(standing);
};

describe("standingIn(ledger)", () => {
  test("lets active, faithful claims stand, and what is derived from them", () => {
    expect(reasons(first, derived)).toEqual([null, null]);
  });

  test("a withdrawn claim takes what is derived from it along, by way of assumptions too", () => {
    expect(reasons({ ...first, status: "retracted" }, derived)).toEqual([
      "status: retracted",
      "derived from c_first, which does not count",
    ]);
  });

  test("a distorted retelling and a reading not chosen do not count", () => {
    expect(
      reasons(
        { ...first, repeats: "distorted" },
        { ...first, id: "c_b", alternative: "sense/p_other_reading" },
      ),
    ).toEqual([
      "a retelling that changes its origin's figure",
      "a reading that is not chosen: p_other_reading",
    ]);
  });
});

test("estimate(…) leaves out what is derived from a withdrawn claim, with the reason", () => {
  const found = estimate(
    ledger({ claims: [{ ...first, status: "retracted" }, derived], assumptions }),
    { metric: "m_count", collection: "core", asOf: "2024-01-01" },
  );
  expect(found.claims).toEqual([]);
  expect(found.unused).toEqual([
    { claim: "c_first", reason: "status: retracted" },
    { claim: "c_derived", reason: "derived from c_first, which does not count" },
  ]);
});

test("publish(ledger) leaves a cross-check open that rests on a withdrawn claim", () => {
  const rows = { claims: [first], crosschecks: [crosscheck("x_twice", "c_first * 2")] };
  expect(publish(ledger(rows)).core.crosschecks).toMatchObject([{ low: 20, verdict: "finding" }]);
  const withdrawn = { ...rows, claims: [{ ...first, status: "retracted" as const }] };
  expect(publish(ledger(withdrawn)).core.crosschecks).toMatchObject([
    { low: null, high: null, verdict: "rests on a claim that does not count" },
  ]);
});

test.each(workedExample.claims.map(({ id }) => id))(
  "publish(ledger) with %s retracted lets nothing rest on it",
  (id) => {
    const claims = workedExample.claims.map((row) =>
      row.id === id ? { ...row, status: "retracted" as const } : row,
    );
    const published = publish({ ...workedExample, claims }).core;
    const binding = published.estimates.flatMap((row) => [...row.low_claims, ...row.high_claims]);
    expect(binding).not.toContain(id);
    const resting = published.crosschecks.filter((row) => row.claims.includes(id));
    expect(resting.filter(({ low, high }) => low !== null || high !== null)).toEqual([]);
  },
);
