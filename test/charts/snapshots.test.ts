import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { WIDTHS, document, openChart, shown } from "./drawing.ts";
import { published } from "./made-up.ts";

const FOLDER = new URL("snapshots/", import.meta.url);

/**
 * Compares with the file of that name; what differs is left beside it to look at.
 * With UPDATE_SNAPSHOTS=1 the file is written anew.
 */
function expectSnapshot(name: string, text: string): void {
  const kept = new URL(name, FOLDER);
  const changed = new URL(name.replace(/\.(\w+)$/u, "-changed.$1"), FOLDER);
  mkdirSync(FOLDER, { recursive: true });
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(kept, text);
  const isSame = existsSync(kept) && readFileSync(kept, "utf8") === text;
  if (isSame) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(isSame, `${name} differs: look at ${changed.pathname}`).toBe(true);
}

describe.each(shown)("%s %s of made-up rows", (name, metric) => {
  const file = metric === undefined ? name : `${name}-${metric}`;
  const chart = openChart([name, ...(metric === undefined ? [] : [metric])] as [string], published);

  test("is drawn at both widths as it was", () => {
    for (const width of WIDTHS) {
      const svg = chart?.draw({ document, width, id: `${file}-${String(width)}` }).outerHTML ?? "";
      expectSnapshot(`${file}-${String(width)}.svg`, `${svg.replaceAll("><", ">\n<")}\n`);
    }
  });

  test("says what it said", () => {
    // the drawing has files of its own
    const words = JSON.stringify(chart, null, 1);
    expectSnapshot(`${file}.txt`, `${words}\n`);
  });
});
