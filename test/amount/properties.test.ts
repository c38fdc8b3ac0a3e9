import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEGINNING } from "../../src/amount/periods.ts";
import type { Constraint } from "../../src/amount/rows.ts";
import {
  type Answer,
  type System,
  answersTo,
  hullOf,
  systemsBySet,
} from "../../src/amount/systems.ts";
import { ifAnyOneWrong, rangesWithout } from "../../src/amount/without.ts";
import { SETS } from "../../src/ledger/sets.ts";
import { isConflict } from "../../src/words/ranges.ts";
import {
  ENDS,
  arbitraryTestimonies,
  isContradiction,
  isWithin,
  nothingBefore,
  periodsAmong,
  rangeOf,
  systemOf,
} from "../fixtures/amount.ts";

const PERIODS = periodsAmong(ENDS);

/** Settled or not; each origin by its name, the first of each institution's two. */
const testimonies = arbitraryTestimonies(6, fc.boolean()).map((all): readonly Constraint[][] =>
  all.map((rows, at) => rows.map((row) => ({ ...row, institution: `a_${String(at % 3)}` }))),
);

/** What all says of each period, as one range: the outer ends of what the fewest repairs leave. */
const outerEnds = (system: System): readonly Answer[] =>
  PERIODS.map(([start, end]) => hullOf(answersTo(system, start, end)));

const areWithin = (inner: readonly Answer[], outer: readonly Answer[]): boolean =>
  inner.every((one, at) => isWithin(one, outer[at] ?? one));

/** Asks only of what does not contradict itself. */
const settled = (rows: readonly (readonly Constraint[])[]): readonly Constraint[] => {
  const constraints = rows.flat();
  fc.pre(!isContradiction(constraints));
  return constraints;
};

describe("property: of testimony that does not contradict itself", () => {
  test("more never widens a range, and without an origin none is narrower", () => {
    fc.assert(
      fc.property(testimonies, (all) => {
        const constraints = settled(all);
        const whole = outerEnds(systemOf(constraints));
        for (const left of all)
          expect(
            areWithin(whole, outerEnds(systemOf(constraints.filter((one) => !left.includes(one))))),
          ).toBe(true);
      }),
    );
  });

  test("widening one never narrows another", () => {
    fc.assert(
      fc.property(testimonies, fc.nat(99), fc.constantFrom(1, 2), (all, place, more) => {
        const constraints = settled(all);
        const wider = constraints.map((one, at) =>
          at === place % constraints.length
            ? { ...one, value: one.value + (one.side === "floor" ? -more : more) }
            : one,
        );
        expect(areWithin(outerEnds(systemOf(constraints)), outerEnds(systemOf(wider)))).toBe(true);
      }),
    );
  });

  test("each set of assumptions narrows or leaves", () => {
    fc.assert(
      fc.property(testimonies, fc.array(fc.constantFrom(...SETS)), (all, sets) => {
        const constraints = settled([
          ...all.map((rows, at) => rows.map((one) => ({ ...one, assume: sets[at] ?? one.assume }))),
          [nothingBefore("2024-01-01")],
        ]);
        const systems = [...systemsBySet(constraints, [""]).values()].map(outerEnds);
        for (const [at, before] of systems.slice(0, -1).entries())
          expect(areWithin(systems[at + 1] ?? [], before)).toBe(true);
      }),
    );
  });

  test("what binds an end, taken alone, gives the same end", () => {
    fc.assert(
      fc.property(testimonies, (all) => {
        const constraints = settled([...all, [nothingBefore("2024-01-01")]]);
        for (const [start, end] of PERIODS) {
          const whole = rangeOf(constraints, start, end);
          for (const side of ["low", "high"] as const) {
            const binding = whole[`${side}_claims`];
            const alone = constraints.filter(({ binds }) =>
              binds.every((id) => binding.includes(id)),
            );
            const range = rangeOf(alone, start, end);
            expect([range[side], range[`${side}_inclusive`]]).toEqual([
              whole[side],
              whole[`${side}_inclusive`],
            ]);
            // and nothing binds an end that nothing states
            expect(binding.length > 0).toBe(whole[side] !== null);
          }
        }
      }),
    );
  });

  test("rangesWithout(system, …) has all who matter: whoever is missing leaves the range as it is", () => {
    fc.assert(
      fc.property(testimonies, fc.constantFrom("origin", "institution"), (all, whose) => {
        const constraints = settled(all);
        const system = systemOf(constraints);
        for (const [start, end] of PERIODS) {
          const found = rangesWithout(system, whose, start, end);
          const { low, high } = rangeOf(constraints, start, end);
          for (const id of new Set(constraints.map((one) => one[whose] ?? ""))) {
            const left = rangeOf(
              constraints.filter((one) => one[whose] !== id),
              start,
              end,
            );
            const { low: lowLeft, high: highLeft } = found.get(id) ?? { low, high };
            expect([id, lowLeft, highLeft]).toEqual([id, left.low, left.high]);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("property: always", () => {
  test("order and repetition change nothing", () => {
    fc.assert(
      fc.property(
        testimonies.chain((all) => {
          const constraints = all.flat();
          const again = fc.subarray(constraints);
          return fc.tuple(
            fc.constant(constraints),
            again.chain((more) =>
              fc.shuffledSubarray([...constraints, ...more], {
                minLength: constraints.length + more.length,
              }),
            ),
          );
        }),
        ([constraints, others]) => {
          const [one, other] = [systemOf(constraints), systemOf(others)];
          expect(one.worlds[0]?.contradictions).toEqual(other.worlds[0]?.contradictions);
          for (const [start, end] of PERIODS)
            expect(answersTo(one, start, end)).toEqual(answersTo(other, start, end));
        },
      ),
    );
  });

  test("no range has its ends the wrong way round, also where one origin may be wrong", () => {
    fc.assert(
      fc.property(testimonies, (all) => {
        const system = systemOf(all.flat());
        for (const [start, end] of PERIODS) {
          const any = ifAnyOneWrong(system, start, end);
          for (const answer of [
            ...answersTo(system, start, end),
            ...rangesWithout(system, "institution", start, end).values(),
            ...(any ? [any] : []),
          ])
            expect(isConflict(answer)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("a longer period has no smaller floor and no smaller ceiling, and so totals never fall", () => {
    const isBelow = (a: Answer, b: Answer): boolean =>
      (a.low ?? 0) <= (b.low ?? 0) && (b.high === null || (a.high !== null && a.high <= b.high));
    fc.assert(
      fc.property(testimonies, (all) => {
        const system = systemOf(all.flat());
        const outer = outerEnds(system);
        for (const [at, [start, end]] of PERIODS.entries())
          for (const [of, [from, to]] of PERIODS.entries())
            if (from <= start && end <= to) {
              const [inner, whole] = [outer[at], outer[of]];
              expect(inner && whole && isBelow(inner, whole)).toBe(true);
            }
      }),
      { numRuns: 50 },
    );
  });

  test("a choice left open contains the answer of each option", () => {
    fc.assert(
      fc.property(testimonies, fc.array(fc.constantFrom("p_a", "p_b", null)), (all, options) => {
        const under = (reading: string): readonly Constraint[] =>
          all.flatMap((rows, at) =>
            (options[at] ?? reading) === reading ? rows.map((one) => ({ ...one, reading })) : [],
          );
        const worlds = [under("p_a"), under("p_b")] as const;
        const open = systemsBySet(worlds.flat(), ["p_a", "p_b"]).get("stated");
        for (const one of worlds) {
          const option = systemsBySet(one, [one[0]?.reading ?? ""]).get("stated");
          expect(open && option && areWithin(outerEnds(option), outerEnds(open))).toBe(true);
        }
      }),
    );
  });

  // a tenth is no number that a computer has, so sums of it differ in their last digits
  test("a change of unit commutes", () => {
    fc.assert(
      fc.property(testimonies, fc.constantFrom(0.1, 3, 1e6), (all, unit) => {
        const constraints = all.flat();
        const scaled = constraints.map((one) => ({ ...one, value: one.value * unit }));
        const [one, other] = [systemOf(constraints), systemOf(scaled)];
        const [was, is] = [one, other].map((system) => system.worlds[0]?.contradictions);
        expect(is?.repairs).toEqual(was?.repairs);
        for (const [start, end] of PERIODS) {
          const [before, after] = [answersTo(one, start, end), answersTo(other, start, end)];
          expect(after).toEqual(
            before.map((answer) => ({
              ...answer,
              low: answer.low === null ? null : (expect.closeTo(answer.low * unit, 6) as number),
              high: answer.high === null ? null : (expect.closeTo(answer.high * unit, 6) as number),
            })),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("answersTo(system without a claim, start, end) knows nothing, and no contradiction", () => {
  const system = systemOf([]);
  expect(answersTo(system, BEGINNING, "2024-01-01")).toMatchObject([
    { low: null, high: null, low_claims: [], high_claims: [], repairs: [] },
  ]);
  expect(system.worlds[0]?.contradictions).toBeNull();
  expect(ifAnyOneWrong(system, BEGINNING, "2024-01-01")).toMatchObject({ low: null, high: null });
});
