import { NOUN, NUMBER } from "../grammar.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { boundOf, endsOf, evaluate } from "../value.ts";

/** Kh-59, Resolution 1874, Seite 47, Boeing 737, 1. FC, 10 Downing Street, fixed phrases. */
export const name: Rule = {
  name: "name",
  starts: "Xlnc",
  startsBeforeNumeral: "W",
  pattern: (language) => {
    const counted = language === "de" ? "d{0,2}[WNl]" : "(?:[wWd]-?){0,3}[Nl]";
    return (
      `X(?:-[WNwl]){0,2}N?|l[:]?[nyck](?:[-/]n){0,2}(?![%mS])` +
      `|W[n](?!-?[BSP%muRtjOKs3UE]|;?M|-[nycWNw]|[b_]n|[:/]|;d|${counted})` +
      `|n;(?<club>l)|n${language === "en" ? "W{1,2}l" : "(?!)"}` +
      `|[nc]-[Ww](?:-[WwN]){0,2}N?`
    );
  },
  build: (match) => {
    const [club] = match.tokens("club");
    if (club && club.key !== "fc") return null;
    const { lexicon, tokens, text } = match.reading;
    const [first, second] = tokens.slice(match.from, match.to);
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
    if (first?.cls === "W" && (second?.value ?? 0) > 9999) return null;
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
    if (!isHyphened && !(noun && lists.weapons.has(noun.key)) && !lists.weapons.has(match.keyAt(1)))
      return null;
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

const AGED = /^(?:alter|alters|age|aged|ages)$/u;

function buildAge(match: Match): Draft | null {
  const { lexicon } = match.reading;
  const num = match.tokens("num");
  const value = evaluate(num);
  const bound = boundOf(match.tokens("hedge"));
  const years = { kind: "age" as const, ...endsOf(value, bound), unit: "years" };
  const isAged = AGED.test(match.reading.tokens[match.from]?.key ?? "");
  if (match.has("oldest")) {
    const [low, high] = [evaluate(match.tokens("youngest")), evaluate(match.tokens("oldest"))];
    return isAged ? { kind: "age", low, high, bound: "range", unit: "years" } : null;
  }
  if (match.has("aged")) return isAged ? years : null;
  const old = match.tokens("old");
  // "45jährige" is glued; "zwei alte Panzer" are no age
  if (old.length === 1 && !old[0]?.key.startsWith("jähr")) return null;
  if (match.has("aside"))
    return value !== null && Number.isInteger(value) && value > 0 && value < 110 ? years : null;
  const [whole] = match.tokens("whole");
  const noun = match.tokens("noun").at(-1);
  if (whole && whole.unit !== "years")
    return { kind: "duration", ...endsOf(whole.value, bound), unit: whole.unit };
  if (lexicon.language === "en") return years;
  const ends = whole ? { ...years, low: whole.value, high: whole.value } : years;
  const isPerson = noun === undefined || lexicon.lists.people.has(noun.key);
  return isPerson ? ends : { ...ends, kind: "duration" };
}

/** 45-jährige, zehnjähriger Junge, 83 years old, aged 91, Olena, 31, and Berger (58). */
export const age: Rule = {
  name: "age",
  starts: "hgncZijJ",
  pattern: (language) =>
    [
      `(?<hedge>[hg]{0,2})(?<num>${NUMBER})(?:${language === "de" ? "-j|(?<old>j)|tj" : "-?t-?j"})(?<noun>(?:[dr]?[WN]${language === "en" ? "|w" : ""})?)`,
      `j[oz]?(?<youngest>${NUMBER})(?:b|-|_|&)(?<oldest>${NUMBER})t?`,
      "(?<hedge>[hg]{0,2})(?<whole>J)(?<noun>(?:d?[WN])?)",
      `(?<aged>j)[oz]?(?<num>${NUMBER})t?`,
      "(?<aside>(?<=[WN]<)(?<num>n)(?=>))",
      "(?<aside>(?<=[wW],)(?<num>n)(?=,))",
    ].join("|"),
  build: buildAge,
};
