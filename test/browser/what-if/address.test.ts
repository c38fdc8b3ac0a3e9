import { describe, expect, test } from "vitest";
import { queryOf, settingFrom } from "../../../src/browser/what-if/address.ts";
import type { EligibleClaim } from "../../../src/amount/rows.ts";
import type { Known, Setting } from "../../../src/notebook/what-if/known.ts";

const published: Setting = {
  ...{ metric: "m_a", day: "2024-10-03", collection: "all", assume: "stated" },
  ...{ without: [], readings: {}, numbers: {} },
};
const quantity = (id: string) => ({
  ...{ id, label: id, unit: "things", measure: "total", series: id },
  ...{ parts: [], wholes: [] },
});
const choice = {
  ...{ id: "p_x|p_y", label: "a phrase", published: "p_x" },
  options: ["p_x", "p_y"].map((id) => ({ id, label: id })),
};
const evidence = {
  eligible: [{ origin: "o_1", institution: "a_1" } as EligibleClaim],
  opening: null,
  choices: [choice],
};
const known = {
  published,
  quantities: [quantity("m_a"), quantity("m_b")],
  evidence: { core: { ...evidence, choices: [] }, all: evidence },
  parameters: [
    { id: "p_load", label: "Load", unit: "rounds", most: 1e6 },
    { id: "p_share", label: "Share", unit: "percent", most: 100 },
  ],
} as unknown as Known;

describe("settingFrom(query, known)", () => {
  test("an address without a query is as published", () => {
    expect(settingFrom("", known)).toEqual({ setting: published, problems: [] });
    expect(queryOf(published, known)).toBe("");
  });

  test("what is set comes back from the address", () => {
    const setting: Setting = {
      ...{ metric: "m_b", day: "2024-02-29", collection: "all", assume: "contents" },
      ...{ without: ["a_1", "o_1"], readings: { "p_x|p_y": "p_x|p_y" }, numbers: { p_load: 1.5 } },
    };
    expect(settingFrom(queryOf(setting, known), known)).toEqual({ setting, problems: [] });
  });

  test.each([
    "quantity=m_nowhere",
    "quantity=__proto__",
    "day=2024-02-30",
    "day=2024-13-01",
    "day=99999-01-01",
    "documents=<script>alert(1)</script>",
    "assume=toString",
    "without=o_nobody",
    "reading=p_z",
    "p_load=NaN",
    "p_load=Infinity",
    "p_load=-1",
    "p_load=1e9",
    `p_load=${"9".repeat(400)}`,
    "p_share=100.5",
    "doc=core",
    `${"x".repeat(400)}=1`,
  ])("%s is told and changes nothing", (query) => {
    const { setting, problems } = settingFrom(`?${query}`, known);
    expect(setting).toEqual(published);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.length).toBeLessThan(120);
  });

  test("of what is given twice the first counts, and it is told", () => {
    const { setting, problems } = settingFrom("?day=2024-02-29&day=2025-01-01", known);
    expect(setting.day).toBe("2024-02-29");
    expect(problems).toHaveLength(1);
  });

  test("an address full of nonsense is told in a few sentences", () => {
    const query = Array.from({ length: 500 }, (_, at) => `without=o_${String(at)}`).join("&");
    expect(settingFrom(`?${query}`, known).problems).toHaveLength(5);
  });

  test("a reading that only other documents have is told too", () => {
    expect(settingFrom("?documents=core&reading=p_y", known).problems).toHaveLength(1);
  });
});
