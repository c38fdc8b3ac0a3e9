import type { Token } from "../classify.ts";
import { NOUN, PER, number } from "../grammar.ts";
import type { Draft, Match, Rule } from "../rule.ts";
import { boundOf, endsOf, evaluate } from "../value.ts";
import { isYearHere } from "./years.ts";

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
    return perUnitOf(tokens.slice(at, at + (classes[at] === "q" ? 1 : 2)));
  }
  const after = /^[wWdxNz]{0,4}?(?:q|et)/u.exec(classes.slice(match.to, match.to + 6));
  return after ? perUnitOf(tokens.slice(match.to, match.to + after[0].length)) : null;
}

/** Kind and unit that follow from the tokens behind the number. */
export function measureOf(match: Match): Pick<Draft, "kind" | "unit"> {
  const [measure] = [...match.tokens("unit"), ...match.tokens("money")].filter(
    ({ cls }) => cls !== "-",
  );
  const unit = measure?.unit ?? null;
  const per = perUnitOf(match.tokens("per"));
  if (per !== null) return { kind: "rate", unit: unit === null ? per : `${unit} ${per}` };
  switch (measure?.cls ?? "") {
    case "%":
      return { kind: "percent", unit };
    case "R":
      return { kind: "rate", unit };
    case "t":
      return { kind: "duration", unit };
    case "m":
    case "u":
      return { kind: "amount", unit };
    default:
      return { kind: "count", unit };
  }
}

/** Number, hedges and ends of a match with the groups "hedge", "num" and "after". */
export function endsOfMatch(match: Match): ReturnType<typeof endsOf> {
  const num = match.tokens("num");
  const about = num[0]?.key.startsWith("a couple") ? "about" : "point";
  const said = boundOf([
    ...match.tokens("hedge"),
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
  return isPostcode || (first?.cls === "n" && first.value === null);
}

const THEN = /^(?:ago|earlier|before|zuvor|früher)$/u;

/** "vor zwei Jahren", "two years ago" say when, not how long. */
const isPointInTime = (match: Match): boolean =>
  match.keyAt(-1) === "vor" || THEN.test(match.keyAt(1));

function buildQuantity(match: Match): Draft | null {
  const num = match.tokens("num");
  const [only] = num;
  if (num.length === 1 && only?.cls === "y" && isYearHere(match)) return null;
  if (isName(match)) return { kind: "name" };
  const measure = measureOf(match);
  const ends = endsOfMatch(match);
  if (measure.kind === "duration" && measure.unit === "years" && match.keyAt(-1) === "mit")
    return { ...ends, kind: "age", unit: "years" };
  if (measure.kind === "duration" && isPointInTime(match))
    return { ...ends, ...measure, claim: false };
  // "one" alone is a pronoun more often than a number
  if (num.length === 1 && only?.cls === "i" && measure.kind === "count" && !match.has("hedge"))
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
    `(?<hedge>[hgG]{0,3})r?(?<money>m?)${number("num")}(?<after>E?)` +
    `(?<unit>(?:-?(?:%|m|u|R|t)(?:-[WNw]){0,2})?)(?<later>E?)` +
    `(?:-3)?(?:(?<!t)[oz]?(?<noun>${NOUN[language]})|(?<=i)(?<noun>[w3])|(?<=3)(?<noun>[wW]))?(?<later>E?)(?<per>(?:${PER[language]})?)`,
  build: buildQuantity,
};

/** mindestens ein Toter, about a week, ein Prozent: an article is a number behind a hedge or before a unit. */
export const hedgedOne: Rule = {
  name: "hedged one",
  starts: "hga",
  pattern: (language) =>
    `(?<hedge>[hg]{1,2})(?<num>a)(?:(?<unit>[%mtu])|(?<noun>${NOUN[language]}))|(?<share>a%)`,
  build: (match) => {
    if (match.has("share")) return { kind: "percent", low: 1, high: 1, unit: "percent" };
    const isFloor = match.tokens("hedge").some(({ bound }) => bound === "at_least");
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
  pattern: () => "(?<hedge>[hg]{0,2})(?:(?:aH|Ha?)-?(?<unit>[tu])|(?<whole>[aci])(?<units>t)&aH)",
  build: (match) => {
    const whole = match.has("whole") ? (evaluate(match.tokens("whole")) ?? 1) : 0;
    const [measure] = [...match.tokens("unit"), ...match.tokens("units")];
    const kind = measure?.cls === "t" ? "duration" : "amount";
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
