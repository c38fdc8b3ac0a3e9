import type { Cells } from "./cells.ts";
import type { Proposal } from "./proposals.ts";

// What would break a line or move a terminal's cursor.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

export const flat = (text: string): string => text.replaceAll(UNPRINTABLE, " ");

/**
 * A figure in its context on one line, the figure in [brackets]. It begins with … so that no
 * spreadsheet takes it for a formula, whatever the text begins with.
 */
export const excerptOf = ({ before, after, cells }: Proposal): string =>
  `…${flat(before).trimStart()}[${flat(cells["quote"] ?? "")}]${flat(after).trimEnd()}…`;

/** "about 6700", "1600000 to 6000000", "no value". */
export function valueOf(cells: Cells): string {
  const bound = cells["bound"] ?? "";
  const ends = ["low", "best", "high"].map((end) => cells[end] ?? "").filter((end) => end !== "");
  if (ends.length === 0) return "no value";
  const said = bound === "point" || bound === "range" ? "" : `${bound.replaceAll("_", " ")} `;
  return `${said}${ends.join(" to ")}`;
}
