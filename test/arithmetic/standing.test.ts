import { describe, expect, test } from "vitest";
import { standingIn } from "../../src/arithmetic/standing.ts";
import { assumption, claim, formulaOf, ledger } from "../fixtures/ledger.ts";

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
