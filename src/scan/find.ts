import type { Figure, Language } from "./figure.ts";
import { isClaimKind } from "./figure.ts";
import { type Reading, readPieces } from "./reading.ts";
import { type Draft, Match, type Pattern, type Rule, readyPattern } from "./rule.ts";
import { rules } from "./rules/all.ts";

interface ReadyRule {
  readonly ready: Pattern;
  readonly build: Rule["build"];
}

/** Rules by the code of the class letter at which they can start. */
type Starts = readonly (readonly ReadyRule[] | undefined)[];

const NUMERAL = "n".charCodeAt(0);
/** Added to a letter's code for the rules that start there only before a numeral. */
const BEFORE_NUMERAL = 128;

function prepare(language: Language): Starts {
  const starts: ReadyRule[][] = [];
  for (const rule of rules) {
    const ready = { ready: readyPattern(rule.pattern(language)), build: rule.build };
    for (const letter of rule.starts) (starts[letter.charCodeAt(0)] ??= []).push(ready);
    for (const letter of rule.startsBeforeNumeral ?? "")
      (starts[letter.charCodeAt(0) + BEFORE_NUMERAL] ??= []).push(ready);
  }
  return starts;
}

const STARTS: Readonly<Record<Language, Starts>> = { de: prepare("de"), en: prepare("en") };

/** What the first rule that holds at a token says. */
function tryRules(
  reading: Reading,
  at: number,
  starts: Starts,
): { readonly match: Match; readonly draft: Draft } | null {
  const { classes } = reading;
  const letter = classes.charCodeAt(at);
  const candidates =
    starts[letter] ??
    (classes.charCodeAt(at + 1) === NUMERAL ? starts[letter + BEFORE_NUMERAL] : undefined);
  if (candidates === undefined) return null;
  for (const { ready, build } of candidates) {
    ready.expression.lastIndex = at;
    const found = ready.expression.exec(classes);
    if (found === null || found[0] === "") continue;
    const match = new Match(reading, found, ready.groups);
    const draft = build(match);
    if (draft !== null) return { match, draft };
  }
  return null;
}

/** Counts code points, forward only. */
function pointCounter(text: string): (offset: number) => number {
  let at = 0;
  let points = 0;
  return (offset) => {
    while (at < offset) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      points += 1;
    }
    return points;
  };
}

/**
 * Finds every figure in a text: what may be a claim, and what only looks like one.
 *
 * Each token of the untouched text gets a class letter from the lexicon; the rules are
 * bounded patterns over the letters, so the time grows with the length of the text,
 * whatever it holds. A number that no narrower rule takes is proposed as a count.
 *
 * Conventions. Ends: "etwa 6.700" has 6700 at both, bound about; "fast 6 Millionen" has 6e6
 * at both, nearly; "mindestens 3:1" has low 3 and an open high; "höchstens" and "bis zu"
 * have an open low; "gut 60" is more_than. A range has both ends whatever its hedges, and
 * its scale goes for both ("4,2 bis 5,8 Millionen"). Vague words have the lowest number
 * that they admit and an open end: Dutzende 24, Tausende 2000, mehrere 2, hundreds of
 * thousands 200000, sechsstellig 100000; "zweistelliger Millionenbetrag" is from 1e7 to 1e8,
 * order_of_magnitude. "von 52 auf 58 Prozent" is two figures of one measure.
 * A ratio a:b is a/b, a fraction its share of one, a multiple its factor, a percentage its
 * printed number. A year has itself at both ends and a decade its first and last year;
 * dates, times of day and names have none. Units are normalised words: percent, EUR,
 * tonnes, years; a rate's ends in "per day". The figure's text begins with its hedge and
 * ends with what is counted, so that it can be quoted.
 *
 * @param language Language of the document; 6.700 means something else in the other.
 * @returns Sorted by offset, not overlapping; offsets in code points of `text`.
 * @source docs/decisions/0020-figure-scanner.md
 * @example findFigures("etwa 6.700 Container", "de")[0].low // => 6700
 */
export function findFigures(text: string, language: Language): readonly Figure[] {
  const figures: Figure[] = [];
  const pointsAt = pointCounter(text);
  for (const reading of readPieces(text, language)) {
    for (let at = 0; at < reading.tokens.length; at += 1) {
      const found = tryRules(reading, at, STARTS[language]);
      if (found === null) continue;
      figures.push(toFigure(found.match, found.draft, pointsAt));
      at = found.match.to - 1;
    }
  }
  return figures;
}

function toFigure(match: Match, draft: Draft, pointsAt: (offset: number) => number): Figure {
  const { text, tokens } = match.reading;
  const from = tokens[match.from]?.start ?? 0;
  const to = tokens[match.to - 1]?.end ?? from;
  const noun = match.printed("noun");
  return {
    start: pointsAt(from),
    end: pointsAt(to),
    text: text.slice(from, to),
    kind: draft.kind,
    claim: draft.claim ?? isClaimKind(draft.kind),
    low: draft.low ?? null,
    high: draft.high ?? null,
    bound: draft.bound ?? "point",
    hedge: match.printed("hedge") ?? match.printed("inner"),
    ...(noun === null ? {} : { noun }),
    unit: draft.unit ?? null,
  };
}
