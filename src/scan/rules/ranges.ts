import { NOUN, PER, number } from "../grammar.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { parseNumeral } from "../numeral.ts";
import { evaluate, mantissaOf } from "../value.ts";
import { measureOf } from "./quantities.ts";

/** Ends of "4,2 bis 5,8 Millionen": a scale behind the second number goes for both where that makes a range. */
function endsOfRange(match: Match): readonly [number, number] | null {
  const lo = mantissaOf(match.tokens("lo"));
  const hi = mantissaOf(match.tokens("hi"));
  if (lo.value === null || hi.value === null) return null;
  // "30- bis 40.000", "zweihundert- bis dreihunderttausend": the hyphen stands for the scale
  const isCut =
    "-_".includes(match.tokens("join")[0]?.cls ?? "@") && match.tokens("join").length > 1;
  const whole = lo.value * lo.scale;
  const top = hi.value * hi.scale;
  const cut = isCut && top % 1000 === 0 && whole < 1000 && whole * 1000 < top;
  if (cut) return [whole * 1000, top];
  const shared = lo.scale === 1 && hi.scale > 1 && lo.value <= hi.value;
  const low = lo.value * (shared ? hi.scale : lo.scale);
  const high = hi.value * hi.scale;
  if (low < high) return [low, high];
  // 4 bis minus 2 Grad
  return high < 0 && low > high ? [high, low] : null;
}

const OR = /^(?:or|oder)$/u;

/** "two or three people", "zwei, drei Tage": the next number after it, and something counted. */
function isNextTo(match: Match): boolean {
  const [lo, hi] = [evaluate(match.tokens("lo")), evaluate(match.tokens("hi"))];
  const counts =
    match.has("unit") || match.has("noun") || match.reading.tokens[match.to - 1]?.cls === "s";
  const isOr = match.tokens("join")[0]?.cls === "x";
  const after = isOr ? "" : (match.reading.classes[match.to] ?? "");
  const isList = match.keyAt(-1) === "," || after === "," || OR.test(match.keyAt(1));
  if (lo === null || hi === null || lo <= 0 || isList) return false;
  if (hi === lo + 1) return counts || isOr;
  // "20 or 30 people", "five or ten minutes"
  const isRound = lo % 5 === 0 && (hi - lo === 5 || hi - lo === 10 || (lo === 10 && hi === 12));
  return isOr && counts && isRound && hi <= 3 * lo;
}

/** "from 3 to 14 June", "between 8 and 10 a.m." are no ranges of a quantity. */
function isDateOrTime(match: Match): boolean {
  const after = /^;?O?o?(?<last>[MU])/u.exec(match.reading.classes.slice(match.to, match.to + 4));
  const last = match.neighbour(after?.[0].length ?? 1);
  return (
    after !== null &&
    last !== undefined &&
    (last.cls === "U" || /^\p{Lu}/u.test(match.reading.text.slice(last.start)))
  );
}

/** Whether a verb of change stands before a number: "rose from 5 to 8 percent". */
export const isChange = (match: Match): boolean =>
  match.follows(match.reading.lexicon.lists.changes, 7);

/** "rose from 5 to 8 percent" is a change, "zwölf und dreizehn" are two numbers. */
function isRange(match: Match): boolean {
  const { lexicon } = match.reading;
  const join = match.tokens("join").find(({ cls }) => !"-_".includes(cls));
  const [open] = match.tokens("open");
  if (match.tokens("lo")[0]?.cls === "a" && lexicon.language === "en") return false;
  if (join?.cls === "x") return OR.test(join.key) && isNextTo(match);
  if (join?.cls === ",") return isNextTo(match);
  const isBetween = open?.key === "zwischen" || open?.key === "between";
  if (join?.cls === "&") return isBetween;
  // without a "from" that opens it, the range may have begun behind one
  const isOpen = open?.key === "from" || (open === undefined && match.keyAt(-1) === "from");
  if (!isOpen) return true;
  return !isChange(match);
}

/** "rose 17.5 percent to €2.3 million" has two measures and is two figures. */
function isOneMeasure(match: Match): boolean {
  const unitsOf = (...groups: readonly string[]): readonly (string | null)[] =>
    groups.flatMap((group) => match.tokens(group)).flatMap(({ unit }) => unit ?? []);
  const [first] = unitsOf("money", "first");
  const [second] = unitsOf("price", "unit");
  return first === undefined || second === undefined || first === second;
}

function buildRange(match: Match): Draft | null {
  const ends = endsOfRange(match);
  if (ends === null || !isRange(match) || !isOneMeasure(match)) return null;
  if (isDateOrTime(match)) return null;
  const [low, high] = ends;
  return { kind: "range", low, high, bound: "range", unit: measureOf(match).unit ?? null };
}

/** zwischen 800 und 1.200, 4,2 bis 5,8 Millionen, $5–10 billion, 10% to 20%. */
export const range: Rule = {
  name: "range",
  starts: "zhgGrm~nyciZBSaH",
  pattern: (language) =>
    `(?<open>z?)(?<hedge>[hg]{0,2})r?(?<money>m?)(?:${number("lo")}|(?<lo>a)(?=_?b))(?<first>(?:-?(?:%|m|u|t))?)` +
    `(?<join>[-_]?bG?-?|G|-(?![hgG])|_|[-_]?&|[x,])(?<inner>[hgG]{0,2})(?<price>m?)(?:${number("hi")}|(?<hi>4))-?s?` +
    `(?<unit>(?:-?(?:%|m|u|R|t)(?:-[WNw]){0,2})?)(?:(?<!t)[oz]?(?<noun>${NOUN[language]}))?` +
    `(?<per>(?:${PER[language]})?)`,
  build: buildRange,
};

/** Whether the ratio rule's words speak of a score. */
const isScore = (match: Match): boolean => match.near(match.reading.lexicon.lists.scores, 9);

/** Both sides of a ratio. */
function sidesOf(match: Match): readonly [number | null, number | null] {
  const [pair] = match.tokens("pair");
  if (pair === undefined) return [evaluate(match.tokens("one")), evaluate(match.tokens("other"))];
  const [a = "", b = ""] = pair.key.split(":");
  const { language } = match.reading.lexicon;
  return [parseNumeral(a, language), parseNumeral(b, language)];
}

function buildRatio(match: Match): Draft | null {
  const [a, b] = sidesOf(match);
  if (a === null || b === null) return null;
  const { lists } = match.reading.lexicon;
  const join = match
    .tokens("join")
    .map(({ cls }) => cls)
    .join("");
  const isHyphen = join === "-";
  const words = join.includes("Q") || join.includes("b");
  const isVote = match.near(lists.votes, 6);
  const score = !isVote && isScore(match);
  // "10 to 1" is a ratio, "1 to 10" a range; "3-1" a score, "1-3" a range unless somebody won
  if (join.includes("b") && !(b === 1 && a > 1) && !(isVote && a > b && join === "b")) return null;
  if (isHyphen && a < b && !score && !isVote) return null;
  if (isHyphen && (a > 150 || b > 150) && !isVote) return null;
  const value = b === 0 ? null : a / b;
  const about = match.near(lists.ratios, 8) || match.has("hedge");
  const counted = lists.ballots.has(match.keyAt(1));
  const claim =
    value !== null && (counted || (!score && (isHyphen ? isVote || about : about || words)));
  const bound = match.tokens("hedge").find((hedge) => hedge.bound)?.bound ?? "point";
  return {
    kind: "ratio",
    low: bound === "at_most" || bound === "less_than" ? null : value,
    high: bound === "at_least" || bound === "more_than" ? null : value,
    bound,
    claim,
  };
}

/** 3:1, zehn zu eins, 10-to-1, 316 zu 280; and the scores that look like them. */
export const ratio: Rule = {
  name: "ratio",
  starts: "hgkTnyciZ",
  pattern: () =>
    `(?<hedge>[hgG]{0,2})(?:(?<pair>[kT])|(?<one>[nyciZ])(?<join>-?b-?|-?Q-?)(?<other>[nyci](?:(?<=Q[nyci])[SP])?)|(?<one>n)(?<join>[-_])(?<other>n))(?![-]?[SPBmu%t])`,
  build: buildRatio,
};

/** A pair that no other rule takes, as 3:2 with money behind it. */
export const pairLeft: Rule = {
  name: "pair left over",
  starts: "kT",
  pattern: () => "[kT]",
  build: () => ({ kind: "ratio", claim: false }),
};

/** 2:30 Stunden, 1:43,21 Minuten: a time that was run. */
export const clocked: Rule = {
  name: "clocked",
  starts: "kT",
  pattern: () => "(?<pair>[kT])(?<unit>t)",
  build: (match) => {
    const [pair] = match.tokens("pair");
    const parts = (pair?.key ?? "").split(":").map((part) => Number(part.replace(",", ".")));
    const value = parts.reduceRight((rest, part) => part + rest / 60, 0);
    return {
      kind: "duration",
      low: value,
      high: value,
      unit: match.tokens("unit")[0]?.unit ?? null,
    };
  },
};

/** two-nil, nil-nil. */
export const nil: Rule = {
  name: "nil",
  starts: "c",
  pattern: () => "(?<one>c)-(?<other>c)",
  build: (match) =>
    [...match.tokens("one"), ...match.tokens("other")].some(({ key }) => key === "nil")
      ? { kind: "ratio", low: null, high: null, claim: false }
      : null,
};

/** half a metre to a metre, a day or two, eine halbe bis eine Stunde: a range whose first end is no number. */
export const unitSpan: Rule = {
  name: "span of units",
  starts: "hgaH",
  pattern: () =>
    `(?<hedge>[hg]{0,2})(?:(?<half>aH|Ha?)-?(?<first>[tu]?)(?:b|-|_)(?:(?<hi>a)|${number("hi")})(?<unit>[tu])` +
    `|a(?<first>[tu])b${number("hi")}(?<unit>[tu])|a(?<first>[tu])(?<or>x)(?<hi>[ci]))`,
  build: (match) => {
    const [or] = match.tokens("or");
    if (or !== undefined && !OR.test(or.key)) return null;
    const [first] = match.tokens("first");
    const [last] = match.tokens("unit");
    const unit = last ?? first;
    if (first && last && first.unit !== last.unit) return null;
    const low = match.has("half") ? 0.5 : 1;
    const high = evaluate(match.tokens("hi"));
    return high !== null && low < high
      ? { kind: "range", low, high, bound: "range", unit: unit?.unit ?? null }
      : null;
  },
};
