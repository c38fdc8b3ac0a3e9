import type { Cells } from "../../entry/cells.ts";
import { idFor } from "../../entry/rows.ts";
import input from "@inquirer/input";
import { checkCell } from "../../entry/columns.ts";
import { askCell } from "./ask.ts";
import { PARTICULARS, publishedOn } from "./particulars.ts";

const ORIGINAL = /^original_/u;

/** The day of publication: a month or a year where no more is known, or nothing. */
async function askPublished(cells: Cells): Promise<Cells> {
  const known = cells["published_on"] ?? "";
  const day = await input({
    message: "published_on: 2024-10-03, or 2024-10, or 2024 (Enter for unknown)",
    ...(known === "" ? {} : { default: known, prefill: "editable" as const }),
    validate: (typed) => {
      if (typed === "") return true;
      const wrong = checkCell("sources", "published_on", publishedOn(typed)["published_on"] ?? "");
      return wrong === null || `expected ${wrong.expected}; to mend: ${wrong.mend}`;
    },
  });
  return day === "" ? { published_on: "", published_precision: "unknown" } : publishedOn(day);
}

/**
 * Asks for the particulars of the document, all but those that flags have given.
 *
 * @param known What is suggested: from flags, or from an earlier run.
 */
export async function askParticulars(
  given: Cells,
  known: Cells,
  taken: ReadonlySet<string>,
): Promise<Cells> {
  let cells = known;
  for (const { name } of PARTICULARS) {
    if (name in given || name === "id" || name === "published_precision") continue;
    if (ORIGINAL.test(name) && cells["translation"] === "none") continue;
    const asked =
      name === "published_on"
        ? await askPublished(cells)
        : { [name]: await askCell("sources", name, cells[name]) };
    cells = { ...cells, ...asked };
  }
  if ("id" in given) return cells;
  const id = await askCell("sources", "id", cells["id"] ?? idFor("s", cells, taken));
  return { ...cells, id };
}
