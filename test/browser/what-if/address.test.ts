import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Settable,
  fromQuery,
  isBegun,
  isDay,
  isPossible,
  numberIn,
  toQuery,
} from "../../../src/browser/what-if/address.ts";
import { readLedger } from "../../../src/ledger/read.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";
import { type Settings, asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const settable: Settable = {
  ...{ ledger, version: "0123456789ab", asOf: "2024-10-03" },
  choices: choicesIn(ledger),
  dials: dialsIn(ledger),
};

const arbitrarySettings: fc.Arbitrary<Settings> = fc
  .record({
    asOf: fc
      .integer({ min: 0, max: 5000 })
      .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)),
    documents: fc.constantFrom("core", "all", "further", "none"),
    options: fc
      .subarray([...settable.choices])
      .map((choices) => choices.map(({ id, options }) => [id, options.at(-1)?.id ?? ""] as const)),
    numbers: fc
      .subarray([...settable.dials])
      .chain((dials) =>
        fc.tuple(
          ...dials.map(({ id, to }) =>
            fc
              .oneof(fc.constant(0), fc.double({ min: 1e-6, max: to, noNaN: true }))
              .map((value) => [id, value] as const),
          ),
        ),
      ),
    without: fc.subarray(ledger.origins.map(({ id }) => id)),
  })
  .map(({ options, numbers, without, ...rest }) => ({
    ...rest,
    options: new Map(options),
    numbers: new Map(numbers),
    without: without.toSorted(),
  }));

describe("fromQuery(toQuery(settings))", () => {
  test("property: is the identity, whatever is set", () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        expect(fromQuery(toQuery(settings, settable), settable)).toEqual({
          settings,
          problems: [],
        });
      }),
    );
  });

  test("nothing set is no query", () => {
    expect(toQuery(asPublished("2024-10-03"), settable)).toBe("");
    expect(fromQuery("", settable).settings).toEqual(asPublished("2024-10-03"));
  });

  test("a query ends with the state of the data", () => {
    const settings = { ...asPublished("2024-10-03"), documents: "all" as const };
    expect(toQuery(settings, settable)).toBe("?documents=all&data=0123456789ab");
  });
});

describe("fromQuery(search, settable) tells what it does not take, and leaves that as published", () => {
  test.each([
    "?without=o_nobody",
    "?load=all_of_gold",
    "?p_load_152=-1",
    "?p_load_152=",
    "?p_load_152=1e999",
    "?p_load_152=1e308",
    "?p_load_152=0x1F4",
    "?p_load_152=1000000001",
    "?p_fire_russia=0.0000001",
    "?p_dud_rate=101",
    "?day=0000-01-01",
    "?day=2024-02-30",
    "?documents=nobody",
    "?__proto__=1",
    "?constructor=1",
    "?<script>=1",
  ])("%s", (search) => {
    const { settings, problems } = fromQuery(search, settable);
    expect(settings).toEqual(asPublished("2024-10-03"));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^The address says .* which this page does not take/u);
  });

  test("another state of the data, but follows the settings", () => {
    const { settings, problems } = fromQuery("?documents=all&data=ffffffffffff", settable);
    expect(settings.documents).toBe("all");
    expect(problems).toEqual([
      "The address was made with another state of the data, ffffffffffff; these are answers from 0123456789ab.",
    ]);
  });

  test.each([
    ["?load=all_152&load=load_mix", "load"],
    ["?load=load_mix&load=all_152", "load"],
    ["?documents=all&documents=core", "documents"],
    ["?p_dud_rate=5&p_dud_rate=", "p_dud_rate"],
    ["?day=2024-02-26&day=2024-02-27", "day"],
  ])("takes the first of a word that stands twice: %s", (search, word) => {
    const first = search.split("&")[0] ?? "";
    expect(fromQuery(search, settable)).toEqual({
      settings: fromQuery(first, settable).settings,
      problems: [`The address says ${word} more than once: the first is taken.`],
    });
  });

  test("no origin that is left out is said too often", () => {
    const search = "?without=o_rok_mnd_2024_02&without=o_fp_span_2024_10";
    expect(fromQuery(search, settable).settings.without).toHaveLength(2);
  });

  test("many states of the data give few sentences", () => {
    const search = `?${Array.from({ length: 300 }, (_, at) => `data=x${at}`).join("&")}`;
    expect(fromQuery(search, settable).problems).toHaveLength(5);
  });

  test("a long address full of words gives few sentences", () => {
    const search = `?${Array.from({ length: 5000 }, (_, at) => `w${at}=${"x".repeat(99)}`).join("&")}`;
    const { problems } = fromQuery(search, settable);
    expect(problems).toHaveLength(5);
    expect(problems.join("").length).toBeLessThan(1000);
  });
});

test("numberIn(text) takes a comma between thousands, and none before decimals", () => {
  expect(["30000", "30,000", "1,234,567.8", "447.76", "0"].map(numberIn)).toEqual([
    30_000, 30_000, 1_234_567.8, 447.76, 0,
  ]);
  for (const text of ["447,76", "1,23,456", "30.000,5", "-1", "1e5", "", "12 000", "0x10"])
    expect(numberIn(text)).toBe(Number.NaN);
});

test("isDay(text) is a day of the calendar", () => {
  expect(["2024-02-29", "2024-12-31"].map(isDay)).toEqual([true, true]);
  expect(["2023-02-29", "2024-13-01", "2024-2-1", "0000-01-01", "", "0"].map(isDay)).not.toContain(
    true,
  );
});

test("isPossible(value, dial) refuses what is negative, endless, or above all", () => {
  expect([0, 0.5, 1e9].map((value) => isPossible(value, { unit: "rounds" }))).not.toContain(false);
  expect([100, 0].map((value) => isPossible(value, { unit: "percent" }))).not.toContain(false);
  const wrong = [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e10, 1e-9];
  expect(wrong.map((value) => isPossible(value, { unit: "rounds" }))).not.toContain(true);
  expect(isPossible(100.1, { unit: "percent" })).toBe(false);
});

test("isBegun(text) waits for what the next digits can make a number", () => {
  expect(["30,", "30,0", "1,234,", "30.", "447,76"].filter((text) => !isBegun(text))).toEqual([]);
  // numbers already, or never; an empty field has all before it
  expect(["30", "30,000", "-3", "3x", "1234,", "1.2.", ""].filter(isBegun)).toEqual([""]);
});
