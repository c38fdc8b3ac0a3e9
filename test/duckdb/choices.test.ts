import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Difference, compareTables } from "../../src/duckdb/compare.ts";
import { type Chosen, computeChoices } from "../../src/duckdb/compute.ts";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { openModel } from "../../src/notebook/model.ts";
import { publishTables } from "../../src/notebook/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { assumption, speaker } from "../fixtures/ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { twistedLedger } from "../fixtures/twisted-ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

type Published = ReadonlyMap<string, string>;

const differencesOf = (published: Published, computed: Chosen): readonly Difference[] =>
  compareTables(published, computed).flatMap(({ differences }) => differences);

async function findDifferences(rows: Ledger): Promise<readonly Difference[]> {
  const published = publishTables(modelOf(rows));
  return differencesOf(published, await computeChoices(tableFolder(rows).path, published));
}

describe("sql/choices.sql and sql/ranges.sql compute what is published under other choices", () => {
  const published = publishTables(openModel("data"));

  test("of the tables in data/, every value of both collections, in the same order", async () => {
    const computed = await computeChoices("data", published);
    const found = compareTables(published, computed);
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
    for (const { table, agreeing } of found) {
      const rows = computed[table as keyof Chosen];
      expect(rows.length, table).toBeGreaterThan(100);
      expect(new Set(rows.map(({ collection }) => collection)), table).toEqual(
        new Set(["core", "all"]),
      );
      expect(agreeing, table).toBe(rows.reduce((sum, row) => sum + Object.keys(row).length, 0));
    }
    const lines = (published.get("multiverse") ?? "").trimEnd().split("\n").slice(1);
    expect(computed.multiverse.map(({ metric, options }) => [metric, options ?? ""])).toEqual(
      lines.map((line) => [line.split(",")[0], line.split(",")[3]]),
    );
  });

  test("a number that is published wrongly is found, with its row", async () => {
    const [head, ...lines] = (published.get("multiverse") ?? "").split("\n");
    const at = lines.findIndex((line) => /^m_shells_delivered,[^,]*,core,.*all_152/u.test(line));
    const [shells = "", day, core, options = "", low, ...rest] = lines[at]?.split(",") ?? [];
    const wrong = [shells, day, core, options, `${low ?? ""}1`, ...rest].join(",");
    const multiverse = [head, ...lines.with(at, wrong)].join("\n");
    const altered = new Map([...published, ["multiverse", multiverse]]);
    expect(differencesOf(altered, await computeChoices("data", altered))).toEqual([
      {
        ...{
          file: "/data/multiverse.csv",
          row: `${shells} core ${day ?? ""} ${options}`,
          column: "low",
        },
        ...{ published: `${low ?? ""}1`, computed: low },
      },
    ]);
  });

  test("of the worked example; a speaker who is one of a side in SQL alone is found", async () => {
    const side = speaker("a_side", "russia");
    const rows = {
      ...workedExample,
      claimants: [side],
      origins: workedExample.origins.map((row) =>
        row.id === "o_b" ? { ...row, claimant: "a_side" } : row,
      ),
    };
    expect(await findDifferences(rows)).toEqual([]);
    const neutral = tableFolder({ ...rows, claimants: [{ ...side, stance: "neutral" }] });
    const tables = publishTables(modelOf(rows));
    const found = differencesOf(tables, await computeChoices(neutral.path, tables));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ row }) => !row.includes("parties_out"))).toEqual([]);
    // without B the floor is that of C, 1.6 million, and B's 2 million where B stays
    expect(found).toContainEqual({
      ...{
        file: "/data/tornado.csv",
        row: "m_shells_delivered core 2024-10-03 parties parties_out",
      },
      ...{ column: "low", published: "1600000", computed: "2000000" },
    });
  });
});

/** What is drawn for each claim beside a random ledger. */
const spice = fc.record({
  isPossible: fc.boolean(),
  best: fc.constantFrom(2.5, 15, 20, 6700),
});

/** Who decides over some words: nobody, as all options count parts of a mix, or assumptions that are on or off. */
const decision = fc.constantFrom("mix", "mix", "mix", "on off off", "off on off", "on on off");

const OPTION = /^group_(?<group>\d+)\/option_(?<at>\d+)$/u;
const PARTS = ["m_part", "m_other", "m_leaf"];

/** An option as `decision` has it, with the name of its words: a list of options then says whose each is. */
function decided(row: Claim, decisions: readonly string[]): Claim {
  const [, group = "", at = ""] = OPTION.exec(row.alternative ?? "") ?? [];
  if (group === "") return row;
  return decisions[Number(group)] === "mix"
    ? {
        ...row,
        alternative: `group_${group}/all_${group}_${at}`,
        metric: PARTS[Number(at)] ?? row.metric,
      }
    : { ...row, alternative: `group_${group}/p_of_${group}_${at}` };
}

/**
 * Random ledgers on which every choice can turn: speakers of a side, capacities, round
 * numbers, mixes, and words over which assumptions of their own decide.
 */
const ledgerWithChoices: fc.Arbitrary<Ledger> = fc
  .tuple(
    twistedLedger({ most: 8 }),
    fc.array(spice, { minLength: 30, maxLength: 30 }),
    fc.array(decision, { minLength: 10, maxLength: 10 }),
  )
  .map(([rows, spices, decisions]) => ({
    ...rows,
    claims: rows.claims.map((row, at): Claim => {
      const { isPossible = false, best = 1 } = spices[at] ?? {};
      const isAsserted = row.modality === "asserted";
      return {
        ...decided(row, decisions),
        modality: isPossible && isAsserted ? "possible" : row.modality,
        best: row.bound === "about" ? best : row.best,
      };
    }),
    claimants: [speaker("a_one", "neutral"), speaker("a_side", "ukraine")],
    origins: rows.origins.map((row) => (row.id === "o_2" ? { ...row, claimant: "a_side" } : row)),
    assumptions: [
      ...rows.assumptions,
      ...decisions.flatMap((turns, group) =>
        (turns === "mix" ? [] : turns.split(" ")).map((turn, at) =>
          assumption({
            id: `p_of_${String(group)}_${String(at)}`,
            default: turn === "on" ? "on" : "off",
          }),
        ),
      ),
    ],
  }));

/**
 * Whether some assumption is a reading of two sets of words with different other readings.
 * Its name alone does not say of which set it is chosen, and the script has no more than
 * the name: see decision 41. No table in data/ has such words.
 */
function hasSharedReading({ claims, assumptions }: Ledger): boolean {
  const decides = new Set(assumptions.map(({ id }) => id));
  const words = new Map<string, Set<string>>();
  for (const { alternative } of claims) {
    const [group = "", option = ""] = (alternative ?? "").split("/");
    if (decides.has(option)) words.set(group, (words.get(group) ?? new Set()).add(option));
  }
  const sets = [...words.values()].map((options) => [...options].sort().join(" "));
  const different = [...new Set(sets)].flatMap((options) => options.split(" "));
  return new Set(different).size < different.length;
}

test("property: both engines agree on random ledgers under all choices", async () => {
  await fc.assert(
    fc.asyncProperty(ledgerWithChoices, async (rows) => {
      fc.pre(!hasSharedReading(rows));
      expect(await findDifferences(rows)).toEqual([]);
    }),
    // to look for a smaller one would take longer than a test may
    { numRuns: 12, endOnFailure: true },
  );
});
