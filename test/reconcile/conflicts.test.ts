import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoundRow } from "../../src/reconcile/bounds.ts";
import { type Conflict, conflictOf, findConflicts } from "../../src/reconcile/conflicts.ts";
import { contradict } from "../../src/reconcile/interval.ts";
import { timelineOf } from "../../src/reconcile/moments.ts";

const DAYS = ["0000-01-01", "2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "9999-12-31"];

const row = (id: string, side: BoundRow["side"], value: number, more: Partial<BoundRow> = {}) => ({
  metric: "m_count",
  origin: `o_${id}`,
  side,
  value,
  inclusive: true,
  claims: [`c_${id}`],
  members: [`c_${id}`],
  as_of: "",
  from: "2024-01-01",
  to: "9999-12-31",
  ...more,
});

const pairs = (bounds: readonly BoundRow[]) =>
  findConflicts(timelineOf(bounds)).map(({ low_claim, high_claim, gap }) => [
    low_claim,
    high_claim,
    gap,
  ]);

describe("findConflicts(timeline)", () => {
  test("finds nothing where nothing is stated", () => {
    expect(findConflicts(timelineOf([]))).toEqual([]);
  });

  test("a floor and a ceiling that touch are no conflict while both ends belong to them", () => {
    expect(pairs([row("a", "low", 5), row("b", "high", 5)])).toEqual([]);
    expect(pairs([row("a", "low", 5, { inclusive: false }), row("b", "high", 5)])).toEqual([
      ["c_a", "c_b", 0],
    ]);
  });

  test("ends that share no day are no conflict", () => {
    const early = row("b", "high", 4, { from: "0000-01-01", to: "2023-12-31" });
    expect(pairs([row("a", "low", 5), early])).toEqual([]);
    expect(pairs([row("a", "low", 5), { ...early, to: "2024-01-01" }])).toEqual([
      ["c_a", "c_b", 1],
    ]);
  });

  test("names all claims that bind an end together, and the widest gap of each statement", () => {
    const found = pairs([
      row("low", "low", 9, { claims: ["c_a", "c_b"] }),
      row("x", "high", 3),
      row("y", "high", 5),
    ]);
    expect(found).toEqual([
      ["c_a|c_b", "c_x", 6],
      ["c_a|c_b", "c_y", 4],
    ]);
  });

  test("of equal ceilings names the one that excludes its end, then the first by name", () => {
    const floor = row("floor", "low", 5);
    const [b, a] = [row("b", "high", 4), row("a", "high", 4)];
    expect(pairs([floor, b, a])).toEqual([
      ["c_floor", "c_a", 1],
      ["c_floor", "c_b", 1],
    ]);
    const sharp = row("c", "high", 5, { inclusive: false });
    expect(pairs([floor, row("d", "high", 5), sharp])).toEqual([["c_floor", "c_c", 0]]);
  });
});

const arbitraryRow = fc
  .record({
    side: fc.constantFrom("low" as const, "high" as const),
    value: fc.integer({ min: 0, max: 6 }),
    inclusive: fc.boolean(),
    from: fc.constantFrom(...DAYS),
    to: fc.constantFrom(...DAYS),
  })
  .map((shape) => ({ ...row("", shape.side, shape.value), ...shape }));
const arbitraryBounds = fc
  .array(arbitraryRow, { maxLength: 14 })
  .map((rows) => rows.map((one, at) => ({ ...one, claims: [`c_${String(at).padStart(2, "0")}`] })));

/** The tighter of two rows of one side; of equal ones that with the first name, whatever their order. */
function sharperRow(a: BoundRow, b: BoundRow): BoundRow {
  if (a.value !== b.value) return a.value > b.value === (a.side === "low") ? a : b;
  if (a.inclusive !== b.inclusive) return a.inclusive ? b : a;
  return a.claims.join("|") <= b.claims.join("|") ? a : b;
}

/** Every statement compared with every other: plain, and quadratic. */
function compareAll(bounds: readonly BoundRow[]): ReadonlySet<string> {
  const worst = (one: BoundRow): Conflict | null => {
    const against = bounds.filter((other) => {
      const [floor, ceiling] = one.side === "low" ? [one, other] : [other, one];
      return other.side !== one.side && conflictOf(floor, ceiling) !== null;
    });
    const [first, ...rest] = against;
    if (!first) return null;
    const other = rest.reduce(sharperRow, first);
    return one.side === "low" ? conflictOf(one, other) : conflictOf(other, one);
  };
  return new Set(bounds.flatMap((one) => worst(one) ?? []).map((pair) => JSON.stringify(pair)));
}

test("property: the tree over stretches finds what comparing all with all finds", () => {
  fc.assert(
    fc.property(arbitraryBounds, (bounds) => {
      const found = findConflicts(timelineOf(bounds)).map((pair) => JSON.stringify(pair));
      expect(new Set(found)).toEqual(compareAll(bounds));
      expect(new Set(found).size).toBe(found.length);
    }),
    { numRuns: 500 },
  );
});

test("property: every statement that conflicts with any other is named", () => {
  fc.assert(
    fc.property(arbitraryBounds, (bounds) => {
      const named = new Set(
        findConflicts(timelineOf(bounds)).flatMap(({ low_claim, high_claim }) => [
          low_claim,
          high_claim,
        ]),
      );
      for (const floor of bounds.filter(({ side }) => side === "low"))
        for (const ceiling of bounds.filter(({ side }) => side === "high")) {
          const share = DAYS.some((day) =>
            [floor, ceiling].every(({ from, to }) => from <= day && day <= to),
          );
          if (share && contradict(floor, ceiling))
            expect([...named]).toEqual(
              expect.arrayContaining([floor.claims[0], ceiling.claims[0]]),
            );
        }
    }),
  );
});

// "Symmetric": neither side is preferred. With all numbers below zero and floors for ceilings the
// same pairs come out the other way round.
test("property: turned upside down, the same statements conflict", () => {
  fc.assert(
    fc.property(arbitraryBounds, (bounds) => {
      const turned = bounds.map((one) => ({
        ...one,
        value: -one.value,
        side: one.side === "low" ? ("high" as const) : ("low" as const),
      }));
      const back = findConflicts(timelineOf(turned)).map((pair) => ({
        ...pair,
        low_claim: pair.high_claim,
        high_claim: pair.low_claim,
      }));
      expect(new Set(back.map((pair) => JSON.stringify(pair)))).toEqual(
        new Set(findConflicts(timelineOf(bounds)).map((pair) => JSON.stringify(pair))),
      );
    }),
  );
});
