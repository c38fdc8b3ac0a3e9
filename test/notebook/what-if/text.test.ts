import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { textOf, toldUnits } from "../../../src/notebook/what-if/text.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { answersTo } from "../../../src/reconcile/what-if/answers.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { type Settings, asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const answerTo = answersTo({
  ...{ ledger, claims: publish(ledger).all.claims, choices: choicesIn(ledger), drawn: [] },
  followed: [
    ...["x_containers_as_mix", "x_working_high"],
    ...["x_days_of_fire_high", "x_months_of_us_output_high"],
  ],
});

/** The sentences by what they tell. */
function textUnder(changed: Partial<Settings>): Readonly<Record<string, string>> {
  const settings = { ...asPublished("2024-10-03"), ...changed };
  const about = { ledger, metric: "m_shells_delivered", asOf: settings.asOf };
  return Object.fromEntries(
    textOf(about, answerTo(settings)).map(({ id, words }) => [id, words] as const),
  );
}
const withNumbers = (...numbers: readonly (readonly [string, number])[]) =>
  textUnder({ numbers: new Map(numbers) });

// Oracle: arithmetic done by hand on the numbers of the worked example, 2 to 6 million rounds
// and at least 11,000 containers, on the page as published.
describe("textOf(subject, answers)", () => {
  test("as published: the range over a rate, and the containers times each load", () => {
    expect(textUnder({})).toEqual({
      finding: "2 to 6 million rounds by 3 October 2024, if every report that counts is right.",
      // 2 and 6 million over 30,000: 66.7 and 200
      equal:
        "They equal 67 to 200 days of Russian fire, at 30,000 rounds a day, and 67 to 200 months of US output, at 30,000 rounds a month.",
      fail: "How many of them do not work cannot be computed: no claim that counts gives the share of North Korean shells that do not work.",
      // the containers are a floor, so is what they hold: 11,000 times 500,000 over 6,700 is 820,896
      hold: "At least 11,000 containers could hold at least 820,000 rounds (load of a container, 152 mm: 447.76; load of a container, 122 mm: 74.63; share of containers that hold 152-mm shells: 0 to 100 percent).",
    });
  });

  test("every number changes a sentence", () => {
    const before = textUnder({});
    const changed = (
      [
        ["p_load_152", 300],
        ["p_load_122", 50],
        ["p_share_152", 40],
        ["p_fire_russia", 20_000],
        ["p_output_us", 100_000],
        ["p_dud_rate", 25],
      ] as const
    ).map((number) => {
      const now = withNumbers(number);
      return Object.keys(now).filter((id) => now[id] !== before[id]);
    });
    expect(changed).toEqual([["hold"], ["hold"], ["hold"], ["equal"], ["equal"], ["fail"]]);
  });

  test("loads of 300 and 50 rounds and 40 percent of the first: 150 rounds a container", () => {
    // 0.4 times 300 and 0.6 times 50 are 150; times 11,000 they are 1.65 million
    const { hold } = withNumbers(["p_load_152", 300], ["p_load_122", 50], ["p_share_152", 40]);
    expect(hold).toBe(
      "At least 11,000 containers could hold at least 1.7 million rounds (load of a container, 152 mm: 300; load of a container, 122 mm: 50; share of containers that hold 152-mm shells: 40 percent).",
    );
  });

  test("8,000 rounds of fire a day and 60,000 made in a month: 250 to 750 days, 33 to 100 months", () => {
    expect(withNumbers(["p_fire_russia", 8000], ["p_output_us", 60_000])["equal"]).toBe(
      "They equal 250 to 750 days of Russian fire, at 8,000 rounds a day, and 33 to 100 months of US output, at 60,000 rounds a month.",
    );
  });

  test.each([
    [30, "If 30 percent of them do not work, that is 600,000 to 1.8 million rounds."],
    [100, "If 100 percent of them do not work, that is 2 to 6 million rounds."],
    [0, "If 0 percent of them do not work, that is 0 rounds."],
  ])("with %d of 100 that do not work", (share, words) => {
    expect(withNumbers(["p_dud_rate", share])["fail"]).toBe(words);
  });

  test("a range without a ceiling stays one, in days and in rounds that do not work", () => {
    // without the span: at least 2 million; over 10,000 a day 200, and a quarter of them 500,000
    const { finding, equal, fail } = textUnder({
      without: ["o_fp_span_2024_10"],
      numbers: new Map([
        ["p_fire_russia", 10_000],
        ["p_dud_rate", 25],
      ]),
    });
    expect(finding).toMatch(/^At least 2 million rounds/u);
    expect(equal).toMatch(/^They equal at least 200 days of Russian fire, at 10,000 rounds a day/u);
    expect(fail).toBe("If 25 percent of them do not work, that is at least 500,000 rounds.");
  });

  test("on a day before the first count there are ceilings alone", () => {
    // at most 3 million and 6,700 containers, which held 3 million at the most
    const { equal, hold } = textUnder({ asOf: "2022-01-01" });
    expect(equal).toMatch(/^They equal up to 100 days of Russian fire/u);
    expect(hold).toMatch(/^Up to 6,700 containers could hold up to 3 million rounds/u);
  });

  test("all documents have a ceiling of containers, and so of what they could hold", () => {
    // 13,000 at 500,000 over 6,700 each are 970,149; 20,000 at 3 million over 6,700 are 8,955,224
    const { fail, hold } = textUnder({ documents: "all" });
    expect(fail).toBe("If 50 percent of them do not work, that is 1 to 3 million rounds.");
    expect(hold).toMatch(/^13,000 to 20,000 containers could hold 970,000 to 9 million rounds/u);
  });

  test("where claims conflict, nothing is computed from them", () => {
    const { hold } = textUnder({ documents: "all", asOf: "2024-02-26" });
    expect(hold).toBe(
      "What the containers could hold is not computed, as claims conflict: more than 10,000 against at most 6,700, gap 3,300.",
    );
  });

  test("a number that no claim that counts gives is named, and may be put in", () => {
    const without = ["o_rok_mnd_2024_02"];
    expect(textUnder({ without })["hold"]).toBe(
      "What the containers could hold cannot be computed: no claim that counts gives the load of a container, 152 mm, or the load of a container, 122 mm.",
    );
    const numbers = new Map([
      ["p_load_152", 400],
      ["p_load_122", 100],
    ]);
    expect(textUnder({ without, numbers })["hold"]).toMatch(/could hold at least 1\.1 million/u);
  });

  test("a load that has no weight need not be known", () => {
    const options = new Map([["load", "all_122"]]);
    expect(textUnder({ options })["hold"]).toMatch(
      /no claim that counts gives the load .*152 mm\.$/u,
    );
    const none = textUnder({ options, numbers: new Map([["p_share_152", 0]]) });
    expect(none["hold"]).toBe(
      "At least 11,000 containers could hold at least 820,000 rounds (load of a container, 122 mm: 74.63; share of containers that hold 152-mm shells: 0 percent).",
    );
  });

  test("dividing by nothing gives no number, and one is no plural", () => {
    const { equal } = withNumbers(["p_fire_russia", 0], ["p_output_us", 6e6]);
    expect(equal).toBe(
      "They equal 0.33 to 1 month of US output, at 6,000,000 rounds a month. At 0 rounds a day, no number of days of Russian fire follows.",
    );
  });

  test("the further reports alone give no rate of the core; none give nothing", () => {
    expect(textUnder({ documents: "further" })["equal"]).toBe(
      "Days of Russian fire cannot be computed: no claim that counts gives the rounds that Russia fires in a day. Months of US output cannot be computed: no claim that counts gives the rounds that the United States makes in a month.",
    );
    expect(textUnder({ documents: "none" })).toEqual({
      finding: "Not stated: no report that counts says anything of rounds by 3 October 2024.",
      equal:
        "So nothing follows for days of Russian fire, months of US output and rounds that work.",
      hold: "What the containers could hold cannot be computed: no report that counts says how many there are.",
    });
  });

  test("conflicting counts of rounds lead to nothing", () => {
    const { follows } = answerTo(asPublished("2024-10-03"));
    const range = { low: 5e6, low_inclusive: true, high: 3e6, high_inclusive: true };
    const estimate = { ...answerTo(asPublished("2024-10-03")).onDay[0]?.estimate, ...range };
    const onDay = [{ metric: "m_shells_delivered", estimate }] as never;
    const about = { ledger, metric: "m_shells_delivered", asOf: "2024-10-03" };
    expect(
      textOf(about, { onDay, follows })
        .map(({ words }) => words)
        .slice(0, 2),
    ).toEqual([
      "Claims conflict: at least 5 million against at most 3 million, gap 2 million (rounds, by 3 October 2024).",
      "As the claims conflict, nothing follows for days of Russian fire, months of US output and rounds that work.",
    ]);
  });
});

test("toldUnits are units of cross-checks", () => {
  const units = new Set(ledger.crosschecks.map(({ unit }) => unit));
  expect(toldUnits.filter((unit) => !units.has(unit))).toEqual([]);
});
