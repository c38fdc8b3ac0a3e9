import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { fromQuery } from "../../src/browser/what-if/address.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { textOf } from "../../src/notebook/what-if/text.ts";
import { publish } from "../../src/reconcile/publish.ts";
import type { Ends } from "../../src/reconcile/published.ts";
import { answer } from "../../src/reconcile/what-if/answers.ts";
import { contradictionsIn } from "../../src/reconcile/what-if/contradictions.ts";
import { choicesIn } from "../../src/reconcile/what-if/choices.ts";
import { dialsIn } from "../../src/reconcile/dials.ts";
import { openSite } from "./browser.ts";
import { findAxeViolations, findSidewaysScroll, findSmallTargets } from "./layout.ts";
import { download } from "./workbench.ts";

const site = openSite();

const DESKTOP = { width: 1280, scheme: "light", script: true } as const;
const PHONE = { width: 360, scheme: "dark", script: true } as const;

type Cells = Readonly<Record<string, string>>;
const parseTable = (text: string): readonly Cells[] => parse(text, { columns: true });

/** The sheet that the page hands over for an address. */
const sheetAt = (query: string): Promise<readonly Cells[]> =>
  site().visit(`/what-if${query}`, DESKTOP, async ({ page }) =>
    parseTable(await download(page, "Download as CSV")),
  );

const END_COLUMNS = ["low", "low_inclusive", "high", "high_inclusive"] as const;
const cellsOf = (ends: Ends | null | undefined): readonly string[] =>
  END_COLUMNS.map((column) => String(ends?.[column] ?? ""));
const endsIn = (row: Cells): readonly string[] => END_COLUMNS.map((column) => row[column] ?? "");

const finding = (page: Page) => page.locator('[data-part="finding"]');

describe("/what-if answers in the browser as the build does", () => {
  const { ledger } = readLedger("data");
  const { all } = publish(ledger);
  const settable = {
    ...{ ledger, version: "", asOf: "2024-10-03" },
    ...{ choices: choicesIn(ledger), dials: dialsIn(ledger) },
  };
  const drawn = ledger.metrics.map(({ id }) => id);
  const followed = [
    ...["x_containers_as_mix", "x_working_high"],
    ...["x_days_of_fire_high", "x_months_of_us_output_high"],
  ];
  const asked = { ledger, claims: all.claims, choices: settable.choices, drawn, followed };

  test.each([
    "",
    "?documents=all",
    "?day=2024-02-26&load=all_152",
    "?documents=all&day=2025-12-31&parties=parties_out&rounding=rounding_on",
    "?summer=p_reading_since_summer&p_window_shells_delivered=p_window_shells_delivered_off",
    "?without=o_rok_mnd_2024_02&p_load_152=300.5&p_load_122=0&p_share_152=12.5&p_dud_rate=33",
    "?documents=all&capacity=capacity_out&p_fire_russia=7000&p_output_us=100000&day=2023-06-01",
    "?documents=further&p_fire_russia=10000&load=all_122&p_share_152=20",
  ])("value by value: %s", async (query) => {
    const { settings } = fromQuery(query, settable);
    const { onDay, crosschecks, follows } = answer(asked, settings);
    const sheet = await sheetAt(query);
    const rowsOf = (part: string) => sheet.filter((row) => row["part"] === part);
    const stated = onDay.flatMap(({ metric, estimate }) =>
      estimate
        ? [
            [
              ...[metric, ...cellsOf(estimate), String(estimate.gap ?? "")],
              ...[String(estimate.claims), String(estimate.origins)],
            ],
          ]
        : [],
    );
    const estimates = rowsOf("estimate")
      .filter((row) => row["claims"] !== "0")
      .map((row) => [row["id"], ...endsIn(row), row["gap"], row["claims"], row["origins"]]);
    expect(estimates).toEqual(stated);
    expect(rowsOf("arithmetic").map((row) => [row["id"], ...endsIn(row), row["verdict"]])).toEqual(
      crosschecks.map((row) => [row.crosscheck, ...cellsOf(row), row.verdict]),
    );
    const about = { ledger, metric: "m_shells_delivered", asOf: settings.asOf };
    const text = textOf(about, { onDay, follows }).map(({ words }) => words);
    expect(rowsOf("finding").map((row) => row["label"])).toEqual(text);
    expect(text.length).toBeGreaterThan(2);
    expect(rowsOf("contradiction")).toHaveLength(contradictionsIn(settable, settings).length);
    expect(stated.length).toBeGreaterThan(4);
    expect(crosschecks.length).toBeGreaterThan(10);
  });

  test("nothing set is what /data/estimates.csv and /data/crosschecks.csv publish", async () => {
    const tableOf = (name: string) =>
      parseTable(readFileSync(join(inject("site"), "data", `${name}.csv`), "utf8"));
    const sheet = await sheetAt("");
    const shells = tableOf("estimates").find(
      ({ metric, as_of, collection }) =>
        metric === "m_shells_delivered" && as_of === "2024-10-03" && collection === "core",
    );
    const now = sheet.find(({ id }) => id === "m_shells_delivered");
    expect(now && endsIn(now)).toEqual(shells && endsIn(shells));
    const core = tableOf("crosschecks").filter(({ collection }) => collection === "core");
    expect(
      sheet.filter(({ part }) => part === "arithmetic").map((row) => [row["id"], ...endsIn(row)]),
    ).toEqual(core.map((row) => [row["crosscheck"], ...endsIn(row)]));
  });
});

describe("/what-if", () => {
  test("sliders, the finding, the charts, the address and the tables follow one another", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page, findTrouble }) => {
      const before = await page.locator("[data-chart='containers-as-shells'] h3").textContent();
      await page.getByLabel("Load of a container, 152 mm, rounds/container").fill("300");
      await page.getByLabel("all of one kind: 152-mm shells from North Korea to Russia").check();
      await page.getByLabel("Day", { exact: true }).fill("2024-02-26");
      // on a slow machine the address is written after each change: the last one tells them all
      await page.waitForURL(/day=2024-02-26/);
      await page.locator("#containers-as-shells-now-title").waitFor({ state: "attached" });
      return {
        before,
        after: await page.locator("[data-chart='containers-as-shells'] h3").textContent(),
        finding: await finding(page).textContent(),
        query: new URL(page.url()).search.replace(/data=.*/u, ""),
        changed: await page.locator("tr.changed th").count(),
        trouble: await findTrouble(),
      };
    });
    expect(found.before).toMatch(/4\.9 million rounds$/u);
    expect(found.after).toMatch(/3\.3 million rounds$/u);
    expect(found.finding).toBe(
      "3 million rounds by 26 February 2024, if every report that counts is right.",
    );
    expect(found.query).toBe("?day=2024-02-26&load=all_152&p_load_152=300&");
    expect(found.changed).toBeGreaterThan(2);
    expect(found.trouble).toEqual([]);
  });

  test("works by the keyboard alone, says what changed, and is reset", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      await page.getByLabel("Share of North Korean shells that do not work, slider").focus();
      await page.keyboard.press("Home");
      const none = await page.locator(".follows").textContent();
      await page.keyboard.press("PageUp");
      const some = await page.locator(".follows").textContent();
      const spoken = page.getByRole("status");
      await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent);
      const said = await spoken.textContent();
      await page.getByRole("button", { name: "Reset everything" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.search === "");
      return {
        none,
        some,
        said,
        focused: await page.evaluate(() => document.activeElement?.className),
      };
    });
    expect(found.none).toMatch(/If 0 percent of them do not work, that is 0 rounds\./u);
    // a tenth of the slider's way
    expect(found.some).toMatch(
      /If 10 percent of them do not work, that is 200,000 to 600,000 rounds\./u,
    );
    expect(found.said).toMatch(/^2 to 6 million rounds/u);
    expect(found.focused).toBe("finding");
  });

  test("an origin that is left out is told in the address, and its arithmetic falls", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      await page.getByText("Who counts").click();
      await page.getByLabel(/^Span of published estimates, Foreign Policy/u).uncheck();
      await page.waitForURL(/without=o_fp_span_2024_10/);
      return {
        finding: await finding(page).textContent(),
        follows: await page.locator(".follows").innerText(),
        note: await page
          .locator("[data-chart='shells-over-time'] .note", { hasText: "settings leave out" })
          .innerText(),
      };
    });
    expect(found.finding).toMatch(/^At least 2 million rounds/u);
    expect(found.note).toMatch(/Struck: readings not chosen and what the settings leave out\.$/u);
    // 2 million over 30,000 a day, a floor as the 2 million are
    expect(found.follows).toMatch(/^They equal at least 67 days of Russian fire/u);
  });

  test("what an address or a field says wrongly is told and changes nothing", async () => {
    const query = "?without=o_nobody&p_dud_rate=<img src=x onerror=alert(1)>&data=ffffffffffff";
    const found = await site().visit(`/what-if${query}`, DESKTOP, async ({ page, findTrouble }) => {
      const told = await page.locator("[data-part='actions'] .trouble").textContent();
      const field = page.getByLabel("Load of a container, 152 mm, rounds/container");
      await field.fill("-3");
      return {
        told,
        fault: await page.getByRole("alert").first().textContent(),
        invalid: await field.getAttribute("aria-invalid"),
        finding: await finding(page).textContent(),
        images: await page.locator(".interactive img").count(),
        trouble: await findTrouble(),
      };
    });
    expect(found.told).toMatch(
      /o_nobody.*<img src=x onerror=alert\(1\)>.*another state of the data/u,
    );
    expect(found.fault).toMatch(/^Expected a number from 0/u);
    expect(found.invalid).toBe("true");
    expect(found.finding).toMatch(/^2 to 6 million rounds by 3 October 2024/u);
    expect([found.images, found.trouble]).toEqual([0, []]);
  });

  test("without JavaScript it shows what is published, and says so", async () => {
    const found = await site().visit("/what-if", { ...DESKTOP, script: false }, async ({ page }) =>
      page.locator("main").innerText(),
    );
    expect(found).toMatch(/this page needs JavaScript/u);
    expect(found).toMatch(/2 to 6 million rounds by 3 October 2024/u);
    expect(found).toMatch(/They equal 67 to 200 days of Russian fire, at 30,000 rounds a day/u);
    expect(found).toMatch(/Share of North Korean shells that do not work\s+not stated/u);
    expect(found).toMatch(/Load of a container, 152 mm\s+447\.76 rounds\/container/u);
    expect(found).toMatch(/If all reports hold, North Korea sent 2\s+to 6 million rounds/u);
  });

  test("asks for the library of charts when somebody comes near a setting, and not before", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      const countFetched = () =>
        page.evaluate(
          () =>
            performance
              .getEntriesByType("resource")
              .filter(({ name }) => name.includes("what-if-charts")).length,
        );
      const before = await countFetched();
      await page.getByLabel("Core articles").focus();
      await page.locator("#shells-over-time-now-title").waitFor({ state: "attached" });
      return { before, after: await countFetched() };
    });
    expect(found).toEqual({ before: 0, after: 1 });
  });

  test("says so where the library of charts does not come, and answers all the same", async () => {
    const found = await site().visit("/what-if", DESKTOP, async ({ page }) => {
      await page.route(/what-if-charts/u, (route) => route.abort());
      await page.getByLabel("Load of a container, 152 mm, rounds/container").fill("300");
      const told = page.getByText("The charts could not be fetched");
      await told.waitFor();
      // a table out of view follows when it is quiet
      const row = page.getByRole("row", { name: /at least 4\.9 million at least 3\.3 million/u });
      return row.textContent();
    });
    expect(found).toMatch(/June 2024 could hold, all 152 mm/u);
  });

  test.each([DESKTOP, PHONE])("changed and unfolded, it reads at $width px", async (reader) => {
    const query = "?documents=all&without=o_rok_mnd_2024_02&p_dud_rate=20";
    const found = await site().visit(`/what-if${query}`, reader, async ({ page, findTrouble }) => {
      await page.getByText("Who counts").click();
      await page.locator("#shells-over-time-now-title").waitFor({ state: "attached" });
      return {
        axe: await findAxeViolations(page),
        sideways: await findSidewaysScroll(page),
        small: await findSmallTargets(page),
        trouble: await findTrouble(),
      };
    });
    expect(found).toEqual({ axe: [], sideways: [], small: [], trouble: [] });
  });
});
