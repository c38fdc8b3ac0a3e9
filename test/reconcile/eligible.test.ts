import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { eligibleClaims } from "../../src/reconcile/eligible.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { inPeriod, onDay, withSets } from "../fixtures/asked.ts";
import {
  assumption,
  claim,
  formulaOf,
  ledger,
  metric,
  origin,
  source,
  speaker,
} from "../fixtures/ledger.ts";

const DAY = onDay("2024-02-26");
const eligibleIn = (rows: Partial<Ledger>) => rowsOf(eligibleClaims(withSets(rows)).eligible);
const one = (row: Partial<Claim>, rows: Partial<Ledger> = {}) =>
  eligibleIn({ claims: [claim({ id: "c_a", best: 5, ...DAY, ...row })], ...rows });
const unusedIn = (row: Partial<Claim>, rows: Partial<Ledger> = {}) =>
  rowsOf(
    eligibleClaims(ledger({ claims: [claim({ id: "c_a", best: 5, ...DAY, ...row })], ...rows }))
      .unused,
  ).map(({ reason }) => reason);

describe("eligibleClaims(ledger)", () => {
  test("a total up to a day counts from the beginning, or from the day that is named", () => {
    expect(one({})).toMatchObject([
      { series: "m_count", cell: "", assume: "stated", start: "", counted: true },
    ]);
    expect(one({ counted_from: "2023-09-01" })).toMatchObject([
      { start: "2023-08-31", end_first: "2024-02-26", end_last: "2024-02-26" },
    ]);
  });

  test("a total of a period is as it is, a rate over a period is a total of it", () => {
    const year = {
      ...inPeriod("2024-01-01", "2024-12-15"),
      as_of_earliest: null,
      as_of_latest: null,
    };
    const metrics = [
      metric({ id: "m_count" }),
      metric({ id: "m_year", measure: "per_year", unit: "things/year", series: "m_count" }),
    ];
    const valueOf = (id: string) =>
      one({ ...year, metric: id }, { metrics }).map(({ series, start, end_first, says }) => [
        ...[series, start, end_first, says.low?.value],
      ]);
    expect(valueOf("m_count")).toEqual([["m_count", "2023-12-31", "2024-12-15", 5]]);
    // eleven months and fifteen days
    expect(valueOf("m_year")).toEqual([
      ["m_count", "2023-12-31", "2024-12-15", expect.closeTo(5 * (11 / 12 + 15 / 365.25), 9)],
    ]);
  });

  test.each(["level", "ratio", "share", "parameter"] as const)(
    "a %s stands for its own days alone",
    (measure) => {
      const metrics = [metric({ id: "m_count", measure })];
      expect(one({}, { metrics })).toMatchObject([
        { cell: "2024-02-26/2024-02-26", start: "2024-02-25", end_first: "2024-02-26" },
      ]);
    },
  );

  test("a ratio on a day and one over that day alone are of one period", () => {
    const metrics = [metric({ id: "m_count", measure: "ratio" })];
    const over = {
      as_of_earliest: null,
      as_of_latest: null,
      ...inPeriod("2024-02-26", "2024-02-26"),
    };
    const cells = [one({}, { metrics }), one(over, { metrics })].flat().map(({ cell }) => cell);
    expect(cells).toEqual(["2024-02-26/2024-02-26", "2024-02-26/2024-02-26"]);
  });

  test("a capacity is an amount of its own, and under contents what it is a capacity of", () => {
    const metrics = [
      metric({ id: "m_count" }),
      metric({ id: "m_room", measure: "capacity", series: "m_count" }),
    ];
    const room = { metric: "m_room", modality: "possible", counted_from: "2023-09-01" } as const;
    expect(one(room, { metrics })).toMatchObject([
      { series: "m_room", assume: "stated", cell: "2024-02-26/2024-02-26", counted: false },
      { series: "m_count", assume: "contents", cell: "", counted: true, start: "2023-08-31" },
    ]);
  });

  test("a span of other people's estimates binds under spans, and where nobody has that set not at all", () => {
    const span = { bound: "span_of_estimates", best: null, low: 4, high: 6 } as const;
    expect(one(span)).toMatchObject([{ assume: "spans" }]);
    expect(unusedIn(span)).toEqual(["others' estimates, by whose ends nobody stands"]);
  });

  test("goes back to the act of estimation, and to the body at whose door it goes", () => {
    const found = one(
      { origin: "o_retold" },
      {
        origins: [
          origin("o_first", { claimant: "a_office" }),
          origin("o_retold", { claimant: "a_paper", based_on: ["o_first"] }),
        ],
        claimants: [
          speaker("a_ministry", "neutral"),
          { ...speaker("a_office", "neutral"), part_of: "a_ministry" },
        ],
      },
    );
    expect(found).toMatchObject([{ origin: "o_first", institution: "a_ministry" }]);
  });

  test("a compilation of several stands for itself", () => {
    const origins = [
      origin("o_x"),
      origin("o_y"),
      origin("o_both", { claimant: "a_both", based_on: ["o_x", "o_y"] }),
    ];
    expect(one({ origin: "o_both" }, { origins })).toMatchObject([
      { origin: "o_both", institution: "a_both" },
    ]);
  });

  test("says when its document was known", () => {
    const sources = [source("s_one", { published_on: "2024-03-05", published_precision: "day" })];
    expect(one({}, { sources })).toMatchObject([{ known_on: "2024-03-05" }]);
    expect(one({}, { sources: [source("s_one")] })).toMatchObject([{ known_on: null }]);
  });

  const readings = ["p_a", "p_b"].map((id) => assumption({ id, kind: "reading" }));
  const reading = (id: string, document = "s_one") =>
    claim({
      id: `c_${id}_${document}`,
      source: document,
      best: 5,
      alternative: `sense/${id}`,
      ...DAY,
    });

  test("readings that are left open are a choice, kinds are a mix", () => {
    const kind = (option: string) =>
      claim({ id: `c_${option}`, best: 5, alternative: `load/${option}`, ...DAY });
    const found = eligibleIn({
      claims: [reading("p_a"), reading("p_b"), kind("big"), kind("small")],
      assumptions: readings,
    });
    expect(found.map(({ choice, mix, kinds, option }) => [choice, mix, kinds, option])).toEqual([
      ["p_a|p_b", null, 0, "p_a"],
      ["p_a|p_b", null, 0, "p_b"],
      [null, "big|small", 2, "big"],
      [null, "big|small", 2, "small"],
    ]);
  });

  test("a reading that one document alone has is no kind of which another document has the rest", () => {
    const kind = claim({
      id: "c_kind",
      source: "s_two",
      best: 5,
      alternative: "sense/big",
      ...DAY,
    });
    const found = eligibleIn({
      claims: [reading("p_a"), kind],
      assumptions: readings,
    });
    expect(found.map(({ choice, mix }) => [choice, mix])).toEqual([
      [null, null],
      [null, "big"],
    ]);
  });

  test("a reading that is not taken is unused, and leaves no choice open", () => {
    const rows = withSets({
      claims: [reading("p_a"), reading("p_b")],
      assumptions: readings.map((row) => (row.id === "p_b" ? { ...row, default: "off" } : row)),
    });
    const { eligible, unused } = eligibleClaims(rows);
    expect(rowsOf(eligible)).toMatchObject([{ claim: "c_p_a_s_one", choice: null }]);
    expect(rowsOf(unused)).toMatchObject([{ reason: "a reading that is not chosen: p_b" }]);
  });

  const ratio = { metrics: [metric({ id: "m_count", measure: "ratio" })] };
  const NO_DAY = { as_of_earliest: null, as_of_latest: null };
  test.each<[string, Partial<Claim>, Partial<Ledger>]>([
    ["status: retracted", { status: "retracted" }, {}],
    ["a retelling that changes its origin's figure", { repeats: "distorted" }, {}],
    ["planned or forecast, not what happened", { modality: "planned" }, {}],
    ["a target, not a count", { modality: "target" }, {}],
    ["the document denies the figure", { modality: "denied" }, {}],
    ["only said to be possible", { modality: "possible" }, {}],
    ["no day or period is stated", NO_DAY, ratio],
    [
      "a reading that is not chosen: p_x",
      { alternative: "sense/p_x" },
      { assumptions: [assumption({ id: "p_x", default: "off" })] },
    ],
  ])("binds nothing: %s", (reason, row, rows) => {
    expect(unusedIn(row, rows)).toEqual([reason]);
    expect(one(row, rows)).toEqual([]);
  });

  test.each(["observed", "asserted", "estimated", "alleged"] as const)("binds: %s", (modality) => {
    expect(one({ modality })).toHaveLength(1);
    expect(unusedIn({ modality })).toEqual([]);
  });

  test("what is derived from a claim that does not count does not either", () => {
    const { unused } = eligibleClaims(
      ledger({
        claims: [
          claim({ id: "c_gone", best: 2, status: "retracted", ...DAY }),
          claim({ id: "c_twice", best: 4, derived_from: formulaOf("c_gone * 2"), ...DAY }),
        ],
      }),
    );
    expect(rowsOf(unused).map(({ claim: id, reason }) => [id, reason])).toEqual([
      ["c_gone", "status: retracted"],
      ["c_twice", "derived from c_gone, which does not count"],
    ]);
  });
});
