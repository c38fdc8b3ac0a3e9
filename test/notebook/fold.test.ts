import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { fold, longTable } from "../../src/notebook/blocks/fold.ts";
import { gradesBlock, leadingBlock, solidityBlock } from "../../src/notebook/blocks/solidity.ts";
import { html } from "../../src/notebook/html.ts";
import { UnknownReference } from "../../src/notebook/publication-types.ts";
import { modelOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const draw = (markup: string): HTMLElement => new JSDOM(markup).window.document.body;
const rowsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      html`<tr id="r${at + 1}">
        <td>${at + 1}</td>
      </tr>`,
  );
const pairs = { caption: "Pairs", head: ["Pair"], noun: "pair" };
const idsIn = (element: Element | null) =>
  [...(element?.querySelectorAll("tbody tr") ?? [])].map(({ id }) => id);

describe("longTable(table, rows, first)", () => {
  const body = draw(longTable(pairs, rowsOf(8), 3).html);

  test("has every row once and in order, the first ones outside of the fold", () => {
    expect(idsIn(body)).toEqual(["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"]);
    expect(idsIn(body.querySelector("details"))).toEqual(["r4", "r5", "r6", "r7", "r8"]);
  });

  test("says how many rows are folded, and of how many", () => {
    expect(body.querySelector("summary")?.textContent).toBe("Show the other 5 of 8 pairs");
  });

  test("names the two regions differently, as a screen reader lists both", () => {
    const names = [...body.querySelectorAll("[role=region]")].map((one) => one.ariaLabel);
    expect(names).toEqual(["Pairs, 1 to 3", "Pairs, 4 to 8"]);
    expect([...body.querySelectorAll("thead th")].map((one) => one.textContent)).toEqual([
      "Pair",
      "Pair",
    ]);
  });

  test("folds nothing where only four rows would be hidden", () => {
    const whole = draw(longTable(pairs, rowsOf(7), 3).html);
    expect(whole.querySelector("details")).toBeNull();
    expect(idsIn(whole)).toHaveLength(7);
  });
});

test("fold(summary, body) is closed, and its verb can be left out on paper", () => {
  const details = draw(fold("all 2 claims", html`<p>One. Two.</p>`).html).querySelector("details");
  expect(details?.hasAttribute("open")).toBe(false);
  details?.querySelector(".act")?.remove();
  expect(details?.querySelector("summary")?.textContent).toBe("all 2 claims");
});

describe("findings of the worked example", () => {
  const model = modelOf(workedExample);
  const { findings } = model.published.core.solidity;

  test("gradesBlock(argument, model) counts every finding once", () => {
    const counts = [...draw(gradesBlock("", model).html).querySelectorAll("tbody tr")].map((row) =>
      Number(row.querySelector("td")?.textContent),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(findings.length);
  });

  test("leadingBlock(ids, model) has the rows of these findings by rank, not by argument", () => {
    const asked = ["m_shells_delivered", "m_containers_delivered"];
    const ranked = findings.filter(({ finding }) => asked.includes(finding));
    const [first, second] = asked.map((id) => findings.findIndex((row) => row.finding === id));
    expect(first).not.toBe(second);
    const rows = draw(leadingBlock(asked.join(" "), model).html).querySelectorAll("tbody th");
    expect([...rows].map((row) => row.textContent.trim().split(",")[0])).toEqual(
      ranked.map(({ label }) => label),
    );
  });

  test("leadingBlock(ids, model) refuses an id that is no finding", () => {
    expect(() => leadingBlock("m_shells_delivered m_nothing", model)).toThrow(UnknownReference);
  });

  test("solidityBlock(documents, model) folds the ranking and counts it", () => {
    const body = draw(solidityBlock("core", model).html);
    expect(body.querySelectorAll("details.fold tbody tr")).toHaveLength(findings.length);
    expect(body.querySelector("summary")?.textContent).toContain(
      `all ${String(findings.length)} findings`,
    );
  });
});
