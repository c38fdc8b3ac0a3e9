import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";

/**
 * A text of our own. Offsets, counted by hand: "etwa 6.700 Container" 17 to 37, "3. Mai 2024"
 * 42 to 53, "mindestens 500.000 Raketen" 73 to 99, "28.000 Schuss pro Tag" 104 to 125.
 */
export const TEXT = [
  "Im Hafen standen etwa 6.700 Container.",
  "Am 3. Mai 2024 sprach das Amt von mindestens 500.000 Raketen und 28.000 Schuss pro Tag.",
  "",
].join("\n");

export const panelOf = (page: Page): Locator => page.locator(".panel");

/** Gives a text to the page and waits for its figures. */
export async function giveText(page: Page, text: string): Promise<void> {
  await page.getByLabel("German").check();
  await page.getByLabel("Paste the text").fill(text);
  await page.getByRole("button", { name: "Find the figures" }).click();
  await panelOf(page).waitFor();
}

/** Fills cells in by their labels; what a list holds is chosen in it. */
export async function fill(place: Locator, cells: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, cell] of Object.entries(cells)) {
    const control = place.getByLabel(label, { exact: true });
    const tag = await control.evaluate((element) => element.tagName);
    if (tag === "SELECT") await control.selectOption(cell);
    else await control.fill(cell);
  }
}

export const press = (place: Page | Locator, name: string): Promise<void> =>
  place.getByRole("button", { name, exact: true }).click();

/** The text of the file that a button hands over. */
export async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, name)]);
  return readFileSync(await file.path(), "utf8");
}

export const DOCUMENT = {
  Title: "Counting boxes",
  Publisher: "Hafenblatt",
  "Published on": "2024-05-03",
  "Published precision": "day",
  Translation: "none",
};

/** Decides all figures of TEXT: a date and a rate set aside, two claims of one new origin. */
export async function decideAll(page: Page): Promise<void> {
  const panel = panelOf(page);
  await fill(panel, { Metric: "m_containers_delivered", Origin: "+" });
  const origin = panel.getByRole("group", { name: "New origin" });
  await fill(origin, { Claimant: "+" });
  const claimant = panel.getByRole("group", { name: "New claimant" });
  await fill(claimant, { Name: "Harbour office", Kind: "official", Stance: "neutral" });
  await press(panel, "Add this claimant");
  await fill(origin, { Label: "The office, May 2024", "Stated on": "2024-05-03", Method: "count" });
  await press(panel, "Add this origin");
  await fill(panel, {
    ...{ Modality: "asserted", "Time basis": "external" },
    ...{
      "As of earliest": "2024-05-03",
      "As of latest": "2024-05-03",
      "Counted from": "2023-09-01",
    },
  });
  await press(panel, "Accept as a claim");
  // The date: the scanner suggests why it is none.
  await press(panel, "Set aside");
  await press(panel, "Fill in as in the last claim");
  await fill(panel, { Metric: "m_shells_delivered" });
  await press(panel, "Accept as a claim");
  await panel.getByLabel("None: set it aside").check();
  await fill(panel, { Kind: "other_subject", Reason: "nobody says whose fire" });
  await press(panel, "Set aside");
}
