import { expect, test } from "vitest";
import { estimate } from "../../src/reconcile/estimate.ts";
import { assumption } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

// Statement A counts from September 2023; another count starts in mid-2022.
const windowed = workedExample.claims.map((row) => {
  if (row.id === "c_c") return { ...row, counted_from: "2022-07-01" };
  return row.origin === "o_a" ? { ...row, counted_from: "2023-09-01" } : row;
});

const closure = (choice: "on" | "off", before = 0) => {
  const { low, high } = estimate(
    {
      ...workedExample,
      claims: windowed,
      assumptions: [
        ...workedExample.assumptions,
        assumption({ id: "p_window_shells_delivered", best: before, default: choice }),
      ],
    },
    { metric: "m_shells_delivered", collection: "core", asOf: "2024-02-26" },
  ).closure;
  return [low?.value ?? null, high?.value ?? null];
};

test("estimate(…) compares ceilings of later windows while the assumption is on", () => {
  expect(closure("on")).toEqual([500_000, 3_000_000]);
});

test("estimate(…) keeps only the floor of a later window once the assumption is off", () => {
  expect(closure("off")).toEqual([500_000, 6_000_000]);
});

test("estimate(…) adds what is assumed to have gone before", () => {
  expect(closure("on", 200_000)).toEqual([500_000, 3_200_000]);
});
