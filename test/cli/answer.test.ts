import { describe, expect, test } from "vitest";
import { formatDigits, formatEnds } from "../../src/cli/answer-text.ts";
import type { AnswerJson } from "../../src/cli/answer-json.ts";
import { wrap } from "../../src/cli/wrap.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { onDay, said } from "../fixtures/asked.ts";
import { assumption, constraints, ledger, speaker } from "../fixtures/ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";
import { type Ended, run } from "./run.ts";
import { workedClaims } from "./worked-claims.ts";

/** What the five articles say, as a document of its own would: no two claims in the same place. */
const fiveArticles: Ledger = {
  ...workedExample,
  claimants: [speaker("a_one", "neutral")],
  claims: workedExample.claims.map((row) => ({ ...row, quote: row.id })),
};

const reconcile = (words: string, ledger: Ledger = workedClaims): Promise<Ended> =>
  run("reconcile", words.split(" "), { DATA_DIR: tableFolder(ledger).path, ARTICLES_DIR: "" });

async function asked(words: string, ledger?: Ledger): Promise<AnswerJson> {
  const { status, stdout, stderr } = await reconcile(`${words} --json`, ledger);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout) as AnswerJson;
}

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

describe("npm run reconcile, as people read it", () => {
  test("tells what is left if the fewest are wrong, in 80 columns; a conflict is no fault", async () => {
    const { status, stdout } = await reconcile(MAY);
    expect(status).toBe(0);
    expect(stdout).toBe(`Things (m_count)
up to 31 May 2024, in things; collection all; assuming stated

What is left, if the fewest are wrong
  110 to 120
    if c_a is wrong, in 1 of 3 ways
  100 to 120
    if c_d is wrong, in 1 of 3 ways
  130 to 140
    if c_f is wrong, in 1 of 3 ways

  if any one origin is wrong  100 to 140
  resting on                  6 claims, 6 origins, 6 institutions

Claims that bind
  low     c_a "words of a"
          a_a, in s_one
  high    c_b "words of b"
          a_b, in s_one
  high    c_e "words of e"
          a_e, in s_one

These cannot all be right; any one gone, the others can
  c_a against c_d against c_f: a gap of 10 in all

Fewest that must be wrong: 1, in 3 ways

Not used
  c_gone  status: retracted
`);
  });

  // A, D and F are about spring: E alone says how much there was by the end of 2023
  test("says that a contradiction lies elsewhere, as every repair leaves the same", async () => {
    const { stdout } = await reconcile("--metric m_count --as-of 2023-12-31");
    expect(stdout).toContain("\nWhat is left, whichever of the fewest are wrong\n  80\n\n");
    expect(stdout).toContain("\n  c_a against c_d against c_f: a gap of 10 in all\n");
  });

  test("says when all claims can be right, and how it was asked", async () => {
    const { stdout } = await reconcile(`${MAY} --without o_f --known-on 2024-08-01`);
    expect(stdout).toContain("assuming stated; without o_f; as\nknown on 1 August 2024\n");
    expect(stdout).toContain("\nWhat all claims leave\n  130 to 140\n");
    expect(stdout).toContain("\nAll claims can be right together\n");
  });

  // either 10 or 20 came; 20 is more than another speaker's 15, 10 is not
  test("says when claims contradict each other in one of two open readings alone", async () => {
    const june = onDay("2024-06-30");
    const read = { origin: "o_read", ...june };
    const open = ledger({
      assumptions: [
        ...constraints,
        assumption({ id: "p_ten", kind: "reading" }),
        assumption({ id: "p_twenty", kind: "reading" }),
      ],
      claimants: [speaker("a_one", "neutral")],
      claims: [
        said("ten", { ...read, quote: "ten", best: 10, alternative: "which/p_ten" }),
        said("twenty", { ...read, quote: "twenty", best: 20, alternative: "which/p_twenty" }),
        said("most", { ...june, high: 15, bound: "at_most" }),
      ],
    });
    const words = "--metric m_count --as-of 2024-06-30";
    const answer = await asked(words, open);
    expect(answer.fewest_wrong).toBe(0);
    expect(answer.conflicts.map(({ claims }) => claims)).toEqual([["c_most", "c_twenty"]]);
    const { stdout } = await reconcile(words, open);
    expect(stdout).toContain("in 2 ways\nIn another reading of what was said, all can be right\n");
  });

  test("says that no stated period holds a day", async () => {
    const { stdout } = await reconcile("--metric m_rate --as-of 2025-01-01");
    expect(stdout).toContain("1 January 2025: no stated period holds this day, in things/day;");
    expect(stdout).toContain("\n  not stated\n\n  if any one origin is wrong  not stated\n");
  });

  test("--help says how it is used, in 80 columns", async () => {
    const { status, stdout } = await reconcile("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("npm run --silent reconcile -- --metric ID --as-of DAY");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
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

test("formatDigits(value) keeps nine digits, and groups the whole ones", () => {
  expect(formatDigits(1_234_567.89)).toBe("1,234,567.89");
  expect(formatDigits(-6700)).toBe("-6,700");
  expect(formatDigits(0.0005)).toBe("0.0005");
  expect(formatDigits(1e21)).toBe("1,000,000,000,000,000,000,000");
  expect(formatDigits(0.1 + 0.2)).toBe("0.3");
});

test("formatEnds(range) says in words which ends are open or excluded", () => {
  const ends = (low: number | null, high: number | null, isInside = true) =>
    formatEnds({
      ...{ low, high },
      low_inclusive: low === null ? null : isInside,
      high_inclusive: high === null ? null : isInside,
    });
  expect(ends(null, null)).toBe("not stated");
  expect(ends(5, null)).toBe("at least 5");
  expect(ends(5, null, false)).toBe("more than 5");
  expect(ends(null, 5)).toBe("at most 5");
  expect(ends(null, 5, false)).toBe("less than 5");
  expect(ends(5, 5)).toBe("5");
  expect(ends(5, 6)).toBe("5 to 6");
  expect(ends(5, 6, false)).toBe("more than 5, less than 6");
});

test("wrap(first, text, width) breaks between words only", () => {
  expect(wrap("a  ", "b c", 4)).toBe("a  b\n   c");
  expect(wrap("  ", "longerthanthat x", 6)).toBe("  longerthanthat\n  x");
});
