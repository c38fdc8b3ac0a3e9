import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { mutationKindsBlock, mutationsBlock } from "../../src/notebook/blocks/retellings.ts";
import { chartLedger } from "../fixtures/chart-ledger.ts";
import { ledger, mutationKind } from "../fixtures/ledger.ts";
import { modelOf } from "../fixtures/model.ts";

const draw = (html: string): HTMLElement => new JSDOM(html).window.document.body;
const model = modelOf(chartLedger);

describe("mutationsBlock(argument, model)", () => {
  const rows = [...draw(mutationsBlock("", model).html).querySelectorAll("tbody tr")];
  const linksIn = (id: string) =>
    [...(rows.find((row) => row.id === id)?.querySelectorAll("a") ?? [])].map((link) =>
      link.getAttribute("href"),
    );

  test("has a row with an anchor for each change, kinds in their table's order", () => {
    expect(rows.map(({ id }) => id)).toEqual(["u_year", "u_floor", "u_year_floor", "u_sender"]);
  });

  test("links both claims and both documents", () => {
    expect(linksIn("u_floor")).toEqual([
      "/ledger#c_troops_floor",
      "/sources/s_three",
      "/ledger#c_troops",
      "/sources/s_one",
    ]);
  });

  test("links a statement, and says that nothing else is here to compare with", () => {
    expect(linksIn("u_sender")).toEqual(["/disagreements#t_a1", "/sources/s_one"]);
    expect(rows.at(-1)?.textContent).toContain("no other report here");
  });

  test("says in words that there is none", () => {
    expect(draw(mutationsBlock("", modelOf(ledger({}))).html).textContent).toBe(
      "No change is known.",
    );
  });
});

test("mutationKindsBlock(argument, model) leaves out a kind that nothing uses", () => {
  const unused = mutationKind("k_unused", { label: "Nobody did this" });
  const kinds = [...chartLedger.mutation_kinds, unused];
  const { html } = mutationKindsBlock("", modelOf({ ...chartLedger, mutation_kinds: kinds }));
  expect(draw(html).querySelectorAll("li")).toHaveLength(3);
});
