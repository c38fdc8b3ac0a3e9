import type { ClassLetter } from "../classes.ts";
import type { Token } from "../classify.ts";
import type { Kind } from "../figure.ts";
import { HEDGE, NOUN, PER, number } from "../grammar.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { boundOf, endsOf, evaluate } from "../value.ts";
import { isWhichOne } from "./ranks.ts";
import { isCricket } from "./votes.ts";
import { isRankedPerson, isYearHere } from "./years.ts";

/** The singular of a time unit, for "per day". */
const singular = (unit: string): string =>
  unit === "centuries" ? "century" : unit.replace(/s$/u, "");

/** "per day" of a rate's tail, or null. */
export function perUnitOf(tokens: readonly Token[]): string | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  if (last.cls === "q") return `per ${last.unit ?? last.key}`;
  return `per ${last.unit === null ? last.key : singular(last.unit)}`;
}

/** A rate adverb that stands apart: "Täglich rollen 12 Züge", "leave the region every year". */
function perUnitAround(match: Match): string | null {
  const { classes, tokens } = match.reading;
  const before = /(?:q|[pe]t)[^;!,:\dnyc]{0,5}$/u.exec(
    classes.slice(Math.max(0, match.from - 7), match.from),
  );
  if (before) {
    const at = Math.max(0, match.from - 7) + before.index;
    // "a barrel" in front of an amount is no rate
    if (classes[at] !== "q" || !tokens[at]?.key.includes(" "))
      return perUnitOf(tokens.slice(at, at + (classes[at] === "q" ? 1 : 2)));
  }
  const after = /^[wWdxNz]{0,4}?(?:q|et)/u.exec(classes.slice(match.to, match.to + 6));
  return after ? perUnitOf(tokens.slice(match.to, match.to + after[0].length)) : null;
}

/** Kinds by the class of what measures a number; anything else counts. */
const KINDS: ReadonlyMap<ClassLetter, Kind> = new Map([
  ["%", "percent"],
  ["R", "rate"],
  ["t", "duration"],
  ["m", "amount"],
  ["u", "amount"],
]);

/** Kind and unit that follow from the tokens behind the number. */
export function measureOf(match: Match): Pick<Draft, "kind" | "unit"> {
  const [measure] = [...match.tokens("unit"), ...match.tokens("money")].filter(
    ({ cls }) => cls !== "-",
  );
  const unit = measure?.unit ?? null;
  const per = perUnitOf(match.tokens("per"));
  if (per !== null) return { kind: "rate", unit: unit === null ? per : `${unit} ${per}` };
  return { kind: KINDS.get(measure?.cls ?? "@") ?? "count", unit };
}

/** Number, hedges and ends of a match with the groups "hedge", "num" and "after". */
function endsOfMatch(match: Match): ReturnType<typeof endsOf> {
  const num = match.tokens("num");
  const about = num[0]?.key.startsWith("a couple") ? "about" : "point";
  const said = boundOf([
    ...match.tokens("hedge"),
    ...num,
    ...match.tokens("after"),
    ...match.tokens("later"),
  ]);
  return endsOf(evaluate(num), said === "point" ? about : said);
}

/** Postcode before a town, and what has no value: "1.2.3". */
function isName(match: Match): boolean {
  const [first] = match.tokens("num");
  const isPostcode =
    match.keyAt(-1) === "," &&
    match.reading.lexicon.language === "de" &&
    /^\d{5}$/u.test(first?.key ?? "");
  // nobody writes a million without separators: it is a reference, unless something is counted
  const isReference =
    match.tokens("num").length === 1 &&
    /^\d{7,}$/u.test(first?.key ?? "") &&
    !["noun", "unit", "money"].some((group) => match.has(group));
  return (
    isPostcode ||
    isReference ||
    (first?.cls === "n" && (first.value === null || first.key.startsWith("00")))
  );
}

/** Distances that are raced over, in metres. */
const RACED = new Set([50, 60, 100, 200, 400, 800, 1000, 1500, 3000, 5000, 10_000]);

/** Verbs of which "over" is a part: "hand over six jets"; of some only before a small number. */
const HANDS =
  /^(?:hand|turn|sign|pass|mull|talk|think|preside|rule|win|won|fight|fought)(?:s|ed|ing)?$/u;
const TAKES =
  /^(?:take|takes|took|taken|taking|run|ran|bring|brought|give|gave|given|pull|pulled|knock|knocked|send|sent)$/u;
/** "paid over three years", "über fünf Jahre verteilt": what lasts so long has no hedge. */
const SPREAD = /^(?:spread|staggered|phased|stretched|paid|payable|verteilt|hinweg|gestreckt)$/u;
/** "over two legs", "über zwei Runden". */
const LEGS = /^(?:legs|sets|rounds|holes|runden|sätze|etappen)$/u;
const UNDER = /^(?:under|unter)$/u;
const OFFICES =
  /^(?:presidents|ministers|chancellors|managers|coaches|bosses|kings|popes|flags|trainern|präsidenten|kanzlern|ministern|flaggen)$/u;

/** "Gold über 200 Meter", "Geld an die 16 Länder": what looks like a hedge is a preposition. */
function isPreposition(match: Match, value: number | null): boolean {
  const [hedge] = match.tokens("hedge");
  if (hedge?.key === "an die") return value === null || value < 20 || value % 10 !== 0;
  if (UNDER.test(hedge?.key ?? "") && OFFICES.test(match.tokens("noun").at(-1)?.key ?? ""))
    return true;
  if (hedge?.key !== "über" && hedge?.key !== "over") return false;
  if (LEGS.test(match.tokens("noun").at(-1)?.key ?? "")) return true;
  const verb = match.keyAt(-1);
  if (HANDS.test(verb) || (TAKES.test(verb) && (value ?? 0) < 20)) return true;
  const isLong = match.tokens("unit")[0]?.cls === "t";
  if (isLong && (SPREAD.test(verb) || SPREAD.test(match.keyAt(1)))) return true;
  const isDistance = match.tokens("unit")[0]?.unit === "metres" && RACED.has(value ?? 0);
  const { races } = match.reading.lexicon.lists;
  return (
    isDistance && (match.near(races, 8) || match.tokens("noun").some(({ key }) => races.has(key)))
  );
}

/** Words between which and the number nothing stands: died at 91, starb mit 91. */
const DIED = /^(?:died|dies|starb|stirbt|gestorben|verstarb|lived|retired)$/u;
const OLDEST = 120;

/** "Kinder unter 12 Jahren", "18 or over", "lived to 101": an age, though nobody says so. */
function isAge(match: Match, measure: Pick<Draft, "kind" | "unit">, value: number | null): boolean {
  const isYears = measure.kind === "duration" && measure.unit === "years";
  const isBare = measure.kind === "count" && !match.has("noun");
  if ((!isYears && !isBare) || value === null || value >= OLDEST) return false;
  const { lists, language } = match.reading.lexicon;
  if (isYears && match.keyAt(-1) === "mit") return true;
  const after = [...match.tokens("after"), ...match.tokens("later")].at(-1)?.key ?? "";
  if (/(?:over|older|under|younger|älter|jünger)$/u.test(after)) return true;
  if (isBare && match.keyAt(-1) === "turned") return true;
  if (isBare && /^(?:at|to|mit)$/u.test(match.keyAt(-1)) && DIED.test(match.keyAt(-2))) return true;
  const isLimit = match.tokens("hedge").some(({ cls }) => cls === "g");
  if (!isLimit || (isBare && language === "de")) return false;
  return [-1, -2].some((step) => lists.people.has(match.keyAt(step)));
}

/** "10-year Treasury", "Sieben-Tage-Inzidenz", "top five": the number belongs to a name. */
function isOfName(match: Match): boolean {
  const { named } = match.reading.lexicon.lists;
  if (match.keyAt(-1) === "top") return true;
  // "a 747", "the last 16"
  const isBare =
    match.to - match.from === match.tokens("num").length && match.tokens("num").length === 1;
  if (isBare && /^(?:an?|last)$/u.test(match.keyAt(-1))) return true;
  const unit = match.tokens("unit");
  if (unit[0]?.cls !== "-") return false;
  const words = [...unit, ...match.tokens("noun")].map(({ key }) => key);
  return [...words, match.keyAt(1), match.keyAt(2)].some((key) => named.has(key));
}

const THEN = /^(?:ago|earlier|before|zuvor|früher)$/u;

/** "vor zwei Jahren", "two years ago" say when, not how long. */
const isPointInTime = (match: Match): boolean =>
  match.keyAt(-1) === "vor" || THEN.test(match.keyAt(1));

function buildQuantity(match: Match): Draft | null {
  const num = match.tokens("num");
  const [only] = num;
  const { lexicon } = match.reading;
  if (num.length === 1 && only?.cls === "y" && isYearHere(match)) return null;
  if (isName(match)) return { kind: "name" };
  // "im Jahr 1000"
  if (
    num.length === 1 &&
    !match.has("noun") &&
    !match.has("unit") &&
    /^1\d{3}$/u.test(only?.key ?? "") &&
    /^(?:jahre?|year|in)$/u.test(match.keyAt(-1))
  )
    return { kind: "year", low: only?.value ?? null, high: only?.value ?? null };
  if (match.has("ordering") && lexicon.language === "de" && isRankedPerson(match)) return null;
  const measure = measureOf(match);
  const ends = endsOfMatch(match);
  // a tournament: "Euro 2024"
  if (only?.cls === "y" && match.printed("money")?.toLowerCase() === "euro" && num.length === 1)
    return null;
  const value = evaluate(num);
  if (isWhichOne(match)) return { kind: "ordinal", low: value, high: value };
  if (isCricket(match)) return { ...ends, kind: "count", claim: false };
  if (isPreposition(match, value)) return null;
  if (isAge(match, measure, value)) return { ...ends, kind: "age", unit: "years" };
  if (isOfName(match)) return { ...ends, ...measure, claim: false };
  if (measure.kind === "duration" && isPointInTime(match))
    return { ...ends, ...measure, claim: false };
  // "one" alone is a pronoun more often than a number
  const isOne = only?.cls === "i" || only?.key === "eins";
  if (num.length === 1 && isOne && measure.kind === "count" && !match.has("hedge"))
    return { ...ends, kind: "count", claim: match.has("noun") };
  if (measure.kind === "count" || measure.kind === "amount") {
    const per = perUnitAround(match);
    if (per !== null)
      return {
        ...ends,
        kind: "rate",
        unit: measure.unit === null ? per : `${measure.unit} ${per}`,
      };
  }
  return { ...ends, ...measure };
}

/** 6.700 Container, $3.4bn, 2 percent, 30.000 Granaten pro Tag, zwei Jahre. */
export const quantity: Rule = {
  name: "quantity",
  starts: "hgGrm~nyciZBSaH",
  pattern: (language) =>
    `${HEDGE}(?<ordering>r?)(?<money>m?)${number("num")}(?<after>(?:-?E)?)` +
    `(?<unit>(?:-?(?:%|m|u|R|t)(?:-[WNw]){0,2})?)(?<later>E?)` +
    `(?:-3)?(?:(?<!t)[oz]?(?<noun>${NOUN[language]})|(?<=i)(?<noun>[w3])|(?<=3)(?<noun>[wW]))?(?<later>E?)(?<per>(?:${PER[language]})?)`,
  build: buildQuantity,
};

/** mindestens ein Toter, about a week, ein Prozent: an article is a number behind a hedge or before a unit. */
export const hedgedOne: Rule = {
  name: "hedged one",
  starts: "hga",
  pattern: (language) =>
    `(?<hedge>[hg]{1,2})(?<num>a)(?:(?<unit>[%mtu])|(?<noun>${NOUN[language]}))|(?<num>a)(?<hedge>6)(?<unit>[tu])|(?<share>a%)`,
  build: (match) => {
    if (match.has("share")) return { kind: "percent", low: 1, high: 1, unit: "percent" };
    const [hedge] = match.tokens("hedge");
    // "ein guter Tag" is no day and more
    if (
      hedge?.cls === "6" &&
      hedge.key.startsWith("gut") &&
      !/stunde|jahrzehnt/u.test(match.printed("unit")?.toLowerCase() ?? "")
    )
      return null;
    const isFloor = match
      .tokens("hedge")
      .some(({ bound, cls }) => bound === "at_least" && cls === "h");
    if (match.has("noun") && !isFloor) return null;
    const draft = { ...measureOf(match), ...endsOfMatch(match) };
    return isPointInTime(match) ? { ...draft, claim: false } : draft;
  },
};

/** magnitude 6.1, Stärke 6,4. */
export const magnitude: Rule = {
  name: "magnitude",
  starts: "Ln",
  pattern: () => "L-?[oz]?(?<hedge>[hg]{0,2})(?<num>n)(?!-?[%mutSPB])|(?<num>n)-L",
  build: (match) => ({ ...endsOfMatch(match), kind: "amount", unit: "magnitude" }),
};

/** half an hour, eine halbe Stunde, a year and a half. */
export const halfUnit: Rule = {
  name: "half a unit",
  starts: "hgaHci",
  pattern: () => "(?<hedge>[hg]{0,2})(?:(?:aH|Ha?)-?(?<unit>[tu%])|(?<whole>[aci])(?<units>t)&aH)",
  build: (match) => {
    const whole = match.has("whole") ? (evaluate(match.tokens("whole")) ?? 1) : 0;
    const [measure] = [...match.tokens("unit"), ...match.tokens("units")];
    const kind = measure?.cls === "t" ? "duration" : measure?.cls === "%" ? "percent" : "amount";
    return {
      ...endsOf(whole + 0.5, boundOf(match.tokens("hedge"))),
      kind,
      unit: measure?.unit ?? null,
    };
  },
};

/** beide Länder, einer der, one of the: they point back at something and count nothing new. */
export const reference: Rule = {
  name: "reference",
  starts: "2ai",
  pattern: (language) => `(?<both>2)(?<noun>(?:${NOUN[language]})?)|(?<one>a[xz]|io)`,
  build: (match) => {
    if (match.has("both")) return { kind: "count", low: 2, high: 2, claim: false };
    const [first, second] = match.tokens("one");
    const isGerman = match.reading.lexicon.language === "de";
    if (isGerman && !/^eine[rsmn]?$/u.test(first?.key ?? "")) return null;
    if (isGerman && !/^(?:der|von|davon)$/u.test(second?.key ?? "")) return null;
    return first?.cls === "a" && !isGerman
      ? null
      : { kind: "count", low: 1, high: 1, claim: false };
  },
};
