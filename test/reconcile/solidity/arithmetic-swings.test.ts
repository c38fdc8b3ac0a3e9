import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import type { Ledger } from "../../../src/ledger/tables.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import type { PublishedArithmeticSwing } from "../../../src/reconcile/solidity/rows.ts";
import { answer } from "../../../src/reconcile/what-if/answers.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";
import { type Settings, asPublished } from "../../../src/reconcile/what-if/settings.ts";
import { assumption, claim, crosscheck, formulaOf, ledger, metric } from "../../fixtures/ledger.ts";
import { workedExample } from "../../fixtures/worked-example.ts";

const FALLEN = "rests on a claim that does not count";

const swingsOf = (id: string, from: Ledger): readonly PublishedArithmeticSwing[] =>
  publish(from).core.solidity.arithmeticSwings.filter(({ crosscheck: own }) => own === id);

const findingOf = (id: string, from: Ledger) =>
  publish(from).core.solidity.findings.find(({ finding }) => finding === id);

describe("publish(ledger).solidity.arithmeticSwings of the worked example", () => {
  test("11,000 containers of 152-mm shells fall with the other calibre and with capacities", () => {
    // the load is 3,000,000 shells that 6,700 containers could hold: all 122-mm or no
    // capacities take that claim away, all 152-mm keeps it; rounding is none of arithmetic
    expect(
      swingsOf("x_floor_152", workedExample).map((row) => [row.setting, row.verdict, row.moves]),
    ).toEqual([
      ["all_122", FALLEN, true],
      ["capacity_out", FALLEN, true],
      ["all_152", "finding", false],
    ]);
  });

  test("a finding counts choices, and those that move it", () => {
    expect(findingOf("x_floor_152", workedExample)).toMatchObject({
      choices: 2,
      moving_choices: ["load", "capacity"],
      universes: null,
      distinct_ranges: null,
    });
    // fire by a ratio: no choice touches either
    expect(findingOf("x_ukraine", workedExample)).toMatchObject({
      choices: 0,
      moving_choices: [],
      universes: 1,
      distinct_ranges: 1,
    });
  });

  test("a reading that is not chosen takes along what rests on it", () => {
    const readings: Ledger = {
      ...workedExample,
      claims: workedExample.claims.map((row) =>
        row.id === "c_fire" ? { ...row, alternative: "words/p_fire" } : row,
      ),
      assumptions: [
        ...workedExample.assumptions,
        assumption({ id: "p_fire" }),
        assumption({ id: "p_aim", default: "off" }),
      ],
    };
    const other = claim({
      id: "c_aim",
      metric: "m_fire_ratio",
      alternative: "words/p_aim",
      low: 1,
    });
    const twice = { ...readings, claims: [...readings.claims, other] };
    expect(
      swingsOf("x_ukraine", twice).map((row) => [row.moved, row.setting, row.verdict]),
    ).toEqual([["words", "p_aim", FALLEN]]);
  });
});

describe("publish(ledger).solidity.arithmeticSwings of numbers", () => {
  const day = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };
  const rates = (...more: Ledger["claims"]): Ledger =>
    ledger({
      metrics: [
        metric({ id: "m_total" }),
        metric({ id: "m_rate", cumulative: "no", unit: "a day" }),
      ],
      claims: [
        claim({ id: "c_total", metric: "m_total", best: 100, ...day }),
        claim({ id: "c_rate", metric: "m_rate", best: 10, ...day }),
        ...more,
      ],
      assumptions: [
        assumption({ id: "p_rate", metric: "m_rate", derived_from: formulaOf("c_rate") }),
      ],
      crosschecks: [crosscheck("x_days", "c_total / p_rate")],
    });
  const rowsOf = (from: Ledger) =>
    swingsOf("x_days", from).map((row) => [
      ...[row.setting, row.value, row.value_unit, row.stated_by.join(" ")],
      ...[row.low, row.high, row.reach],
    ]);

  test("a hundred last 20 days at the lowest rate that is stated and 5 at the highest", () => {
    const slow = claim({ id: "c_slow", metric: "m_rate", origin: "o_two", best: 5, ...day });
    const most = { low: null, best: null, high: 20, bound: "at_most" as const };
    const fast = claim({ id: "c_fast", metric: "m_rate", origin: "o_three", ...most, ...day });
    // published: 10 days; twice as many, or half
    expect(rowsOf(rates(slow, fast))).toEqual([
      ["low", 5, "a day", "c_slow", 20, 20, 1],
      ["high", 20, "a day", "c_fast", 5, 5, 0.5],
    ]);
  });

  test("what does not count moves nothing, and a number with one value has no row", () => {
    expect(rowsOf(rates())).toEqual([]);
    const wrong = { metric: "m_rate", best: 1000, repeats: "distorted" as const, ...day };
    const planned = { metric: "m_rate", best: 900, modality: "planned" as const, ...day };
    expect(
      rowsOf(rates(claim({ id: "c_wrong", ...wrong }), claim({ id: "c_plan", ...planned }))),
    ).toEqual([]);
  });

  test("a range of ours moves by its own ends, stated by no claim", () => {
    const ours = rates();
    const share = assumption({ id: "p_rate", metric: "m_rate", low: 5, high: 50 });
    // 2 to 20 days as published
    expect(rowsOf({ ...ours, assumptions: [share] })).toEqual([
      ["low", 5, "a day", "", 20, 20, 9],
      ["high", 50, "a day", "", 2, 2, 0.9],
    ]);
  });

  test("a number that it is held against can turn the verdict alone", () => {
    const slow = claim({ id: "c_slow", metric: "m_rate", origin: "o_two", best: 5, ...day });
    const held = crosscheck("x_held", "c_total / 10", { against: formulaOf("p_rate") });
    const days = rates(slow);
    const rows = swingsOf("x_held", { ...days, crosschecks: [...days.crosschecks, held] });
    expect(rows.map((row) => [row.setting, row.low, row.verdict, row.moves, row.reach])).toEqual([
      ["low", 10, "fails", true, 0],
      ["high", 10, "holds", false, 0],
    ]);
  });
});

// Oracle: the answers of /what-if, which are asked of the whole ledger.
describe("publish(ledger).solidity.arithmeticSwings of the tables in data/", () => {
  const { ledger: all } = readLedger("data", { articles: null });
  const published = publish(all);
  const asked = { ledger: all, claims: published.all.claims, choices: choicesIn(all), drawn: [] };

  const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
  const saidOf = (row: PublishedArithmeticSwing | (typeof published.all.crosschecks)[number]) => [
    ...[row.low, row.low_inclusive, row.high, row.high_inclusive, row.verdict],
  ];

  /** Cross-checks that /what-if has otherwise than published, and what it has instead. */
  function movedUnder(collection: "core" | "all", settings: Partial<Settings>) {
    const found = answer(asked, {
      ...asPublished("2024-10-03"),
      documents: collection,
      ...settings,
    });
    const before = new Map(published[collection].crosschecks.map((row) => [row.crosscheck, row]));
    return found.crosschecks.flatMap((row) => {
      const own = before.get(row.crosscheck);
      return own && isSame(saidOf(own), saidOf(row)) ? [] : [[row.crosscheck, ...saidOf(row)]];
    });
  }

  const rowsUnder = (collection: "core" | "all", moved: string, setting: string) => {
    const { crosschecks, solidity } = published[collection];
    const order = crosschecks.map(({ crosscheck: id }) => id);
    return solidity.arithmeticSwings
      .filter((row) => row.moved === moved && row.setting === setting && row.moves)
      .toSorted((a, b) => order.indexOf(a.crosscheck) - order.indexOf(b.crosscheck))
      .map((row) => [row.crosscheck, ...saidOf(row)]);
  };

  test.each(["core", "all"] as const)(
    "say of %s under each choice what /what-if says",
    (which) => {
      for (const choice of asked.choices)
        for (const { id } of choice.options.slice(1)) {
          const options = new Map([[choice.id, id]]);
          expect(rowsUnder(which, choice.id, id), id).toEqual(movedUnder(which, { options }));
        }
    },
    60_000,
  );

  test.each(["core", "all"] as const)(
    "say of %s at each number what /what-if says",
    (which) => {
      const rows = published[which].solidity.arithmeticSwings.filter(
        ({ kind }) => kind === "number",
      );
      for (const { moved, setting, value } of rows) {
        const numbers = new Map([[moved, value ?? NaN]]);
        expect(rowsUnder(which, moved, setting)).toEqual(movedUnder(which, { numbers }));
      }
      const dials = dialsIn(all).map(({ id }) => id);
      expect(rows.filter(({ moved }) => !dials.includes(moved))).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    },
    60_000,
  );

  test("fall with the core articles alone where they rest on a further report", () => {
    const further = published.all.crosschecks.filter(({ collection }) => collection === "all");
    const falling = published.all.solidity.arithmeticSwings.filter(
      ({ setting }) => setting === "documents_core",
    );
    expect(falling.map((row) => [row.crosscheck, row.verdict])).toEqual(
      further.map((row) => [row.crosscheck, FALLEN]),
    );
  });

  test("20 of 25 core cross-checks fall or move under a single choice, as an audit counted", () => {
    const own = published.core.solidity.findings.filter(({ kind }) => kind === "cross-check");
    expect(own).toHaveLength(25);
    expect(own.filter(({ moving_choices }) => moving_choices.length > 0)).toHaveLength(20);
    const movingOf = (id: string) => own.find(({ finding }) => finding === id)?.moving_choices;
    expect(movingOf("x_days_of_fire_experts")).toContain("summer");
    expect(movingOf("x_load_152")).toContain("capacity");
  });
});
