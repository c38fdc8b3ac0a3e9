import { describe, expect, test } from "vitest";
import { type Row, computeChoices } from "../../src/duckdb/compute.ts";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
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

// What each option means, asked as an analyst would: with rows of one's own. The ranges are
// worked out by hand.
describe("an option of sql/choices.sql", () => {
  const on = (day: string) => ({ as_of_earliest: day, as_of_latest: day });
  const day = on("2024-01-01");

  /** Ends of m_count on its last day, under each list of options. */
  async function rangesOf(
    rows: Ledger,
    options: readonly string[],
    collection = "core",
  ): Promise<readonly (readonly (Row[string] | undefined)[])[]> {
    const multiverse = options.map((list) => `m_count,${collection},${list}\n`).join("");
    const asked = new Map([["multiverse", `metric,collection,options\n${multiverse}`]]);
    const { multiverse: found } = await computeChoices(tableFolder(rows).path, asked);
    return options.map((list) => {
      const row = found.findLast((one) => (one.options ?? "") === list);
      return [row?.low, row?.high];
    });
  }

  test("a reading is right alone, and what is derived from the other falls", async () => {
    const rows = ledger({
      assumptions: [assumption({ id: "p_a" }), assumption({ id: "p_b", default: "off" })],
      claims: [
        claim({ id: "c_a", best: 10, alternative: "words/p_a", ...day }),
        claim({ id: "c_b", best: 20, alternative: "words/p_b", ...day }),
        claim({
          id: "c_from_a",
          origin: "o_two",
          high: 15,
          bound: "at_most",
          derived_from: formulaOf("c_a + 5"),
          ...day,
        }),
      ],
    });
    const both = { ...rows, assumptions: [assumption({ id: "p_a" }), assumption({ id: "p_b" })] };
    expect(await rangesOf(rows, ["", "p_a", "p_b"])).toEqual([
      [10, 10],
      [10, 10],
      [20, 20],
    ]);
    // the derived ceiling stands as long as its reading may be right
    expect(await rangesOf(both, ["words_open", "p_a", "p_b"])).toEqual([
      [10, 15],
      [10, 10],
      [20, 20],
    ]);
  });

  test("a window is as assumed, or its ceiling falls", async () => {
    const rows = ledger({
      assumptions: [assumption({ id: "p_window_count", best: 2 })],
      claims: [
        claim({ id: "c_all", low: 1, bound: "at_least", counted_from: "2022-01-01", ...day }),
        claim({ id: "c_later", origin: "o_two", best: 5, counted_from: "2023-01-01", ...day }),
      ],
    });
    const off = {
      ...rows,
      assumptions: [assumption({ id: "p_window_count", best: 2, default: "off" })],
    };
    const options = ["", "p_window_count", "p_window_count_off"];
    expect(await rangesOf(rows, options)).toEqual([
      [5, 7],
      [5, 7],
      [5, null],
    ]);
    expect(await rangesOf(off, options)).toEqual([
      [5, null],
      [5, 7],
      [5, null],
    ]);
  });

  test("all of one kind: its count is the count of all, in every document", async () => {
    const kind = (id: string, name: string, best: number, row: Partial<Claim>): Claim =>
      claim({ id, metric: `m_${name}`, best, alternative: `mix/all_${name}`, ...day, ...row });
    const rows = ledger({
      metrics: [
        metric({ id: "m_count" }),
        metric({ id: "m_long", part_of: "m_count" }),
        metric({ id: "m_short", part_of: "m_count" }),
      ],
      claims: [
        kind("c_long", "long", 30, {}),
        kind("c_short", "short", 5, {}),
        // alone in its document, it says nothing of the whole as long as a mix may be right
        kind("c_other", "long", 40, {
          source: "s_two",
          origin: "o_two",
          bound: "at_least",
          best: null,
          low: 35,
        }),
        // rests on what all short sets aside
        claim({
          id: "c_from_long",
          origin: "o_three",
          low: 6,
          bound: "at_least",
          derived_from: formulaOf("c_long / 5"),
          ...day,
        }),
      ],
    });
    // if all are long, the two documents contradict each other
    expect(await rangesOf(rows, ["mix_mix", "all_long", "all_short"])).toEqual([
      [6, 30],
      [35, 30],
      [5, 5],
    ]);
  });

  test("what is possible, and what a side says, is set aside", async () => {
    const rows = ledger({
      claimants: [speaker("a_one", "neutral"), speaker("a_side", "ukraine")],
      origins: [origin("o_one"), origin("o_side", { claimant: "a_side" }), origin("o_fits")],
      claims: [
        claim({ id: "c_one", low: 1, bound: "at_least", ...day }),
        claim({ id: "c_side", origin: "o_side", low: 3, bound: "at_least", ...day }),
        claim({
          id: "c_fits",
          origin: "o_fits",
          high: 9,
          bound: "at_most",
          modality: "possible",
          ...day,
        }),
      ],
    });
    expect(
      await rangesOf(rows, [
        "capacity_as_published|parties_as_published",
        "capacity_out",
        "parties_out",
        "capacity_out|parties_out",
      ]),
    ).toEqual([
      [3, 9],
      [3, null],
      [1, 9],
      [1, null],
    ]);
  });

  test("about a number is everything that rounds to it, a plain number is itself", async () => {
    const rounded = [
      [6700, 6650, 6750],
      [2.5, 2.45, 2.55],
      [3_000_000, 2_500_000, 3_500_000],
      [41, 40.5, 41.5],
      [0, 0, 0],
      [-120, -125, -115],
      [1e21, 5e20, 1.5e21],
      [0.000_25, 0.000_245, 0.000_255],
    ] as const;
    const numbers = rounded.flatMap(([best], at) =>
      (["about", "point"] as const).map((bound) => ({ best, bound, id: `${bound}_${String(at)}` })),
    );
    const rows = ledger({
      claims: numbers.map(({ best, bound, id }) =>
        claim({ id: `c_${id}`, metric: `m_${id}`, best, bound, ...day }),
      ),
    });
    const lines = numbers.map(({ id }) => `m_${id},core,rounding_on\n`).join("");
    const asked = new Map([["multiverse", `metric,collection,options\n${lines}`]]);
    const { multiverse } = await computeChoices(tableFolder(rows).path, asked);
    const round = (value: Row[string] | undefined) => Number(Number(value).toPrecision(12));
    const found = new Map(
      multiverse.map(({ metric: id, low, high }) => [id, [round(low), round(high)]]),
    );
    expect(rounded.map((_, at) => found.get(`m_about_${String(at)}`))).toEqual(
      rounded.map(([, low, high]) => [low, high]),
    );
    expect(rounded.map((_, at) => found.get(`m_point_${String(at)}`))).toEqual(
      rounded.map(([best]) => [best, best]),
    );
  });

  test("core articles alone: on the last day that all documents know", async () => {
    const rows = ledger({
      sources: [source("s_one"), source("s_further", { collection: "further" })],
      claims: [
        claim({ id: "c_one", low: 1, high: 9, bound: "range", ...day }),
        claim({
          id: "c_two",
          source: "s_further",
          origin: "o_two",
          low: 4,
          bound: "at_least",
          ...on("2024-02-01"),
        }),
      ],
    });
    // the ceiling of January does not reach February
    expect(await rangesOf(rows, ["documents_as_published", "documents_core"], "all")).toEqual([
      [4, null],
      [1, null],
    ]);
    expect(await rangesOf(rows, [""])).toEqual([[1, 9]]);
  });

  test("ends the script where nobody has said what it means", async () => {
    const rows = ledger({ claims: [claim({ id: "c_one", best: 10, ...day })] });
    await expect(rangesOf(rows, ["rounding_on|parties_off"])).rejects.toThrow(
      "no meaning is known for the option parties_off",
    );
  });

  test("is not asked about where nothing is published under other choices", async () => {
    const { multiverse, tornado } = await computeChoices(tableFolder().path, new Map());
    expect([multiverse, tornado]).toEqual([[], []]);
  });
});
