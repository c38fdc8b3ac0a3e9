import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { openSite } from "./browser.ts";

const site = openSite();
const DESKTOP = { width: 1280, scheme: "light", script: true } as const;

type Row = Readonly<Record<string, string>>;

/** A published table as anybody reads it: without Arquero. */
function readTable(name: string): readonly Row[] {
  const text = readFileSync(join(inject("site"), "data", `${name}.csv`), "utf8");
  return parse<Row>(text, { columns: true });
}

/** The rows of the table under a heading, cell by cell. */
const rowsUnder = (page: Page, heading: string): Promise<string[][]> =>
  page
    .locator(`h2:has-text("${heading}") ~ .observablehq--block:has(table)`)
    .first()
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent),
      ),
    );

/** Chooses a quantity, and waits until the drawing is of it. */
async function chooseQuantity(page: Page, label: string): Promise<void> {
  await page.getByLabel("Quantity").selectOption({ label });
  await page.locator(`svg[aria-label="Range over time: ${label}"]`).waitFor();
}

const BINDING = "The claims that bind it";
const BY_HAND = "Reconcile by hand";
const MISSILES = "Missiles from North Korea to Russia";
const FIRED = "North Korean missiles that Russia fired at Ukraine";
const CONTAINERS = "Containers from North Korea to Russia";

/** Words of the claims that bind a total on some day under what is stated. */
function bindingWords(metric: string): ReadonlySet<string> {
  const ids = readTable("estimates")
    .filter((row) => row.metric === metric && row.from === "")
    .filter((row) => row.collection === "all" && row.assume === "stated")
    .flatMap((row) => [row.low_claims, row.high_claims].flatMap((list) => list?.split("|") ?? []));
  return new Set(
    readTable("claims").flatMap((row) => (ids.includes(row.claim ?? "") ? (row.quote ?? []) : [])),
  );
}

/** The highest floor of all that is stated of a total, as the last day has it. */
function highestFloor(series: string, isHeard: (institution: string) => boolean): number {
  const floors = readTable("constraints")
    .filter((row) => row.series === series && row.collection === "all")
    .filter((row) => row.assume === "stated" && row.side === "floor")
    .filter((row) => isHeard(row.institution ?? ""));
  return Math.max(...floors.map((row) => Number(row.value)));
}

describe("the live page", () => {
  test("another quantity is drawn, with the claims that bind it, and nothing goes wrong", async () => {
    const seen = await site().visit("/explore", DESKTOP, async ({ page, findTrouble }) => {
      const wordsOf = async (label: string) => {
        await chooseQuantity(page, label);
        await page.locator("tbody tr").last().waitFor({ state: "attached" });
        const drawn = await page.locator('svg[aria-label^="Range over time"]').innerHTML();
        return { drawn, words: (await rowsUnder(page, BINDING)).map(([, words]) => words ?? "") };
      };
      const containers = await wordsOf(CONTAINERS);
      const missiles = await wordsOf(MISSILES);
      return { containers, missiles, trouble: await findTrouble() };
    });
    expect(seen.trouble).toEqual([]);
    expect(new Set(seen.containers.words)).toEqual(bindingWords("m_containers_delivered"));
    expect(new Set(seen.missiles.words)).toEqual(bindingWords("m_missiles_delivered"));
    expect(seen.missiles.drawn).not.toBe(seen.containers.drawn);
  });

  test("another set of assumptions is drawn", async () => {
    const [stated, opening] = await site().visit("/explore", DESKTOP, async ({ page }) => {
      await chooseQuantity(page, FIRED);
      const draw = () => page.locator('svg[aria-label^="Range over time"]').innerHTML();
      const before = await draw();
      await page
        .getByLabel("Assume")
        .selectOption({ label: "Nothing before the first count began" });
      await expect.poll(draw).not.toBe(before);
      return [before, await draw()];
    });
    // 50 fired from December 2023 on are a ceiling of all only if nothing was fired before; ceilings are dashed
    expect(stated).not.toContain("stroke-dasharray");
    expect(opening).toContain("stroke-dasharray");
  });

  test("by hand the highest floor is kept, and goes with whoever is left out", async () => {
    const floors = await site().visit("/explore", DESKTOP, async ({ page, findTrouble }) => {
      await chooseQuantity(page, CONTAINERS);
      const lastFloor = async () => (await rowsUnder(page, BY_HAND)).at(-1)?.[1];
      await expect.poll(lastFloor).toBeTruthy();
      const all = await lastFloor();
      await page.getByLabel("Leave out").selectOption({ label: "South Korea’s government" });
      await expect.poll(lastFloor).not.toBe(all);
      return [all, await lastFloor(), ...(await findTrouble())];
    });
    const floorOf = (isHeard: (institution: string) => boolean) =>
      Math.floor(highestFloor("m_containers_delivered", isHeard)).toLocaleString("en");
    expect(floors).toEqual([
      floorOf(() => true),
      floorOf((institution) => institution !== "a_rok_government"),
    ]);
  });

  test("a set of claims that cannot all be right is listed", async () => {
    const found = await site().visit("/explore", DESKTOP, async ({ page }) => {
      await chooseQuantity(page, CONTAINERS);
      return rowsUnder(page, "Which of its claims cannot all be right?");
    });
    // Seoul's 6,700 on 26 February 2024 against Washington's more than 10,000 three days before
    expect(found.map(([who]) => who)).toEqual([
      "United States Department of State",
      "South Korea’s Ministry of National Defense",
    ]);
  });

  test("without JavaScript it has its code and the tables, and nothing that turns", async () => {
    const reader = { ...DESKTOP, script: false };
    const seen = await site().visit("/explore", reader, async ({ page }) => ({
      code: await page.locator("pre code").allInnerTexts(),
      links: await page
        .locator("main a[download]")
        .evaluateAll((all) => all.map((link) => link.getAttribute("download"))),
      turning: await page.locator("observablehq-loading:visible").count(),
    }));
    expect(seen.code.join("\n")).toContain('FileAttachment("data/estimates.csv")');
    expect(seen.links).toEqual(
      expect.arrayContaining(["estimates.csv", "estimates.parquet", "constraints.csv"]),
    );
    expect(seen.turning).toBe(0);
  });
});

describe("the policy of the live page", () => {
  const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

  test("is on that page alone", () => {
    const pages = readdirSync(inject("site"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".html"))
      .map((file) => [file, readFileSync(join(inject("site"), file), "utf8")] as const);
    expect(pages.filter(([, html]) => POLICY.test(html)).map(([file]) => file)).toEqual([
      "explore.html",
    ]);
  });

  test("names no other host", () => {
    const html = readFileSync(join(inject("site"), "explore.html"), "utf8");
    const [, policy = ""] = POLICY.exec(html) ?? [];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/\*|https?:/u);
  });
});
