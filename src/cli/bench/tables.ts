import type { PageWeight } from "./weight.ts";

/** Lays rows out as text, the first column to the left, the others to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

/** Lays out what every page costs. */
export function formatPages(pages: readonly PageWeight[]): string {
  return formatTable(
    ["page", "requests", "kB", "charts", "in first paint"],
    pages.map((page) => [
      page.page,
      String(page.requests),
      page.kilobytes.toFixed(1),
      String(page.charts),
      String(page.charts_in_first_paint),
    ]),
  );
}
