import type { Page } from "playwright-core";

/**
 * Switches every figure of a page to "with further reports", as a reader does.
 *
 * @returns How many figures have the switch.
 */
export async function showFurther(page: Page): Promise<number> {
  const choices = await page.locator('figure.switched input[value="further"]').all();
  for (const choice of choices) await choice.check();
  return choices.length;
}
