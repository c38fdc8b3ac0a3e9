import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { publishedWords } from "../../../src/notebook/what-if/dial-words.ts";
import { arithmeticRows, sumsIn, voicesOf } from "../../../src/notebook/what-if/rows.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { type Answers, answer } from "../../../src/reconcile/what-if/answers.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";
import { type Settings, asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const asked = {
  ...{ ledger, claims: publish(ledger).all.claims, choices: choicesIn(ledger) },
  drawn: [],
};
const under = (settings: Partial<Settings>): Answers =>
  answer(asked, { ...asPublished("2024-10-03"), ...settings });
const wordsOf = (now: Answers, id: string): string | undefined =>
  sumsIn(ledger, now, [id])[0]?.words;

describe("sumsIn(ledger, answers, ids)", () => {
  test("arithmetic that divides by nothing is done, and not unstated", () => {
    const now = under({ numbers: new Map([["p_fire_russia", 0]]) });
    expect(wordsOf(now, "x_days_of_fire_high")).toBe("no number follows");
    const row = arithmeticRows(under({}), now).find(({ id }) => id === "x_days_of_fire_high");
    expect([row?.published, row?.now]).toEqual(["200", "no number follows"]);
  });

  test("arithmetic without an input in the documents that speak is not stated", () => {
    expect(wordsOf(under({}), "x_working_high")).toBe("not stated");
    expect(wordsOf(under({ collection: "all" }), "x_working_high")).toBe("3 million");
  });

  test("arithmetic on an origin that is left out says so", () => {
    const now = under({ without: ["o_fp_span_2024_10"] });
    expect(wordsOf(now, "x_days_of_fire_high")).toBe("rests on a claim that does not count");
  });
});

test("voicesOf(estimate) is a sentence for none, for one and for several", () => {
  expect(voicesOf(null)).toBe("No claim speaks for the day.");
  expect(voicesOf({ claims: 0, origins: 0 })).toBe("No claim speaks for the day.");
  expect(voicesOf({ claims: 1, origins: 1 })).toBe(
    "1 claim of 1 separate origin speaks for the day.",
  );
  expect(voicesOf({ claims: 2, origins: 1 })).toBe(
    "2 claims of 1 separate origin speak for the day.",
  );
});

describe("publishedWords(dial, ledger, collection)", () => {
  const words = (id: string, collection: "core" | "all") =>
    dialsIn(ledger)
      .filter((dial) => dial.id === id)
      .map((dial) => publishedWords(dial, ledger, collection));

  test("a share that no core article gives is stated in all documents alone", () => {
    expect([words("p_dud_rate", "core"), words("p_dud_rate", "all")]).toEqual([
      ["not stated"],
      ["50"],
    ]);
  });

  test("a number of core claims and a range that is put in are the same in both", () => {
    expect([words("p_fire_russia", "core"), words("p_fire_russia", "all")]).toEqual([
      ["30,000"],
      ["30,000"],
    ]);
    expect(words("p_share_152", "core")).toEqual(["0 to 100"]);
  });
});
