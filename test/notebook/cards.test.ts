import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { wideTable } from "../../src/notebook/blocks/parts.ts";
import { html } from "../../src/notebook/html.ts";

const tableOf = (head: readonly string[], hasCards?: boolean) => {
  const { document } = new JSDOM(wideTable("Caption", head, [html``], hasCards).html).window;
  const table = document.querySelector("table");
  return [table?.className, table?.getAttribute("style")];
};

const FOUR = ["a", "b", "c", "d"];

test("wideTable(caption, head, rows, hasCards) names the columns of cards where there are many", () => {
  const style = '--c1:"a";--c2:"b";--c3:"c";--c4:"d"';
  expect(tableOf([...FOUR, "e"])).toEqual(["cards", `${style};--c5:"e"`]);
  expect(tableOf(FOUR)).toEqual(["", null]);
  expect(tableOf(FOUR, true)).toEqual(["cards", style]);
});

test("a column's name stays text in a stylesheet", () => {
  expect(tableOf(['say "a"; b\\', "<c>"], true)).toEqual([
    "cards",
    String.raw`--c1:"say \"a\"; b\\";--c2:"<c>"`,
  ]);
});
