import { describe, expect, test } from "vitest";
import type { AnswerJson } from "../../src/cli/answer-json.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { speaker } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";
import { asked, reconcile, workedClaims } from "./reconcile-worked.ts";
import { run } from "./run.ts";

/** What the five articles say, as a document of its own would: no two claims in the same place. */
const fiveArticles: Ledger = {
  ...workedExample,
  claimants: [speaker("a_one", "neutral")],
  claims: workedExample.claims.map((row) => ({ ...row, quote: row.id })),
};

const endsOf = ({ low, high }: AnswerJson) => [low, high];
const MAY = "--metric m_count --as-of 2024-05-31";

describe("npm run reconcile -- --json, on the worked example of made-up totals", () => {
  test("prints exactly the promised fields, of claims that cannot all be right", async () => {
    expect(await asked(MAY)).toStrictEqual({
      metric: "m_count",
      series: "m_count",
      from: null,
      to: "2024-05-31",
      collection: "all",
      assume: "stated",
      claims: 6,
      origins: 6,
      low: 100,
      high: 140,
      low_inclusive: true,
      high_inclusive: true,
      low_claims: ["c_a"],
      high_claims: ["c_b", "c_e"],
      ranges: [
        { low: 110, high: 120, without: [["c_a"]] },
        { low: 100, high: 120, without: [["c_d"]] },
        { low: 130, high: 140, without: [["c_f"]] },
      ],
      any_one_wrong: { low: 100, high: 140 },
      conflicts: [{ claims: ["c_a", "c_d", "c_f"], origins: ["o_a", "o_d", "o_f"], gap: 10 }],
      fewest_wrong: 1,
      repairs: [
        { without: ["c_a"], low: 110, high: 120 },
        { without: ["c_d"], low: 100, high: 120 },
        { without: ["c_f"], low: 130, high: 140 },
      ],
      unused: [{ claim: "c_gone", reason: "status: retracted" }],
    });
  });

  test("tells repairs that leave the same range together", async () => {
    expect((await asked("--metric m_count --as-of 2024-06-30")).ranges).toEqual([
      { low: 120, high: 120, without: [["c_a"], ["c_d"]] },
      { low: 130, high: 140, without: [["c_f"]] },
    ]);
  });

  // Without D the floor is A's 100, without B or E the ceiling is C's 200.
  test("--collection core asks the core alone, in which all can be right", async () => {
    expect(await asked(`${MAY} --collection core`)).toMatchObject({
      ...{ collection: "core", claims: 5, low: 130, high: 140 },
      low_claims: ["c_a", "c_d"],
      ranges: [{ low: 130, high: 140, without: [] }],
      any_one_wrong: { low: 100, high: 200 },
      ...{ conflicts: [], fewest_wrong: 0, repairs: [] },
    });
  });

  test.each([
    ["without an origin", "--without o_f", [130, 140], "left out on request: o_f"],
    ["without a claimant", "--without a_f", [130, 140], "left out on request: a_f"],
    ["as it was known", "--known-on 2024-07-31", [130, 140], "not published by 2024-07-31"],
  ])("%s: %s", async (_, words, range, reason) => {
    const answer = await asked(`${MAY} ${words}`);
    expect(endsOf(answer)).toEqual(range);
    expect(answer.unused.find(({ claim }) => claim === "c_f")?.reason).toContain(reason);
  });

  test("--without may be repeated", async () => {
    expect(endsOf(await asked(`${MAY} --without o_f --without o_b`))).toEqual([130, 200]);
  });

  test("a document counts from the day of its publication", async () => {
    expect((await asked(`${MAY} --known-on 2024-08-01`)).fewest_wrong).toBe(1);
  });

  test.each([
    ["--as-of 2024-03-31", null, "2024-03-31", [100, 110]],
    ["--to 2024-03-31", null, "2024-03-31", [100, 110]],
    // D alone is its floor; its ceiling is what E and B leave beyond A
    ["--from 2024-04-01 --to 2024-06-30", "2024-04-01", "2024-06-30", [30, 40]],
  ])("of a total, %s", async (words, from, to, range) => {
    const answer = await asked(`--metric m_count ${words} --collection core`);
    expect([answer.from, answer.to, endsOf(answer)]).toEqual([from, to, range]);
  });

  test.each([
    ["the shortest stated period that holds the day", "--as-of 2023-03-15", "01-01", "03-31", 40],
    ["another, where that does not hold it", "--as-of 2023-06-15", "01-01", "12-31", 30],
    ["any period", "--from 2023-04-01 --to 2023-12-31", "04-01", "12-31", 7350 / 275],
    // 365 days of 30 less 90 of 40, over the 275 that are left
  ])("of a rate, %s: %s", async (_, words, from, to, value) => {
    const answer = await asked(`--metric m_rate ${words}`);
    expect([answer.from, answer.to]).toEqual([`2023-${from}`, `2023-${to}`]);
    expect(answer.low).toBeCloseTo(value, 9);
    expect(answer.high).toBeCloseTo(value, 9);
  });

  test.each([
    ["--as-of 2023-06-15", 3],
    ["--from 2023-01-01 --to 2023-12-31", 3],
    ["--from 2023-01-01 --to 2023-06-30", null],
    ["--as-of 2024-06-15", null],
  ])("a ratio stands for its own period alone: %s", async (words, low) => {
    expect(await asked(`--metric m_ratio ${words}`)).toMatchObject({ low, high: null });
  });

  test("of a day that no stated period holds, nothing", async () => {
    expect(await asked("--metric m_rate --as-of 2025-01-01")).toMatchObject({
      ...{ from: null, to: null, low: null, high: null, low_inclusive: null, high_inclusive: null },
      ...{ claims: 0, origins: 0, ranges: [] },
    });
  });

  // Oracle: the worked example of the reconciliation note, what the five articles say of rounds.
  test.each([
    ["2024-02-26", "stated", null, null],
    ["2024-02-26", "spans", null, 6_000_000],
    ["2024-02-26", "contents", 450_000, 3_300_000],
    ["2024-10-03", "opening", 2_000_000, null],
    ["2024-10-03", "spans", 2_000_000, 6_000_000],
  ])("on %s --assume %s", async (day, set, low, high) => {
    const words = `--metric m_shells_delivered --as-of ${day} --assume ${set}`;
    const answer = await asked(words, fiveArticles);
    expect([answer.assume, ...endsOf(answer)]).toEqual([set, low, high]);
    expect(answer.high_inclusive).toBe(high === null ? null : high < 6_000_000);
  });
});

describe("wrong use of npm run reconcile is told in three lines and exits 2", () => {
  const day = "expected a calendar day written YYYY-MM-DD";
  test.each([
    ["--as-of 2024-06-30", "--metric: found nothing", "expected the flag"],
    [
      "--metric m_cuont --as-of 2024-06-30",
      '--metric: found "m_cuont"',
      'expected an id of metrics.csv; nearest "m_count"',
    ],
    ["--metric m_count --as-of 2024-02-30", '--as-of: found "2024-02-30"', day],
    ["--metric m_count --from 2024 --to 2024-06-30", '--from: found "2024"', day],
    [`${MAY} --known-on tomorrow`, '--known-on: found "tomorrow"', day],
    [`${MAY} --from 2024-01-01`, "--as-of: found a day and a period", "expected one of the two"],
    [
      "--metric m_count --from 2024-07-01 --to 2024-06-30",
      '--to: found "2024-06-30", before --from 2024-07-01',
      "expected a period",
    ],
    [
      "--metric m_count --from 2024-07-01",
      "--to: found nothing",
      "expected a day, or the last day of a period",
    ],
    ["--metric m_count", "--as-of: found nothing", "expected a day, or the last day of a period"],
    [
      `${MAY} --without o_quartr`,
      '--without: found "o_quartr"',
      'expected an id of origins.csv or claimants.csv; nearest "o_quarter"',
    ],
    [`${MAY} --collection further`, '--collection: found "further"', "expected one of core, all"],
    [
      `${MAY} --assume span`,
      '--assume: found "span"',
      "expected one of stated, opening, spans, contents",
    ],
    [
      `${MAY} --asume spans`,
      "--asume: found a flag that the command does not know",
      "expected --metric, --as-of, --from, --to, --collection, --assume, --without, --known-on, --json, --help",
    ],
  ])("%s", async (words, found, expected) => {
    const { status, stdout, stderr } = await reconcile(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.split("\n")).toEqual([
      found,
      `  ${expected}`,
      expect.stringMatching(/^ {2}to mend: ./u),
      "",
    ]);
  });

  test("faults of the tables are told as check tells them, and it exits 1", async () => {
    const folder = tableFolder(workedClaims);
    folder.edit("claims", (text) => text.replace(",100,", ",6.700,"));
    const words = MAY.split(" ");
    const { status, stdout, stderr } = await run("reconcile", words, { DATA_DIR: folder.path });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain('claims.csv:2:8 low: found "6.700"\n  expected digits without');
    expect(stderr).toMatch(/\n1 fault\n$/u);
  });
});
