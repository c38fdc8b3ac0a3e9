import type { Page } from "playwright-core";

/** Opens all that a reader can unfold, but the tables and the code of figures; says how much that was. */
export function openFolds(page: Page): Promise<number> {
  return page.evaluate(() => {
    const folds = [...document.querySelectorAll<HTMLDetailsElement>("details.fold")];
    for (const fold of folds) fold.open = true;
    return folds.length;
  });
}
