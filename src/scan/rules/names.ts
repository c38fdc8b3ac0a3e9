import { NOUN, NUMBER } from "../grammar.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { boundOf, endsOf, evaluate } from "../value.ts";

/** The number of a name has no separators: Windows 11, Web 2.0. */
const NAMED = /^(?:\d{1,4}|\d\.\d)$/u;
/** Verbs in the plural and their like, behind which a number counts: "In London 12 were hurt". */
const COUNTING = new Set(["were", "are", "have", "others", "more", "wurden", "waren"]);

/** "630 Sitze, die Koalition 328": an earlier number says what is counted, and the clause ends here. */
function isEllipsis(match: Match): boolean {
  const { classes } = match.reading;
  const before = classes.slice(Math.max(0, match.from - 16), match.from);
  return (
    /[nycZSB][dxwN%mu]{0,3}[NW][^;!]{0,10},[^;!]{0,6}x$|x[NW]n,[^;!]{0,6}x$/u.test(before) &&
    /^(?:[,;<&!]|$)/u.test(classes.slice(match.to))
  );
}

const isCapital = ({ reading, from }: Match): boolean =>
  /^\p{Lu}/u.test(reading.text.slice(reading.tokens[from]?.start ?? 0));

/** Whether both words of a match are capitalised behind one that is not. */
function isProper(match: Match): boolean {
  const { text, tokens } = match.reading;
  const starts = [-1, 0, match.to - match.from - 1].map((step) =>
    text.slice(tokens[match.from + step]?.start ?? 0, (tokens[match.from + step]?.start ?? 0) + 2),
  );
  const [before = "", ...own] = starts;
  return (
    (/^\p{Ll}/u.test(before) || match.keyAt(-1) === "the") &&
    own.every((start) => /^\p{Lu}/u.test(start))
  );
}

/** "four-lane" and "300-Seelen-Dorf" count, "ten-point plan" and "two-state solution" name. */
function partsOf(match: Match): Draft {
  const { named } = match.reading.lexicon.lists;
  const parts = match.tokens("parts");
  if (
    parts.some(({ key }) => named.has(key)) ||
    [1, 2].some((step) => named.has(match.keyAt(step)))
  )
    return { kind: "name" };
  // 3-D
  if (parts.at(-1)?.key.length === 1) return { kind: "name" };
  const value = evaluate(parts.slice(0, 1));
  return { kind: "count", low: value, high: value };
}

/** Kh-59, Resolution 1874, Seite 47, Boeing 737, 1. FC, 10 Downing Street, fixed phrases. */
export const name: Rule = {
  name: "name",
  starts: "Xl0nyciZ",
  startsBeforeNumeral: "W",
  pattern: (language) => {
    const counted = language === "de" ? "(?:wd{1,2}|d{0,2})[WNl0]" : "(?:[wWd]-?){0,3}[Nl]";
    return (
      // a number word that is capitalised within a sentence: Formula One, die Drei Zinnen
      `(?<titled>(?<=${language === "de" ? "[xad&]" : "Wo?"})[ciZ](?:${language === "de" ? "W" : "(?!)"})?(?![cnBSP%mut-]))` +
      // the Three Gorges, the Six-Day War
      `|(?<proper>${language === "en" ? "(?<=[xwdo&])[ciZB]-?[WNt]" : "(?!)"})` +
      // a title in quotation marks: »Drei Glocken«
      `|(?<quoted>(?<=")[nyciZ][WN]{1,2}(?="))` +
      `|X(?:-[WNwl]){0,2}N?|[l0][:]?-?[nyckX](?:[-/]n){0,2}(?![%mS])` +
      `|W[n](?!-?[BSP%muRtjOKs3UE]|;?M|-[nycWNw]|[b_]n|[:/]|;d|${counted})` +
      `|n;(?<club>l)|(?<house>[ny]${language === "en" ? "W{1,2}l" : "(?!)"})` +
      `|(?<parts>[nc]-[Ww](?:-[WwN]){0,2})N?`
    );
  },
  build: (match) => {
    const [club] = match.tokens("club");
    if (club && club.key !== "fc") return null;
    const { lexicon, tokens, text } = match.reading;
    const [first, second] = tokens.slice(match.from, match.to);
    if (match.has("titled") && !isCapital(match)) return null;
    if (match.has("proper") && !isProper(match)) return null;
    if (match.has("quoted") && !/\p{Lu}\S*$/u.test(match.printed("quoted") ?? "")) return null;
    if (match.has("parts")) return partsOf(match);
    const house = match.tokens("house");
    if (house[0]?.cls === "y" && !lexicon.lists.streets.has(house.at(-1)?.key ?? "")) return null;
    // "Platz 3" and "Resolution 1874", but not the verb "act" or "report on page" in lower-case German
    if (first?.cls === "l" && lexicon.language === "de" && first.key.length > 1) {
      if (!/[\p{Lu}§]/u.test(text.slice(first.start, first.end)) && !first.key.endsWith("."))
        return null;
    }
    if (
      first?.cls === "l" &&
      first.key.length === 1 &&
      !/^[\p{Lu}§]/u.test(text.slice(first.start, first.end))
    )
      return null;
    if (first?.key === "tempo" && match.keyAt(-1) === "mit" && second)
      return { kind: "rate", low: second.value, high: second.value, unit: "kilometres per hour" };
    if (first?.key === "faktor" && second)
      return { kind: "multiple", low: second.value, high: second.value };
    if (first?.cls === "W" && isEllipsis(match)) return null;
    if (first?.cls === "W" && (!NAMED.test(second?.key ?? "") || COUNTING.has(match.keyAt(1))))
      return null;
    return { kind: "name" };
  },
};

const MILLIMETRES = "millimetres";

function buildCalibre(match: Match): Draft | null {
  const { lists } = match.reading.lexicon;
  const [unit] = match.tokens("unit");
  const noun = match.tokens("noun").at(-1);
  const size = match.tokens("size");
  const isHyphened = match.has("hyphen");
  if (!match.has("word")) {
    if (unit?.unit !== MILLIMETRES) return null;
    const isWeapon = (key: string): boolean =>
      [...lists.weapons].some((ending) => key.endsWith(ending));
    if (!isHyphened && !(noun && isWeapon(noun.key)) && !isWeapon(match.keyAt(1))) return null;
  }
  const value = evaluate(size);
  return { kind: "calibre", low: value, high: value, unit: unit?.unit ?? null };
}

/** 152-mm-Haubitze, 155mm shells, Kaliber 7,62, .50-caliber. */
export const calibre: Rule = {
  name: "calibre",
  starts: "Cnc",
  pattern: (language) =>
    `(?<word>C)(?<size>n)(?<unit>u?)|(?<size>[nc])-?(?<word>C)(?<noun>(?:-?[WNw])?)` +
    `|(?<size>n)(?<hyphen>-?)(?<unit>u)(?:-?(?<noun>${NOUN[language]}|[wW]))?`,
  build: buildCalibre,
};

/** Aktenzeichen 5 KLs 112/23. */
export const caseNumber: Rule = {
  name: "case number",
  starts: "l",
  pattern: () => "l:?(?:[nyXW][-/]?){2,5}",
  build: (match) =>
    /^(?:az\.|aktenzeichen)$/u.test(match.reading.tokens[match.from]?.key ?? "")
      ? { kind: "name" }
      : null,
};

/** unter vier Augen, square one: they have a number and count nothing. */
export const saying: Rule = {
  name: "saying",
  starts: "=",
  pattern: () => "=",
  build: ({ reading, from }) => {
    const token = reading.tokens[from];
    const value = token?.value ?? null;
    return { kind: token?.kind ?? "name", low: value, high: value, claim: false };
  },
};

const AGED = /^(?:alter|alters|age|aged|ages)$/u;

/** "Viertelstunde", "Vierteljahr". */
const unitOfPart = (key: string): string => (key.includes("jahr") ? "years" : "hours");

/** Whether what is "zehnjährig" can be a person: anything but what lasts, and a neuter only when known. */
function isPerson(match: Match): boolean {
  const { lists } = match.reading.lexicon;
  const noun = match.tokens("noun").at(-1)?.key ?? "";
  if (lists.people.has(noun)) return true;
  const words = [...match.tokens("old"), ...match.tokens("whole")];
  const isNeuter = words.some(({ key }) => key.endsWith("jähriges"));
  return !isNeuter && ![...lists.lasting].some((ending) => noun.endsWith(ending));
}

function buildAge(match: Match): Draft | null {
  const { lexicon } = match.reading;
  const num = match.tokens("num");
  const value = evaluate(num);
  const bound = boundOf(match.tokens("hedge"));
  const years = { kind: "age" as const, ...endsOf(value, bound), unit: "years" };
  const isAged = AGED.test(match.reading.tokens[match.from]?.key ?? "");
  if (match.has("oldest")) {
    const [low, high] = [evaluate(match.tokens("youngest")), evaluate(match.tokens("oldest"))];
    if (!isAged && !match.has("joined")) return null;
    return low !== null && high !== null && low < high
      ? { kind: "range", low, high, bound: "range", unit: "years" }
      : null;
  }
  if (match.has("aged"))
    return isAged ? { ...years, ...endsOf(value, boundOf(match.tokens("after"))) } : null;
  const old = match.tokens("old");
  // "45jährige" is glued; "zwei alte Panzer" are no age
  if (old.length === 1 && !old[0]?.key.startsWith("jähr")) return null;
  if (match.has("aside"))
    return value !== null && Number.isInteger(value) && value > 0 && value < 110 ? years : null;
  const [whole] = match.tokens("whole");
  const noun = match.tokens("noun").at(-1);
  const said = whole ? { ...years, ...endsOf(whole.value, bound) } : years;
  if (lexicon.language === "en") return whole && !match.has("hedge") ? null : said;
  if (whole && whole.unit !== "years")
    return { ...said, kind: "duration", unit: whole.unit ?? unitOfPart(whole.key) };
  if (noun === undefined || isPerson(match)) return said;
  const isNamed = lexicon.lists.named.has(noun.key);
  return { ...said, kind: "duration", ...(isNamed ? { claim: false } : {}) };
}

/** 45-jährige, zehnjähriger Junge, 83 years old, aged 91, Olena, 31, and Berger (58). */
export const age: Rule = {
  name: "age",
  starts: "hgzncZijJ",
  pattern: (language) =>
    [
      `(?<hedge>[hg]{0,2})(?<num>${NUMBER})(?:${language === "de" ? "-j|(?<old>j)|tj" : "-?t-?j"})(?<noun>(?:[dr]?[WN]${language === "en" ? "|w" : ""})?)`,
      `j[oz]?(?<youngest>${NUMBER})(?:b|-|_|&)(?<oldest>${NUMBER})t?`,
      // 30- bis 40-Jährige, zwischen 18- und 25-Jährigen
      `z?(?<youngest>${NUMBER})(?<joined>[-_]?b|(?<=z[nc])[-_]?&)(?<oldest>${NUMBER})-j`,
      "(?<hedge>[hg]{0,2})-?(?<whole>J)(?<noun>(?:d?[WN])?)",
      // the over-65s
      "(?<hedge>g)-?(?<num>n)Y(?<old>)",
      `(?<aged>j)[oz]?(?<num>${NUMBER})t?(?<after>E?)`,
      "(?<aside>(?<=[WN]<)(?<num>n)(?=>))",
      "(?<aside>(?<=[wW],)(?<num>n)(?=,))",
    ].join("|"),
  build: buildAge,
};
