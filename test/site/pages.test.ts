import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../bench/pages.ts";
import { openSite } from "./browser.ts";
import { findPrintFaults } from "./layout.ts";
import { samplePages } from "./sample.ts";
import { showCore } from "./switch.ts";

const site = openSite();
const pages = samplePages(findPages(inject("site")));

test("the built site has pages", () => {
  expect(pages).toContain("/");
});

const DARK =
  /@media ?\(prefers-color-scheme: ?dark\)\{:root\{(?:--[\w-]+: ?#[\da-f]{3,8};?)+\}\}/gu;

test("a dark screen has other colours, and nothing else is other", () => {
  const files = readdirSync(inject("site"), { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(?:html|css|js|svg)$/u.test(file) && !file.startsWith("_observablehq"),
  );
  const asking = files.filter((file) =>
    readFileSync(join(inject("site"), file), "utf8")
      .replace(DARK, "")
      .includes("prefers-color-scheme"),
  );
  expect(asking).toEqual([]);
});

// Two tests at a time: one browser process draws while the other is asked.
describe.concurrent.each(pages)("page %s", (path) => {
  test("prints what is folded and no navigation", async () => {
    const reader = { width: 1280, scheme: "light", script: false } as const;
    expect(await site().visit(path, reader, ({ page }) => findPrintFaults(page))).toEqual([]);
  });
});

describe("the switch of a figure, without JavaScript", () => {
  const reader = { width: 1280, scheme: "light", script: false } as const;

  test("shows all documents first, and the one that is chosen", async () => {
    const seen = await site().visit("/shell-counts", reader, async ({ page }) => {
      const visible = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("figure.switched > figure")].map(
            (panel) => `${panel.className} ${String(panel.checkVisibility())}`,
          ),
        );
      const before = await visible();
      const count = await showCore(page);
      return { before, count, after: await visible() };
    });
    expect(new Set(seen.before)).toEqual(new Set(["panel all true", "panel core false"]));
    expect(new Set(seen.after)).toEqual(new Set(["panel all false", "panel core true"]));
    expect(seen.before).toHaveLength(2 * seen.count);
  });

  test("a link to the second panel shows it, and paper shows both with their names", async () => {
    const [name = ""] = await site().visit("/shell-counts", reader, ({ page }) =>
      page.evaluate(() => [...document.querySelectorAll("figure.switched")].map(({ id }) => id)),
    );
    const linked = await site().visit(`/shell-counts#${name}-core`, reader, ({ page }) =>
      page.locator(`#${name}-core`).isVisible(),
    );
    expect(linked).toBe(true);
    const names = await site().visit("/shell-counts", reader, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      return page
        .locator(`#${name} .collection`)
        .evaluateAll((all) =>
          all.flatMap((one) => (one.checkVisibility() ? [one.textContent] : [])),
        );
    });
    expect(names).toEqual(["All documents", "The five articles alone"]);
  });
});

describe("what is folded, without JavaScript", () => {
  const reader = { width: 360, scheme: "light", script: false } as const;
  const folded = [
    ["/disagreements", "details.fold li[id]"],
    ["/retellings", "details.fold tr[id]"],
    ["/methods", "details.fold tr[id]"],
  ] as const;

  test.each(folded)("a link to a place inside opens it: %s", async (path, places) => {
    const id = await site().visit(path, reader, async ({ page }) => {
      const last = page.locator(places).last();
      expect(await last.isVisible()).toBe(false);
      return last.getAttribute("id");
    });
    const isSeen = await site().visit(`${path}#${id ?? ""}`, reader, async ({ page }) => {
      const top = await page.locator(`#${id ?? ""}`).boundingBox();
      return top !== null && top.y >= 0 && top.y < 800;
    });
    expect(isSeen).toBe(true);
  });

  test("paper has the count as a heading, without the verb", async () => {
    const heads = await site().visit("/how-sure", reader, async ({ page }) => {
      const summaries = page.locator(".fold > summary");
      const onScreen = await summaries.first().innerText();
      await page.emulateMedia({ media: "print" });
      return [onScreen, await summaries.first().innerText()];
    });
    expect(heads).toEqual([
      expect.stringMatching(/^Show the other [\d,]+ of [\d,]+ /u),
      expect.stringMatching(/^the other [\d,]+ of [\d,]+ /iu),
    ]);
  });
});
