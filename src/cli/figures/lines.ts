import type { Figure } from "../../scan/figure.ts";

const AROUND = 24;
// What would break a line or move a terminal's cursor.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

const flat = (characters: readonly string[]): string =>
  characters.join("").replaceAll(UNPRINTABLE, " ");

/** "6700", "2000..", "1600000..6000000", "-". */
function formatValue({ low, high, bound }: Figure): string {
  const said = bound === "point" || bound === "range" ? "" : `${bound} `;
  if (low === null && high === null) return "-";
  if (low === high) return `${said}${low ?? ""}`;
  return `${said}${low ?? ""}..${high ?? ""}`;
}

/** Line and column of each figure, both from 1; columns count code points. */
function* placesOf(characters: readonly string[], figures: readonly Figure[]): Generator<string> {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const { start } of figures) {
    for (; at < start; at += 1)
      if (characters[at] === "\n") {
        line += 1;
        lineStart = at + 1;
      }
    yield `${line}:${start - lineStart + 1}`;
  }
}

/** What stands around a figure, the figure itself in [brackets]. */
function excerptOf(characters: readonly string[], { start, end }: Figure): string {
  const before = flat(characters.slice(Math.max(0, start - AROUND), start)).trimStart();
  const after = flat(characters.slice(end, end + AROUND)).trimEnd();
  return `${before}[${flat(characters.slice(start, end))}]${after}`;
}

/** One line for each figure, in columns. */
export function formatFigures(text: string, figures: readonly Figure[]): string {
  const characters = Array.from(text);
  const places = [...placesOf(characters, figures)];
  const rows = figures.map((figure, at) => [
    places[at] ?? "",
    `${figure.start}-${figure.end}`,
    figure.claim ? "claim" : "-",
    figure.kind,
    [formatValue(figure), figure.unit].filter((part) => part !== null).join(" "),
    excerptOf(characters, figure),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
