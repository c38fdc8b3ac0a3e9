import { readLedger } from "../../src/ledger/read.ts";

/** How many pages of further documents a test visits at every reader. */
const SAMPLE = 4;

/**
 * Pages to visit where visiting all would take long: every page, and of those of
 * further documents, which are all made alike, a few from first to last. Links and
 * the build are tested on all.
 */
export function samplePages(pages: readonly string[]): readonly string[] {
  const { sources } = readLedger("data", { articles: null }).ledger;
  const further = sources
    .filter(({ collection }) => collection === "further")
    .map(({ id }) => `/sources/${id}`)
    .filter((page) => pages.includes(page));
  const step = Math.max(1, (further.length - 1) / (SAMPLE - 1));
  const kept = new Set(Array.from({ length: SAMPLE }, (_, at) => further[Math.round(at * step)]));
  return pages.filter((page) => kept.has(page) || !further.includes(page));
}
