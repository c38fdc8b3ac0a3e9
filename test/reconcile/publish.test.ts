import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/ledger/tables.ts";
import { publish } from "../../src/reconcile/publish.ts";
import { claim, ledger, metric } from "../fixtures/ledger.ts";

const published = (claims: readonly Claim[], cumulative: "yes" | "no" = "yes") => {
  const { estimates, without, bounds } = publish(
    ledger({ claims, metrics: [metric({ id: "m_count", cumulative })] }),
  ).core;
  return { estimates, without, bounds };
};
const NOTHING = { estimates: [], without: [], bounds: [] };

describe("publish(ledger)", () => {
  // It was published as a ceiling that holds for any day, with a floor on the last day of all.
  test("a growing count without a day bounds no day, and nothing is published of it", () => {
    expect(published([claim({ id: "c_a", best: 5 })])).toEqual(NOTHING);
  });

  test("a number that does not grow holds for any day where none is stated", () => {
    const { estimates, bounds } = published([claim({ id: "c_a", best: 5 })], "no");
    expect(estimates).toMatchObject([{ as_of: null, low: 5, high: 5 }]);
    expect(bounds).toMatchObject([
      { side: "floor", from: null, to: null },
      { side: "ceiling", from: null, to: null },
    ]);
  });

  // Each of their days was published as one on which something begins or ends.
  test("readings of the same words that share no day bound no day", () => {
    const reading = (id: string, day: string) =>
      claim({ id, best: 5, period_start: day, period_end: day, alternative: `words/${id}` });
    const readings = [reading("c_a", "2024-01-01"), reading("c_b", "2024-03-01")];
    expect(published(readings, "no")).toEqual(NOTHING);
  });
});
