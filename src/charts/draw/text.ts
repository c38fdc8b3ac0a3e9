/** Size of words in a drawing; it is never scaled. */
export const FONT_SIZE = 13;
export const LINE_HEIGHT = 16;

/** Widths in ems of a wide interface typeface: most readers' letters are narrower. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'’|!]/u, 0.33],
  [/[ftr()[\] /-]/u, 0.4],
  [/[mwMW@%]/u, 0.97],
  [/[A-Z–—×]/u, 0.72],
  [/\d/u, 0.64],
];
const OTHER = 0.6;
const BOLD = 1.12;

/**
 * Width of words as it will hardly be exceeded, in pixels.
 *
 * There is no page to measure on while building, so letters are counted.
 */
export function widthOf(text: string, { size = FONT_SIZE, bold = false } = {}): number {
  const ems = Array.from(text).map(
    (letter) => WIDTHS.find(([like]) => like.test(letter))?.[1] ?? OTHER,
  );
  return ems.reduce((sum, width) => sum + width, 0) * size * (bold ? BOLD : 1);
}

/**
 * Breaks text between words so that no line is wider than `width`; a single word that is wider
 * stays whole.
 */
export function wrap(text: string, width: number, size = FONT_SIZE): readonly string[] {
  return text.split(" ").reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last !== undefined && widthOf(longer, { size }) <= width
      ? [...lines.slice(0, -1), longer]
      : [...lines, word];
  }, []);
}
