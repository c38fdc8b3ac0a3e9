import { describe, expect, test } from "vitest";
import type { Term } from "../../src/ledger/formula.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { checkArithmetic } from "../../src/reconcile/crosschecks.ts";
import { termsOf } from "../../src/arithmetic/evaluate.ts";

const { ledger } = readLedger("data");
const terms = termsOf(ledger);
const compared = ledger.crosschecks.filter(({ against }) => against !== null);

/** Claims at the leaves of a formula, each with the end that is named. */
function leavesOf(term: Term): readonly string[] {
  if (term.kind === "number") return [];
  if (term.kind === "operation") return [...leavesOf(term.left), ...leavesOf(term.right)];
  const { id, end } = term;
  const row = terms.assumptions.get(id);
  const inner = terms.crosschecks.get(id)?.formula ?? row?.derived_from;
  if (inner) return leavesOf(inner.term);
  return row ? [] : [end ? `${id}.${end}` : id];
}

/** Half a unit of the last digit of a number as people print it, as a share of the number. */
function roughnessOf(value: number): number {
  const digits = String(value).replace(".", "").replace(/0+$/u, "");
  return 0.5 / Number(digits);
}

/** The number that a leaf prints; a stated bound and a range say where they end and are not rounded. */
function printedBy(leaf: string): number | null {
  const [id = "", end] = leaf.split(".");
  const claim = terms.claims.get(id);
  if (!claim) return null;
  if (end === "low" || end === "best" || end === "high") return claim[end];
  return ["about", "point"].includes(claim.bound) ? claim.best : null;
}

describe("data/crosschecks.csv", () => {
  test.each(compared.map((row) => [row.id, row] as const))(
    "%s has the tolerance that its printed numbers give, and names it",
    (_, row) => {
      const sides = [row.formula, row.against].flatMap((side) => side ?? []);
      const leaves = new Set(sides.flatMap(({ term }) => leavesOf(term)));
      const rough = [...leaves].flatMap((leaf) => printedBy(leaf) ?? []).map(roughnessOf);
      const sum = rough.reduce((a, b) => a + b, 0);
      // upward to a whole percent
      expect(row.tolerance ?? 0).toBeCloseTo(Math.ceil(100 * sum - 1e-9) / 100, 9);
      expect(row.note).toMatch(/Tolerance: half a unit of the last digit printed in/u);
    },
  );

  test("every verdict that there is has a row", () => {
    const verdicts = ledger.crosschecks.map((row) => checkArithmetic(row, terms).verdict);
    for (const verdict of ["finding", "holds", "strained", "fails", "not comparable"])
      expect(verdicts).toContain(verdict);
  });

  // By hand: 30,000 × 365.25 = 10,957,500, above 7 million by 36 percent; 1.6 million of
  // 3,000,000 / 6,700 each fill 3,573 containers; 12 million in 28,000 are 429 each.
  test.each([
    ["x_fire_russia_2023", 10_957_500, "fails"],
    ["x_containers_for_low", 3573.33, "fails"],
    ["x_load_152_november", 500, "strained"],
    ["x_load_152_july", 428.57, "holds"],
    ["x_ukraine_fire_august", 0, "not comparable"],
    ["x_ratio_november_2023", 1.67, "not comparable"],
  ])("%s: %s, %s", (id, low, verdict) => {
    const row = ledger.crosschecks.find((one) => one.id === id);
    const found = row && checkArithmetic(row, terms);
    expect(found?.result.value.low?.value).toBeCloseTo(low, 2);
    expect(found?.verdict).toBe(verdict);
  });
});
