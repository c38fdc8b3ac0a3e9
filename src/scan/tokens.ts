import type { Language } from "./figure.ts";

/** What the sticky expression saw, before the lexicon is asked. */
export type Shape =
  "word" | "numeral" | "pair" | "slashed" | "date" | "name" | "space" | "break" | "mark";

/** A stretch of the untouched text; offsets in UTF-16 code units. */
export interface RawToken {
  readonly shape: Shape;
  readonly start: number;
  readonly end: number;
}

const GROUP = "[ \\u00a0\\u2009\\u202f]";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
// A letter may be decomposed, and a soft hyphen may stand between two.
const LETTER = "[\\p{L}\\p{M}\\u00ad]";

const DATES: Readonly<Record<Language, string>> = {
  de: `${DAY}\\. ?${MONTH}\\.(?: ?\\d{4}|\\d{2})?(?!\\d)`,
  en: `${DAY}\\.${MONTH}\\.\\d{4}(?!\\d)`,
};

const SHAPES: readonly (readonly [Shape, (language: Language, prefixes: string) => string])[] = [
  ["space", () => "[ \\t\\u00a0\\u2009\\u200a\\u202f]{1,200}"],
  [
    "name",
    (_language, prefixes) =>
      [
        'https?:\\/\\/[^\\s<>"]{1,400}',
        'www\\.[^\\s<>"]{1,400}',
        // Kh-59, COVID-19, MH17, T-72; not mid-2022, not EUR500
        `(?!(?:${prefixes})[-–]?\\d|(?:EUR|USD|GBP|CHF|Rs)\\d)(?:(?:\\p{Lu}${LETTER}{0,30}|${LETTER}{4,31})[-‑]?|\\p{L}{1,3})\\d[\\p{L}\\d]{0,20}(?:[-.]\\d{1,6}){0,2}`,
        // 4x100-Meter-Staffel, Leopard 2A6, 9K720
        "4 ?[xX×] ?(?:50|100|200|400|800|1500|1[.,]?500) ?-?(?:m(?!\\p{L})|[Mm]et(?:er|res?|ers)(?!\\p{L}))",
        // ISBN 978-3-16-148410-0, in der 90.+3 Minute
        "\\d{1,5}(?:-\\d{1,7}){2,5}-[\\dX](?![\\d-])",
        "(?:45|90)\\.? ?\\+ ?\\d{1,2}(?!\\d)\\.?",
        "\\d{1,2}\\p{Lu}{1,2}\\d{1,4}\\p{L}?(?![\\p{L}\\d])",
        "\\+\\d{1,3}[ ()/\\d-]{6,20}\\d",
        "\\(\\d{3}\\) ?\\d{3}-\\d{4}",
        // 030 4664 912
        "0\\d{1,4}(?:[ /-]\\d{3,8}){1,3}(?!\\d)",
        // 05121 / 939-115, (0711) 123 45 67, 1-800-273-8255
        "(?:\\(0\\d{2,5}\\) ?|0\\d{2,5} ?[/–-] ?)\\d{2,8}(?:[ -]\\d{1,8}){0,4}(?![\\d/])",
        "(?:1-)?\\d{3}-\\d{3}-\\d{4}(?!\\d)",
      ].join("|"),
  ],
  [
    "word",
    () =>
      [
        "[ap]\\.m\\.?(?!\\p{L})",
        "(?:\\p{Lu}\\.){2,6}",
        "(?:km|m)\\/[hs](?!\\p{L})",
        "k?m[²³]",
        `${LETTER}{1,64}(?:['’]\\p{L}{1,8})?`,
        "[$€£¥₽₴₩₹%‰§µ]|°[CF]?|[≈≥≤<>](?= ?\\d)",
      ].join("|"),
  ],
  [
    "date",
    (language) =>
      `\\d{4}-\\d{2}-\\d{2}(?!\\d)(?:T\\d{2}:\\d{2}(?::\\d{2})?Z?)?|${DATES[language]}|\\d{1,2}\\/\\d{1,2}\\/\\d{2,4}(?![\\d/])`,
  ],
  [
    "pair",
    () =>
      // 3 : 1 and 1 : 25.000 too
      "\\d{1,3} : \\d{1,3}(?:\\.\\d{3})?(?![\\d:]|[.,]\\d)|\\d{1,9}(?:[.,]\\d{1,3})?:\\d{1,9}(?:[.,]\\d{1,3})?(?::\\d{2}(?:[.,]\\d{1,3})?)?(?!\\d)",
  ],
  ["slashed", () => "\\d{1,4}\\/\\d{1,4}(?![\\d/])"],
  [
    "numeral",
    () =>
      [
        // the last lookahead keeps a group from being the start of another numeral: 5 100.000
        `\\d{1,3}(?:${GROUP}\\d{3}(?![\\d]|[.,:/]\\d|${GROUP}?[.]?\\d{1,2}(?!\\d)\\.)){1,5}(?:[.,]\\d{1,6}(?!\\d))?`,
        "\\d{1,40}(?:[.,'’]\\d{1,40}){0,8}[½⅓⅔¼¾⅕⅛]?",
        "[½⅓⅔¼¾⅕⅛]",
        "(?<![\\p{L}\\d.])\\.\\d{1,6}(?!\\d)",
      ].join("|"),
  ],
  ["break", () => "\\s{1,200}"],
  ["mark", () => "[\\s\\S]"],
];

/** Alternatives of words with a small or a large first letter. */
const anyCase = (words: ReadonlySet<string>): string =>
  [...words]
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join("|");

/** The one expression of a language: each shape is a group, every repeat is bounded. */
export function expressionOf(language: Language, prefixes: ReadonlySet<string>): RegExp {
  const parts = SHAPES.map(([, pattern]) => `(${pattern(language, anyCase(prefixes))})`);
  return new RegExp(parts.join("|"), "yu");
}

const NAMES = SHAPES.map(([shape]) => shape);

const SPACE = 0x20;
const LONGEST_WORD = 64;

const isAsciiLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** Behind such a character (space, comma, line end) a run of ASCII letters is a word and nothing else. */
const endsWord = (code: number): boolean => code === SPACE || code === 0x2c || code === 0x0a;

/** Cuts the token at an offset out of a text; spaces before it are passed over. */
export type Cutter = (from: number) => RawToken | null;

/**
 * Makes a cutter for a text: asked at the end of each token in turn, it covers all but spaces.
 *
 * Most of a text is plain words between spaces; these are seen without the expression,
 * which would find the same.
 *
 * @param prefixes Words after which a number keeps its own token: "mid" in mid-2022.
 */
export function cutterOf(text: string, language: Language, prefixes: ReadonlySet<string>): Cutter {
  const expression = expressionOf(language, prefixes);
  return (from) => {
    let start = from;
    while (text.charCodeAt(start) === SPACE) start += 1;
    if (start >= text.length) return null;
    let end = start;
    while (end - start < LONGEST_WORD && isAsciiLetter(text.charCodeAt(end))) end += 1;
    if (end > start && endsWord(text.charCodeAt(end))) return { shape: "word", start, end };
    expression.lastIndex = start;
    const found = expression.exec(text);
    // The last alternative takes any character.
    if (found === null) throw new Error(`no token at ${start}`);
    const shape = NAMES[found.indexOf(found[0], 1) - 1] ?? "mark";
    return { shape, start, end: start + found[0].length };
  };
}
