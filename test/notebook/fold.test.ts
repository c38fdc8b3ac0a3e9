import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { fold, longTable } from "../../src/notebook/blocks/fold.ts";
import { html } from "../../src/notebook/html.ts";

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
