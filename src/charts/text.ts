import { INK, MUTED, PAPER } from "./parties.ts";
import { type Attributes, newSvg } from "./svg.ts";

/** A stretch of text in one weight. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly struck?: true;
}

export type Line = readonly Run[];

/** Size of all text in a drawing; it is never scaled. */
export const FONT_SIZE = 13;
export const LINE_HEIGHT = 17;

/** Widths in ems of a wide interface typeface: most readers' letters are narrower. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'’|!]/u, 0.33],
  [/[ftr()[\] /-]/u, 0.4],
  [/[mwMW@%]/u, 0.97],
  [/[A-Z–—×]/u, 0.72],
  [/\d/u, 0.64],
];

/** What was asked for before is remembered: fitting labels asks for the same letters and words again and again. */
function remember(find: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

const widthOfLetter = remember((letter) => WIDTHS.find(([like]) => like.test(letter))?.[1] ?? 0.6);

/** In ems. */
const widthOfText = remember((text) => {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
});

/**
 * Width of a line of text as it will hardly be exceeded, in pixels.
 *
 * There is no page to measure on while building, so letters are counted.
 */
export function widthOf(line: Line): number {
  const ems = line.map(({ text, bold }) => widthOfText(text) * (bold ? 1.12 : 1));
  return ems.reduce((sum, width) => sum + width, 0) * FONT_SIZE;
}

/** Joins a run to a line; runs of one weight become one. */
function append(line: Line, run: Run): Line {
  const last = line.at(-1);
  if (last === undefined || last.bold !== run.bold || last.struck !== run.struck)
    return [...line, run];
  return [...line.slice(0, -1), { ...last, text: last.text + run.text }];
}

/** What follows without a space, a colon in another weight for instance, stays with its word. */
function joinBare(runs: readonly Run[]): readonly Line[] {
  return runs.reduce<readonly Line[]>(
    (words, run) =>
      words.length > 0 && !/^\s/u.test(run.text)
        ? [...words.slice(0, -1), [...(words.at(-1) ?? []), run]]
        : [...words, [run]],
    [],
  );
}

/**
 * Breaks text between words so that no line is wider than `width`; a single word
 * that is wider stays whole.
 *
 * @param runs The text; its runs are told apart by weight.
 */
export function wrap(runs: Line, width: number): readonly Line[] {
  const words = runs.flatMap(({ text, ...weight }) =>
    (text.match(/\s*\S+/gu) ?? []).map((word): Run => ({ text: word, ...weight })),
  );
  return joinBare(words).reduce<readonly Line[]>((lines, word) => {
    const longer = word.reduce(append, lines.at(-1) ?? []);
    if (lines.length > 0 && widthOf(longer) <= width) return [...lines.slice(0, -1), longer];
    const [first, ...more] = word;
    return first === undefined
      ? lines
      : [...lines, [{ ...first, text: first.text.trimStart() }, ...more]];
  }, []);
}

/** Keeps lines of the grid from running through letters. */
export const HALO: Attributes = {
  stroke: PAPER,
  "stroke-width": 4,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
};

/** Draws lines of text under one another; `y` is the first line's baseline. */
export function newText(
  document: Document,
  lines: readonly Line[],
  at: { readonly x: number; readonly y: number },
  attributes: Attributes = {},
): readonly SVGElement[] {
  return lines.map((line, index) =>
    newSvg(
      document,
      "text",
      { x: at.x, y: at.y + index * LINE_HEIGHT, fill: INK, ...attributes },
      line.map(({ text, bold, struck }) =>
        bold || struck
          ? newSvg(
              document,
              "tspan",
              {
                ...(bold ? { "font-weight": 700 } : {}),
                ...(struck
                  ? { "text-decoration": "line-through", fill: MUTED, stroke: "none" }
                  : {}),
              },
              [text],
            )
          : text,
      ),
    ),
  );
}
