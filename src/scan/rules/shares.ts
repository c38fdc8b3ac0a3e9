import { NOUN, NUMBER, PER } from "../grammar.ts";
import type { Token } from "../classify.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { boundOf, endsOf, evaluate } from "../value.ts";
import { perUnitOf } from "./quantities.ts";

const hedged = (match: Match, value: number, claim = true): Draft => ({
  kind: "fraction",
  // "fiel um die Hälfte": by half, not about half
  ...endsOf(value, boundOf(match.tokens("hedge").filter(({ key }) => key !== "um die"))),
  ...(claim ? {} : { claim }),
});

/** Who stands before "of ten" and "in five". */
const JOINERS = new Set(["of", "in", "out of", "von", "out", "every"]);
/** Wholes that stand for all; "sieben von neun Richtern" is a tally. */
const WHOLES = new Set([2, 3, 4, 5, 10, 20, 100, 1000]);

function buildOutOf(match: Match): Draft | null {
  const [part] = match.tokens("part");
  const whole = evaluate(match.tokens("whole"));
  const value = part?.cls === "a" ? 1 : (part?.value ?? null);
  if (value === null || whole === null) return null;
  const joined = match.tokens("out").every(({ key }) => JOINERS.has(key));
  const isOne = value === 1 && match.tokens("out").some(({ key }) => key === "in");
  const isRound =
    WHOLES.has(whole) ||
    (isOne && whole > 1) ||
    (whole <= 10 && match.keyAt(-1) !== "" && match.tokens("out")[0]?.key !== "von");
  return joined && isRound && value < whole ? hedged(match, value / whole) : null;
}

/** vier von zehn, one in five, four out of ten. */
export const outOf: Rule = {
  name: "out of",
  starts: "hgnciaZ",
  pattern: () =>
    `(?<hedge>[hg]{0,2})(?<part>[ncia])(?<out>(?:z|xo|x)e?)(?<whole>(?:Z-?c|[ncZB]))(?![-]?[SPB%mut&])`,
  build: buildOutOf,
};

function buildFraction(match: Match): Draft | null {
  const [count] = match.tokens("count");
  const [part] = match.tokens("part");
  const [half] = match.tokens("half");
  if (half) {
    // Only "half" and "Hälfte" stand alone; "halb" belongs to what follows.
    const alone = half.key === "half" || half.key === "hälfte";
    return hedged(match, 0.5, alone && !match.has("glued"));
  }
  const [slashed] = match.tokens("slashed");
  if (slashed) return slashed.value === null ? null : hedged(match, slashed.value);
  if (!part || part.value === null) return null;
  const unit = part.cls === "r" ? 1 / part.value : part.value;
  if (part.cls === "r" && part.value < 3) return null;
  const times = count === undefined || count.cls === "a" ? 1 : (count.value ?? 1);
  return hedged(match, times * unit, count !== undefined);
}

/** ein Drittel, two-thirds, a third of, die Hälfte, half the trains. */
export const fraction: Rule = {
  name: "fraction",
  starts: "hgGaciZnFH1",
  pattern: (language) =>
    `(?<hedge>[hgG]{0,2})(?:(?<=[hg])x)?(?:(?<count>[acin]|Z-?[ci])(?<hedge>6?)-?(?<part>F(?!oa?[SP])${language === "en" ? "|r(?=o|;|,|x|$)" : ""})` +
    `|(?<slashed>1)|(?<half>H)(?!a?-?[SPtu])(?<glued>(?:-[wNWF])?))|(?<part>F)`,
  build: buildFraction,
};

/** Value of "a quarter", "zwei Drittel", "half": a count and its part, or the part alone. */
function partOf(tokens: readonly Token[]): number {
  const words = tokens.filter(({ cls }) => cls !== "-");
  const part = words.at(-1);
  const unit = part?.cls === "r" ? 1 / (part.value ?? 1) : (part?.value ?? 0);
  return words.length < 2 ? unit : unit * (words[0]?.value ?? 1);
}

/** between a quarter and a third, ein Viertel bis ein Drittel. */
export const fractions: Rule = {
  name: "fractions",
  starts: "zhgaciZnH",
  pattern: (language) => {
    const part = language === "en" ? "[FHr]" : "[FH]";
    return `(?<open>z?)(?<hedge>[hg]{0,2})(?<lo>(?:[acin]-?)?${part})(?:b|-|_|(?<and>&))(?<hi>[acinx]-?${part})`;
  },
  build: (match) => {
    if (match.has("and") && !match.has("open")) return null;
    const [low, high] = [partOf(match.tokens("lo")), partOf(match.tokens("hi"))];
    return low > 0 && low < high && high < 1 ? { kind: "range", low, high, bound: "range" } : null;
  },
};

/** jeder fünfte, every second. */
export const every: Rule = {
  name: "every",
  starts: "hge",
  pattern: () => "(?<hedge>[hg]{0,2})e(?<part>r)",
  build: (match) => {
    const [part] = match.tokens("part");
    return !part || part.value === null || part.value < 2 ? null : hedged(match, 1 / part.value);
  },
};

const CHANGED = /^ver|^halbier|ed$|ing$|fold$|fach/u;

function buildMultiple(match: Match): Draft | null {
  const { lists } = match.reading.lexicon;
  const hedges = match.tokens("hedge");
  const said = (value: number): Draft => ({
    // "halved" is a share, "doubled" a multiple
    kind: value < 1 && !match.has("half") ? "fraction" : "multiple",
    ...endsOf(value, boundOf(hedges)),
  });
  const compared = match.tokens("than");
  const isCompared = compared
    .slice(0, 1)
    .some(
      ({ cls, key }) =>
        lists.comparisons.has(key.split(" ")[0] ?? "") ||
        ("wd".includes(cls) && key.endsWith("er")),
    );
  const [whole] = match.tokens("whole");
  if (whole) {
    if (whole.value === null) return null;
    const stands = CHANGED.test(whole.key) || isCompared || match.has("sum");
    return stands ? said(whole.value) : { ...said(whole.value), claim: false };
  }
  if (match.has("half") && !compared.some(({ key }) => key === "so" || key === "as")) return null;
  const isOnce = match.tokens("num")[0]?.cls === "7";
  if (isOnce && !match.has("per")) return null;
  const value = match.has("half") ? 0.5 : isOnce ? 1 : evaluate(match.tokens("num"));
  if (value === null) return null;
  if (match.has("fold") || (isCompared && compared.length > 0)) return said(value);
  const per = perUnitOf(match.tokens("per"));
  if (per !== null)
    return { kind: "rate", ...endsOf(value, boundOf(hedges)), unit: `times ${per}` };
  // "2.3 times earnings": nobody does anything 2.3 times
  if (!Number.isInteger(value)) return said(value);
  return { kind: "count", ...endsOf(value, boundOf(hedges)), unit: "times" };
}

/** doppelt so viele, fünfmal höher, tripled, 3.5-fold; zweimal pro Woche. */
export const multiple: Rule = {
  name: "multiple",
  starts: "hgG47fnciZaHBS",
  pattern: (language) =>
    `(?<hedge>[hgG]{0,2})(?:(?<whole>f)(?<than>(?:[xwdh][wxd]?)?)(?<sum>x?)` +
    `|(?:(?<num>[47]|${NUMBER}(?=-?[sK]))(?:-?(?<fold>K)|-?s)?|(?<half>H))(?:(?<than>[xwdh][wdx]?)|(?<per>${PER[language]}))?)`,
  build: buildMultiple,
};

const ONLY_SOME = /^(?:einigen?|wenigen?|few)$/u;
const HIGHER = 10;

function buildVague(match: Match): Draft | null {
  const [some] = match.tokens("some");
  const plurals = match.tokens("plural").filter(({ cls }) => "VPSB".includes(cls));
  const [digits] = match.tokens("digits");
  const measure = match.tokens("unit").at(-1)?.unit ?? null;
  const per = perUnitOf(match.tokens("per"));
  const unit = per === null ? measure : `${measure === null ? "" : `${measure} `}${per}`;
  const lows = plurals.map(({ cls, key, value }, at) =>
    lowOf(cls, key, value ?? 1, at === 0 && !some),
  );
  const low = lows.reduce((product, next) => product * next, some?.value ?? 1);
  if (digits && digits.value !== null) {
    const power = HIGHER ** (digits.value - 1);
    const scale = plurals.reduce((product, { value }) => product * (value ?? 1), 1);
    // "sechsstellig" and "in dreistelliger Millionenhöhe" name a floor, a "Betrag" both ends
    if (plurals.length === 0 || plurals.some(({ key }) => key.endsWith("höhe")))
      return { kind: "vague", low: scale * power, high: null, bound: "at_least", unit };
    const ends = { low: scale * power, high: scale * power * HIGHER };
    return { kind: "vague", ...ends, bound: "order_of_magnitude", unit };
  }
  const isIdle =
    some !== undefined &&
    plurals.length === 0 &&
    (ONLY_SOME.test(some.key) || !(match.has("noun") || match.has("unit")));
  return {
    kind: "vague",
    low,
    high: null,
    bound: "at_least",
    unit,
    ...(isIdle ? { claim: false } : {}),
  };
}

/** The lowest number of a plural that comes first; behind another it only multiplies. */
function lowOf(cls: string, key: string, value: number, isFirst: boolean): number {
  if (cls === "P") return isFirst ? 2 * value : value;
  if (cls !== "V" || isFirst) return value;
  return key.startsWith("tens") ? 10 : value / 2;
}

/** Tausende, hundreds of thousands, mehrere hundert, ein paar Dutzend, in Millionenhöhe. */
export const vague: Rule = {
  name: "vague",
  starts: "hgvVPAe",
  pattern: (language) =>
    `(?<hedge>[hgG]{0,2})(?:(?<digits>A)(?<plural>[VPS]?)|(?<some>v)(?<plural>[BSPV]{0,2})|(?<plural>V(?:[oz]?[VPS])?|P))` +
    `(?:o|z(?=[dWNXn]))?(?<unit>[%mut]?)(?<noun>(?:${NOUN[language]})?)(?<per>(?:${PER[language]})?)`,
  build: buildVague,
};
