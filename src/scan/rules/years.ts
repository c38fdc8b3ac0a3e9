import type { Token } from "../classify.ts";
import type { Draft, Match, Rule } from "../rule.ts";

/** A capitalised German word that can be counted, by its looks: a plural that names no country. */
const PLURAL_LOOKS = /(?:en|er|te|e|schuss|mann)$/u;

/**
 * Whether a bare number such as 2022 is a year: it is, unless it is hedged, measured, or
 * stands before something that can be counted and not behind "seit", "im Jahr", "since".
 */
export function isYearHere(match: Match): boolean {
  const { lexicon } = match.reading;
  if (match.has("unit") || match.has("money") || match.has("after")) return false;
  const before = match.keyAt(-1);
  if (lexicon.lists.beforeYears.has(before) || before.endsWith("'s")) return true;
  const noun = match.tokens("noun").at(-1);
  const counted =
    noun !== undefined &&
    !lexicon.lists.notCounted.has(noun.key) &&
    (lexicon.language === "en" || PLURAL_LOOKS.test(noun.key));
  const [hedge] = match.tokens("hedge");
  // "4 Prozent mehr als 2021" compares with a year
  const compares = /^(?:mehr|weniger|more|less) (?:als|than)$/u.test(hedge?.key ?? "");
  return hedge?.cls === "h" && !compares ? false : !counted;
}

const decade = (start: number): Draft => ({
  kind: "year",
  low: start,
  high: start + 9,
  bound: "range",
});

const OWNERS = new Set(["his", "her", "their", "my", "your", "our"]);

/** "the 1990s", "Achtzigerjahre"; and "in her early thirties", which is an age. */
function buildDecade(match: Match, value: number, { cls, key }: Token): Draft | null {
  const { language } = match.reading.lexicon;
  if (language === "de" && cls === "8" && !match.has("noun") && !/jahren?$/u.test(key)) return null;
  // a 30er-Zone is none of the thirties
  if (/^-[Ww]/u.test(match.reading.classes.slice(match.to)) && !match.keyAt(2).startsWith("jahr"))
    return { kind: "name" };
  const isAge = [-1, -2, -3].some((step) => OWNERS.has(match.keyAt(step)));
  if (!isAge || value % 100 === 0) return decade(value < 100 ? 1900 + value : value);
  const start = value % 100;
  return { kind: "range", low: start, high: start + 9, bound: "range", unit: "years" };
}

function buildYears(match: Match): Draft | null {
  const [tens] = match.tokens("tens");
  if (tens && tens.value !== null) return buildDecade(match, tens.value, tens);
  const [lo] = match.tokens("lo");
  if (!lo || lo.value === null) return null;
  const [, slashed] = lo.key.split("/");
  const [hi] = match.tokens("hi");
  const century = Math.floor(lo.value / 100) * 100;
  const short = (value: number): number => (value < 100 ? century + value : value);
  const high = hi ? short(hi.value ?? 0) : slashed ? short(Number(slashed)) : lo.value;
  if (hi && isJoinedByAnd(match) && match.reading.classes[match.from] !== "z") return null;
  if (high < lo.value || (hi && high - lo.value > 200)) return null;
  return { kind: "year", low: lo.value, high, bound: high === lo.value ? "point" : "range" };
}

/** 2014: what the quantity rule has left. */
export const bareYear: Rule = {
  name: "bare year",
  starts: "y",
  pattern: () => "(?<lo>y)",
  build: buildYears,
};

/** 1990er, 2014 bis 2018, 2023/24. */
export const year: Rule = {
  name: "year",
  starts: "zyn8",
  pattern: () =>
    `z?(?<lo>y)(?:b|-|_|&)(?<hi>[yn])(?![%muSPBRN-])|(?<tens>[ny])(?:-?Y)(?<noun>t?)|(?<tens>8)-?(?<noun>t?)|(?<lo>y)(?=[PV])`,
  build: buildYears,
};

const isJoinedByAnd = (match: Match): boolean =>
  match.reading.classes.slice(match.from, match.to).includes("&");

const MONTH_DAY = "n(?:;|O)?(?:(?:[b_&-]|&x)n(?:;|O)?)?";

/** 3. Oktober 2024, October 3, 2024, 2. bis 5. Juni, 2024-10-03. */
export const date: Rule = {
  name: "date",
  starts: "DnM",
  pattern: (language) =>
    `D(?:[b_]D)?|M(?:[b_-])M,?y|(?<=z)(?<month>M)(?<day>nO?&nO?)(?![NSP%mut])|(?<day>${MONTH_DAY})(?<month>o?M)(?:,?y)?|(?<month>M),?y` +
    (language === "en" ? `|(?<month>M)(?<day>nO?(?:[b_-]nO?)?)(?:,?y)?(?![NSP%mu])` : ""),
  build: (match) => {
    const months = match.tokens("month");
    const name = months.at(-1);
    // "may 5" could be a verb, "march 10 miles" too
    if (name && !/^\p{Lu}/u.test(match.reading.text.slice(name.start, name.end))) return null;
    const days = match.tokens("day").filter(({ cls }) => cls === "n");
    return days.some(({ value }) => value === null || value > 31) ? null : { kind: "date" };
  },
};

/** "Viertel nach acht", "half past ten", "drei viertel neun". */
function isPartOfHour(match: Match): boolean {
  const [past] = match.tokens("past");
  const isGerman = match.reading.lexicon.language === "de";
  if (past === undefined) return isGerman && match.tokens("parts").at(-2)?.cls === "F";
  return (isGerman ? ["nach", "vor"] : ["past", "to"]).includes(past.key);
}

/** 10:30 Uhr, 9.30 a.m., 8 bis 12 Uhr, halb elf. */
export const time: Rule = {
  name: "time",
  starts: "hgzTnycHaF",
  pattern: () =>
    `z?[Tny]U?(?:b|-|_)[Tny]U|z[Tnyc]U?&[Tnyc]U|(?<parts>(?:(?:c?F|aF)(?<past>[xb]?)|H(?<past>[xb]))[cn])U?(?![tuSNW%m])|[hg]?(?<clock>T(?:[b_-]T)?)(?<said>U?)|(?<hedge>[hg]?)[nyc]U|(?<half>H)c(?![tuSNW])`,
  build: (match) => {
    if (match.has("parts") && !isPartOfHour(match)) return null;
    if (match.has("half") && match.tokens("half")[0]?.key !== "halb") return null;
    const isRatio =
      match.has("clock") && !match.has("said") && match.near(match.reading.lexicon.lists.ratios, 6);
    return isRatio ? null : { kind: "time" };
  },
};

/** Numbers that order: dritte, 70. Jahrestag, 21st, twenty-first. */
export const ordinal: Rule = {
  name: "ordinal",
  starts: "rnZcB",
  pattern: (language) =>
    language === "de"
      ? "r(?![nycZ])(?<noun>(?:d?(?:W-)?[WNtFHJ])?)|(?<listed>n);(?=[,&]x?n;)|(?<=<)(?<listed>n);(?=>)|(?<digits>n);(?<noun>(?:d{0,2}(?:W-)?[WNtls]))"
      : `(?:[ZBc]-?)?r(?![nycZ])(?<noun>(?:-?[wWNtFH])?)|nO(?<noun>(?:-?[wWNt])?)`,
  build: (match) => {
    const tokens = match.reading.tokens.slice(match.from, match.to);
    if (match.has("digits") && !isOrdinalHere(match)) return null;
    const parts = tokens.filter(({ cls }) => "ZBcrn".includes(cls));
    const value = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
    return { kind: "ordinal", low: value, high: value };
  },
};

const ORDERED =
  /^(?:jahrestag|mal|geburtstag|jahrhunderts?|spieltag|minute|runde|auflage|etage|stock|lebensjahr|platz|tag)$/u;

/** "am 70. Jahrestag", and not "stieg auf 48. Präsident". */
function isOrdinalHere(match: Match): boolean {
  const noun = match.tokens("noun").at(-1);
  if (noun?.cls === "l" && noun.key === "fc") return false;
  return (
    match.reading.lexicon.lists.determiners.has(match.keyAt(-1)) || ORDERED.test(noun?.key ?? "")
  );
}
