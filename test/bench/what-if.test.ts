import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../bench/browser.ts";
import { inTemporaryFolder } from "../../bench/copies.ts";
import { timeVisit } from "../../bench/what-if.ts";
import { serveFolder } from "../../src/cli/server.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium({ prefersShell: true });
});

afterAll(async () => {
  await browser.close();
});

/** Times three changes on a page with one number to set, which does this when it is set. */
const timeOn = (whenSet: string, selector: string): Promise<readonly number[]> =>
  inTemporaryFolder(async (folder) => {
    const directory = join(folder, "dist");
    mkdirSync(directory);
    writeFileSync(
      join(directory, "index.html"),
      `<h1>What if?</h1><form class="settings"><input type="number"></form>
      <script>document.querySelector("input").onchange = ({ target }) => { ${whenSet} };</script>`,
    );
    const server = await serveFolder(directory);
    try {
      return await timeVisit(browser, `${server.origin}/`, [selector], 3);
    } finally {
      await server.close();
    }
  });

const SET = 'history.replaceState(null, "", "?number=" + target.value);';
const BUSY = "const until = performance.now() + 80; while (performance.now() < until);";

test("timeVisit(…) counts what a page computes before it paints", async () => {
  const times = await timeOn(BUSY + SET, ".settings input");
  expect(times).toHaveLength(3);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(80);
});

test("timeVisit(…) changes a word where no control is named", async () => {
  expect(await timeOn("throw new Error('not asked for')", "h1")).toHaveLength(3);
});

test("timeVisit(…) refuses a control that sets nothing", async () => {
  await expect(timeOn("", ".settings input")).rejects.toThrow(/set nothing/u);
});

test("timeVisit(…) refuses a control that is not there", async () => {
  await expect(timeOn(SET, ".settings select")).rejects.toThrow(/nothing on the page/u);
});
