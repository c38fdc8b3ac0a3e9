import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../../src/ledger/tables.ts";
import { estimate } from "../../../src/reconcile/estimate.ts";
import { type Interval, isEmpty } from "../../../src/reconcile/interval.ts";
import type { Asked } from "../../../src/reconcile/solidity/axes.ts";
import { familiesIn } from "../../../src/reconcile/solidity/family.ts";
import { multiversesIn, rangeKey } from "../../../src/reconcile/solidity/multiverse.ts";
import { tornadoOf } from "../../../src/reconcile/solidity/tornado.ts";
import { ASKED, METRICS, arbitraryLedger } from "../../fixtures/arbitrary-ledger.ts";
import { assumption, claim, ledger, metric, origin } from "../../fixtures/ledger.ts";
import { workedExample } from "../../fixtures/worked-example.ts";

const MILLION = 1_000_000;

const multiverseOf = ({ ledger: all, question }: Asked) => multiversesIn(all)(question);

const ends = ({ low, high }: Interval): readonly (number | null)[] => [
  low?.value ?? null,
  high?.value ?? null,
];

const shellsOn = (asOf: string, from: Ledger = workedExample) =>
  multiverseOf({
    ledger: from,
    question: { metric: "m_shells_delivered", collection: "core", asOf },
  });

const under = (asOf: string, option: string): readonly (number | null)[] => {
  const swing = tornadoOf(shellsOn(asOf)).swings.find((one) => one.option.id === option);
  if (!swing) throw new Error(`no option ${option}`);
  return ends(swing.range);
};

// Oracle: the worked example of the reconciliation note. A is 3 million if all are 152-mm,
// 0.5 million if all are 122-mm; B is at least 2 million by the end of August 2024; C is
// 1.6 to 6 million on 3 October 2024. What follows from a choice is worked out by hand.

describe("multiverseOf(asked) of the worked example", () => {
  test("the choices are the mix, what would only fit, and rounding", () => {
    const { axes, universes } = shellsOn("2024-02-26");
    expect(axes.map(({ id, options }) => [id, options.length])).toEqual([
      ["load", 3],
      ["capacity", 2],
      ["rounding", 2],
    ]);
    expect(universes).toHaveLength(12);
  });

  test("the first combination is the published range", () => {
    expect(ends(shellsOn("2024-02-26").universes[0].range)).toEqual([0.5 * MILLION, 3 * MILLION]);
  });

  test("all of one calibre makes its count the count of all", () => {
    expect(under("2024-02-26", "all_152")).toEqual([3 * MILLION, 3 * MILLION]);
    expect(under("2024-02-26", "all_122")).toEqual([0.5 * MILLION, 0.5 * MILLION]);
  });

  test("without what containers could hold, only later ceilings reach February", () => {
    expect(under("2024-02-26", "capacity_out")).toEqual([null, 6 * MILLION]);
  });

  test("rounding widens 3 million and 500,000 by half a unit of their last digit", () => {
    expect(under("2024-02-26", "rounding_on")).toEqual([450_000, 3_500_000]);
  });

  test("by October all 152-mm lifts the floor from 2 to 3 million", () => {
    expect(under("2024-10-03", "all_152")).toEqual([3 * MILLION, 6 * MILLION]);
    expect(under("2024-10-03", "all_122")).toEqual([2 * MILLION, 6 * MILLION]);
  });

  test("in October ten of twelve combinations lead to one range, the others to one each", () => {
    const found = shellsOn("2024-10-03").universes.map(({ range }) => ends(range).join(" to "));
    // all 152-mm with what would fit counted: 3 million as printed, 2.5 when rounded; else B's 2
    expect(found.toSorted()).toEqual([
      ...Array<string>(10).fill("2000000 to 6000000"),
      "2500000 to 6000000",
      "3000000 to 6000000",
    ]);
  });

  test("a floor above C conflicts in every combination; a day later none has a ceiling", () => {
    const floor = claim({
      id: "c_floor",
      metric: "m_shells_delivered",
      origin: "o_g",
      low: 7 * MILLION,
      bound: "at_least",
      as_of_earliest: "2024-10-03",
      as_of_latest: "2024-10-03",
    });
    const conflicting = { ...workedExample, claims: [...workedExample.claims, floor] };
    const clashing = shellsOn("2024-10-03", conflicting).universes;
    expect(clashing.map(({ range }) => isEmpty(range))).toEqual(Array(12).fill(true));
    const later = shellsOn("2024-10-04").universes;
    expect(later.map(({ range }) => range.high)).toEqual(Array(12).fill(null));
  });
});

describe("axesOf(asked)", () => {
  const day = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };
  const asked = (from: Ledger) => ({
    ledger: from,
    question: { metric: "m_count", collection: "all" as const, asOf: "2024-01-01" },
  });

  test("a reading that assumptions decide is a choice, and each reading is tried alone", () => {
    const two = ledger({
      metrics: [metric({ id: "m_count" })],
      assumptions: [assumption({ id: "p_a" }), assumption({ id: "p_b", default: "off" })],
      claims: [
        claim({ id: "c_a", best: 10, alternative: "words/p_a", ...day }),
        claim({ id: "c_b", best: 20, alternative: "words/p_b", ...day }),
      ],
    });
    const { axes, universes } = multiverseOf(asked(two));
    expect(axes.map(({ options }) => options.map(({ id }) => id))).toEqual([["p_a", "p_b"]]);
    expect(universes.map(({ range }) => ends(range))).toEqual([
      [10, 10],
      [20, 20],
    ]);
  });

  test("speakers of a side of the war are a choice, a neutral speaker is none", () => {
    const speaker = (id: string, stance: "ukraine" | "neutral") => ({
      ...{ id, name: id, kind: "official" as const, country: null, part_of: null, stance },
      note: null,
    });
    const spoken = ledger({
      metrics: [metric({ id: "m_count" })],
      claimants: [speaker("a_side", "ukraine"), speaker("a_one", "neutral")],
      origins: [origin("o_side", { claimant: "a_side" }), origin("o_one")],
      claims: [
        claim({ id: "c_side", origin: "o_side", low: 30, bound: "at_least", ...day }),
        claim({ id: "c_one", low: 10, bound: "at_least", ...day }),
      ],
    });
    expect(multiverseOf(asked(spoken)).universes.map(({ range }) => ends(range))).toEqual([
      [30, null],
      [10, null],
    ]);
    const neutral = { ...spoken, claims: spoken.claims.filter(({ id }) => id === "c_one") };
    expect(multiverseOf(asked(neutral)).axes).toEqual([]);
  });

  test("where every claim is a capacity, leaving capacities out is no choice", () => {
    const capacity = ledger({
      metrics: [metric({ id: "m_count" })],
      claims: [claim({ id: "c_one", best: 10, modality: "possible", ...day })],
    });
    expect(multiverseOf(asked(capacity)).axes).toEqual([]);
  });

  test("a window that is left open takes its ceiling away", () => {
    const windows = ledger({
      metrics: [metric({ id: "m_count" })],
      assumptions: [assumption({ id: "p_window_count", best: 0 })],
      claims: [
        claim({ id: "c_all", low: 1, bound: "at_least", counted_from: "2022-01-01", ...day }),
        claim({ id: "c_later", best: 5, counted_from: "2023-01-01", ...day }),
      ],
    });
    expect(multiverseOf(asked(windows)).universes.map(({ range }) => ends(range))).toEqual([
      [5, 5],
      [5, null],
    ]);
  });
});

describe("tornadoOf(multiverse)", () => {
  test("sorts by how far an end moves; what opens an end comes first", () => {
    const { swings } = tornadoOf(shellsOn("2024-02-26"));
    // capacity out opens the floor; all 152-mm lifts it from 0.5 to 3 million: five times as much
    // more; all 122-mm lowers the ceiling by five sixths; rounding moves it by one sixth
    expect(swings.map(({ option, low, high }) => [option.id, low, high])).toEqual([
      ["capacity_out", "opens", "moves"],
      ["all_152", "moves", "leaves"],
      ["all_122", "leaves", "moves"],
      ["rounding_on", "moves", "moves"],
    ]);
    expect(swings[1]?.reach).toBeCloseTo(5, 12);
    expect(swings[2]?.reach).toBeCloseTo(5 / 6, 12);
    expect(swings[3]?.reach).toBeCloseTo(1 / 6, 12);
  });
});

test("property: familiesIn(ledger)(metric) leaves every estimate of the metric as it is", () => {
  fc.assert(
    fc.property(
      arbitraryLedger(),
      fc.constantFrom(...METRICS),
      fc.constantFrom(...ASKED),
      (all, id, asOf) => {
        const question = { metric: id, collection: "all" as const, asOf };
        const kept = estimate(familiesIn(all)(id), question).closure;
        expect(rangeKey(kept)).toBe(rangeKey(estimate(all, question).closure));
      },
    ),
  );
});
