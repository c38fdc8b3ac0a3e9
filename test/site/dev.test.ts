import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../bench/browser.ts";
import { copyTree } from "../../bench/copies.ts";
import { EDITS, type Preview, startPreview } from "../../bench/preview.ts";

const folder = mkdtempSync(join(tmpdir(), "contested-counts-"));
let browser: Browser;
let preview: Preview;

beforeAll(async () => {
  copyTree(process.cwd(), folder);
  browser = await launchChromium({ prefersShell: true });
  preview = await startPreview(browser, folder, "/sources");
});
afterAll(async () => {
  await preview.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});

// How soon is measured by `npm run bench -- --only preview`: here the other tests of a run
// share the machine. An edit that is never shown ends the wait after a minute.
describe("npm run dev shows on an open page", () => {
  test.each(["tables", "module", "page"] as const)("an edit of the %s, twice", async (kind) => {
    for (const turn of ["one", "two"])
      expect(await preview.edit(EDITS[kind](`Turn ${turn} of ${kind}`))).toBeGreaterThan(0);
  });

  test("what is wrong with a table or a module, and that it is mended", async () => {
    const edit = (file: string, part: RegExp, replacement: string, text: string) =>
      preview.edit({ file, part, replacement, text });
    await edit("data/sources.csv", /^id,/, "name,", "data/sources.csv:1");
    await edit("data/sources.csv", /^name,/, "id,", "Turn two of tables");
    await edit("src/notebook/frame.ts", /export const TITLE/, "export TITLE", "frame.ts");
    await edit("src/notebook/frame.ts", /export TITLE/, "export const TITLE", "Turn two of tables");
  });

  // Last, as it leaves the page; the bundle's loader is a process that has to start.
  test("an edit of a module that is bundled for a page", async () => {
    await preview.open("/workbench");
    await preview.page.getByRole("button", { name: "Find the figures" }).waitFor();
    await preview.edit({
      file: "src/browser/workbench/document-input.ts",
      part: /Find the figures/,
      replacement: "Look for figures",
      text: "Look for figures",
    });
  });
});
