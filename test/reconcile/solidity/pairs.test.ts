import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../../src/ledger/tables.ts";
import { FIRST_DAY } from "../../../src/reconcile/bounds.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { apartAcross, disagreementsOf } from "../../../src/reconcile/solidity/disagreements.ts";
import { statementsOf } from "../../../src/reconcile/solidity/statements.ts";
import { thresholdsOn } from "../../../src/reconcile/solidity/thresholds.ts";
import { assumption, claim, ledger, metric, origin } from "../../fixtures/ledger.ts";
import { workedExample } from "../../fixtures/worked-example.ts";

const on = (as_of: string) => ({ as_of_earliest: as_of, as_of_latest: as_of });

/** Two claims of different origins about one growing count, the first far above the second. */
const pair = (a: Partial<Claim>, b: Partial<Claim>, rows: Partial<Ledger> = {}): Ledger =>
  ledger({
    claims: [
      claim({ id: "c_a", origin: "o_a", best: 100, ...on("2024-01-01"), ...a }),
      claim({ id: "c_b", origin: "o_b", best: 40, ...on("2024-01-01"), ...b }),
    ],
    ...rows,
  });

const only = (from: Ledger) => {
  const [found, ...more] = disagreementsOf(from, from.claims).rows;
  expect(more).toEqual([]);
  return found;
};

describe("disagreementsOf(ledger, usable) names the cause", () => {
  test("dispute: the same day, nothing else differs; the gap is 60, the fold 2.5", () => {
    expect(only(pair({}, {}))).toMatchObject({
      gap: 60,
      fold: 2.5,
      jaccard: 0,
      apart: { cause: "dispute", canBothHold: false },
    });
  });

  test("time: the larger number is the later one of a count that only grows", () => {
    expect(only(pair(on("2024-06-01"), {}))?.apart).toMatchObject({
      cause: "time",
      canBothHold: true,
    });
  });

  test("no excuse by time: the larger number is the earlier one", () => {
    expect(only(pair({}, on("2024-06-01")))?.apart?.cause).toBe("dispute");
  });

  test("time: rates of different years", () => {
    const year = (y: string) => ({
      ...{ as_of_earliest: null, as_of_latest: null },
      ...{ period_start: `${y}-01-01`, period_end: `${y}-12-31` },
    });
    const rates = { metrics: [metric({ id: "m_count", kind: "rate", cumulative: "no" })] };
    expect(only(pair(year("2023"), year("2024"), rates))?.apart?.cause).toBe("time");
    expect(only(pair(year("2024"), year("2024"), rates))?.apart?.cause).toBe("dispute");
  });

  test("period: a mean of a year beside one of a month in it", () => {
    const during = (period_start: string, period_end: string) => ({
      ...{ as_of_earliest: null, as_of_latest: null },
      ...{ period_start, period_end },
    });
    const year = during("2024-01-01", "2024-12-31");
    const month = during("2024-03-01", "2024-03-31");
    const rates = { metrics: [metric({ id: "m_count", kind: "rate", cumulative: "no" })] };
    const found = only(pair(year, { ...month, scope: "155 mm" }, rates));
    expect(found?.apart).toMatchObject({ cause: "period", canBothHold: false });
    expect(only(pair(month, month, rates))?.apart?.cause).toBe("dispute");
    // a count that only grows is not a mean
    expect(only(pair({}, on("2024-06-01")))?.apart?.cause).toBe("dispute");
  });

  test("scope: the documents say that they cover different things", () => {
    expect(only(pair({ scope: "by rail" }, {}))?.apart?.cause).toBe("scope");
  });

  test("window: the counts start on different days; one start alone says nothing", () => {
    const since = (counted_from: string) => ({ counted_from });
    expect(only(pair(since("2022-01-01"), since("2023-01-01")))?.apart?.cause).toBe("window");
    expect(only(pair(since("2022-01-01"), {}))?.apart?.cause).toBe("dispute");
  });

  test("reading: one is an option of words that allow others", () => {
    expect(only(pair({ alternative: "words/p_a" }, {}))?.apart?.cause).toBe("reading");
  });

  test("derivation: one origin rests on the other", () => {
    const origins = [origin("o_a", { based_on: ["o_b", "o_c"] }), origin("o_b"), origin("o_c")];
    expect(only(pair({}, {}, { origins }))?.apart?.cause).toBe("derivation");
  });

  test("no cause where some number satisfies both", () => {
    const found = only(pair({ best: null, low: 30, bound: "at_least" }, {}));
    expect(found).toMatchObject({ gap: null, fold: null, jaccard: null, apart: null });
  });

  test("claims of one origin are not set against each other", () => {
    const same = pair({ origin: "o_b" }, {});
    expect(disagreementsOf(same, same.claims).rows).toEqual([]);
  });
});

test("statementsOf(claims) joins what one origin says of one time, however often", () => {
  const told = [
    claim({ id: "c_1", best: 5, ...on("2024-01-01") }),
    claim({ id: "c_2", best: 5, source: "s_two", ...on("2024-01-01") }),
    claim({ id: "c_3", best: 5, ...on("2024-01-02") }),
  ];
  expect(statementsOf(told).map(({ claims }) => claims.map(({ id }) => id))).toEqual([
    ["c_1", "c_2"],
    ["c_3"],
  ]);
});

describe("apartAcross(ledger, usable)", () => {
  const metrics = [
    metric({ id: "m_count", unit: "rounds" }),
    metric({ id: "m_room", unit: "rounds" }),
    metric({ id: "m_part", unit: "rounds", part_of: "m_count" }),
    metric({ id: "m_boxes", unit: "boxes" }),
  ];
  const across = (other: string) => {
    const both = pair({ metric: other }, {}, { metrics });
    const { rows } = apartAcross(both, both.claims);
    return rows.map(({ cause, gap, canBothHold }) => [cause, gap, canBothHold]);
  };

  test("two quantities in one unit only seem to conflict: they count different things", () => {
    expect(across("m_room")).toEqual([["definition", 60, true]]);
  });

  test("a part above its whole on one day does conflict", () => {
    expect(across("m_part")).toEqual([["definition", 60, false]]);
  });

  test("two units are not compared", () => {
    expect(across("m_boxes")).toEqual([]);
  });
});

describe("publish(ledger).solidity.pairs", () => {
  const pairsIn = (from: Ledger) => publish(from).core.solidity.pairs;

  test("the worked example's ceiling of 10,000 containers conflicts with 11,000 by 1,000", () => {
    const ceiling = claim({
      ...{ id: "c_ceiling", metric: "m_containers_delivered", origin: "o_g", high: 10_000 },
      bound: "at_most",
      ...on("2024-12-31"),
    });
    const found = pairsIn({ ...workedExample, claims: [...workedExample.claims, ceiling] });
    expect(found.filter(({ kind }) => kind === "conflict")).toMatchObject([
      {
        low_claims: ["c_containers_floor"],
        high_claims: ["c_ceiling"],
        gap: 1000,
        fold: 1.1,
        cause: "dispute",
        from: "2024-06-30",
        to: "2024-12-31",
      },
    ]);
  });

  test("Seoul's 6,700 and Washington's 11,000 containers only seem to: they are of other days", () => {
    const found = pairsIn(workedExample).filter(
      ({ low_metric }) => low_metric === "m_containers_delivered",
    );
    expect(found).toMatchObject([{ kind: "seeming", cause: "time", gap: 4300 }]);
  });

  test("definitions name a reading by its label, and an option of a mix by its scope alone", () => {
    const worded = {
      ...workedExample,
      assumptions: [
        ...workedExample.assumptions,
        assumption({ id: "p_a", metric: "m_shells_delivered", label: "A total" }),
      ],
      claims: workedExample.claims.map((one) => {
        if (one.id === "c_b") return { ...one, alternative: "words/p_a" };
        return one.id === "c_a_122" ? { ...one, scope: "if all are small" } : one;
      }),
    };
    const found = pairsIn(worded).find(
      ({ low_claims, high_claims }) =>
        low_claims.includes("c_b") && high_claims.includes("c_a_122"),
    );
    expect(found?.definitions).toBe(
      "m_shells_delivered, read as “A total” against m_rounds_122_delivered, if all are small",
    );
  });

  test("every pair is listed, not only the widest of each statement", () => {
    const floors = [50, 60].map((low) =>
      claim({
        ...{ id: `c_${String(low)}`, origin: `o_${String(low)}`, low, bound: "at_least" },
        ...on("2024-01-01"),
      }),
    );
    const ceilings = [30, 40].map((high) =>
      claim({
        ...{ id: `c_${String(high)}`, origin: `o_${String(high)}`, high, bound: "at_most" },
        ...on("2024-01-01"),
      }),
    );
    const gaps = pairsIn(ledger({ claims: [...floors, ...ceilings] })).map(({ gap }) => gap);
    expect(gaps).toEqual([30, 20, 20, 10]);
  });
});

describe("thresholdsOn(bounds, day) of the worked example", () => {
  const bounds = publish(workedExample).core.bounds.filter(
    (row) => row.metric === "m_shells_delivered",
  );
  const told = (day: string) =>
    thresholdsOn(bounds, day).rows.map(({ side, bound, supporting, opposing, silent }) => [
      ...[side, bound.value, supporting.join(), opposing.join(), silent.join()],
    ]);

  test("1 of 3 origins supports at least 2 million on 3 October 2024", () => {
    expect(told("2024-10-03")).toEqual([
      ["low", 2_000_000, "o_b", "", "o_a,o_c"],
      ["low", 1_600_000, "o_b,o_c", "", "o_a"],
      ["low", 500_000, "o_a,o_b,o_c", "", ""],
      ["high", 6_000_000, "o_c", "", "o_a,o_b"],
    ]);
  });

  test("an origin whose ceiling lies below a floor excludes it", () => {
    const clash = publish(
      ledger({
        claims: [
          claim({ id: "c_a", origin: "o_a", low: 9, bound: "at_least", ...on("2024-01-01") }),
          claim({ id: "c_b", origin: "o_b", high: 5, bound: "at_most", ...on("2024-01-01") }),
        ],
      }),
    ).core.bounds;
    expect(thresholdsOn(clash, "2024-01-01").rows).toMatchObject([
      { side: "low", supporting: ["o_a"], opposing: ["o_b"], silent: [] },
      { side: "high", supporting: ["o_b"], opposing: ["o_a"], silent: [] },
    ]);
  });

  test("nothing is counted on a day for which nobody speaks", () => {
    expect(thresholdsOn(bounds, FIRST_DAY).rows.filter(({ side }) => side === "low")).toEqual([]);
  });
});
