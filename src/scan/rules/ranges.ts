import type { Token } from "../classify.ts";
import { NOUN, PER, number } from "../grammar.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { evaluate } from "../value.ts";
import { measureOf } from "./quantities.ts";

/** The number without its scale, and the scale: 4,2 and a million. */
function mantissa(tokens: readonly Token[]): {
  readonly value: number | null;
  readonly scale: number;
} {
  const scale = tokens
    .filter(({ cls }) => "SPB".includes(cls))
    .reduce((product, { value }) => product * (value ?? 1), 1);
  const value = evaluate(tokens);
  return { value: value === null ? null : value / scale, scale };
}

/** Ends of "4,2 bis 5,8 Millionen": a scale behind the second number goes for both where that makes a range. */
function endsOfRange(match: Match): readonly [number, number] | null {
  const lo = mantissa(match.tokens("lo"));
  const hi = mantissa(match.tokens("hi"));
  if (lo.value === null || hi.value === null) return null;
  const shared = lo.scale === 1 && hi.scale > 1 && lo.value <= hi.value && !match.has("price");
  const low = lo.value * (shared ? hi.scale : lo.scale);
  const high = hi.value * hi.scale;
  return low < high ? [low, high] : null;
}

/** "rose from 5 to 8 percent" is a change, "zwölf und dreizehn" are two numbers. */
function isRange(match: Match): boolean {
  const { lexicon, tokens } = match.reading;
  const [join] = match.tokens("join");
  const [open] = match.tokens("open");
  const isBetween = open?.key === "zwischen" || open?.key === "between";
  if (join?.cls === "&") return isBetween;
  if (open?.key !== "from") return true;
  const before = tokens.slice(Math.max(0, match.from - 4), match.from);
  return !before.some(({ key }) => lexicon.lists.changes.has(key));
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
  const [low, high] = ends;
  return { kind: "range", low, high, bound: "range", unit: measureOf(match).unit ?? null };
}

/** zwischen 800 und 1.200, 4,2 bis 5,8 Millionen, $5–10 billion, 10% to 20%. */
export const range: Rule = {
  name: "range",
  starts: "zhgGrm~nyciZBSaH",
  pattern: (language) =>
    `(?<open>z?)(?<hedge>[hg]{0,2})r?(?<money>m?)${number("lo")}(?<first>(?:-?(?:%|m|u|t))?)` +
    `(?<join>bG?|G|-|_|&)(?<inner>[hgG]{0,2})(?<price>m?)${number("hi")}` +
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
  const read = (side: string): number => Number(side.replace(",", "."));
  return [read(a), read(b)];
}

function buildRatio(match: Match): Draft | null {
  const [a, b] = sidesOf(match);
  if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return null;
  const { lists } = match.reading.lexicon;
  const join = match
    .tokens("join")
    .map(({ cls }) => cls)
    .join("");
  const isHyphen = join === "-";
  const words = join.includes("Q") || join.includes("b");
  const score = isScore(match);
  // "10 to 1" is a ratio, "1 to 10" a range; "3-1" a score, "1-3" a range unless somebody won
  if (join.includes("b") && !(b === 1 && a > 1)) return null;
  if (isHyphen && a < b && !score) return null;
  if (isHyphen && (a > 150 || b > 150)) return null;
  const value = b === 0 ? null : a / b;
  const about = match.near(lists.ratios, 6) || match.has("hedge");
  const claim = value !== null && !isHyphen && !score && (b === 1 || about || words);
  const bound = match.tokens("hedge").find((hedge) => hedge.bound)?.bound ?? "point";
  return {
    kind: "ratio",
    low: bound === "at_most" || bound === "less_than" ? null : value,
    high: bound === "at_least" || bound === "more_than" ? null : value,
    bound,
    claim: claim || (words && value !== null && !score),
  };
}

/** 3:1, zehn zu eins, 10-to-1, 316 zu 280; and the scores that look like them. */
export const ratio: Rule = {
  name: "ratio",
  starts: "hgkTnyciZ",
  pattern: () =>
    `(?<hedge>[hgG]{0,2})(?:(?<pair>[kT])|(?<one>[nyciZ])(?<join>-?b-?|-?Q-?)(?<other>[nyci])|(?<one>n)(?<join>[-_])(?<other>n))(?![-]?[SPBmu%t])`,
  build: buildRatio,
};
