import { type Addition, keepText, preview, tellText, write } from "./commit.ts";
import type { Work } from "./work.ts";

/** Prints what would change, or changes it: what both ways of deciding end with. */
export async function conclude(work: Work, addition: Addition): Promise<string> {
  if (work.flags.has("dry-run"))
    return `${preview(addition)}Nothing was written, as --dry-run asks\n`;
  process.stdout.write(await write(addition));
  const { document, articles } = work;
  return work.flags.has("keep-text")
    ? keepText(document, addition.records.sources[0]?.["id"] ?? "", articles)
    : tellText(document, articles);
}
