import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { crosschecksBlock } from "../../src/notebook/blocks/arithmetic.ts";
import { conflictPairsBlock, conflictsBlock } from "../../src/notebook/blocks/pairs.ts";
import { withThousands } from "../../src/notebook/blocks/parts.ts";
import type { Html } from "../../src/notebook/html.ts";
import { assumption, claim, crosscheck, formulaOf, ledger, metric } from "../fixtures/ledger.ts";
import { modelOf } from "../fixtures/model.ts";

const rate = { kind: "rate", cumulative: "no" } as const;
const year = { period_start: "2023-01-01", period_end: "2023-12-31" };
const august = { period_start: "2023-08-01", period_end: "2023-08-31" };

const model = modelOf(
  ledger({
    metrics: [
      metric({ id: "m_day", label: "Daily", unit: "rounds/day", ...rate }),
      metric({ id: "m_year", label: "Yearly", unit: "rounds/year", same_as: "m_day", ...rate }),
    ],
    assumptions: [assumption({ id: "p_days_per_month", best: 30 })],
    claims: [
      claim({ id: "c_day", metric: "m_day", origin: "o_a", best: 30, ...year }),
      claim({ id: "c_year", metric: "m_year", origin: "o_b", best: 7200, ...year }),
      claim({ id: "c_august", metric: "m_day", origin: "o_b", best: 30, ...august }),
    ],
    crosschecks: [
      crosscheck("x_alone", "c_day * 2"),
      crosscheck("x_holds", "c_day", { against: formulaOf("p_days_per_month") }),
      crosscheck("x_months", "c_day", { against: formulaOf("c_august"), tolerance: 0.5 }),
      crosscheck("x_fails", "c_day * 360", { against: formulaOf("c_year"), tolerance: 0.1 }),
    ],
  }),
);

const draw = ({ html }: Html): HTMLElement => new JSDOM(html).window.document.body;
const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/gu, " ").trim();

describe("crosschecksBlock(argument, model)", () => {
  const body = draw(crosschecksBlock("", model));

  test("what fails comes first, what cannot be compared last", () => {
    expect([...body.querySelectorAll("tbody tr")].map(({ id }) => id)).toEqual([
      ...["x_fails", "x_holds", "x_alone", "x_months"],
    ]);
  });

  test("says why two numbers are not comparable, with readable days and no tolerance", () => {
    const words = wordsOf(body.querySelector("#x_months"));
    expect(words).toContain(
      "not comparable, as the claims hold for different periods: 1 January 2023",
    );
    expect(words).not.toContain("tolerance");
    expect(wordsOf(body.querySelector("#x_fails"))).toContain("tolerance 10 percent");
  });

  test("counts verdicts where all topics stand together", () => {
    expect([...body.querySelectorAll("ul li")].map(wordsOf)).toEqual([
      "they cannot both be true: 1",
      "both can be true: 1",
      "held against nothing: the number itself is the finding: 1",
      "not comparable: 1",
    ]);
    expect(draw(crosschecksBlock("deliveries", model)).querySelector("ul")).toBe(null);
  });
});

test("conflictPairsBlock(argument, model) says how a number was put into the other's unit", () => {
  expect(wordsOf(draw(conflictPairsBlock("all", model)).querySelector("tbody"))).toMatch(
    /10 rounds\/day .*; 7,200 rounds\/year divided by 12 and by 30 is 20 rounds\/day/u,
  );
});

test("conflictsBlock(argument, model) tells the same pairs in words, who said what and when", () => {
  const body = draw(conflictsBlock("", model));
  expect(wordsOf(body)).toMatch(
    /Daily; Yearly: at least 30 \(.*2023\) against up to 20 \(.*2023\), gap 10 rounds\/day: .*; 7,200 rounds\/year divided by 12/u,
  );
  // 30 a day and 7,200 a year are the only two that exclude each other for one period
  expect(body.querySelectorAll("li")).toHaveLength(1);
});

test("withThousands(text) groups whole numbers, never decimals", () => {
  expect(withThousands("7200 divided by 30.4375 is 1236.55")).toBe(
    "7,200 divided by 30.4375 is 1,236.55",
  );
});
