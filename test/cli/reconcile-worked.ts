import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { expect } from "vitest";
import type { AnswerJson } from "../../src/cli/answer-json.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { type Ended, run } from "./run.ts";
import { constraints, ledger, metric, origin, source, speaker } from "../fixtures/ledger.ts";
import { inPeriod, onDay, said as saidIn } from "../fixtures/asked.ts";

/** A claim with words of its own: a document says the same words of the same things once. */
const said = (name: string, row: Partial<Claim>): Claim =>
  saidIn(name, { quote: `words of ${name}`, ...row });

const atLeast = (low: number): Partial<Claim> => ({ low, bound: "at_least" });
const atMost = (high: number): Partial<Claim> => ({ high, bound: "at_most" });

/** Rates have no day, but a period. */
const noDay = { as_of_earliest: null, as_of_latest: null };

const claims: readonly Claim[] = [
  said("a", { ...atLeast(100), ...onDay("2024-03-31") }),
  said("b", { low: 40, high: 60, bound: "range", ...inPeriod("2024-01-01", "2024-06-30") }),
  said("c", { ...atMost(200), ...onDay("2024-06-30") }),
  said("d", { ...atLeast(30), ...inPeriod("2024-04-01", "2024-05-31") }),
  said("e", { best: 80, ...onDay("2023-12-31") }),
  said("f", { ...atMost(120), ...onDay("2024-06-30"), source: "s_further" }),
  said("gone", { best: 5, ...onDay("2024-06-30"), status: "retracted", origin: "o_a" }),
  said("year", { metric: "m_rate", best: 30, ...noDay, ...inPeriod("2023-01-01", "2023-12-31") }),
  said("quarter", {
    metric: "m_rate",
    best: 40,
    ...noDay,
    ...inPeriod("2023-01-01", "2023-03-31"),
  }),
  said("ratio", {
    ...{ metric: "m_ratio", ...atLeast(3), ...noDay, ...inPeriod("2023-01-01", "2023-12-31") },
  }),
];

const origins = [...new Set(claims.map((row) => row.origin))];
const day = (published_on: string) => ({ published_on, published_precision: "day" as const });

/**
 * The worked example of made-up totals, A to F, of which F stands in a further document; and a
 * rate and a ratio. Every origin has a claimant of its own: o_a goes back to a_a.
 * What they imply is worked out by hand in the reconciliation note.
 */
export const workedClaims: Ledger = ledger({
  sources: [
    source("s_one", day("2024-07-01")),
    source("s_further", { collection: "further", ...day("2024-08-01") }),
  ],
  claimants: origins.map((id) => speaker(id.replace("o_", "a_"), "neutral")),
  origins: origins.map((id) => origin(id, { claimant: id.replace("o_", "a_") })),
  metrics: [
    metric({ id: "m_count", label: "Things" }),
    metric({ id: "m_rate", measure: "per_day", unit: "things/day" }),
    metric({ id: "m_ratio", measure: "ratio", unit: "1" }),
  ],
  claims,
  assumptions: constraints,
});

/** Runs the command on a ledger's tables. */
export const reconcile = (words: string, ledger: Ledger = workedClaims): Promise<Ended> =>
  run("reconcile", words.split(" "), { DATA_DIR: tableFolder(ledger).path, ARTICLES_DIR: "" });

/** What it prints with --json, which succeeds. */
export async function asked(words: string, ledger?: Ledger): Promise<AnswerJson> {
  const { status, stdout, stderr } = await reconcile(`${words} --json`, ledger);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout) as AnswerJson;
}
