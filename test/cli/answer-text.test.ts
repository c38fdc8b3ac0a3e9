import { describe, expect, test } from "vitest";
import { formatDigits, formatEnds } from "../../src/cli/answer-text.ts";
import { wrap } from "../../src/cli/wrap.ts";
import { onDay, said } from "../fixtures/asked.ts";
import { assumption, constraints, ledger, speaker } from "../fixtures/ledger.ts";
import { asked, reconcile } from "./reconcile-worked.ts";

const MAY = "--metric m_count --as-of 2024-05-31";

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
