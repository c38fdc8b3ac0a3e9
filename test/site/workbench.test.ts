import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Visit, openSite } from "./browser.ts";
import { findAxeViolations, findSidewaysScroll, findSmallTargets } from "./layout.ts";
import {
  DOCUMENT,
  TEXT,
  decideAll,
  download,
  fill,
  giveText,
  panelOf,
  press,
} from "./workbench.ts";

const site = openSite();

const DESKTOP = { width: 1280, scheme: "light", script: true } as const;

const visit = <T>(look: (visit: Visit) => Promise<T>) => site().visit("/workbench", DESKTOP, look);

const hash = createHash("sha256").update(TEXT).digest("hex");

/** The rows that TEXT gives, typed by hand from its offsets and from what `decideAll` fills in. */
const ROWS = {
  sources: [
    "id,collection,title,publisher,author,url,published_on,published_precision,language,translation,original_title,original_publisher,original_url,sha256,characters,note",
    `s_hafenblatt_2024_05,further,Counting boxes,Hafenblatt,,,2024-05-03,day,de,none,,,,sha256:${hash},127,`,
  ],
  claimants: [
    "id,name,kind,country,part_of,stance,note",
    "a_harbour_office,Harbour office,official,,,neutral,",
  ],
  origins: [
    "id,claimant,stated_on,method,based_on,label,note",
    'o_harbour_office_2024_05_03,a_harbour_office,2024-05-03,count,,"The office, May 2024",',
  ],
  claims: [
    "id,source,metric,origin,quote,start,end,low,best,high,bound,low_exclusive,high_exclusive,hedge,modality,as_of_earliest,as_of_latest,period_start,period_end,counted_from,time_basis,scope,alternative,derived_from,via,quote_seen,primary,translation_note,repeats,status,note",
    "c_hafenblatt_2024_05_containers_delivered,s_hafenblatt_2024_05,m_containers_delivered,o_harbour_office_2024_05_03,etwa 6.700 Container,17,37,,6700,,about,,,etwa,asserted,2024-05-03,2024-05-03,,,2023-09-01,external,,,,,seen,,,faithful,active,",
    "c_hafenblatt_2024_05_shells_delivered,s_hafenblatt_2024_05,m_shells_delivered,o_harbour_office_2024_05_03,mindestens 500.000 Raketen,73,99,500000,,,at_least,,,mindestens,asserted,2024-05-03,2024-05-03,,,2023-09-01,external,,,,,seen,,,faithful,active,",
  ],
  dismissals: [
    "source,quote,start,end,kind,reason",
    "s_hafenblatt_2024_05,3. Mai 2024,42,53,date,a date",
    "s_hafenblatt_2024_05,28.000 Schuss pro Tag,104,125,other_subject,nobody says whose fire",
  ],
} as const;

describe("the workbench", () => {
  test("hands over the rows of a text in which every figure was decided, without a network", async () => {
    const found = await visit(async ({ page, findTrouble }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.context().setOffline(true);
      await giveText(page, TEXT);
      await fill(page.locator("main"), DOCUMENT);
      await decideAll(page);
      const files = new Map<string, string>();
      for (const table of Object.keys(ROWS))
        files.set(table, await download(page, `Download ${table}.csv`));
      return {
        files: [...files],
        text: await download(page, "Download the text"),
        sheet: (await download(page, "Download the sheet"))
          .split("\r\n")
          .map((line) => line.split(",")[3]),
        command: await page.locator(".hand-over pre").textContent(),
        verdict: await page.locator(".verdict").textContent(),
        progress: await page.locator(".progress").textContent(),
        asked: asked.filter((url) => !url.startsWith("blob:")),
        trouble: await findTrouble(),
      };
    });
    const wanted = Object.entries(ROWS).map(([table, lines]) => [table, `${lines.join("\n")}\n`]);
    expect(found).toEqual({
      files: wanted,
      text: TEXT,
      sheet: ["decision", "claim", "dismiss", "claim", "dismiss", undefined],
      command:
        "npm run source:add -- data/articles/s_hafenblatt_2024_05.txt --lang de --from data/articles/s_hafenblatt_2024_05.csv --collection further --title 'Counting boxes' --publisher Hafenblatt --published-on 2024-05-03 --published-precision day --translation none --id s_hafenblatt_2024_05",
      verdict: "Every figure is decided, and every row keeps the rules of the tables.",
      progress: "4 of 4 decided: 2 claimed, 2 set aside",
      asked: [],
      trouble: [],
    });
  });

  test("shows a hostile text as it is, and counts its code points", async () => {
    const text = [
      '😀 <img src="x" onerror="document.title=\'taken\'">vor 12 Züge',
      "</textarea></script><script>document.title='taken'</script>vor 13 Kühe <svg onload=alert(1)>",
      `\u202e\u05d0\u05d1 14 Schiffe \u202c e\u0301\u0301\u0301 ${"x".repeat(30_000)} 15 Boote`,
    ].join("\n");
    const found = await visit(async ({ page, findTrouble }) => {
      await giveText(page, text);
      const region = page.locator(".marked-text");
      await press(panelOf(page), "Skip");
      return {
        text: await region.evaluate((element) => element.textContent),
        tags: await region.evaluate((element) => [
          ...new Set([...element.querySelectorAll("*")].map(({ tagName }) => tagName)),
        ]),
        quotes: await region.locator("mark").allTextContents(),
        keys: await region
          .locator("mark")
          .evaluateAll((marks) => marks.map((mark) => Number(mark.getAttribute("data-key")))),
        context: await page
          .locator(".context *")
          .evaluateAll((all) => all.map((one) => one.tagName)),
        title: await page.title(),
        trouble: await findTrouble(),
      };
    });
    const starts = ["12 Züge", "13 Kühe", "14 Schiffe", "15 Boote"].map(
      (quote) => Array.from(text.slice(0, text.indexOf(quote))).length,
    );
    expect(found).toMatchObject({ text, tags: ["DIV", "MARK"], context: ["MARK"], trouble: [] });
    expect(found.quotes).toEqual(
      expect.arrayContaining(["12 Züge", "13 Kühe", "14 Schiffe", "15 Boote"]),
    );
    expect(found.keys).toEqual(expect.arrayContaining(starts));
    expect(found.title).not.toContain("taken");
  });

  test("can be worked with the keyboard alone", async () => {
    const found = await visit(async ({ page }) => {
      const { keyboard } = page;
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.getByLabel("German").focus();
      await keyboard.press("Space");
      await keyboard.press("Tab");
      await keyboard.insertText("Am 3. Mai 2024 kamen 70 Züge und 80 Schiffe.");
      for (const key of ["Tab", "Tab", "Enter"]) await keyboard.press(key);
      await panelOf(page).waitFor();
      const begun = await focused();
      await page.locator(".marked-text").focus();
      await keyboard.press("ArrowRight");
      await keyboard.press("ArrowRight");
      const at = await page.locator(".marked-text [aria-current]").textContent();
      await keyboard.press("ArrowLeft");
      await keyboard.press("ArrowLeft");
      await keyboard.press("Enter");
      const heading = await focused();
      // Back is off at the first figure, Undo before the first decision: Skip, then the two choices,
      // the kind and the reason that the scanner suggests, and the button.
      for (let tab = 0; tab < 5; tab += 1) await keyboard.press("Tab");
      const button = await focused();
      await keyboard.press("Enter");
      return {
        ...{ begun, at, heading, button, next: await focused() },
        progress: await page.locator(".progress").textContent(),
      };
    });
    expect(found).toEqual({
      begun: "The document",
      at: "80 Schiffe",
      heading: "Figure 1 of 3",
      button: "Set aside",
      next: "Figure 2 of 3",
      progress: "1 of 3 decided: 0 claimed, 1 set aside",
    });
  });

  test("says beside a cell what is wrong with it, and accepts no claim that breaks a rule", async () => {
    const found = await visit(async ({ page }) => {
      await giveText(page, TEXT);
      const panel = panelOf(page);
      const faults = () => panel.locator(".field-fault:visible").allTextContents();
      await fill(panel, { Best: "6.700" });
      await panel.getByLabel("Best", { exact: true }).blur();
      const cell = await faults();
      await fill(panel, { Best: "6700", Metric: "m_containers_delivered" });
      await panel.getByLabel("Origin", { exact: true }).selectOption({ index: 1 });
      await fill(panel, { Modality: "asserted", "Time basis": "external" });
      await press(panel, "Accept as a claim");
      return {
        cell,
        rule: await faults(),
        progress: await page.locator(".progress").textContent(),
      };
    });
    expect(found.cell).toEqual([
      "Expected digits without a separator. To mend: type 6700 (6.7 if the source means a decimal).",
    ]);
    expect(found.rule).toHaveLength(1);
    expect(found.rule[0]).toMatch(
      /^Found an empty cell\. Expected a day: m_containers_delivered is a total/,
    );
    expect(found.progress).toContain("0 of 4 decided");
  });

  test("sets a whole kind aside, goes back, skips and undoes", async () => {
    const found = await visit(async ({ page }) => {
      await giveText(page, "Am 3. Mai 2024 und am 4. Mai 2024 kamen 70 Züge.");
      const panel = panelOf(page);
      const look = async () =>
        `${(await panel.getByRole("heading").textContent()) ?? ""}, ${(await page.locator(".progress").textContent()) ?? ""}`;
      const seen: string[] = [];
      for (const name of [
        "Set aside all 2 open figures of the kind “date”",
        "Back",
        "Undo",
        "Skip",
      ]) {
        await press(panel, name);
        seen.push(await look());
      }
      return seen;
    });
    expect(found).toEqual([
      "Figure 3 of 3, 2 of 3 decided: 0 claimed, 2 set aside",
      "Figure 2 of 3, 2 of 3 decided: 0 claimed, 2 set aside",
      "Figure 1 of 3, 0 of 3 decided: 0 claimed, 0 set aside",
      "Figure 2 of 3, 0 of 3 decided: 0 claimed, 0 set aside",
    ]);
  });

  test("takes a figure that the scanner does not see", async () => {
    const marks = await visit(async ({ page }) => {
      await giveText(page, "Es kamen allerhand Leute und 70 Züge.");
      await page.getByLabel("A figure is not marked?").fill("allerhand Leute");
      await press(page, "Mark it");
      return page.locator(".marked-text mark").allTextContents();
    });
    expect(marks).toEqual(["allerhand Leute", "70 Züge"]);
  });

  test("keeps the work over a reload, until it is told to forget", async () => {
    const found = await visit(async ({ page }) => {
      await giveText(page, TEXT);
      await panelOf(page).getByLabel("None: set it aside").check();
      await fill(panelOf(page), { Kind: "other_subject", Reason: "boxes of somebody else" });
      await press(panelOf(page), "Set aside");
      await page.reload();
      await panelOf(page).waitFor();
      const kept = await page.locator(".progress").textContent();
      await press(page, "Forget all of it");
      await page.reload();
      const isEmpty = (await page.getByLabel("Paste the text").inputValue()) === "";
      return { kept, isEmpty, left: await page.evaluate(() => localStorage.length) };
    });
    expect(found).toEqual({
      kept: "1 of 4 decided: 0 claimed, 1 set aside",
      isEmpty: true,
      left: 0,
    });
  });

  test.each(
    ([360, 1280] as const).flatMap((width) =>
      (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
    ),
  )("is accessible at work: $width px, $scheme", async ({ width, scheme }) => {
    const reader = { width, scheme, script: true } as const;
    const findings = await site().visit("/workbench", reader, async ({ page, findTrouble }) => {
      await giveText(page, TEXT);
      const panel = panelOf(page);
      await press(panel, "Accept as a claim");
      await panel.getByLabel("Origin", { exact: true }).selectOption("+");
      for (const summary of await page.locator("summary").all()) await summary.click();
      const look = async () => [
        ...(await findTrouble()),
        ...(await findSidewaysScroll(page)),
        ...(await findSmallTargets(page)),
        ...(await findAxeViolations(page)),
      ];
      const filling = await look();
      await press(panel, "Skip");
      await press(panel, "Set aside");
      await press(panel, "Back");
      return [...filling, ...(await look())];
    });
    expect(findings).toEqual([]);
  });
});
