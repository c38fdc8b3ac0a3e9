import type { Token } from "../classify.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { evaluate } from "../value.ts";

const PLACE = "(?:Z-?[ci]|[nycZi])";
/** What makes the number behind a word a quantity: "the number two weeks ago". */
const MEASURED = "(?!-?[BSP%mtsuRj])";
/** Words that number things of every sort, and rank only some. */
const NUMBERING = /^(?:nr\.|nummer|no\.?|nos\.|numbers?)$/u;
const LARGEST_RANK = 500;
const LARGEST_NUMBER = 100;
const FIRST = 1;
/** The house of a prime minister. */
const DOWNING_STREET = 10;

const isPrintedAsRank = ({ cls, key }: Token): boolean =>
  cls !== "n" || /^[1-9]\d{0,2}$/u.test(key);

/** "Symphony No. 5", "unter der Nummer 12", "the number 9 bus": the number is a name. */
function isOnlyNumbered(match: Match, value: number): boolean {
  const { text, lexicon } = match.reading;
  const before = match.neighbour(-1);
  if (match.keyAt(-1) === "world") return false;
  if (lexicon.lists.numbered.has(match.keyAt(1)) || lexicon.lists.numbered.has(match.keyAt(-1)))
    return true;
  const isArticled = /^(?:die|der|the)$/u.test(match.keyAt(-1));
  if (isArticled && /^(?:mit|unter|trägt|trug|wore|wears)$/u.test(match.keyAt(-2))) return true;
  const first = match.reading.tokens[match.from];
  const isCapital = /^\p{Lu}/u.test(text.slice(first?.start ?? 0));
  if (value === DOWNING_STREET && lexicon.language === "en" && isCapital && !isArticled)
    return true;
  if (value === FIRST || before === undefined) return false;
  if ("l0".includes(before.cls)) return true;
  // a noun before it, in English a proper one: Reaktor Nr. 4, Chanel No. 5, but Germany's No. 3
  return (
    "WN".includes(before.cls) &&
    /^\p{Lu}/u.test(text.slice(before.start)) &&
    !before.key.endsWith("'s")
  );
}

function buildRank(match: Match): Draft | null {
  const { text, lexicon, tokens } = match.reading;
  const first = tokens[match.from];
  if (first === undefined || !lexicon.lists.ranks.has(first.key)) return null;
  const isCapital = /^\p{Lu}/u.test(text.slice(first.start));
  if (first.cls === "x" && (!isCapital || match.neighbour(-1) === undefined)) return null;
  if (lexicon.language === "de" && !isCapital && !first.key.endsWith(".")) return null;
  // "the number two people gave", but "Chanel No. 5 sells"
  if (match.neighbour(1)?.cls === "N" && !first.key.endsWith(".")) return null;
  const low = evaluate(match.tokens("lo"));
  const high = match.has("hi") ? evaluate(match.tokens("hi")) : low;
  if (low === null || high === null) return null;
  const [join] = match.tokens("join");
  if (join?.cls === "x" && !/^(?:or|oder)$/u.test(join.key)) return null;
  if (match.has("hi") && low >= high) return null;
  const numbers = [...match.tokens("lo"), ...match.tokens("hi")];
  const largest = NUMBERING.test(first.key) ? LARGEST_NUMBER : LARGEST_RANK;
  if (low < FIRST || high > largest || !numbers.every(isPrintedAsRank)) return { kind: "name" };
  if (NUMBERING.test(first.key) && isOnlyNumbered(match, low)) return { kind: "name" };
  return { kind: "ordinal", low, high, ...(low < high ? { bound: "range" } : {}) };
}

/** die Plätze drei bis fünf, Nos. 3 and 4. */
export const ranks: Rule = {
  name: "ranks",
  starts: "l",
  pattern: () => `l(?<lo>${PLACE})(?<join>[b_&x-])(?<hi>${PLACE})${MEASURED}(?!W)`,
  build: buildRank,
};

/** Rang sieben, Platz 3, No. 3, number three: a place in an order, which has a number. */
export const rank: Rule = {
  name: "rank",
  starts: "l",
  startsBeforeNumeral: "x",
  pattern: () => `(?:l-?|x)(?<lo>${PLACE})${MEASURED}`,
  build: buildRank,
};

const TIMES =
  /^(?:day|night|week|month|year|hour|minute|tag|nacht|woche|monat|jahr|stunde|minute)$/u;
/** What may stand before "day two" and "Tag drei". */
const BEFORE_TIMES =
  /^(?:on|by|after|from|until|since|of|in|to|for|into|entering|before|through|an|am|im|ab|seit|nach|von|zu|für|bis|,|\(|:|)$/u;
const ARTICLES = /^(?:a|an|the|each|per|every|pro|je|der|die|das|dem|den|ein|eine|einem|einer)$/u;
const LARGEST_DAY = 1000;

/** "round two", "Runde drei", "day 12", "ranked 7": a number that says which one. */
export function isWhichOne(match: Match): boolean {
  const num = match.tokens("num");
  const value = evaluate(num);
  const isBare = !["hedge", "unit", "money", "after", "later", "per"].some((group) =>
    match.has(group),
  );
  if (!isBare || value === null || value < FIRST || value > LARGEST_DAY) return false;
  if (!num.every((token) => "cZiny".includes(token.cls)) || !Number.isInteger(value)) return false;
  // zwischen Kilometer 12 und 15
  const isSecond =
    /^(?:und|and|oder|or|bis|to)$/u.test(match.keyAt(-1)) &&
    "nyc".includes(match.neighbour(-2)?.cls ?? "@");
  const before = match.keyAt(isSecond ? -3 : -1);
  if (isSecond) return !match.has("noun") && match.reading.lexicon.lists.ordered.has(before);
  if (TIMES.test(before))
    return !match.has("noun") && value < LARGEST_DAY && BEFORE_TIMES.test(match.keyAt(-2));
  if (!match.reading.lexicon.lists.ordered.has(before) || value > LARGEST_NUMBER) return false;
  return !ARTICLES.test(match.keyAt(-2)) || !match.has("noun");
}

const LARGEST_ITEM = 100;

/** "1. Hainberg 34 Spiele; 2. Seefeld": the number of an item at the start of a line or behind a mark. */
export const item: Rule = {
  name: "item of a list",
  starts: "n",
  pattern: () => "(?<num>n);(?=[WNcnXhg])",
  build: (match) => {
    const { text, tokens } = match.reading;
    const [num] = match.tokens("num");
    const next = match.neighbour(1);
    if (num === undefined || next === undefined || !/^[1-9]\d?$/u.test(num.key)) return null;
    if ((num.value ?? LARGEST_ITEM) >= LARGEST_ITEM) return null;
    const dot = tokens[match.to - 1];
    if (dot?.key !== "." || dot.start !== num.end) return null;
    // on the same line, and the start of something
    const between = text.slice(dot.end, next.start);
    if (between.includes("\n") || !/^[\p{Lu}\d]/u.test(text.slice(next.start))) return null;
    const before = match.neighbour(-1);
    const isLineStart =
      before === undefined ||
      text.slice(before.end, num.start).includes("\n") ||
      before.cls === "!";
    const isListed = before !== undefined && /^[;:]$/u.test(before.key);
    if (!isLineStart && !isListed) return null;
    return { kind: "ordinal", low: num.value, high: num.value };
  },
};
