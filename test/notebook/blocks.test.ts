import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { conflictsBlock } from "../../src/notebook/blocks/conflicts.ts";
import { ledgerBlock } from "../../src/notebook/blocks/ledger.ts";
import {
  apparentBlock,
  sensitivityBlock,
  tippingPointsBlock,
  withoutBlock,
} from "../../src/notebook/blocks/robustness.ts";
import { summaryBlock } from "../../src/notebook/blocks/summary.ts";
import type { Html } from "../../src/notebook/html.ts";
import { UnknownReference } from "../../src/notebook/publication-types.ts";
import { formulaOf } from "../fixtures/ledger.ts";
import { coreLedger, furtherLedger } from "../fixtures/further-ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const [core, further] = [modelOf(coreLedger), modelOf(furtherLedger)];
const worked = modelOf(workedExample);

const wordsOf = ({ html }: Html): string =>
  new JSDOM(html).window.document.body.textContent.replace(/\s+/gu, " ").trim();

describe("summaryBlock(argument, model)", () => {
  // Oracle: the worked example of the reconciliation note.
  test("tells the range and what each assumption adds", () => {
    const words = wordsOf(summaryBlock("m_shells_delivered@2024-10-03", worked));
    expect(words).toContain("By 3 October 2024 at least 2 million");
    expect(words).toContain("what is said of it: at least 2 million");
    expect(words).toContain("and the ends of quoted spans bound: 2 to below 6 million");
    expect(words).toContain("All of these claims can be right together.");
  });

  // Made up: 6,700 containers in February 2024, at least 11,000 by June, at most 10,000 by the end of the year.
  test("tells what is left where claims contradict each other, and who would be wrong", () => {
    const words = wordsOf(summaryBlock("m_containers_delivered@2024-12-31", further));
    expect(words).toContain("at least 11,000 containers, if");
    expect(words).toContain("6,600 to 10,000 containers, if");
    expect(words).toContain("at least 1 of them must be wrong");
    expect(words).not.toMatch(/\bc_|\bo_|\bm_/u);
  });

  test("is of the core alone where that is asked", () => {
    const asked = "m_containers_delivered@2024-12-31+core";
    expect(summaryBlock(asked, further).html).toBe(summaryBlock(asked, core).html);
  });

  test("refuses a quantity that there is not, and a question without a day", () => {
    expect(() => summaryBlock("m_nothing@2024-01-01", core)).toThrow(UnknownReference);
    expect(() => summaryBlock("m_shells_delivered", core)).toThrow(UnknownReference);
  });
});

describe("conflictsBlock(argument, model)", () => {
  test("names who contradicts whom, and by how much", () => {
    const words = wordsOf(conflictsBlock("", further));
    expect(words).toContain("apart by 1,000");
    expect(words).not.toMatch(/\bc_f/u);
  });

  test("says so where all can be right", () => {
    expect(wordsOf(conflictsBlock("", core))).toContain("can be right together");
    expect(wordsOf(conflictsBlock("core", further))).toContain("can be right together");
  });
});

describe("what a range hangs on", () => {
  // Without the experts of summer nobody bounds the total from below.
  test("withoutBlock(argument, model) tells what is left without each source", () => {
    const words = wordsOf(withoutBlock("m_shells_delivered@2024-10-03", worked));
    expect(words).toMatch(/o_b not stated/u);
    expect(wordsOf(withoutBlock("m_shells_delivered@2024-01-01", worked))).toContain(
      "No single source changes this range",
    );
  });

  test("sensitivityBlock(topic, model) tells what an assumption moves", () => {
    const words = wordsOf(sensitivityBlock("deliveries", modelOf(furtherLedger)));
    expect(words).toContain("Decided otherwise");
    const settled = { ...coreLedger, claims: [], crosschecks: [], assumptions: [] };
    expect(wordsOf(sensitivityBlock("deliveries", modelOf(settled)))).toContain(
      "No single decision",
    );
    expect(() => sensitivityBlock("nothing", core)).toThrow(UnknownReference);
  });

  // 11,000 containers × 447.76 shells reach 6 million at 13,400 containers.
  test("tippingPointsBlock(argument, model) tells at which value a verdict turns", () => {
    const compared = {
      ...workedExample,
      crosschecks: workedExample.crosschecks.map((row) =>
        row.id === "x_floor_152" ? { ...row, against: formulaOf("c_c") } : row,
      ),
    };
    const words = wordsOf(tippingPointsBlock("", modelOf(compared)));
    expect(words).toContain("13,400");
  });

  test("apparentBlock(argument, model) counts pairs by what sets them apart", () => {
    expect(wordsOf(apparentBlock("", further))).toMatch(/other days: \d+ pairs?, for instance/u);
  });
});

test("ledgerBlock(collection, model) marks a further claim and links to its page", () => {
  const { html } = ledgerBlock("further", further);
  expect(html).toContain("further report, quote unverified");
  expect(html).toContain('href="https://reports.example/0"');
  expect(ledgerBlock("core", further).html).toBe(ledgerBlock("core", core).html);
  expect(ledgerBlock("further", core).html).toContain("None so far");
});
