import { expect, test } from "vitest";
import { claimsUnder, termsOf } from "../../src/arithmetic/evaluate.ts";
import { standingIn } from "../../src/arithmetic/standing.ts";
import { withKind } from "../../src/sensitivity/decisions.ts";
import { claim, formulaOf, ledger } from "../fixtures/ledger.ts";

test("withKind(ledger, alternative) lets what is derived from another kind fall, and names all that it names", () => {
  const rows = ledger({
    claims: [
      claim({ id: "c_a", best: 1, alternative: "load/all_a" }),
      claim({ id: "c_b", best: 2, alternative: "load/all_b" }),
      claim({ id: "c_twice_b", best: 4, derived_from: formulaOf("c_b * 2") }),
    ],
  });
  const changed = withKind(rows, "load/all_a");
  const standing = standingIn(changed);
  expect(changed.claims.filter((row) => standing(row) === null).map(({ id }) => id)).toEqual([
    "c_a",
  ]);
  expect(claimsUnder(formulaOf("c_b * 2"), termsOf(changed))).toEqual(["c_b"]);
});
