import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { assumption, claim, formulaOf, ledger, metric } from "../../fixtures/ledger.ts";
import { workedExample } from "../../fixtures/worked-example.ts";

const { core, all } = publish(readLedger("data", { articles: null }).ledger);

describe("publishFindings(ledger, grounds)", () => {
  test("ranks no quantity of which no document speaks", () => {
    // Only a further report counts the containers on four ships; the whole bounds them in the core too.
    const ships = "m_containers_four_ships";
    expect(core.estimates.map(({ metric: id }) => id)).toContain(ships);
    const found = core.solidity.findings.map(({ finding }) => finding);
    expect(found.filter((finding) => finding.includes(ships))).toEqual([]);
    expect(found.some((finding) => finding.includes("m_containers_delivered"))).toBe(true);
  });

  test("ranks every quantity that is ever in conflict as conflicting, on the day of its widest gap", () => {
    const widest = new Map<string, number>();
    for (const { metric: id, gap } of all.estimates)
      if (gap !== null) widest.set(id, Math.max(gap, widest.get(id) ?? 0));
    expect([...widest.keys()]).toEqual(
      expect.arrayContaining(["m_fire_rate_russia", "m_fire_ratio", "m_output_russia"]),
    );
    for (const [id, gap] of widest) {
      const found = all.solidity.findings.filter(
        (row) => row.finding === id && row.grade === "claims conflict",
      );
      const ofWidest = found.filter((row) => row.day_is === "day of the widest gap");
      expect(
        ofWidest.map(({ low, high }) => (low ?? NaN) - (high ?? NaN)),
        id,
      ).toEqual([gap]);
    }
  });

  test("ranks as conflicting what a rate in another unit contradicts, though its own range holds", () => {
    // seven million in the year 2023, against 30,000 on each of its days
    const found = all.solidity.findings.find(
      (row) => row.finding === "m_fire_russia_year" && row.day_is === "last day",
    );
    expect(found).toMatchObject({ low: 7_000_000, high: 7_000_000, conflicts: 1 });
    expect(found?.grade).toBe("claims conflict");
  });

  test("ranks a day that a page names, with the choices and origins of that day", () => {
    // the note: on 26 February A alone says 0.5 to 3 million, C's 6 million reach back; all
    // 152-mm, all 122-mm, no capacity and rounding each move an end
    const named = [{ metric: "m_shells_delivered", day: "2024-02-26" }];
    const { findings } = publish(workedExample, named).core.solidity;
    const shells = findings.filter(({ finding }) => finding === "m_shells_delivered");
    expect(shells).toHaveLength(2);
    expect(shells.find(({ as_of }) => as_of === "2024-02-26")).toMatchObject({
      day_is: "day that a page names",
      low: 500_000,
      high: 3_000_000,
      hangs_on: ["o_a"],
      moving_choices: ["capacity", "load", "rounding"],
      universes: 12,
    });
  });
});

test("publishSolidity(ledger, collection) has all choices and bounds of every estimate", () => {
  const { estimates, without, solidity } = publish(workedExample).core;
  type Row = { readonly metric: string; readonly as_of: string | null };
  const daysIn = (rows: readonly Row[]) =>
    [...new Set(rows.map(({ metric: id, as_of }) => `${id} ${as_of ?? ""}`))].sort();
  const told = daysIn(estimates);
  expect(told.length).toBeGreaterThan(
    daysIn(estimates.map((row) => ({ ...row, as_of: null }))).length,
  );
  for (const rows of [solidity.universes, solidity.thresholds, without])
    expect(daysIn(rows)).toEqual(told);
  // by hand: on 26 February A stands alone with the ceiling of C, all 152-mm moves its floor
  // to 3 million; from the last day of summer on B is the floor, which no calibre moves
  const lowIf152 = (day: string) =>
    solidity.swings.flatMap(({ metric: id, as_of, option, low }) =>
      id === "m_shells_delivered" && as_of === day && option === "all_152" ? [low] : [],
    );
  expect([lowIf152("2024-02-26"), lowIf152("2024-08-31")]).toEqual([[3_000_000], [3_000_000]]);
});

describe("publishFindings(ledger, grounds) of what claims are computed from", () => {
  const day = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };
  const several = (id: string, origin: string) =>
    claim({
      ...{ id, origin, low: 2, bound: "at_least", ...day },
      derived_from: formulaOf("p_several"),
    });
  const tests = ledger({
    metrics: [metric({ id: "m_count" }), metric({ id: "m_other" })],
    assumptions: [assumption({ id: "p_several", low: 2 }), assumption({ id: "p_unused" })],
    claims: [several("c_a", "o_a"), several("c_b", "o_b")],
  });
  const findingIn = (from: typeof tests, id = "m_count") =>
    publish(from).core.solidity.findings.find(({ finding }) => finding === id);

  test("two origins that say “several” rest on one judgement of ours", () => {
    expect(findingIn(tests)).toMatchObject({
      hangs_on: [],
      assumptions: ["p_several"],
      grade: "moves with a choice",
    });
    const plain = tests.claims.map((row) => ({ ...row, derived_from: null }));
    expect(findingIn({ ...tests, claims: plain })).toMatchObject({
      assumptions: [],
      grade: "stands without any one origin and choice",
    });
  });

  test("step by step: a claim by way of a claim", () => {
    const twice = claim({
      ...{ id: "c_twice", metric: "m_other", origin: "o_c", low: 4, bound: "at_least", ...day },
      derived_from: formulaOf("c_a * 2"),
    });
    const found = findingIn({ ...tests, claims: [...tests.claims, twice] }, "m_other");
    expect(found?.assumptions).toEqual(["p_several"]);
  });

  test("what a claim that binds nothing is computed from is not among them", () => {
    const more = claim({ id: "c_more", origin: "o_c", low: 3, bound: "at_least", ...day });
    expect(findingIn({ ...tests, claims: [...tests.claims, more] })?.assumptions).toEqual([]);
  });

  test("missile tests, which both documents call several, stand on that word's least", () => {
    const found = core.solidity.findings.find(({ finding }) => finding === "m_missile_tests");
    expect(found).toMatchObject({ hangs_on: [], assumptions: ["p_vague_several"] });
    expect(found?.grade).toBe("moves with a choice");
  });
});
