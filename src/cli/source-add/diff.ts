/** Lines of context around a change, as diff -u has them. */
const AROUND = 3;
const NO_LINE_END = "\\ No newline at end of file";

const linesOf = (text: string): readonly string[] =>
  text === "" ? [] : text.replace(/\n$/u, "").split("\n");

/** "28,3": first line and how many; what git and patch expect for none is the line before. */
const rangeOf = (first: number, count: number): string =>
  `${count === 0 ? first - 1 : first},${count}`;

/**
 * The unified diff of a text behind which something has been written.
 *
 * @param file The name that it has in the diff.
 * @param old The text as it was; `appendix` is put behind it.
 */
export function appendDiff(file: string, old: string, appendix: string): string {
  if (appendix === "") return "";
  const before = linesOf(old);
  const after = linesOf(old + appendix);
  // A last line without its end is itself changed by what follows it.
  const isOpen = old !== "" && !old.endsWith("\n");
  const same = before.length - (isOpen ? 1 : 0);
  const start = Math.max(0, same - AROUND);
  const removed = before.slice(same);
  const added = after.slice(same);
  const context = before.slice(start, same);
  return [
    `--- ${file}`,
    `+++ ${file}`,
    `@@ -${rangeOf(start + 1, context.length + removed.length)} +${rangeOf(start + 1, context.length + added.length)} @@`,
    ...context.map((line) => ` ${line}`),
    ...removed.flatMap((line) => [`-${line}`, NO_LINE_END]),
    ...added.map((line) => `+${line}`),
    ...((old + appendix).endsWith("\n") ? [] : [NO_LINE_END]),
    "",
  ].join("\n");
}
