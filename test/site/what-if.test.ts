import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { openSite } from "./browser.ts";
import { findAxeViolations, findSidewaysScroll, findSmallTargets } from "./layout.ts";

const site = openSite();

const DESKTOP = { width: 1280, scheme: "light", script: true } as const;
const PHONE = { width: 360, scheme: "dark", script: true } as const;
const NO_SCRIPT = { ...DESKTOP, script: false } as const;

const finding = (page: Page) => page.locator(".finding").textContent();

/** Cells of the table that goes through the sets of assumptions, without the names of the rows. */
const stepsOn = (page: Page): Promise<string[][]> =>
  page
    .locator("#what-if-part table")
    .first()
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
    );

test("without a script the page says what is published, and where to ask otherwise", async () => {
  const [plain, scripted] = await Promise.all(
    [NO_SCRIPT, DESKTOP].map((reader) =>
      site().visit("/what-if", reader, async ({ page }) => ({
        finding: await finding(page),
        published: (await stepsOn(page)).map(([first]) => first),
        says: await page.locator(".no-script").count(),
      })),
    ),
  );
  expect(plain?.says).toBe(1);
  expect(scripted?.says).toBe(0);
  expect(plain?.published).toHaveLength(4);
  expect({ ...scripted, says: 1 }).toEqual(plain);
});

test("untouched settings and what is published are the same", async () => {
  const rows = await site().visit("/what-if", DESKTOP, ({ page }) => stepsOn(page));
  for (const [published, set] of rows) expect(set).toBe(published);
});

describe("a reader changes a setting", () => {
  test("an assumption: the answer, the address and the table follow, and stay after a reload", async () => {
    await site().visit("/what-if", DESKTOP, async ({ page, findTrouble }) => {
      const before = await finding(page);
      await page.getByLabel("and the ends of quoted spans bound").check();
      const after = await finding(page);
      expect(after).not.toBe(before);
      expect(new URL(page.url()).search).toBe("?assume=spans");
      await page.reload();
      expect(await finding(page)).toBe(after);
      await page.getByRole("button", { name: "Reset everything" }).click();
      expect(await finding(page)).toBe(before);
      expect(new URL(page.url()).search).toBe("");
      expect(await findTrouble()).toEqual([]);
    });
  });

  test("who is heard: what is left is what is published without them", async () => {
    type Row = Readonly<Record<string, string>>;
    const text = readFileSync(join(inject("site"), "data", "without.csv"), "utf8");
    const row = parse<Row>(text, { columns: true }).find(
      (one) =>
        one.metric === "m_containers_delivered" &&
        one.collection === "core" &&
        one.assume === "stated" &&
        one.whose === "institution" &&
        one.from === "",
    );
    expect(row).toBeDefined();
    const query = `quantity=m_containers_delivered&documents=core&day=${String(row?.to)}`;
    await site().visit(`/what-if?${query}`, DESKTOP, async ({ page }) => {
      await page.getByText("Who is heard").click();
      await page.locator(`.speakers input[value="${String(row?.left_out)}"]`).uncheck();
      const [[published, set] = []] = await stepsOn(page);
      const low = Number(row?.low);
      expect(set).toBe(row?.low === "" ? "not stated" : `at least ${low.toLocaleString("en")}`);
      expect(set).not.toBe(published);
    });
  });

  test("a number of the arithmetic, by keyboard; the focus stays where it is", async () => {
    await site().visit("/what-if", DESKTOP, async ({ page }) => {
      const field = page.getByRole("spinbutton", { name: "Rounds that Russia fires in a day" });
      await field.fill("60000");
      await field.press("Enter");
      const row = page.locator("tr", { hasText: "Days of Russian fire" });
      // 6 million rounds at 60,000 a day
      expect(await row.locator("td").allTextContents()).toEqual(["200", "100"]);
      await page.getByLabel("and nothing before the first count").press(" ");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("value"))).toBe(
        "opening",
      );
      expect(new URL(page.url()).search).toBe("?assume=opening&p_fire_russia=60000");
    });
  });

  test("a day typed key by key is the day that is asked about", async () => {
    await site().visit("/what-if", DESKTOP, async ({ page }) => {
      await page.getByLabel("On which day").focus();
      await page.keyboard.type("05062025");
      expect(new URL(page.url()).search).toBe("?day=2025-05-06");
    });
  });

  test("from a number that is set the tabulator leads to the next; no share is above all", async () => {
    await site().visit("/what-if", DESKTOP, async ({ page }) => {
      const [load, other] = ["Load of a container, 152 mm", "Load of a container, 122 mm"];
      await page.getByRole("spinbutton", { name: load }).focus();
      await page.keyboard.type("500");
      await page.keyboard.press("Tab");
      await page.keyboard.type("80");
      await page.keyboard.press("Tab");
      expect(await page.getByRole("spinbutton", { name: other }).inputValue()).toBe("80");
      const { search } = new URL(page.url());
      expect([...new URLSearchParams(search).values()]).toEqual(["500", "80"]);
      const share = page.getByRole("spinbutton", { name: "Share of North Korean shells" });
      await share.fill("250");
      await share.press("Enter");
      expect(await share.getAttribute("aria-invalid")).toBe("true");
      expect(new URL(page.url()).search).toBe(search);
    });
  });

  test("the other quantities answer without trouble", async () => {
    await site().visit("/what-if", DESKTOP, async ({ page, findTrouble }) => {
      const options = page.getByLabel("How much of what").locator("option");
      const ids = await options.evaluateAll((all) => all.map((one) => one.getAttribute("value")));
      expect(ids.length).toBeGreaterThan(20);
      for (const id of ids) {
        await page.getByLabel("How much of what").selectOption(id);
        expect(await finding(page)).toMatch(/: .+ \(.+\)$/u);
      }
      expect(await findTrouble()).toEqual([]);
    });
  });
});

test("an address that says what cannot be set is told so, and runs nothing", async () => {
  const query = "?quantity=%3Cimg%20src=x%20onerror=alert(1)%3E&p_dud_rate=NaN&day=2024-13-01";
  await site().visit(`/what-if${query}`, DESKTOP, async ({ page, findTrouble }) => {
    const told = await page.getByRole("alert").textContent();
    expect(told?.match(/The address/gu)).toHaveLength(3);
    expect(await page.locator("#what-if-part img").count()).toBe(0);
    expect(await findTrouble()).toEqual([]);
  });
});

test.each([
  ["as published", ""],
  ["with much set", "?assume=contents&day=2025-12-31&without=o_bi_drones_2024_03&p_dud_rate=30"],
])("on a phone, %s: readable, reachable, nothing sideways", async (_, query) => {
  await site().visit(`/what-if${query}`, PHONE, async ({ page }) => {
    await page.getByText("Who is heard").click();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await findSidewaysScroll(page)).toEqual([]);
    expect(await findSmallTargets(page)).toEqual([]);
  });
});
