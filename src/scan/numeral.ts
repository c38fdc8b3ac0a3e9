import type { Language } from "./figure.ts";

const VULGAR: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅕": 1 / 5,
  "⅛": 1 / 8,
};

const SPACES = /[ \u00a0\u2009\u202f'’]/gu;
const GROUPED: Readonly<Record<Language, RegExp>> = {
  de: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u,
  en: /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/u,
};
const OTHER: Readonly<Record<Language, Language>> = { de: "en", en: "de" };

/**
 * Value of a numeral in digits, as its language writes it: 6.700 is six thousand seven
 * hundred in German and six point seven in English. Spaces and apostrophes always group.
 * What cannot be of the language (1.234,5 in English, 3.5 in German) is read the only way
 * left.
 *
 * @returns Null for what is no number, as 1.2.3, or is too large to be one.
 * @example parseNumeral("6.700", "de") // => 6700
 */
export function parseNumeral(text: string, language: Language): number | null {
  const digits = text.replace(SPACES, "");
  const vulgar = VULGAR[digits.slice(-1)];
  if (vulgar !== undefined)
    return digits.length === 1 ? vulgar : Number(digits.slice(0, -1)) + vulgar;
  if (GROUPED[language].test(digits)) return ungroup(digits, language);
  const decimal = language === "de" ? "," : ".";
  const parts = digits.split(decimal);
  if (parts.length <= 2 && parts.every((part) => /^\d*$/u.test(part)))
    return finite(Number(parts.join(".")));
  const other = OTHER[language];
  // "6.700" would be grouped here; so a foreign point is a decimal one unless it repeats.
  if (GROUPED[other].test(digits)) return ungroup(digits, other);
  return /^\d+[.,]\d+$/u.test(digits) ? finite(Number(digits.replace(",", "."))) : null;
}

const ungroup = (digits: string, language: Language): number | null =>
  finite(
    Number(
      language === "de" ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", ""),
    ),
  );

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
