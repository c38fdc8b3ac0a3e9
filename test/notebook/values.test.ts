import { describe, expect, test } from "vitest";
import { UnknownReference } from "../../src/notebook/publication-types.ts";
import { anchorOf } from "../../src/notebook/reference.ts";
import { formulaInNumbers, valueAt } from "../../src/notebook/values.ts";
import { formulaOf } from "../fixtures/ledger.ts";
import { chartLedger } from "../fixtures/chart-ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

// Oracle: the worked example of the reconciliation note, and the words that docs/style asks for.

const model = modelOf(workedExample);
const text = (reference: string) => valueAt(reference, model).text;

describe("valueAt(reference, model)", () => {
  test.each([
    ["c_containers", "about 6,700"],
    ["c_containers.low", "6,700"],
    ["c_containers_floor", "at least 11,000"],
    ["c_c", "1.6 to below 6 million"],
    ["c_c.low", "1.6 million"],
    ["c_ratio", "at least 3 to 1"],
    ["c_b.high", "not stated"],
  ])("a claim as the document has it: {{%s}} is %s", (reference, expected) => {
    expect(text(reference)).toBe(expected);
  });

  test.each([
    ["x_load_152", "448"],
    ["x_load_152|full", "447.76"],
    ["x_floor_152", "at least 4.9 million"],
    ["x_ukraine", "up to 10,000"],
    ["p_load_122", "75"],
  ])("what is computed, rounded for prose: {{%s}} is %s", (reference, expected) => {
    expect(text(reference)).toBe(expected);
  });

  // Oracle: the worked example of the reconciliation note.
  test.each([
    ["m_shells_delivered@2024-02-26", "not stated"],
    ["m_shells_delivered@2024-02-27+spans", "below 6 million"],
    ["m_shells_delivered@2024-02-26+contents", "450,000 to 3.3 million"],
    ["m_shells_delivered@2024-10-03", "at least 2 million"],
    ["m_shells_delivered@2024-10-03+spans", "2 to below 6 million"],
    ["m_shells_delivered@2024-10-03+spans.high", "6 million"],
    ["m_fire_rate_russia@2023-06-01", "30,000"],
    ["m_output_us@2023-06-01", "27,000 to 33,000"],
  ])("an estimate on a day: {{%s}} is %s", (reference, expected) => {
    expect(text(reference)).toBe(expected);
  });

  test("an estimate names the command that computes it", () => {
    expect(valueAt("m_shells_delivered@2024-10-03+core+spans", model).formula).toBe(
      "npm run reconcile -- --metric m_shells_delivered --as-of 2024-10-03 --collection core --assume spans",
    );
  });

  test("a computed value names the claims and assumptions it rests on", () => {
    const value = valueAt("x_floor_152", model);
    expect(value.claims).toEqual(["c_containers_floor", "c_a_152", "c_containers"]);
    expect(value.assumptions).toEqual(["p_load_152"]);
  });

  test.each([
    ["count.claims", "9"],
    ["count.mutations", "0"],
    ["count.core|Word", "One"],
    ["count.core|word", "one"],
    ["data.version", "000000000000"],
  ])("the tables themselves: {{%s}} is %s", (reference, expected) => {
    expect(text(reference)).toBe(expected);
  });

  // Counted by hand in test/fixtures/chart-ledger.ts: four documents tell o_troops, two o_guard;
  // of the first two figures are changed, one of them in its number too; a statement is changed.
  test.each([
    ["count.mutations", "4"],
    ["count.mutations_inferred", "2"],
    ["count.mutations_translation", "2"],
    ["count.mutations_statements", "1"],
    ["count.retellings", "6"],
    ["count.retellings_changed", "2"],
    ["count.retellings_unchanged", "4"],
    ["count.retellings_number", "1"],
    ["count.retold_origins", "2"],
  ])("changes on the way: {{%s}} is %s", (reference, expected) => {
    expect(valueAt(reference, modelOf(chartLedger)).text).toBe(expected);
  });

  test.each([
    "c_nothing",
    "c_containers.median",
    "m_shells_delivered",
    "m_shells_delivered@2024-10-03.mean",
    "count.opinions",
    "data.colour",
    "12",
    "c_containers; c_b",
  ])("{{%s}} leads nowhere", (reference) => {
    expect(() => valueAt(reference, model)).toThrow(UnknownReference);
  });
});

test("valueAt(reference, model) refuses what rests on a withdrawn claim", () => {
  const withdrawn = modelOf({
    ...workedExample,
    claims: workedExample.claims.map((row) =>
      row.id === "c_containers" ? { ...row, status: "retracted" } : row,
    ),
  });
  for (const reference of ["c_containers", "p_load_152", "x_floor_152"])
    expect(() => valueAt(reference, withdrawn), reference).toThrow(UnknownReference);
  expect(valueAt("c_containers_floor", withdrawn).text).toBe("at least 11,000");
});

test("formulaInNumbers(term, model) puts the numbers in, with their doubt", () => {
  const show = (formula: string) => formulaInNumbers(formulaOf(formula).term, model);
  expect(show("c_a_152 / c_containers")).toBe("3,000,000 ÷ 6,700");
  expect(show("c_containers_floor * (c_a_152 / c_containers)")).toBe(
    "(at least 11,000) × (3,000,000 ÷ 6,700)",
  );
});

test("anchorOf(reference) holds only characters that need no escaping in an address", () => {
  expect(anchorOf("m_shells_delivered@2024-10-03+all.low|3")).toMatch(/^[\w.-]+$/u);
});
