import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { reconcile } from "../../src/reconcile/reconcile.ts";
import { sensitivityOf } from "../../src/sensitivity/decisions.ts";
import { onDay, said, withSets } from "../fixtures/asked.ts";
import { assumption, metric, origin, speaker } from "../fixtures/ledger.ts";

const DAY = onDay("2024-01-31");
const atLeast = (low: number) => ({ low, bound: "at_least" }) as const;
const atMost = (high: number) => ({ high, bound: "at_most" }) as const;

/** Decision, option and range of each row, of the total on its last day; all methods known but those that are given. */
function movedIn(rows: Partial<Ledger>) {
  const origins = rows.claims?.map((row) => origin(row.origin, { method: "count" }));
  const ledger = withSets({ ...(origins ? { origins } : {}), ...rows });
  return sensitivityOf(ledger, reconcile(ledger), "core").map(
    ({ decision, option, low, high, fewest_wrong }) => [decision, option, low, high, fewest_wrong],
  );
}

describe("sensitivityOf(ledger, reconciled, collection)", () => {
  test("has a row for each set of assumptions that moves the answer, and none for one that does not", () => {
    const claims = [
      said("floor", { ...atLeast(3), ...DAY }),
      said("span", { bound: "span_of_estimates", low: 2, high: 6, ...DAY }),
    ];
    expect(movedIn({ claims })).toEqual([
      ["assumptions", "spans", 3, 6, 0],
      ["assumptions", "contents", 3, 6, 0],
    ]);
  });

  test("takes “about” as the number that is printed", () => {
    expect(
      movedIn({ claims: [said("a", { bound: "about", best: 10_000, ...DAY })] }),
    ).toContainEqual(["about", "the number as printed", 10_000, 10_000, 0]);
  });

  const readings = (...off: readonly string[]) =>
    ["p_a", "p_b", "p_c", "p_d"].map((id) =>
      assumption({ id, kind: "reading", default: off.includes(id) ? "off" : "on" }),
    );
  const reading = (name: string, group: string, option: string, row: Partial<Claim>) =>
    said(name, {
      origin: `o_${group}`,
      alternative: `sense/${option}`,
      source: `s_${group}`,
      ...DAY,
      ...row,
    });

  test("takes each reading that is not taken, in place of the one beside it alone", () => {
    const claims = [
      reading("a", "one", "p_a", { best: 3 }),
      reading("b", "one", "p_b", { best: 5 }),
      // another choice of the same name in another document
      reading("c", "two", "p_c", { ...atMost(9) }),
      reading("d", "two", "p_d", { ...atMost(4) }),
    ];
    const found = movedIn({ claims, assumptions: readings("p_b", "p_d") });
    expect(found.filter(([decision]) => decision === "reading sense")).toEqual([
      ["reading sense", "p_b", 5, 5, 0],
    ]);
    // 3 and 5 lie below both ceilings; what is at least 5 does not
    const floor = claims.map((row) =>
      row.id === "c_a" ? { ...row, best: null, ...atLeast(3) } : row,
    );
    expect(
      movedIn({ claims: floor, assumptions: readings("p_b", "p_d") }).filter(
        ([decision]) => decision === "reading sense",
      ),
    ).toEqual([
      ["reading sense", "p_b", 5, 5, 0],
      ["reading sense", "p_d", 3, 4, 0],
    ]);
  });

  test("takes each kind for all that there is", () => {
    const kind = (option: string, best: number) =>
      said(option, { ...{ origin: "o_mix", best }, alternative: `load/${option}`, ...DAY });
    const other = said("other", {
      best: 2,
      origin: "o_other",
      alternative: "load/rockets",
      ...DAY,
    });
    const found = movedIn({ claims: [kind("big", 3), kind("small", 1), other] });
    expect(found).toEqual([
      ["kinds load", "big", 3, 3, 0],
      ["kinds load", "small", 1, 1, 0],
      // what another origin names is no kind of this mix: 2 lies between its two
      ["kinds load", "rockets", 2, 2, 0],
    ]);
  });

  test("hears nobody who is a party to the war, whose method nobody knows, or whose words nobody of us saw", () => {
    const rows: Partial<Ledger> = {
      claims: [
        said("party", { ...atLeast(5), ...DAY }),
        said("known", { ...atLeast(3), ...DAY }),
        said("unseen", { ...atMost(9), quote_seen: "second_hand", ...DAY }),
      ],
      origins: [
        origin("o_party", { claimant: "a_kyiv", method: "judgement" }),
        origin("o_known", { claimant: "a_seoul", method: "count" }),
        origin("o_unseen", { claimant: "a_seoul" }),
      ],
      claimants: [speaker("a_kyiv", "ukraine"), speaker("a_seoul", "south_korea")],
    };
    expect(movedIn(rows)).toEqual([
      ["parties to the war", "not heard", 3, 9, 0],
      ["method not known", "not heard", 5, null, 0],
      ["words at second hand", "not heard", 5, null, 0],
    ]);
  });

  // who repeats it makes it nobody else's estimate
  test("hears what a party to the war only repeats", () => {
    const rows: Partial<Ledger> = {
      claims: [said("repeated", { ...atLeast(5), ...DAY })],
      origins: [
        origin("o_seoul", { claimant: "a_seoul", method: "count" }),
        origin("o_repeated", { claimant: "a_kyiv", method: "count", based_on: ["o_seoul"] }),
      ],
      claimants: [speaker("a_kyiv", "ukraine"), speaker("a_seoul", "south_korea")],
    };
    expect(movedIn(rows)).toEqual([]);
  });

  test("tells how many must be wrong where the decision makes a contradiction", () => {
    const claims = [
      said("a", { bound: "about", best: 10, ...DAY }),
      said("b", { bound: "about", best: 11, ...DAY }),
    ];
    // about 10 is 9 to 11, about 11 is 10.5 to 11.5
    expect(movedIn({ claims })).toEqual([["about", "the number as printed", 10, 11, 1]]);
  });

  test("asks totals on the last day up to which anybody counts, and stated periods in their unit", () => {
    const metrics = [
      metric({ id: "m_count" }),
      metric({ id: "m_month", measure: "per_month", unit: "things/month", series: "m_count" }),
    ];
    const quarter = { period_start: "2024-01-01", period_end: "2024-03-31" };
    const ledger = withSets({
      metrics,
      claims: [
        said("a", { metric: "m_month", bound: "about", best: 100, ...quarter }),
        said("b", { ...atLeast(1), ...onDay("2024-04-15") }),
      ],
    });
    const found = sensitivityOf(ledger, reconcile(ledger), "all");
    expect(found.filter(({ decision }) => decision === "about")).toMatchObject([
      {
        ...{ metric: "m_month", from: "2024-01-01", to: "2024-03-31", low: 100, high: 100 },
        collection: "all",
      },
      { metric: "m_count", from: null, to: "2024-04-15", low: 300, high: null },
    ]);
  });
});
