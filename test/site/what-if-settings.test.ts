import { describe, expect, test } from "vitest";
import { openSite } from "./browser.ts";

const site = openSite();

const DESKTOP = { width: 1280, scheme: "light", script: true } as const;

describe("/what-if, setting by setting", () => {
  test("collections are switched on and off, and with none nothing is left", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      const [core, further] = [page.getByLabel(/^Core articles/u), page.getByLabel(/^Further/u)];
      const states: (string | null)[] = [];
      const keep = async (): Promise<void> => {
        states.push(await page.locator("[data-part='about']").textContent());
      };
      await further.check();
      await keep();
      await core.uncheck();
      await keep();
      await page.waitForURL(/documents=further/);
      await further.uncheck();
      await keep();
      await page.waitForURL(/documents=none/);
      const said = await page.getByText(/^No document speaks: nothing is left/u).isVisible();
      await page.reload();
      // the page as published stands there until its script has read the address
      const finding = page.locator("[data-part='finding']", { hasText: "Not stated" });
      return { states, said, finding: await finding.textContent() };
    });
    expect(found.states[0]).toMatch(/in all documents speak for the day/u);
    expect(found.states[1]).toMatch(/in the further reports speak for the day/u);
    expect(found.states[2]).toMatch(/^No document speaks\. As published: 2 to 6 million/u);
    expect(found.said).toBe(true);
    expect(found.finding).toMatch(/^Not stated: no report that counts/u);
  });

  test("a choice and a number that exclude each other are told at both, and read out once", async () => {
    const query = "?load=all_122&p_share_152=100";
    const found = await site().visit(`/what-if${query}`, DESKTOP, async ({ page }) => {
      const notes = page.locator(".settings .contradiction:visible");
      const before = await notes.allTextContents();
      const field = page.getByLabel("Share of containers that hold 152-mm shells, percent");
      const [id = ""] = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
      const described = await page.locator(`#${id}`).textContent();
      const status = page.getByRole("status");
      await field.fill("60");
      await status.getByText("60 percent").waitFor();
      const read = await status.textContent();
      await field.fill("0");
      await page.waitForURL(/p_share_152=0/);
      return { before, described, read, after: await notes.count() };
    });
    expect(found.before).toEqual([
      expect.stringMatching(/^This contradicts .*122-mm.* Only 0 percent agrees with it\.$/u),
      expect.stringMatching(/^This contradicts the number for .*152-mm shells”, 100 percent\.$/u),
    ]);
    expect(found.described).toBe(found.before[0]);
    expect(found.read).toMatch(/60 percent for .* contradict each other\./u);
    expect(found.after).toBe(0);
  });
});
