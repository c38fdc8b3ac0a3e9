import type { Language } from "../scan/figure.ts";

/** Words that nearly every sentence of a language has and that the other language has not. */
const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    "der das und nicht mit von ist ein eine dem auch auf für sich werden wurde sind nach bei einen einer zu als".split(
      " ",
    ),
  ),
  en: new Set(
    "the and of to that with from are were has have been by which their its for not this it they would".split(
      " ",
    ),
  ),
};

// Below this, a title or a list of names would decide.
const FEWEST = 8;
const TIMES = 3;

/**
 * The language that the function words of a text speak for, or null where neither does clearly:
 * a short text, a third language, a mixture.
 *
 * @example languageOf("The shells of the army …") // => "en" for a text long enough
 */
export function languageOf(text: string): Language | null {
  const counts = { de: 0, en: 0 };
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const small = word.toLowerCase();
    if (WORDS.de.has(small)) counts.de += 1;
    if (WORDS.en.has(small)) counts.en += 1;
  }
  if (counts.de >= FEWEST && counts.de > TIMES * counts.en) return "de";
  if (counts.en >= FEWEST && counts.en > TIMES * counts.de) return "en";
  return null;
}
