/** A number typed into prose, with its line in the file. */
export interface TypedNumber {
  readonly line: number;
  readonly text: string;
}

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

/** What is not prose; blanked out, so that lines stay where they are. */
const MARKUP: readonly RegExp[] = [
  /^---\n[\s\S]*?\n---\n/, // front matter
  /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, // fences
  /`[^`\n]+`/g, // code
  /\{\{[^}]*\}\}/g, // references to published values
  /<!--[\s\S]*?-->/g,
  /<(style|script|svg)\b[\s\S]*?<\/\1>/g,
  /<\/?[a-zA-Z][^>]*>/g, // tags with their attributes
  /\]\([^)]*\)/g, // link targets
  /^\[[^\]]+\]:.*$/gm, // link definitions
  /https?:\/\/\S+/g,
  /&#?\w+;/g,
  /^\s*\d+[.)]\s/gm, // numbered lists
];

/** Dates, and names that contain a number: 152-mm, KN-23. */
const NAMES: readonly RegExp[] = [
  /\b\d{4}-\d{2}(?:-\d{2})?\b/g,
  new RegExp(`\\b(?:\\d{1,2} )?${MONTH}(?: \\d{1,2},?)?(?: \\d{4})?\\b`, "g"),
  /\b(?:19|20)\d{2}\b/g,
  /\b\d+-mm\b/g,
  /\b\p{L}[\p{L}]*-?\d+\b/gu,
];

/**
 * Finds numbers in the prose of a page that were typed by hand: numerals, and
 * the words that make a figure of another word (million, thousand, dozen).
 */
export function findTypedNumbers(markdown: string): TypedNumber[] {
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  const prose = [...MARKUP, ...NAMES].reduce((text, part) => text.replace(part, blank), markdown);
  const numbers =
    /\d[\d.,\u00a0\u202f]*|\b(?:hundred|thousand|million|billion|trillion|dozen)s?\b/gi;
  return [...prose.matchAll(numbers)].map((found) => ({
    line: markdown.slice(0, found.index).split("\n").length,
    text: found[0],
  }));
}
