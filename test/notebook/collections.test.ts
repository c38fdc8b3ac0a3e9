import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { besideBlock } from "../../src/notebook/blocks/beside.ts";
import { faredBlock } from "../../src/notebook/blocks/fared.ts";
import { ledgerBlock } from "../../src/notebook/blocks/ledger.ts";
import { sureBlock } from "../../src/notebook/blocks/sure.ts";
import { charts } from "../../src/notebook/charts.ts";
import { figureFiles, figureHtml } from "../../src/notebook/figure.ts";
import { publishTables } from "../../src/notebook/tables.ts";
import { valueAt } from "../../src/notebook/values.ts";
import { coreLedger, furtherLedger } from "../fixtures/further-ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { JSDOM } from "jsdom";

const [core, further] = [modelOf(coreLedger), modelOf(furtherLedger)];
const names = [...charts.keys()];

function chart(name: string) {
  const found = charts.get(name);
  if (!found) throw new Error(`no chart ${name}`);
  return found;
}

const figureOf = (name: string, model: typeof core): Element => {
  const { document } = new JSDOM(figureHtml(chart(name), model).html).window;
  const figure = document.querySelector("figure");
  if (!figure) throw new Error("no figure");
  return figure;
};

const textsOf = (panel: Element | null) =>
  ["h3", ".subtitle", ".narrow", ".wide", ".note", ".source", "table"].map(
    (selector) => panel?.querySelector(selector)?.outerHTML,
  );

describe("figureHtml(chart, model)", () => {
  test.each(names)("%s has no switch where no further document is", (name) => {
    expect(figureOf(name, core).querySelector("input, .panel")).toBeNull();
  });

  test.each(names)("%s shows of the core the same with and without further reports", (name) => {
    const alone = figureOf(name, core);
    const beside = figureOf(name, further);
    const panel = beside.querySelector(".panel.core") ?? beside;
    expect(textsOf(panel)).toEqual(textsOf(alone));
  });

  test("a chart that further reports change has two complete panels, the core chosen", () => {
    const figure = figureOf("shells-over-time", further);
    const panels = [...figure.querySelectorAll("figure.panel")];
    expect(panels.map((panel) => textsOf(panel).includes(undefined))).toEqual([false, false]);
    const inputs = [...figure.querySelectorAll("input")];
    expect(inputs.map(({ value, checked }) => [value, checked])).toEqual([
      ["core", true],
      ["further", false],
    ]);
    expect(
      inputs.map((input) => input.parentElement?.textContent.replace(/\s+/gu, " ").trim()),
    ).toEqual(["Core articles (4)", "With further reports (10)"]);
    expect(figure.querySelector("legend")?.textContent).toBe("Documents");
    const links = panels.map((panel) =>
      panel.querySelector('a[href$=".csv"]')?.getAttribute("href"),
    );
    expect(links).toEqual([
      "/figures/shells-over-time.csv",
      "/figures/shells-over-time-further.csv",
    ]);
  });

  test("a chart that stays with the core says why", () => {
    const figure = figureOf("stock-in-other-units", further);
    expect(figure.querySelector("input")).toBeNull();
    expect(figure.textContent).toContain("Core articles only: the conversions are of the claims");
  });

  test("no two elements of a switched figure share an id", () => {
    const ids = [...figureOf("shells-over-time", further).querySelectorAll("[id]")].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("figureFiles(chart, model) names the files of both", () => {
    const namesOf = (model: typeof core) =>
      figureFiles(chart("shells-over-time"), model).map(([name]) => name);
    expect(namesOf(core)).toEqual(["shells-over-time"]);
    expect(namesOf(further)).toEqual(["shells-over-time", "shells-over-time-further"]);
  });
});

describe("publishTables(model)", () => {
  const rowsOf = (model: typeof core, name: string) =>
    parse<Record<string, string>>(publishTables(model).get(name) ?? "", { columns: true });

  test.each(["claims", "estimates", "without", "bounds", "crosschecks", "statements", "support"])(
    "%s.csv has the core's rows as they are without further documents",
    (name) => {
      const rows = rowsOf(further, name).filter(({ collection }) => collection === "core");
      expect(rows).toEqual(rowsOf(core, name));
    },
  );

  test("estimates.csv has both collections, and the gap where claims conflict", () => {
    const rows = rowsOf(further, "estimates");
    expect(new Set(rows.map(({ collection }) => collection))).toEqual(new Set(["core", "all"]));
    const conflicts = rows.filter(({ gap }) => gap !== "");
    expect(conflicts.length).toBeGreaterThan(0);
    for (const { low, high, gap } of conflicts)
      expect(Number(low) - Number(high)).toBe(Number(gap));
    const others = rows.filter(({ low, high, gap }) => gap === "" && low !== "" && high !== "");
    expect(others.filter(({ low, high }) => Number(low) > Number(high))).toEqual([]);
  });
});

describe("valueAt(reference, model) tells core and further documents apart", () => {
  // The fixture adds eight claims of four origins in six documents to nineteen claims in four.
  test.each([
    ["count.core_claims", "19"],
    ["count.further_claims", "8"],
    ["count.claims", "27"],
    ["count.further", "6"],
    ["count.further_origins", "4"],
    ["count.core_conflicts", "0"],
    ["count.further_conflicts", "1"],
    ["m_shells_delivered@2024-10-03", "2 to 6 million"],
    ["m_shells_delivered@2024-10-03+all", "2.5 to 5 million"],
    [
      "m_containers_delivered@2024-12-31+all|full",
      "claims conflict: at least 11,000 against at most 10,000, gap 1,000",
    ],
    ["m_containers_delivered@2024-12-31+all.fold", "not stated"],
    ["m_shells_delivered@2024-10-03.later", "1"],
    ["m_shells_delivered@2024-10-03.later_excluding", "0"],
    ["m_shells_delivered@2024-10-03.later_ceilings", "1"],
    ["m_shells_delivered@2024-10-03.later_lowering", "1"],
    ["m_shells_delivered@2024-10-03.later_floors", "1"],
  ])("{{%s}} is %s", (reference, expected) => {
    expect(valueAt(reference, further).text).toBe(expected);
  });

  test.each(["count.core_claims", "m_shells_delivered@2024-10-03", "count.core_origins"])(
    "{{%s}} is the same without further documents",
    (reference) => {
      expect(valueAt(reference, further)).toEqual(valueAt(reference, core));
    },
  );

  test.each(["count.core_sources", "count.further_assumptions", "count.core_"])(
    "{{%s}} is refused",
    (reference) => {
      expect(() => valueAt(reference, further)).toThrow();
    },
  );
});

describe("blocks of both collections", () => {
  const conflicting = "m_containers_delivered@2024-12-31";

  test("beside is nothing without further documents", () => {
    expect(besideBlock(conflicting, core).html).toBe("");
  });

  test("beside and sure say a conflict as one, with its gap", () => {
    const words = /claims conflict: at least 11,000 against at most 10,000, gap 1,000/u;
    expect(besideBlock(conflicting, further).html).toMatch(words);
    expect(sureBlock(`${conflicting}+all`, further).html).toMatch(words);
    expect(sureBlock(conflicting, further).html).toBe(sureBlock(conflicting, core).html);
  });

  test("fared says so where nothing was published later", () => {
    expect(faredBlock("m_shells_delivered@2024-10-03", core).html).toContain(
      "No report published after 3 October 2024",
    );
    expect(faredBlock("m_shells_delivered@2024-10-03", further).html).toContain(
      "narrows the core range: 2 to 6 million",
    );
  });

  test("the ledger marks a further claim, says that it is unverified and links to its page", () => {
    const { html } = ledgerBlock("further", further);
    expect(html).toContain("further report, quote unverified");
    expect(html).toContain('href="https://reports.example/0"');
    expect(ledgerBlock("core", further).html).toBe(ledgerBlock("core", core).html);
    expect(ledgerBlock("further", core).html).toContain("None so far");
  });
});
