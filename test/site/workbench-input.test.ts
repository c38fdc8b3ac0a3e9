import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Visit, openSite } from "./browser.ts";
import { download, panelOf, press } from "./workbench.ts";

const site = openSite();

const DESKTOP = { width: 1280, scheme: "light", script: true } as const;

const visit = <T>(look: (visit: Visit) => Promise<T>) => site().visit("/workbench", DESKTOP, look);

describe("the workbench takes a text", () => {
  test.each([
    ["nothing: it is empty", Buffer.alloc(0)],
    ["only blank space", Buffer.from(" \n")],
    ["text in UTF-16", Buffer.from("\ufeff70 Züge", "utf16le")],
    ["a binary file", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01, 0x02])],
    ["bytes that are not UTF-8", Buffer.from("70 Züge", "latin1")],
    [
      "a text that reads like English",
      Buffer.from(
        "The ships of the port were in the north and the men of the navy were on them with the 70 guns",
      ),
    ],
  ])("refuses a file: %s", async (words, buffer) => {
    const found = await visit(async ({ page }) => {
      await page.getByLabel("German").check();
      const file = { name: "a.txt", mimeType: "text/plain", buffer };
      await page.getByLabel("Or choose or drop a text file").setInputFiles(file);
      await press(page, "Find the figures");
      return page.getByRole("alert").textContent();
    });
    expect(found).toMatch(new RegExp(`^Found ${words}\\. Expected .*\\. To mend: `));
  });

  test("reads the bytes of a file as they are: byte-order mark, CRLF and all", async () => {
    const bytes = Buffer.from("\ufeffZeile\r\n70 Züge\r\n");
    const found = await visit(async ({ page }) => {
      await page.getByLabel("German").check();
      const file = { name: "a.txt", mimeType: "text/plain", buffer: bytes };
      await page.getByLabel("Or choose or drop a text file").setInputFiles(file);
      await press(page, "Find the figures");
      await panelOf(page).waitFor();
      return download(page, "Download sources.csv");
    });
    // A byte-order mark, five letters, CR and LF, "70 Züge", CR and LF.
    const digest = createHash("sha256").update(bytes).digest("hex");
    expect(found).toContain(`,sha256:${digest},17,`);
  });

  test("says without JavaScript what it needs, and where the same is done without it", async () => {
    const reader = { ...DESKTOP, script: false };
    const words = await site().visit("/workbench", reader, ({ page }) =>
      page.locator("main").innerText(),
    );
    expect(words).toContain("This page needs JavaScript");
    expect(words).toContain("npm run source:add");
    expect(words).toContain("docs/adding-a-source.md");
  });
});
