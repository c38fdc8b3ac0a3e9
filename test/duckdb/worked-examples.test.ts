/**
 * The worked examples of the methodology, by SQL alone: nothing here is compared with what the site
 * computes. The numbers were worked out by hand, in the note that the method comes from.
 */
import { describe, expect, test } from "vitest";
import type { Computed, Row } from "../../src/duckdb/compute.ts";
import { ASSUMPTION_SETS } from "../../src/ledger/sets.ts";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import type { PublishedConflict } from "../../src/published/tables.ts";
import { assumption, claim, metric } from "../fixtures/ledger.ts";
import { computeInCore } from "./in-core.ts";

/** A range as mathematics writes it, and below it what binds its ends. */
const shown = ({ low, low_inclusive, high, high_inclusive }: Row): string =>
  [
    low === null ? "open" : `${low_inclusive === true ? "[" : "]"}${String(low)}`,
    high === null ? "open" : `${String(high)}${high_inclusive === true ? "]" : "["}`,
  ].join(" ");

/** The estimates of a total on a day: those of the last day until then on which it turned. */
function totalsOn(
  { estimates }: Pick<Computed, "estimates">,
  series: string,
  assume: string,
  day: string,
) {
  const totals = estimates.filter(
    (row) => row.metric === series && row.assume === assume && row.from === null,
  );
  const turned = totals
    .map(({ to }) => String(to))
    .filter((to) => to <= day)
    .sort()
    .at(-1);
  return totals.filter(({ to }) => to === turned);
}

const day = (on: string) => ({ as_of_earliest: on, as_of_latest: on });

describe("rounds delivered, under each set of assumptions", () => {
  const kind: Partial<Claim> = {
    ...{ metric: "m_room", origin: "o_a", bound: "about", modality: "possible" },
    ...{ counted_from: "2023-09-01", ...day("2024-02-26") },
  };
  const rows = {
    metrics: [
      metric({ id: "m_rounds" }),
      metric({ id: "m_room", measure: "capacity", series: "m_rounds" }),
    ],
    claims: [
      claim({ id: "c_152", ...kind, best: 3_000_000, alternative: "load/all_152" }),
      claim({ id: "c_122", ...kind, best: 500_000, alternative: "load/all_122" }),
      claim({
        ...{
          id: "c_experts",
          metric: "m_rounds",
          origin: "o_b",
          low: 2_000_000,
          bound: "at_least",
        },
        ...{ as_of_earliest: "2024-06-01", as_of_latest: "2024-08-31" },
      }),
      claim({
        ...{ id: "c_span", metric: "m_rounds", origin: "o_c", low: 1_600_000, high: 6_000_000 },
        ...{ bound: "span_of_estimates", high_exclusive: "yes", ...day("2024-10-03") },
      }),
    ],
    assumptions: ASSUMPTION_SETS.map((set) =>
      assumption({ id: `p_${set}`, kind: "constraint", set, metric: null, default: "off" }),
    ),
  } satisfies Partial<Ledger>;

  const computing = computeInCore(rows);

  test.each([
    ["2024-02-26", ["open open", "open open", "open 6000000[", "[450000 3300000]"]],
    ["2024-02-27", ["open open", "open open", "open 6000000[", "[450000 6000000["]],
    ["2024-08-31", ["[2000000 open", "[2000000 open", "[2000000 6000000[", "[2000000 6000000["]],
    ["2024-10-03", ["[2000000 open", "[2000000 open", "[2000000 6000000[", "[2000000 6000000["]],
  ])("by %s", async (on, ranges) => {
    const computed = await computing;
    const found = ["stated", ...ASSUMPTION_SETS].map((assume) =>
      totalsOn(computed, "m_rounds", assume, on).map(shown),
    );
    expect(found).toEqual(ranges.map((range) => [range]));
  });
});

const LETTERS: Readonly<Record<string, Partial<Claim>>> = {
  a: { low: 100, bound: "at_least", ...day("2024-03-31") },
  b: { low: 40, high: 60, bound: "range", period_start: "2024-01-01", period_end: "2024-06-30" },
  c: { high: 200, bound: "at_most", ...day("2024-06-30") },
  d: { low: 30, bound: "at_least", period_start: "2024-04-01", period_end: "2024-05-31" },
  e: { best: 80, ...day("2023-12-31") },
  f: { high: 120, bound: "at_most", ...day("2024-06-30") },
};
const said = (letters: string): Partial<Ledger> => ({
  claims: Object.keys(LETTERS)
    .filter((letter) => letters.includes(letter))
    .map((letter) => claim({ id: `c_${letter}`, origin: `o_${letter}`, ...LETTERS[letter] })),
});
const DAYS = ["2023-12-31", "2024-03-31", "2024-05-31", "2024-06-30"];
const bindingIn = (cell: Row[string] | undefined): string =>
  Array.isArray(cell) ? cell.join("").replaceAll("c_", "") : "";

describe("totals of one amount", () => {
  test.each([
    ["abcde", ["[80 80] e/e", "[100 110] a/bde", "[130 140] ad/be", "[130 140] ad/be"]],
    ["acde", ["[80 80] e/e", "[100 170] a/cd", "[130 200] ad/c", "[130 200] ad/c"]],
    ["abcd", ["[70 160] abd/bc", "[100 170] a/cd", "[130 200] ad/c", "[130 200] ad/c"]],
  ])("of the claims %s", async (letters, ranges) => {
    const computed = await computeInCore(said(letters));
    const found = DAYS.map((on) =>
      totalsOn(computed, "m_count", "stated", on).map(
        (row) => `${shown(row)} ${bindingIn(row.low_claims)}/${bindingIn(row.high_claims)}`,
      ),
    );
    expect(found).toEqual(ranges.map((range) => [range]));
  });

  test("of claims that contradict each other: what each repair leaves", async () => {
    const computed = await computeInCore(said("abcdef"));
    const found = DAYS.map((on) =>
      totalsOn(computed, "m_count", "stated", on)
        .map((row) => `${bindingIn(row.repairs)} ${shown(row)}`)
        .sort(),
    );
    // 1 leaves out A, 2 leaves out D, 3 leaves out F
    expect(found).toEqual([
      ["123 [80 80]"],
      ["1 [80 90]", "2 [100 120]", "3 [100 110]"],
      ["1 [110 120]", "2 [100 120]", "3 [130 140]"],
      ["12 [120 120]", "3 [130 140]"],
    ]);
    const fewest = computed.estimates.map(({ fewest_wrong }) => fewest_wrong);
    expect(new Set(fewest)).toEqual(new Set([1]));
    const stated = computed.repairs.filter(({ assume }) => assume === "stated");
    expect(stated.map(({ repair, claims }) => [repair, claims])).toEqual(
      expect.arrayContaining([
        [1, ["c_a"]],
        [2, ["c_d"]],
        [3, ["c_f"]],
      ]),
    );
    expect(stated).toHaveLength(3);
  });

  test("of these, three contradict each other of which no two do", async () => {
    const alleged: PublishedConflict = {
      ...{ series: "m_count", period: null, collection: "core", assume: "stated", reading: null },
      ...{ conflict: 1, testimony: ["c_a", "c_d", "c_f"], claims: ["c_a", "c_d", "c_f"] },
      ...{ origins: ["o_a", "o_d", "o_f"], gap: 0, minimal: true, complete: true },
    };
    const { conflicts } = await computeInCore(said("abcdef"), [alleged]);
    expect(conflicts.find(({ assume }) => assume === "stated")).toEqual({ ...alleged, gap: 10 });
    const pair = { ...alleged, testimony: ["c_a", "c_f"], claims: ["c_a", "c_f"] };
    const { conflicts: other } = await computeInCore(said("abcdef"), [pair]);
    expect(other.find(({ assume }) => assume === "stated")).toMatchObject({
      minimal: false,
    });
  });

  test("without each origin that matters, and none without whom claims still contradict", async () => {
    const { without } = await computeInCore(said("abcde"));
    const on = (left: string, to: string) =>
      without
        .filter(
          (row) =>
            row.assume === "stated" && row.left_out === left && row.to === to && row.from === null,
        )
        .map(shown);
    expect([on("o_b", "2024-03-31"), on("o_e", "2023-12-31")]).toEqual([
      ["[100 170]"],
      ["[70 160]"],
    ]);
    expect(on("o_c", "2024-03-31")).toEqual([]);
    const { without: mended } = await computeInCore(said("abcdef"));
    const origins = mended.filter(({ whose }) => whose === "origin");
    expect(new Set(origins.map(({ left_out }) => left_out))).toEqual(
      new Set(["o_a", "o_d", "o_f"]),
    );
  });
});

const on = day("2024-01-01");

describe("two readings that are left open", () => {
  const readings = ["p_one", "p_two"].map((id) => assumption({ id, kind: "reading" }));
  const readAs = (option: string, says: Partial<Claim>) =>
    claim({ id: `c_${option}`, alternative: `words/${option}`, ...on, ...says });
  const rangeOf = async (one: Partial<Claim>, two: Partial<Claim>) => {
    const claims = [readAs("p_one", one), readAs("p_two", two)];
    const computed = await computeInCore({ claims, assumptions: readings });
    return totalsOn(computed, "m_count", "stated", "2024-01-01").map(
      (row) => `${shown(row)} ${bindingIn(row.low_claims)}`,
    );
  };

  test("allow what one of them allows, also an end that the other excludes", async () => {
    const [least, more] = [
      { low: 100, bound: "at_least" },
      { low: 100, bound: "more_than" },
    ] as const;
    expect(await rangeOf(least, more)).toEqual(["[100 open p_onep_two"]);
    expect(await rangeOf(more, least)).toEqual(["[100 open p_onep_two"]);
    expect(await rangeOf(more, more)).toEqual(["]100 open p_onep_two"]);
  });

  test("are open where one of them is", async () => {
    const between = { low: 5, high: 9, bound: "range" } as const;
    expect(await rangeOf(between, { low: 3, bound: "at_least" })).toEqual(["[3 open p_two"]);
  });
});
