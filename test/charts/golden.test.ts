import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { WIDTHS, document, names, openChart, published } from "./drawing.ts";

const FOLDER = new URL("../golden/charts/", import.meta.url);

/**
 * Compares with the file of that name; what differs is left beside it to look at.
 * With UPDATE_GOLDEN=1 the file is written anew.
 */
function expectGolden(name: string, ending: "svg" | "csv", text: string): void {
  const golden = new URL(`${name}.${ending}`, FOLDER);
  const changed = new URL(`${name}-changed.${ending}`, FOLDER);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, text);
  const expected = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (text === expected) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(
    text === expected,
    `${name}.${ending} differs: see test/golden/charts/${name}-changed.${ending}`,
  ).toBe(true);
}

describe.each(names)("%s", (name) => {
  const chart = openChart(name, published);

  test.each(WIDTHS)("render(chart, rows) at %d px equals its golden drawing", (width) => {
    const drawing = chart.render({ document, width, id: name });
    expectGolden(`${name}-${width}`, "svg", `${drawing.replaceAll("><", ">\n<")}\n`);
  });

  test("rows equal the golden table", () => {
    const lines = [
      chart.columns.map(({ field }) => field),
      ...chart.rows.map((row) => chart.columns.map(({ field }) => row[field] ?? "")),
    ];
    expectGolden(
      name,
      "csv",
      lines.map((line) => `${line.map((cell) => JSON.stringify(cell)).join(",")}\n`).join(""),
    );
  });
});
