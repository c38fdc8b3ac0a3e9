import { findDigitRuns } from "../ledger/rules/coverage.ts";
import type { Figure, Language } from "../scan/figure.ts";
import { findFigures } from "../scan/find.ts";

/**
 * The language of the scanner for a language tag, or null where it knows none.
 *
 * @example scannedLanguage("de-CH") // => "de"
 */
export function scannedLanguage(tag: string): Language | null {
  const [code] = tag.split("-");
  return code === "de" || code === "en" ? code : null;
}

/** What is said of a figure whose characters nobody has read as a number. */
export const UNREAD = {
  kind: "count",
  claim: true,
  low: null,
  high: null,
  bound: "point",
  hedge: null,
  unit: null,
} as const;

const fromDigits = (text: string, start: number, end: number): Figure => ({
  ...{ start, end, text },
  ...UNREAD,
});

/** Digits that stand together, as figures without a value. */
const findDigits = (text: string): readonly Figure[] => {
  const characters = Array.from(text);
  return findDigitRuns(characters).map(({ start, end }) =>
    fromDigits(characters.slice(start, end).join(""), start, end),
  );
};

/**
 * Every figure of a text: what the scanner finds in German and English, the runs of
 * digits in any other language, whose number words nobody looks for.
 *
 * @param language Language tag of the document, e.g. "de" or "fr".
 * @returns Sorted by offset, not overlapping; offsets in code points.
 */
export function figuresOf(text: string, language: string): readonly Figure[] {
  const scanned = scannedLanguage(language);
  return scanned === null ? findDigits(text) : findFigures(text, scanned);
}
