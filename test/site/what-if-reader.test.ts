import { describe, expect, test } from "vitest";
import { openSite } from "./browser.ts";

const site = openSite();

const DESKTOP = { width: 1280, scheme: "light", script: true } as const;
const PHONE = { width: 360, scheme: "dark", script: true } as const;

describe("/what-if goes along with its reader", () => {
  test("back and forward within the page change the settings as they change the address", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      await page.evaluate(() => {
        location.hash = "#what-follows";
      });
      await page.getByLabel("Day", { exact: true }).fill("2024-02-26");
      await page.waitForURL(/day=2024-02-26/);
      const set = [
        await page.locator("[data-part='finding']").textContent(),
        new URL(page.url()).hash,
      ];
      await page.goBack();
      await page.getByText("2 to 6 million rounds by 3 October 2024").first().waitFor();
      const back = await page.getByLabel("Day", { exact: true }).inputValue();
      await page.goForward();
      await page.getByText("million rounds by 26 February 2024").first().waitFor();
      return { set, back, forth: await page.getByLabel("Day", { exact: true }).inputValue() };
    });
    expect(found.set[0]).toMatch(/by 26 February 2024/u);
    expect(found.set[1]).toBe("#what-follows");
    expect([found.back, found.forth]).toEqual(["2024-10-03", "2024-02-26"]);
  });

  test("a second number is read out too, though the finding stays the same", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      const field = page.getByLabel("Rounds that Russia fires in a day, rounds/day");
      const said: (string | null)[] = [];
      for (const [rate, days] of [
        ["10000", "200 to 600"],
        ["60000", "33 to 100"],
      ] as const) {
        await field.fill(rate);
        await page.getByRole("status").getByText(`equal ${days} days of Russian fire`).waitFor();
        said.push(await page.getByRole("status").textContent());
      }
      return said;
    });
    // 2 and 6 million rounds at 10,000 and at 60,000 a day; what stays the same is not read again
    const said = (days: string) =>
      new RegExp(
        `^2 to 6 million rounds by [^.]*\\. They equal ${days} days of Russian fire, at [^.]*\\. \\d+ rows of the tables are not as published\\.$`,
        "u",
      );
    expect(found[0]).toMatch(said("200 to 600"));
    expect(found[1]).toMatch(said("33 to 100"));
  });

  test("a number that is being typed is no fault until it is left unfinished", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      const field = page.getByLabel("Rounds that Russia fires in a day, rounds/day");
      const told: number[] = [];
      await field.focus();
      for (const key of "10,000") {
        await page.keyboard.press(key);
        told.push(await page.locator("[aria-invalid]").count());
      }
      const finding = await page.locator(".follows").innerText();
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Tab");
      return { told, finding, left: await page.locator("[aria-invalid]").count() };
    });
    expect(found.told).toEqual([0, 0, 0, 0, 0, 0]);
    // 2 and 6 million rounds at 10,000 a day
    expect(found.finding).toMatch(/^They equal 200 to 600 days of Russian fire/u);
    expect(found.left).toBe(1);
  });

  test.each([DESKTOP, PHONE])(
    "what has the focus is not behind the answer at $width px",
    async (reader) => {
      const hidden = await site().visit("/what-if", reader, async ({ page }) => {
        await page.locator("[data-part='results'] a").nth(5).focus();
        const found: string[] = [];
        for (let step = 0; step < 45; step += 1) {
          await page.keyboard.press("Shift+Tab");
          const behind = await page.evaluate(() => {
            const one = document.activeElement;
            const answer = document.querySelector(".answer");
            if (!one || !answer || answer.contains(one)) return null;
            const isBehind =
              one.getBoundingClientRect().bottom <= answer.getBoundingClientRect().bottom &&
              one.getBoundingClientRect().top >= answer.getBoundingClientRect().top;
            return isBehind ? one.outerHTML : null;
          });
          if (behind !== null) found.push(behind);
        }
        return found;
      });
      expect(hidden).toEqual([]);
    },
  );
});
