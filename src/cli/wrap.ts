const WIDTH = 80;

/**
 * Breaks text between words so that no line is wider than a terminal of 80
 * columns; a longer word stands alone on its line.
 *
 * @param first What stands before the first line; the others are indented as far.
 * @example wrap("a  ", "b c", 4) // => "a  b\n   c"
 */
export function wrap(first: string, text: string, width = WIDTH): string {
  const indent = " ".repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/u)) {
    if (!isEmpty && Array.from(line).length + 1 + Array.from(word).length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
