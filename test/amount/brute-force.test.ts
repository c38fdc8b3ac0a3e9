import { ascending } from "d3-array";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_CONFLICTS, contradictionsIn } from "../../src/amount/contradictions.ts";
import { BEGINNING } from "../../src/amount/periods.ts";
import type { Constraint } from "../../src/amount/rows.ts";
import {
  DAYS,
  MOST,
  arbitraryTestimonies,
  isContradiction,
  nothingBefore,
  periodsAmong,
  rangeOf,
} from "../fixtures/amount.ts";

/*
 * The oracle of oracles: every run of totals on a grid that satisfies all that is said. Nothing
 * larger has to be tried: a path over three days adds three of the numbers up, a floor and a
 * ceiling and what lies between them three times as much.
 */
const FARTHEST = DAYS.length * MOST;
const PLACES = [BEGINNING, ...DAYS];

/** Every run of totals that never falls, from 0 on. */
function* runs(most: number, length = PLACES.length): Generator<readonly number[]> {
  if (length === 1) yield [0];
  else
    for (const run of runs(most, length - 1))
      for (let next = run.at(-1) ?? 0; next <= most; next += 1) yield [...run, next];
}

/** What each constraint asks, by the places of its days; an end that is excluded is so by a step. */
function satisfies(constraints: readonly Constraint[], scale: number) {
  const asked = constraints.map(({ side, start, end, value, inclusive }) => ({
    ...{ from: PLACES.indexOf(start), to: PLACES.indexOf(end), isFloor: side === "floor" },
    end: value * scale + (inclusive ? 0 : side === "floor" ? 1 : -1),
  }));
  return (run: readonly number[]): boolean =>
    asked.every(({ from, to, isFloor, end }) => {
      const grown = (run[to] ?? 0) - (run[from] ?? 0);
      return isFloor ? grown >= end : grown <= end;
    });
}

/** The least and the most that each period grows in any run; null for without an end. */
function rangesOnGrid(constraints: readonly Constraint[], scale = 1) {
  const fits = satisfies(constraints, scale);
  const periods = periodsAmong(PLACES).map(([start, end]) => ({
    ...{ from: PLACES.indexOf(start), to: PLACES.indexOf(end), least: Infinity, most: -Infinity },
  }));
  for (const run of runs((3 * FARTHEST + 1) * scale)) {
    if (!fits(run)) continue;
    for (const period of periods) {
      const grown = (run[period.to] ?? 0) - (run[period.from] ?? 0);
      period.least = Math.min(period.least, grown);
      period.most = Math.max(period.most, grown);
    }
  }
  return periods.some(({ least }) => least === Infinity)
    ? null
    : periods.map(({ least, most }) => [least, most > FARTHEST * scale ? null : most]);
}

const subsetsOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>(
    (all, item) => [...all, ...all.map((set) => [...set, item])],
    [[]],
  );

const namesOf = (testimonies: readonly (readonly Constraint[])[]): string =>
  testimonies
    .map(([first]) => first?.claims.join() ?? "")
    .sort(ascending)
    .join(" ");

describe("property: brute force over small integers gives", () => {
  test("the same ranges, and the same verdict on whether all can hold", () => {
    fc.assert(
      fc.property(arbitraryTestimonies(5), fc.boolean(), (testimonies, isOpening) => {
        const constraints = [
          ...testimonies.flat(),
          ...(isOpening ? [nothingBefore("2024-01-02")] : []),
        ];
        const onGrid = rangesOnGrid(constraints);
        expect(isContradiction(constraints)).toBe(onGrid === null);
        if (onGrid === null) return;
        const found = periodsAmong(PLACES).map(([start, end]) => {
          const { low, high } = rangeOf(constraints, start, end);
          // Of what nobody states nothing is known, but it has not fallen.
          return [low ?? 0, high];
        });
        expect(found).toEqual(onGrid);
      }),
      { numRuns: 60 },
    );
  });

  test("the same ends and exclusions where a step is a quarter and excluded ends lie one beyond", () => {
    const most = { numRuns: 6 };
    fc.assert(
      fc.property(arbitraryTestimonies(4, fc.boolean()), (testimonies) => {
        const constraints = testimonies.flat();
        const onGrid = rangesOnGrid(constraints, 4);
        expect(isContradiction(constraints)).toBe(onGrid === null);
        if (onGrid === null) return;
        const found = periodsAmong(PLACES).map(([start, end]) => {
          const { low, low_inclusive, high, high_inclusive } = rangeOf(constraints, start, end);
          return [low ?? 0, low_inclusive ?? true, high, high_inclusive ?? true];
        });
        expect(found).toEqual(
          onGrid.map(([least = 0, greatest = null]) => [
            Math.floor((least ?? 0) / 4),
            (least ?? 0) % 4 === 0,
            greatest === null ? null : Math.ceil(greatest / 4),
            greatest === null || greatest % 4 === 0,
          ]),
        );
      }),
      most,
    );
  });

  test("the same minimal conflicts, and the same fewest that must be wrong", () => {
    fc.assert(
      fc.property(arbitraryTestimonies(7, fc.boolean()), fc.boolean(), (testimonies, isOpening) => {
        const assumed = isOpening ? [nothingBefore("2024-01-02")] : [];
        const fails = (some: readonly (readonly Constraint[])[]): boolean =>
          isContradiction([...some.flat(), ...assumed]);
        const failing = subsetsOf(testimonies).filter(fails);
        const minimal = failing.filter((set) =>
          set.every((one) => !fails(set.filter((other) => other !== one))),
        );
        const mends = subsetsOf(testimonies).filter(
          (set) => !fails(testimonies.filter((one) => !set.includes(one))),
        );
        const fewest = Math.min(...mends.map(({ length }) => length));

        const found = contradictionsIn([...testimonies.flat(), ...assumed]);
        const named = (sets: readonly (readonly (readonly string[])[])[]) =>
          sets.map((set) => set.map((claims) => claims.join()).join(" ")).sort(ascending);
        expect(found.isComplete).toBe(minimal.length <= MOST_CONFLICTS);
        if (found.isComplete)
          expect(named(found.conflicts.map(({ testimony }) => testimony))).toEqual(
            minimal.map(namesOf).sort(ascending),
          );
        expect(found.fewest).toBe(fewest > 5 ? null : fewest);
        expect(named(found.repairs)).toEqual(
          fewest > 5
            ? []
            : mends
                .filter(({ length }) => length === fewest)
                .map(namesOf)
                .sort(ascending),
        );
      }),
      { numRuns: 150 },
    );
  });
});
