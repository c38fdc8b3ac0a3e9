import type { Language } from "./figure.ts";

/**
 * Fragments of the rules' patterns over class letters; every repeat is bounded.
 * A number is a numeral, or words from a hundred down, or one of the halves.
 */
const BELOW_HUNDRED = "(?:Z-?[ci]|[Zci])";
const HUNDREDS = `-?B(?:&?${BELOW_HUNDRED})?`;
const SCALED = `-?[SP](?:&?${BELOW_HUNDRED}(?:${HUNDREDS})?(?:-?S)?)?`;
const HALVES = [
  "aH-?[SP]", // eine halbe Million
  "Ha?-?[SP]", // half a million
  `(?:${BELOW_HUNDRED}|n)-?&-?a-?H-?[SP]`, // two and a half million
  `(?:${BELOW_HUNDRED}|n)-?&-?a-?H`,
  "a[SP]&aH", // a million and a half
  "[acin]-?Foa?[SP]", // three quarters of a million
].join("|");
const DIGITS = "~?[ny](?:-?[BSP]){0,2}";
const WORDS = [
  `${BELOW_HUNDRED}(?:${HUNDREDS})?(?:${SCALED}){0,3}`,
  `a?${HUNDREDS}(?:${SCALED}){0,3}`,
  `a6?(?:${SCALED}){1,3}`, // eine knappe Million
  `S(?:${BELOW_HUNDRED}(?:${HUNDREDS})?)?`,
].join("|");

/** A number, in digits or words. */
export const NUMBER = `(?:${HALVES}|${DIGITS}|~?(?:${WORDS}))`;

/**
 * A number as a named group that gives nothing back: "10-million" is never read as a range
 * from ten to a million. (A lookahead is not entered again once it has matched.)
 */
export const number = (group: string): string => `(?=(?<${group}>${NUMBER}))\\k<${group}>`;

/** Hedges before a number, and the filler that may stand between: "mindestens weitere". */
export const HEDGE = "(?<hedge>[hgG]{0,3})(?:(?<=[hgG])5)?";

/** What is counted: in German up to a capitalised word, in English up to a plural. */
export const NOUN: Readonly<Record<Language, string>> = {
  de: "(?:(?:w(?=d))?[drj6]{0,2}(?:[nc]-[uW]-)?(?:W-){0,2}[WNl](?![-]?n)|0(?:-?[ny])?|[nc]-u|X(?:-W)?)",
  en: "(?:(?:[nc]-?u-?)?(?:[wWdX]-?){0,3}?[Nl](?![n])|0(?:-?nY?)?N?|X(?!-))",
};

/** "per day", "a month", "am Tag", "jährlich". */
export const PER: Readonly<Record<Language, string>> = {
  de: "(?:(?:[5w]?(?:pa?-?[tuwWNd]|q)|5?It(?!y)|et)|/[tuwW])",
  en: "(?:p-?[tuwWN]|/[tuwW]|[ae]t(?!9)|-?q)",
};
