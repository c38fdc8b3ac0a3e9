import { readFileSync, readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareEngines } from "../../src/cli/verify-engines.ts";
import type { Comparison } from "../../src/duckdb/compare.ts";
import { SCRIPTS } from "../../src/duckdb/compute.ts";
import { readLedger } from "../../src/ledger/read.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { publish } from "../../src/published/publish.ts";
import type { Published, PublishedConflict } from "../../src/published/tables.ts";
import { assumption, claim, ledger, speaker } from "../fixtures/ledger.ts";
import { METRICS, wordsOf } from "../fixtures/twisted-claims.ts";
import { type Shapes, gathered, twistedLedger } from "../fixtures/twisted-ledger.ts";

const differencesIn = (comparisons: readonly Comparison[]) =>
  comparisons.flatMap(({ differences }) => differences);

test("the scripts are those of sql/, and the first says in which order they are run", () => {
  const files = readdirSync("sql").map((file) => file.replace(".sql", ""));
  expect(files.sort()).toEqual([...SCRIPTS].sort());
  expect(readFileSync("sql/facts.sql", "utf8")).toContain(`sql/{${SCRIPTS.join(",")}}.sql`);
});

describe("the scripts of sql/ compute what is published", () => {
  const shipped = readLedger("data", { articles: null }).ledger;
  const published = publish(shipped);

  test("of the tables in data/, every value", async () => {
    const found = await compareEngines(shipped, published);
    expect(differencesIn(found)).toEqual([]);
    for (const { table, agreeing } of found) {
      const rows: readonly object[] = published[table];
      const columns = Object.keys(rows[0] ?? {}).length - (table === "crosscheck_results" ? 11 : 0);
      expect(agreeing, table).toBe(rows.length * columns);
    }
  });

  test("a number that is one more in the tables is found wherever it is published", async () => {
    const factsOf = (best: number) =>
      ledger({
        claims: [claim({ id: "c_a", best, as_of_latest: "2024-01-01" })],
        claimants: [speaker("a_one", "neutral")],
      });
    const found = await compareEngines(factsOf(5), publish(factsOf(6)));
    // in both collections, for each set of assumptions; on the day both ends are known, on the
    // next only the floor
    expect(
      differencesIn(found)
        .map(({ table, column }) => `${table} ${column ?? ""}`)
        .sort(),
    ).toEqual([
      ...Array.from({ length: 4 }, () => "constraints value"),
      ...Array.from({ length: 8 }, () => "estimates high"),
      ...Array.from({ length: 16 }, () => "estimates low"),
    ]);
  });
});

// Random ledgers hardly ever draw one.
test("both engines agree on two readings in which one number is an end, once excluded", async () => {
  const facts = ledger({
    claims: (["at_least", "more_than"] as const).map((bound, at) =>
      claim({
        ...{ id: `c_${bound}`, alternative: `words/p_${String(at)}` },
        ...{ low: 100, bound, as_of_latest: "2024-01-01" },
      }),
    ),
    assumptions: ["p_0", "p_1"].map((id) => assumption({ id, kind: "reading" })),
    claimants: [speaker("a_one", "neutral")],
  });
  expect(differencesIn(await compareEngines(facts, publish(facts)))).toEqual([]);
});

/** A says 1, B says 2, C says 3 on one day: any two of them exclude each other. */
const threeNumbers = ledger({
  claims: ["a", "b", "c"].map((name, at) =>
    claim({ id: `c_${name}`, origin: `o_${name}`, best: at + 1, as_of_latest: "2024-01-01" }),
  ),
  claimants: [speaker("a_one", "neutral")],
});

describe("sql/conflicts.sql proves what is published of conflicts", () => {
  const published = publish(threeNumbers);
  const inStated = published.conflicts.filter(
    ({ assume, collection }) => assume === "stated" && collection === "core",
  );
  const verdictOn = async (change: (row: PublishedConflict) => readonly PublishedConflict[]) => {
    const conflicts = published.conflicts.flatMap(change);
    const found = await compareEngines(threeNumbers, { ...published, conflicts });
    return differencesIn(found)
      .filter(({ row }) => row.startsWith("core m_count stated"))
      .map(({ row, column, published: before, computed }) =>
        [row.split(" ").at(-1), column, before, computed].join(", "),
      );
  };

  test("of three numbers: each two of them, by how much they differ", async () => {
    expect(inStated.map(({ testimony, gap }) => [testimony.join(" "), gap])).toEqual([
      ["c_a c_b", 1],
      ["c_a c_c", 2],
      ["c_b c_c", 1],
    ]);
    expect(await verdictOn((row) => [row])).toEqual([]);
  });

  test("one that is missing where these are said to be all", async () => {
    const found = await verdictOn((row) => (row.gap === 2 ? [] : [row]));
    expect(found).toContain("c_a|c_b, complete, true, false");
    expect(found).toContain("c_b|c_c, complete, true, false");
  });

  test("nothing where these are not said to be all", async () => {
    const found = await verdictOn((row) =>
      row.gap === 2 ? [] : [{ ...row, complete: false, conflict: row.conflict === 3 ? 2 : 1 }],
    );
    expect(found).toEqual([]);
  });

  test("one of which less contradicts itself too", async () => {
    const found = await verdictOn((row) =>
      row.gap === 2
        ? [{ ...row, testimony: ["c_a", "c_b", "c_c"], claims: ["c_a", "c_b", "c_c"] }]
        : [row],
    );
    expect(found).toContain("c_a|c_b|c_c, minimal, true, false");
  });

  test("one that is none", async () => {
    const found = await verdictOn((row) =>
      row.gap === 2 ? [{ ...row, testimony: ["c_a"], claims: ["c_a"] }] : [row],
    );
    expect(found).toContain("c_a, minimal, true, false");
  });

  test("all that are missing", async () => {
    const found = await verdictOn(() => []);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/, , no such row, a row$/u);
  });
});

/** What random ledgers have to bring about, so that there is something to agree about. */
interface Seen {
  readonly words: Set<string>;
  readonly findings: Set<string>;
}

function lookAt({ words, findings }: Seen, facts: Ledger, published: Published): void {
  for (const field of FIELDS)
    for (const row of facts.claims) words.add(`${field} ${String(row[field])}`);
  for (const row of facts.claims) words.add(`metric ${row.metric.replace(/^m_\d+_/u, "m_")}`);
  for (const { fewest_wrong, low, high, low_inclusive } of published.estimates) {
    findings.add(
      fewest_wrong === null
        ? "too many wrong"
        : fewest_wrong > 1
          ? "several wrong"
          : `${String(fewest_wrong)} wrong`,
    );
    if (low !== null && high !== null) findings.add("both ends");
    if (low_inclusive === false) findings.add("a floor that is excluded");
  }
  for (const { testimony, complete, gap, reading } of published.conflicts) {
    findings.add(`${String(testimony.length)} in conflict`);
    findings.add(complete ? "all conflicts" : "some of the conflicts");
    if (gap === 0) findings.add("a conflict of words");
    if (reading !== null) findings.add("a conflict under a reading");
  }
}

const FIELDS = [
  ...(["bound", "modality", "status", "repeats", "primary"] as const),
  ...(["low_exclusive", "high_exclusive"] as const),
];

const seen: Seen = { words: new Set(), findings: new Set() };

async function agreeOn(
  shapes: Shapes,
  { ledgers, numRuns }: { readonly ledgers: number; readonly numRuns: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(twistedLedger(shapes), { minLength: ledgers, maxLength: ledgers }),
      async (drawn) => {
        const facts = ledgers === 1 ? (drawn[0] ?? ledger({})) : gathered(drawn);
        const published = publish(facts);
        lookAt(seen, facts, published);
        expect(differencesIn(await compareEngines(facts, published))).toEqual([]);
      },
    ),
    // to look for a smaller one would take longer than a test may
    { numRuns, endOnFailure: true },
  );
}

// A run of the scripts costs hardly more for several small ledgers than for one.
describe("property: both engines agree on random ledgers", () => {
  test("in which everything occurs", () => agreeOn({ isOpen: false }, { ledgers: 8, numRuns: 5 }));

  // readings of all ledgers would be combined: so one at a time
  test("in which two readings of the same words are open", () =>
    agreeOn({ isOpen: true, isCrowded: true, most: 14 }, { ledgers: 1, numRuns: 10 }));

  test("in which much contradicts", () =>
    agreeOn({ isCrowded: true, most: 16 }, { ledgers: 4, numRuns: 5 }));

  test("in which more is wrong than can be tried", () =>
    agreeOn({ isCrowded: true, least: 60, most: 80 }, { ledgers: 1, numRuns: 3 }));

  test("of which there was every word of every list, and every kind of finding", () => {
    const words = [
      ...FIELDS.flatMap((field) => wordsOf(field).map((word) => `${field} ${String(word)}`)),
      ...METRICS.map(({ id }) => `metric ${id}`),
    ];
    expect(words.filter((word) => !seen.words.has(word))).toEqual([]);
    expect([...seen.findings]).toEqual(
      expect.arrayContaining([
        ...["0 wrong", "1 wrong", "several wrong", "too many wrong"],
        ...["both ends", "a floor that is excluded"],
        ...["2 in conflict", "3 in conflict", "4 in conflict"],
        ...["all conflicts", "some of the conflicts"],
        ...["a conflict of words", "a conflict under a reading"],
      ]),
    );
  });
});
