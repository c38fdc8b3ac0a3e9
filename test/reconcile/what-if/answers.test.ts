import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import type { Ends, Published, PublishedEstimate } from "../../../src/reconcile/published.ts";
import type { PublishedUniverse } from "../../../src/reconcile/solidity/rows.ts";
import { type Answers, answer, answersTo } from "../../../src/reconcile/what-if/answers.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { type Settings, asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const published = publish(ledger);
const choices = choicesIn(ledger);
const drawn = ledger.metrics.map(({ id }) => id);
const asked = { ledger, claims: published.all.claims, choices, drawn };
const MILLION = 1_000_000;

const under = (settings: Partial<Settings>, day = "2024-10-03"): Answers =>
  answer(asked, { ...asPublished(day), ...settings });

type Range = Ends & { readonly gap: number | null };

const endsOf = (row: PublishedEstimate | null | undefined) => [row?.low ?? null, row?.high ?? null];
const shellsOf = ({ onDay }: Answers) =>
  endsOf(onDay.find(({ metric }) => metric === "m_shells_delivered")?.estimate);
const sumOf = ({ crosschecks }: Answers, id: string) => {
  const found = crosschecks.find(({ crosscheck }) => crosscheck === id);
  return found && [found.low, found.high, found.verdict];
};

describe("answer(asked, settings) as published", () => {
  const both: readonly (readonly [string, Published])[] = [
    ["core", published.core],
    ["all", published.all],
  ];
  test.each(both)("says of %s what the build publishes, value by value", (_, built) => {
    const found = under({ documents: built.collection });
    expect(found.estimates).toEqual(built.estimates);
    expect(found.bounds).toEqual(built.bounds);
    expect(found.claims).toEqual(built.claims);
    const own = built.crosschecks.map((row) => ({ ...row, collection: built.collection }));
    expect(found.crosschecks).toEqual(own);
  });
});

describe("answer(asked, settings) is one combination of the multiverse", () => {
  const choiceOf = new Map(
    choices.flatMap(({ id, options }) => options.map((option) => [option.id, id] as const)),
  );
  const optionsOf = (row: readonly string[]): ReadonlyMap<string, string> =>
    new Map(
      row.flatMap((option): readonly (readonly [string, string])[] => {
        const choice = choiceOf.get(option);
        return choice === undefined ? [] : [[choice, option]];
      }),
    );

  const rangeOf = (row: Range | null | undefined) => [
    ...[row?.low ?? null, row?.low_inclusive ?? null],
    ...[row?.high ?? null, row?.high_inclusive ?? null, row?.gap ?? null],
  ];

  // with all documents on the last days alone, which takes seconds instead of minutes
  const isAsked = ({ metric, as_of, collection }: PublishedUniverse): boolean =>
    collection === "core" ||
    published.all.estimates.findLast((row) => row.metric === metric)?.as_of === as_of;

  test.each(["core", "all"] as const)("for every combination that %s publishes", (collection) => {
    const rows = published[collection].solidity.universes.filter(isAsked);
    // one for all, so that what is kept from combination to combination is tried too
    const answerTo = answersTo({ ...asked, drawn: [] });
    const wrong = rows.filter((row) => {
      // a choice of documents is a setting of its own
      const settings = {
        ...asPublished(row.as_of ?? "2024-10-03"),
        documents: row.options.includes("documents_core") ? "core" : collection,
        options: optionsOf(row.options),
      } as const;
      const { onDay } = answerTo(settings);
      const at = onDay.find(({ metric }) => metric === row.metric)?.estimate;
      return String(rangeOf(at)) !== String(rangeOf(row));
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });
});

// Oracle: the worked example of the reconciliation note, and arithmetic done by hand.
describe("answer(asked, settings) follows the worked example", () => {
  test("on other days", () => {
    expect(shellsOf(under({}, "2024-02-26"))).toEqual([0.5 * MILLION, 3 * MILLION]);
    expect(shellsOf(under({}, "2024-02-27"))).toEqual([0.5 * MILLION, 6 * MILLION]);
  });

  test("without one origin: [2, 6], [1.6, 6] and at least 2 million", () => {
    expect(shellsOf(under({ without: ["o_rok_mnd_2024_02"] }))).toEqual([2 * MILLION, 6 * MILLION]);
    expect(shellsOf(under({ without: ["o_experts_2024_summer"] }))).toEqual([
      1.6 * MILLION,
      6 * MILLION,
    ]);
    expect(shellsOf(under({ without: ["o_fp_span_2024_10"] }))).toEqual([2 * MILLION, null]);
  });

  test("with all containers of one calibre", () => {
    const february = (option: string) =>
      shellsOf(under({ options: new Map([["load", option]]) }, "2024-02-26"));
    expect(february("all_152")).toEqual([3 * MILLION, 3 * MILLION]);
    expect(february("all_122")).toEqual([0.5 * MILLION, 0.5 * MILLION]);
  });

  test("with other numbers: 11,000 containers of 300 rounds hold 3.3 million", () => {
    const found = under({ numbers: new Map([["p_load_152", 300]]) });
    expect(sumOf(found, "x_containers_as_152")).toEqual([3.3 * MILLION, null, "holds"]);
    expect(shellsOf(found)).toEqual([2 * MILLION, 6 * MILLION]);
  });

  test("with half of the containers of either calibre: the mean of both floors", () => {
    const found = under({ numbers: new Map([["p_share_152", 50]]) });
    const [low] = sumOf(found, "x_containers_as_mix") ?? [];
    expect(low).toBeCloseTo((4_925_373.13 + 820_895.52) / 2, 1);
  });

  test("with 30 of 100 shells that do not work, 4.2 of 6 million do; no core article says a share", () => {
    const found = under({ numbers: new Map([["p_dud_rate", 30]]) });
    expect(sumOf(found, "x_working_high")).toEqual([4.2 * MILLION, 4.2 * MILLION, "finding"]);
    expect(sumOf(under({}), "x_working_high")).toBe(undefined);
  });

  test("with 10,000 rounds of fire a day, 6 million last 600 days", () => {
    const found = under({ numbers: new Map([["p_fire_russia", 10_000]]) });
    expect(sumOf(found, "x_days_of_fire_high")).toEqual([600, 600, "finding"]);
  });

  test("with no load at all, no number of containers is enough", () => {
    const found = under({ numbers: new Map([["p_load_152", 0]]) });
    expect(sumOf(found, "x_containers_for_high")).toEqual([null, null, "not comparable"]);
  });
});

describe("answer(asked, settings) lets fall what rests on what is left out", () => {
  const FALLEN = "rests on a claim that does not count";

  test("arithmetic on an origin", () => {
    const found = under({ without: ["o_rok_mnd_2024_02"] });
    expect(sumOf(found, "x_load_152")).toEqual([null, null, FALLEN]);
    expect(sumOf(found, "x_days_of_fire_high")?.at(-1)).toBe("finding");
  });

  test("a claim is then told as one that does not count", () => {
    const reasonOf = (found: Answers) =>
      found.claims.find(({ claim }) => claim === "c_000_shells_152")?.unused;
    expect(reasonOf(under({}))).toBe(null);
    expect(reasonOf(under({ without: ["o_rok_mnd_2024_02"] }))).toMatch(/left out on request$/u);
    const options = new Map([["load", "all_122"]]);
    expect(reasonOf(under({ options }))).toBe("set aside by the settings");
  });

  test("a choice leaves quantities alone for which it is none", () => {
    const options = new Map([["capacity", "capacity_out"]]);
    const capacityOf = ({ onDay }: Answers) =>
      onDay.find(({ metric }) => metric === "m_rounds_capacity")?.estimate;
    const day = "2025-12-31";
    const plain = under({ documents: "all" }, day);
    expect(capacityOf(plain)).not.toBe(null);
    expect(capacityOf(under({ documents: "all", options }, day))).toEqual(capacityOf(plain));
  });
});

// Oracle: the same question asked of nobody who remembers anything.
test("property: answersTo(asked) keeps nothing that a change of settings touches", () => {
  const days = ["2022-01-01", "2024-02-26", "2024-10-03", "2025-12-31"] as const;
  const numbers = ["p_load_152", "p_fire_russia", "p_dud_rate"] as const;
  const arbitrary = fc.record({
    asOf: fc.constantFrom(...days),
    documents: fc.constantFrom("core" as const, "all" as const, "further" as const),
    options: fc
      .subarray([...choices], { maxLength: 3 })
      .map((some) => new Map(some.map(({ id, options }) => [id, options.at(-1)?.id ?? ""]))),
    without: fc
      .subarray(
        ledger.origins.map(({ id }) => id),
        { maxLength: 3 },
      )
      .map((ids) => ids.toSorted()),
    numbers: fc
      .subarray([...numbers])
      .map((some): Settings["numbers"] => new Map(some.map((id) => [id, 40]))),
  });
  const few = { ...asked, drawn: ["m_shells_delivered"], followed: ["x_containers_as_mix"] };
  const answerTo = answersTo(few);
  fc.assert(
    fc.property(arbitrary, (settings) => {
      expect(answerTo(settings)).toEqual(answer(few, settings));
    }),
    { numRuns: 40 },
  );
});

describe("answer(asked, settings) of some collections", () => {
  test("the further reports alone: the core is not in it, nor arithmetic on it", () => {
    const found = under({ documents: "further" });
    expect(new Set(found.claims.map(({ collection }) => collection))).toEqual(new Set(["further"]));
    // by hand: of the further reports, the floor and the ceiling of early October 2024
    expect(shellsOf(found)).toEqual([1.5 * MILLION, 6.5 * MILLION]);
    const own = new Set(found.claims.map(({ claim }) => claim));
    expect(found.crosschecks.flatMap(({ claims }) => claims).every((id) => own.has(id))).toBe(true);
    expect(found.crosschecks.length).toBeGreaterThan(4);
  });

  test("none leave nothing but what is put in", () => {
    const found = under({ documents: "none", numbers: new Map([["p_output_us", 30_437.5]]) });
    expect(found.claims).toEqual([]);
    expect(found.onDay.filter(({ estimate }) => estimate !== null)).toEqual([]);
    // a month of 30.4375 days
    expect(sumOf(found, "x_us_daily")).toEqual([1000, 1000, "finding"]);
    expect(found.crosschecks.map(({ crosscheck }) => crosscheck)).toEqual(["x_us_daily"]);
  });
});

test("answer(asked, settings) says nothing of a rate on a day for which nobody stated it", () => {
  // Bennett's rate is for 2023
  const rateOn = (day: string) =>
    under({}, day).onDay.find(({ metric }) => metric === "m_fire_rate_russia")?.estimate;
  expect(endsOf(rateOn("2023-06-01"))).toEqual([30_000, 30_000]);
  expect(rateOn("2024-10-03")).toBe(null);
});
