import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { syntheticLedger } from "../../../src/cli/bench/synthetic.ts";
import type { Claim, Ledger } from "../../../src/ledger/tables.ts";
import { estimate } from "../../../src/reconcile/estimate.ts";
import type { Interval } from "../../../src/reconcile/interval.ts";
import type { Asked, Option } from "../../../src/reconcile/solidity/axes.ts";
import { keepDeciding } from "../../../src/reconcile/solidity/deciding.ts";
import { COMBINATIONS } from "../../../src/reconcile/limits.ts";
import { multiversesIn } from "../../../src/reconcile/solidity/multiverse.ts";
import { ASKED, METRICS, arbitraryLedger } from "../../fixtures/arbitrary-ledger.ts";
import { assumption, claim, ledger, metric, origin } from "../../fixtures/ledger.ts";

const multiverseOf = ({ ledger: all, question }: Asked) => multiversesIn(all)(question);

const ASIDE = { status: "superseded" } as const;

const speaker = (id: string, stance: "ukraine" | "neutral") => ({
  ...{ id, name: id, kind: "official" as const, country: null, part_of: null, stance },
  note: null,
});

/** What choices are about, strewn over claims that have none of it. */
const arbitraryTouch: fc.Arbitrary<Partial<Claim>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ modality: "possible" as const }) },
  { weight: 1, arbitrary: fc.constant(ASIDE) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("2022-01-01", "2023-01-01")
      .map((counted_from) => ({ counted_from })),
  },
);

/** Random ledgers with capacities, speakers of a side, windows, readings and derived claims. */
const touchedLedger: fc.Arbitrary<Ledger> = fc
  .tuple(
    arbitraryLedger({ most: 16 }),
    fc.array(arbitraryTouch, { minLength: 40, maxLength: 40 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([all, touches, areReadings, derivedAt]): Ledger => {
    const claims = all.claims.map((row, at): Claim => ({
      ...row,
      ...(row.alternative === null ? touches[at % touches.length] : {}),
      alternative:
        areReadings && row.alternative !== null
          ? row.alternative.replace("option_0", "p_a").replace("option_1", "p_b")
          : row.alternative,
    }));
    const [base] = claims;
    const derived_from = base && {
      text: base.id,
      term: { kind: "id" as const, id: base.id, end: null },
    };
    return {
      ...all,
      claims: claims.map((row, at) =>
        at === derivedAt && at > 0 && derived_from ? { ...row, derived_from } : row,
      ),
      claimants: [speaker("a_side", "ukraine"), speaker("a_one", "neutral")],
      origins: all.origins.map((row) => ({
        ...row,
        claimant: row.id === "o_2" ? "a_side" : "a_one",
      })),
      assumptions: [
        assumption({ id: "p_a" }),
        assumption({ id: "p_b", default: "off" }),
        assumption({ id: "p_window_count", metric: "m_count", best: 1 }),
      ],
    };
  });

type Question = Parameters<typeof estimate>[1];

/** The definition: nothing is left out of the ledger before it is changed. */
function closureUnder(all: Ledger, question: Question, options: readonly Option[]): Interval {
  const asked = options.reduce((before, { settle }) => settle(before), { ledger: all, question });
  return estimate(asked.ledger, asked.question).closure;
}

describe("multiverseOf(asked)", () => {
  test("property: every combination is the estimate of the whole ledger, changed", () => {
    fc.assert(
      fc.property(
        touchedLedger,
        fc.constantFrom(...METRICS),
        fc.constantFrom(...ASKED),
        (all, id, asOf) => {
          const question = { metric: id, collection: "all" as const, asOf };
          for (const { options, range } of multiverseOf({ ledger: all, question }).universes)
            expect(range).toEqual(closureUnder(all, question, options));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("every choice made otherwise is the estimate of the whole made-up ledger, changed", () => {
    const all = syntheticLedger(400, 3);
    const multiverseFor = multiversesIn(all);
    for (const { id } of all.metrics) {
      const question = { metric: id, collection: "all" as const, asOf: "2025-01-01" };
      const { axes, alone, universes } = multiverseFor(question);
      expect(universes.length).toBeLessThanOrEqual(COMBINATIONS);
      for (const { axis, option, range } of alone) {
        const options = axes.map((one) => (one === axis ? option : one.options[0]));
        expect(range).toEqual(closureUnder(all, question, options));
      }
    }
  });
});

describe("multiverseOf(asked) past the limit", () => {
  const day = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };
  // nine choices of two options each make 512 combinations, twice the limit; words no. n allow
  // n or 100 + n at least, and count parts, so that each can be all of it
  const asked = (choices: number) => ({
    ledger: ledger({
      metrics: [
        metric({ id: "m_count" }),
        metric({ id: "m_a", part_of: "m_count" }),
        metric({ id: "m_b", part_of: "m_count" }),
      ],
      origins: Array.from({ length: choices }, (_, n) => origin(`o_${String(n)}`)),
      assumptions: Array.from({ length: choices }, (_, n) => [
        assumption({ id: `p_low_${String(n)}` }),
        assumption({ id: `p_high_${String(n)}`, default: "off" }),
      ]).flat(),
      claims: Array.from({ length: choices }, (_, n) =>
        ["low", "high"].map((option) =>
          claim({
            id: `c_${option}_${String(n)}`,
            ...{ origin: `o_${String(n)}`, bound: "at_least", low: n },
            ...(option === "high" ? { low: 100 + n } : {}),
            alternative: `words_${String(n)}/p_${option}_${String(n)}`,
            ...day,
          }),
        ),
      ).flat(),
    }),
    question: { metric: "m_count", collection: "all" as const, asOf: "2024-01-01" },
  });

  test("up to it, every combination is computed", () => {
    const { combinations, universes } = multiverseOf(asked(8));
    expect([combinations, universes.length]).toEqual([256, 256]);
  });

  test("past it, the farthest-reaching choices are combined, the others held as published", () => {
    const { combinations, universes, alone } = multiverseOf(asked(9));
    expect([combinations, universes.length]).toEqual([512, 256]);
    // words no. 0 reach least, to 100 where no. 8 reach to 108
    expect(new Set(universes.map(({ options: [first] }) => first?.id))).toEqual(
      new Set(["p_low_0"]),
    );
    expect(alone.map(({ range }) => range.low?.value)).toEqual([
      100, 101, 102, 103, 104, 105, 106, 107, 108,
    ]);
  });
});

describe("keepDeciding(asked)", () => {
  const day = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };
  const floor = (id: string, low: number, row: Partial<Claim> = {}) =>
    claim({ id: `c_${id}`, origin: `o_${id}`, bound: "at_least", low, ...day, ...row });
  const keptOf = (...claims: readonly Claim[]) =>
    keepDeciding({
      ledger: ledger({
        metrics: [metric({ id: "m_count" })],
        origins: claims.map((row) => origin(row.origin)),
        claims,
      }),
      question: { metric: "m_count", collection: "all", asOf: "2024-01-01" },
    }).claims.map(({ id }) => id);

  test("leaves out a floor below one that no choice touches", () => {
    expect(keptOf(floor("low", 5), floor("high", 9))).toEqual(["c_high"]);
  });

  test("keeps a floor below one that a choice may set aside", () => {
    expect(keptOf(floor("low", 5), floor("high", 9, { modality: "possible" }))).toEqual([
      "c_low",
      "c_high",
    ]);
  });

  test("keeps equal floors, as both bind", () => {
    expect(keptOf(floor("one", 9), floor("two", 9))).toEqual(["c_one", "c_two"]);
  });

  test("keeps what one act of estimation is told to have said together", () => {
    const retold = floor("high", 4, { id: "c_retold", source: "s_two" });
    expect(keptOf(floor("low", 5), floor("high", 9), retold)).toEqual(["c_high", "c_retold"]);
  });

  test("does not take a later floor for one that holds already", () => {
    const later = { as_of_earliest: "2024-02-01", as_of_latest: "2024-02-01" };
    expect(keptOf(floor("low", 5), floor("high", 9, later))).toEqual(["c_low"]);
  });
});
