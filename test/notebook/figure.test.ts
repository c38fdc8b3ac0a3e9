import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { findChart } from "../../src/notebook/charts.ts";
import { figureFiles, figureHtml } from "../../src/notebook/figure.ts";
import { UnknownReference } from "../../src/notebook/publication-types.ts";
import { coreLedger, furtherLedger } from "../fixtures/further-ledger.ts";
import { modelOf } from "../fixtures/model.ts";

const [core, further] = [modelOf(coreLedger), modelOf(furtherLedger)];

const figureOf = (name: string, model: typeof core): Element => {
  const { document } = new JSDOM(figureHtml(findChart(name, model), model).html).window;
  const figure = document.querySelector("figure");
  if (!figure) throw new Error("no figure");
  return figure;
};

describe("figureHtml(chart, model)", () => {
  test("has no switch where no further document is", () => {
    expect(figureOf("shells-over-time", core).querySelector("input, .panel")).toBeNull();
  });

  test("has two complete panels where further reports change it, all documents chosen", () => {
    const figure = figureOf("shells-over-time", further);
    const inputs = [...figure.querySelectorAll("input")];
    expect(inputs.map(({ value, checked }) => [value, checked])).toEqual([
      ["all", true],
      ["core", false],
    ]);
    const panels = [...figure.querySelectorAll("figure.panel")];
    for (const panel of panels)
      for (const part of [".title", ".subtitle", ".narrow svg", ".wide svg", ".note", ".source"])
        expect(panel.querySelector(part), part).not.toBeNull();
    const links = panels.map((panel) =>
      panel.querySelector('a[href$=".csv"]')?.getAttribute("href"),
    );
    expect(links).toEqual(["/figures/shells-over-time.csv", "/figures/shells-over-time-core.csv"]);
  });

  test("shows of the core the same with and without further reports", () => {
    const alone = figureOf("shells-over-time", core);
    const beside = figureOf("shells-over-time", further).querySelector(".panel.core");
    for (const part of [".title", ".subtitle", ".note", ".labels"])
      expect(beside?.querySelector(part)?.textContent).toBe(alone.querySelector(part)?.textContent);
  });

  test("has no two elements with one id", () => {
    const ids = [...figureOf("shells-over-time", further).querySelectorAll("[id]")].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("shows at most five columns of its table, for readers", () => {
    const heads = figureOf("shells-over-time", further).querySelectorAll(".panel.all thead th");
    expect(heads.length).toBeGreaterThan(2);
    expect(heads.length).toBeLessThanOrEqual(5);
  });
});

test("figureFiles(chart, model) names the files of both", () => {
  const namesOf = (model: typeof core) =>
    figureFiles(findChart("shells-over-time", model), model).map(([name]) => name);
  expect(namesOf(core)).toEqual(["shells-over-time"]);
  expect(namesOf(further)).toEqual(["shells-over-time", "shells-over-time-core"]);
});

test("findChart(argument, model) draws any quantity, and refuses what is none", () => {
  expect(findChart("quantity m_containers_delivered", core).name).toBe(
    "quantity-m-containers-delivered",
  );
  expect(() => findChart("shells-over-tim", core)).toThrow(UnknownReference);
  expect(() => findChart("quantity m_nothing", core)).toThrow(UnknownReference);
});
