import { describe, expect, test } from "vitest";
import type { Published } from "../../src/published/tables.ts";
import { openChart } from "./drawing.ts";
import { claim, estimate, nothing, published, statement } from "./made-up.ts";

/** The title of a chart of some rows. */
const titleOf = (name: string, data: Partial<Published>): string | undefined =>
  openChart([name], { ...nothing, ...data })?.title;

const { claims, estimates } = published;

describe("titles say what rows say, and no more", () => {
  test("shells-over-time: two ranges on the last day on which both have two ends", () => {
    expect(titleOf("shells-over-time", published)).toBe(
      "By the end of 2024: 2–4 or 4.95–5.6 million shells",
    );
  });

  test("shells-over-time: a floor where no ceiling is known", () => {
    const open = [estimate({ to: "2024-09-28", low: 5e6, low_inclusive: false })];
    expect(titleOf("shells-over-time", { claims, estimates: open })).toBe(
      "By 28 September 2024: over 5 million shells",
    );
  });

  test("shells-over-time: nothing where nothing binds", () => {
    expect(titleOf("shells-over-time", { claims })).toBe("How many shells came is not stated");
  });

  test("containers-over-time: no clash without a conflict", () => {
    const containers = estimates.map((row) => ({ ...row, metric: "m_containers_delivered" }));
    const clash = { ...published.conflicts[0], series: "m_containers_delivered" };
    const testimony = ["c_bob_containers", "c_cy_containers"];
    const conflicts = [{ ...clash, testimony }] as unknown as Published["conflicts"];
    const data = { claims, estimates: containers };
    expect(titleOf("containers-over-time", data)).not.toContain("clash");
    expect(titleOf("containers-over-time", { ...data, conflicts })).toContain(
      "in February 2024 two counts clash",
    );
  });

  test("fire-over-time: two figures of one month where they exclude each other, else one", () => {
    expect(titleOf("fire-over-time", published)).toBe(
      "January 2023: 5,000 or about 20,000 Russian rounds a day",
    );
    expect(titleOf("fire-over-time", { claims })).toBe(
      "Ann Other: 5,000 rounds a day, January 2023",
    );
  });

  test("output-over-time: a plan is more than what is made only if it is", () => {
    expect(titleOf("output-over-time", { claims })).toBe(
      "Plans exceed reported output in the United States",
    );
    const modest = claims.map((row) =>
      row.modality === "target" ? { ...row, low: 1000, high: 1000 } : row,
    );
    expect(titleOf("output-over-time", { claims: modest })).not.toContain("exceed");
  });

  test("what-assumptions-do: a source more is wrong only where one must be", () => {
    expect(titleOf("what-assumptions-do", published)).toBe(
      "If containers were full of shells, at least two figures are wrong",
    );
    const same = estimates.map((row) => ({ ...row, fewest_wrong: 1 }));
    expect(titleOf("what-assumptions-do", { claims, estimates: same })).toBe(
      "No assumption moves 2–4 or 4.95–5.6 million shells",
    );
  });

  test("conflicts: pairs are counted, sets at odds in words alone are not", () => {
    expect(titleOf("conflicts", published)).toBe("Two pairs of figures cannot both be right");
  });

  test("known-when: the floor falls or rises, as the last two answers do", () => {
    expect(titleOf("known-when", published)).toBe(
      "In November 2025 the floor fell from 5 million to 2 million",
    );
    const rising = published.hindsight.slice(0, 2);
    expect(titleOf("known-when", { ...published, hindsight: rising })).toBe(
      "In October 2024 the floor rose from 1 million to 5 million",
    );
  });

  test("food-trade: a factor between two amounts in one unit", () => {
    expect(titleOf("food-trade", published)).toBe("Rice from Lyonesse: 20 times the grain from Ys");
  });

  test("stances: only what is affirmed and denied or doubted is contested", () => {
    expect(titleOf("stances", published)).toBe(
      "One of 2 sentences is both affirmed and doubted or denied",
    );
    const only = [statement({}), statement({ stance: "says_unknown" })];
    expect(titleOf("stances", { statements: only })).toBeUndefined();
  });

  test("kinds-of-change: the kind that was found most often", () => {
    expect(titleOf("kinds-of-change", published)).toBe(
      "“More than” was added: two of 3 changes found",
    );
    const twice = [...published.mutations, ...published.mutations.slice(0, 1)];
    expect(titleOf("kinds-of-change", { mutations: twice })).toBe(
      "Two kinds of change lead, found two times each",
    );
  });

  test("quantity: the newest figure that is no plan and was not changed", () => {
    const open = (own: readonly ReturnType<typeof claim>[]): string | undefined =>
      openChart(["quantity", "m_guns"], { ...nothing, claims: own })?.title;
    const guns = {
      metric: "m_guns",
      metric_label: "Guns",
      measure: "level",
      unit: "guns",
    } as const;
    const told = claim({ ...guns, low: 50, high: 50 });
    const day = { first_day: "2025-01-01", last_day: "2025-01-31", low: 200, high: 200 };
    expect(open([told, claim({ ...guns, ...day, modality: "planned" })])).toBe(
      "Guns: 50 (March 2024)",
    );
    expect(open([told, claim({ ...guns, ...day, repeats: "distorted" })])).toBe(
      "Guns: 50 (March 2024)",
    );
    expect(open([told, claim({ ...guns, ...day })])).toBe("Guns: 200 (January 2025)");
  });
});

describe("the five articles alone", () => {
  test("are what a chart of the core is drawn of", () => {
    const opened = openChart(["shells-over-time"], published, "core");
    const ids = claims.filter(({ collection }) => collection === "core").map((row) => row.claim);
    expect(opened?.claims.every((id) => ids.includes(id))).toBe(true);
  });

  test("have nothing to draw where they say nothing", () => {
    expect(openChart(["could-hold"], published, "core")).toBeNull();
    expect(openChart(["known-when"], published, "core")).toBeNull();
  });
});
