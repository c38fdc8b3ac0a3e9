/** A text as CSS has it. */
const cssString = (text: string): string => `"${text.replaceAll(/["\\]/gu, "\\$&")}"`;

/**
 * The names of a table's columns for the stylesheet, which puts them before the cells of a
 * card: on a phone each row of a table of the class "cards" is one.
 */
export const cardStyle = (head: readonly string[]): string =>
  head.map((word, at) => `--c${String(at + 1)}:${cssString(word)}`).join(";");
