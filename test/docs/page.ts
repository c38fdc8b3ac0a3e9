/** A part of a page that says what to do or what is seen. */
export type Part =
  | { readonly is: "fence"; readonly info: string; readonly text: string; readonly line: number }
  | { readonly is: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly is: "bold"; readonly text: string };

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/gu, "")
    .split("|")
    .map((cell) => cell.trim());

const isRow = (line: string | undefined): boolean => line?.startsWith("|") === true;

/**
 * Finds fences, tables and paragraphs that begin in bold, in their order.
 *
 * `line` is that of the opening fence, from 0; a fence's text ends without a line end.
 */
export function findParts(markdown: string): readonly Part[] {
  const lines = markdown.split("\n");
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const bold = /^\*\*(.+?)\*\*/u.exec(line)?.[1];
    if (line.startsWith("```")) {
      const end = lines.indexOf("```", at + 1);
      parts.push({
        is: "fence",
        info: line.slice(3),
        text: lines.slice(at + 1, end).join("\n"),
        line: at,
      });
      at = end;
    } else if (isRow(line)) {
      const length = lines.slice(at).findIndex((row) => !isRow(row));
      const rows = lines.slice(at, at + length).map(cellsOf);
      parts.push({ is: "table", rows: rows.filter((_, row) => row !== 1) });
      at += length;
    } else if (bold !== undefined) parts.push({ is: "bold", text: bold });
  }
  return parts;
}

/** What stands between backticks. */
export const codeIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Matches what a command prints; a page's … is any words of a line, or alone any lines. */
export function patternOf(text: string): RegExp {
  const lines = text
    .split("\n")
    .map((line) =>
      line === "…" ? String.raw`(?:.*\n)*?` : `${line.split("…").map(escaped).join(".*")}\n`,
    );
  return new RegExp(`^${lines.join("")}$`, "u");
}
