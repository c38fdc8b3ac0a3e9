import { HEDGE, NOUN, NUMBER, number } from "../grammar.ts";
import type { Match, Rule } from "../rule.ts";
import { boundOf, endsOf, evaluate, mantissaOf } from "../value.ts";
import { measureOf } from "./quantities.ts";
import { isChange } from "./ranges.ts";

/** What stands between two numbers of one measure: von 52 auf 58 Prozent, 30 by 60 feet. */
const JOINS = new Set(["auf", "to", "by", "x", "×", "mal"]);
/** How far apart two numbers may be to share a scale: "von 412 auf 467 Millionen". */
const REACH = 50;

function isJoined(match: Match): boolean {
  const { lexicon } = match.reading;
  const last = match.tokens("join").at(-1);
  const key = last?.key ?? "";
  // Die EU gibt 18, die USA 22 Milliarden
  if (last?.cls === "W") return true;
  // In a list the same preposition stands before each number: auf 11, die Linke auf 9
  if (match.tokens("join").length > 1) return key === match.keyAt(-1);
  if (!JOINS.has(key)) return false;
  if (lexicon.language === "de" && key === "auf") return match.keyAt(-1) === "von";
  return key === "to" ? match.keyAt(-1) === "from" && isChange(match) : true;
}

/** The first of two numbers that have one measure, which stands behind the second. */
export const shared: Rule = {
  name: "shared measure",
  starts: "hgGnciZ",
  pattern: () =>
    `${HEDGE}${number("num")}(?=(?<join>[xbsw@]|,x?W{1,2}|,W{1,2}x|,xW{1,2}x|&xW{1,2}x|&W{1,2}x)[hgG]{0,2}` +
    `(?:${NUMBER}(?:,W{1,2}x|,xW{1,2}x|&xW{1,2}x|&W{1,2}x)[hgG]{0,2})?${number("next")}(?<unit>[%mu]?))`,
  build: (match) => {
    if (!isJoined(match)) return null;
    const value = evaluate(match.tokens("num"));
    const next = mantissaOf(match.tokens("next"));
    if (value === null || next.value === null) return null;
    const isNear = value < 1000 && value < REACH * next.value && next.value < REACH * value;
    const scale = mantissaOf(match.tokens("num")).scale === 1 && isNear ? next.scale : 1;
    const measure = measureOf(match);
    if (scale === 1 && measure.kind === "count") return null;
    return { ...measure, ...endsOf(value * scale, boundOf(match.tokens("hedge"))) };
  },
};

const isPowerOfTen = (value: number): boolean =>
  value >= 100 && Number.isInteger(Math.log10(value));

/** 87,3 Fälle je 100.000 Einwohner, 12 deaths per 1,000 births. */
export const perMany: Rule = {
  name: "per many",
  starts: "hgGnciZ",
  pattern: (language) =>
    `${HEDGE}${number("num")}(?<unit>[%mu]?)(?:[oz]?(?<noun>${NOUN[language]}))?p${number("base")}(?:${NOUN[language]})?`,
  build: (match) => {
    const base = evaluate(match.tokens("base"));
    if (base === null || !isPowerOfTen(base)) return null;
    const ends = endsOf(evaluate(match.tokens("num")), boundOf(match.tokens("hedge")));
    return { kind: "rate", ...ends, unit: `per ${base}` };
  },
};
