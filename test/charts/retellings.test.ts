import { describe, expect, test } from "vitest";
import { asMultiple, doublingAxis, movedRows } from "../../src/charts/retelling-factors.ts";
import { retellingRows } from "../../src/charts/retelling-rows.ts";
import { chart } from "../../src/charts/retellings.ts";
import { published } from "./drawing.ts";

const rows = retellingRows(published);

describe("retellingRows(published)", () => {
  test("changes come first, in the order of their kinds, then what was kept", () => {
    expect(
      rows.map(({ claims, statement, kind_label }) => [statement ?? claims, kind_label]),
    ).toEqual([
      ["c_troops_year", "A monthly average was invented"],
      ["c_troops_floor", "“At least” was added"],
      ["c_troops_year", "“At least” was added"],
      ["t_a1", "The sender changed"],
      ["c_troops", null],
      ["c_troops_again", null],
      ["c_guard", null],
      ["c_guard_again", null],
    ]);
  });

  test("tell the figure as the document has it, and the speaker of a statement", () => {
    expect(rows[1]?.words).toBe("at least 12,000 soldiers");
    expect(rows[5]?.words).toBe("about 12,000 soldiers");
    expect(rows[3]).toMatchObject({ origin_label: "Ministry One, Capital", words: null });
  });
});

describe("chart.title(rows)", () => {
  test("counts a figure with two changes once", () => {
    expect(chart.title(rows)).toBe(
      "Of 2 changed figures, 1 got another number, the others another meaning",
    );
  });

  test("says it where no number changed, and where nothing did", () => {
    const meaning = rows.filter(({ number }) => number !== "changed");
    expect(chart.title(meaning)).toBe("1 retold figure changed in meaning, none in its number");
    expect(chart.title(rows.filter(({ changes }) => changes === null))).toBe(
      "No change is known in any retold figure",
    );
  });
});

describe("movedRows(rows)", () => {
  test("keeps each figure once, and none whose digits stayed", () => {
    expect(movedRows(rows).map(({ claims, factor }) => [claims, factor])).toEqual([
      ["c_troops_year", 1 / 12],
    ]);
  });
});

describe("doublingAxis(factors)", () => {
  test("runs from a half to the double around 1", () => {
    expect(doublingAxis([1.2])).toMatchObject({ domain: [0.5, 2], ticks: [0.5, 1, 2] });
  });

  test("widens in doubles, with 1 among few ticks", () => {
    expect(doublingAxis([1 / 12, 3])).toMatchObject({
      domain: [1 / 16, 4],
      ticks: [1 / 16, 1 / 4, 1, 4],
    });
  });
});

test("asMultiple(factor) says unit fractions as such", () => {
  expect([1 / 12, 0.25, 0.4, 1, 1.25, 3].map(asMultiple)).toEqual([
    "1/12",
    "1/4",
    "0.4",
    "1",
    "1.3",
    "3",
  ]);
});
