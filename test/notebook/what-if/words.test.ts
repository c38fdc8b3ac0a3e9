import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { publishedWords } from "../../../src/notebook/what-if/dial-words.ts";
import { arithmeticRows, voicesOf } from "../../../src/notebook/what-if/rows.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { type Answers, answer } from "../../../src/reconcile/what-if/answers.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import type { Documents } from "../../../src/reconcile/what-if/documents.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";
import { type Settings, asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const asked = {
  ...{ ledger, claims: publish(ledger).all.claims, choices: choicesIn(ledger) },
  drawn: [],
};
const under = (settings: Partial<Settings>): Answers =>
  answer(asked, { ...asPublished("2024-10-03"), ...settings });
const rowUnder = (settings: Partial<Settings>, id: string) =>
  arithmeticRows(under({}), under(settings)).find((row) => row.id === id);

describe("arithmeticRows(published, now)", () => {
  test("arithmetic that divides by nothing is done, and not unstated", () => {
    const row = rowUnder({ numbers: new Map([["p_fire_russia", 0]]) }, "x_days_of_fire_high");
    expect([row?.published, row?.now]).toEqual(["200", "no number follows"]);
  });

  test("arithmetic without an input in the documents that speak is not stated", () => {
    const row = rowUnder({ documents: "all" }, "x_working_high");
    expect([row?.published, row?.now]).toEqual(["not stated", "3 million"]);
  });

  test("arithmetic of other documents alone stands beside what is published", () => {
    // a further report on each side: 1,000 rounds a container by the report's own arithmetic
    const row = rowUnder({ documents: "further" }, "x_load_of_thousand");
    expect(row?.published).toBe("not stated");
    expect(row?.now).toMatch(/^\d/u);
    const core = rowUnder({ documents: "further" }, "x_load_152");
    expect([core?.published, core?.now]).toEqual(["448", "not stated"]);
  });

  test("arithmetic on an origin that is left out says so", () => {
    const row = rowUnder({ without: ["o_fp_span_2024_10"] }, "x_days_of_fire_high");
    expect(row?.now).toBe("rests on a claim that does not count");
  });
});

test("voicesOf(estimate, documents) is a sentence for none, for one and for several", () => {
  expect(voicesOf(null, "core")).toBe("No claim in the core articles speaks for the day.");
  expect(voicesOf({ claims: 0, origins: 0 }, "further")).toBe(
    "No claim in the further reports speaks for the day.",
  );
  expect(voicesOf({ claims: 1, origins: 1 }, "core")).toBe(
    "1 claim of 1 separate origin in the core articles speaks for the day.",
  );
  expect(voicesOf({ claims: 2, origins: 1 }, "all")).toBe(
    "2 claims of 1 separate origin in all documents speak for the day.",
  );
  expect(voicesOf(null, "none")).toBe("No document speaks.");
});

describe("publishedWords(dial, ledger, documents)", () => {
  const words = (id: string, documents: Documents) =>
    dialsIn(ledger)
      .filter((dial) => dial.id === id)
      .map((dial) => publishedWords(dial, ledger, documents))[0];

  test("a share that no core article gives is stated where a further report speaks", () => {
    const found = (["core", "all", "further", "none"] as const).map((documents) =>
      words("p_dud_rate", documents),
    );
    expect(found).toEqual(["not stated", "50", "50", "not stated"]);
  });

  test("a number of core claims is stated where the core speaks, a range that is put in always", () => {
    const found = (["core", "all", "further", "none"] as const).map((documents) => [
      words("p_fire_russia", documents),
      words("p_share_152", documents),
    ]);
    expect(found).toEqual([
      ["30,000", "0 to 100"],
      ["30,000", "0 to 100"],
      ["not stated", "0 to 100"],
      ["not stated", "0 to 100"],
    ]);
  });
});
