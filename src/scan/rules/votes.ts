import { NOUN, number } from "../grammar.ts";
import type { Match, Rule } from "../rule.ts";
import { evaluate } from "../value.ts";

const AGAINST = new Set(["to", "zu", "gegen", "against"]);
const isVote = (key: string, match: Match): boolean => match.reading.lexicon.lists.ballots.has(key);

/** 52 votes to 47, mit 14 zu 9 Stimmen, mit 14 Stimmen gegen 9. */
export const vote: Rule = {
  name: "vote",
  starts: "nycZ",
  pattern: (language) =>
    `${number("num")}(?:-?(?<noun>[WNw]-?[WN]?))?(?<join>[bQx])${number("other")}(?:(?<of>(?:-?[WNw]-?[WN]?))|(?!${NOUN[language]}|-?[%mutSP]))`,
  build: (match) => {
    const [ayes, noes] = [evaluate(match.tokens("num")), evaluate(match.tokens("other"))];
    const [join] = match.tokens("join");
    if (ayes === null || noes === null || !AGAINST.has(join?.key ?? "")) return null;
    const nouns = [...match.tokens("noun"), ...match.tokens("of")].map(({ key }) => key);
    if (!nouns.some((key) => isVote(key, match))) return null;
    // "12 votes to 47 candidates"
    const [of] = match.tokens("of");
    if (of && "WN".includes(of.cls) && !match.tokens("of").some(({ key }) => isVote(key, match)))
      return null;
    if (noes === 0) return { kind: "ratio", low: null, high: null };
    return { kind: "ratio", low: ayes / noes, high: ayes / noes };
  },
};

const BETTING =
  /^(?:favou?rites?|outsiders?|shots?|long-?shots?|underdogs?|odds|chances?|bet|bets)$/u;
const PRICED = /^(?:odds|priced|prices?|backed|quoted|bet|bets)$/u;

/** the 4/1 favourite, odds of 33-1, priced at 7/2: against a chance, so a ratio. */
export const odds: Rule = {
  name: "odds",
  starts: "X1n",
  pattern: () => "(?<pair>[X1])|(?<one>n)-(?:b-)?(?<other>n)",
  build: (match) => {
    const isPriced =
      BETTING.test(match.keyAt(1)) || [-1, -2].some((step) => PRICED.test(match.keyAt(step)));
    if (!isPriced) return null;
    const [pair] = match.tokens("pair");
    if (pair && !/^\d{1,4}\/\d{1,3}$/u.test(pair.key)) return null;
    const [a, b] = pair
      ? pair.key.split("/").map(Number)
      : [evaluate(match.tokens("one")), evaluate(match.tokens("other"))];
    if (typeof a !== "number" || typeof b !== "number" || b === 0 || (!pair && a < b)) return null;
    return { kind: "ratio", low: a / b, high: a / b };
  },
};

/** "214 for six", "all out for 180": runs and wickets of cricket, a score and no claim. */
export function isCricket(match: Match): boolean {
  if (!match.near(match.reading.lexicon.lists.cricket, 10)) return false;
  const isFor = (step: 1 | -1): boolean =>
    match.keyAt(step) === "for" && "nycZi".includes(match.neighbour(2 * step)?.cls ?? "@");
  const isOut = match.keyAt(-1) === "for" && match.keyAt(-2) === "out";
  return isFor(1) || isFor(-1) || isOut || /^(?:declared|all)$/u.test(match.keyAt(1));
}
