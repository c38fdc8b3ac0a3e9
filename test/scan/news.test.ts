import { describe, expect, test } from "vitest";
import type { Language } from "../../src/scan/figure.ts";
import { findFigures } from "../../src/scan/find.ts";

/** Each figure as "kind claim low..high bound", as short as it can be said. */
const read = (language: Language, text: string): string =>
  findFigures(text, language)
    .map(({ kind, claim, low, high, bound }) => {
      const ends = low === high ? `${low ?? ""}` : `${low ?? ""}..${high ?? ""}`;
      return [kind, claim ? "+" : "-", ends, bound === "point" ? "" : bound].join(" ").trim();
    })
    .join("; ");

/** A class of phrases of the news, some of it, and what looks like it and is not. */
const CLASSES: readonly (readonly [string, Language, readonly (readonly [string, string])[]])[] = [
  [
    "a change from one number to another is two figures of one measure",
    "de",
    [
      ["Der Anteil stieg von 52 auf 58 Prozent.", "percent + 52; percent + 58"],
      ["von 1,2 auf 3,4 Milliarden Dollar", "amount + 1200000000; amount + 3400000000"],
      ["von 800.000 auf 2 Millionen Euro", "amount + 800000; amount + 2000000"],
      ["eine Frist von 5 auf dem Papier", "count + 5"],
    ],
  ],
  [
    "a change from one number to another is two figures of one measure",
    "en",
    [
      ["It rose from $1.2 billion to $3.4 billion.", "amount + 1200000000; amount + 3400000000"],
      ["It climbed from 412 to 467 million euros.", "amount + 412000000; amount + 467000000"],
      ["Estimates run from 5 to 8 percent.", "range + 5..8 range"],
    ],
  ],
  [
    "a filler may stand between a hedge and its number",
    "de",
    [
      ["mindestens aber 180 Euro", "amount + 180.. at_least"],
      ["Mindestens weitere 20 Menschen", "count + 20.. at_least"],
      ["weitere 20 Menschen", "count + 20"],
    ],
  ],
  [
    "a filler may stand between a hedge and its number",
    "en",
    [["at least another 20 people", "count + 20.. at_least"]],
  ],
  [
    "a hedge may stand between an article and its number",
    "de",
    [
      ["ein knappes Drittel", "fraction + 0.3333333333333333 nearly"],
      ["eine gute Stunde", "duration + 1.. more_than"],
      ["ein guter Tag", ""],
    ],
  ],
  [
    "a number that is not reached is a ceiling",
    "de",
    [
      ["keine 500 Meter entfernt", "amount + ..500 less_than"],
      ["nicht einmal 200 Zuschauer", "count + ..200 less_than"],
      ["Er hat keine Zeit.", ""],
    ],
  ],
  [
    "a distance that is raced over has no hedge",
    "de",
    [
      ["Gold über 200 Meter gewann sie.", "amount + 200"],
      ["Über 1500 Meter Freistil wurde er Letzter.", "amount + 1500"],
      ["Der Graben ist über 200 Meter lang.", "amount + 200.. more_than"],
      ["Über 250 Meter Rückstand hatte der Sieger.", "amount + 250.. more_than"],
    ],
  ],
  [
    "a fixed phrase has its number and is no claim",
    "de",
    [
      ["ein Gespräch unter vier Augen", "count - 4"],
      ["vier Augenzeugen", "count + 4"],
      ["Null Toleranz", "count - 0"],
      ["null Punkte", "count + 0"],
    ],
  ],
  [
    "a fixed phrase has its number and is no claim",
    "en",
    [
      ["back to square one", "count - 1"],
      ["one square metre", "amount + 1"],
      ["The 10-year Treasury fell.", "duration - 10"],
      ["a 10-year lease", "duration + 10"],
    ],
  ],
  [
    "digits are counted by a word",
    "de",
    [
      ["ein sechsstelliger Betrag", "vague + 100000.. at_least"],
      ["in dreistelliger Millionenhöhe", "vague + 100000000.. at_least"],
      ["ein vorstelliger Bürger", ""],
    ],
  ],
  [
    "digits are counted by a word",
    "en",
    [
      ["double-digit growth", "vague + 10.. at_least"],
      ["a six-figure sum", "vague + 100000.. at_least"],
    ],
  ],
  [
    "an age may go unsaid",
    "de",
    [
      ["Kinder unter sechs Jahren", "age + ..6 less_than"],
      ["seit unter sechs Jahren", "duration + ..6 less_than"],
      ["die zehnjährige Mia", "age + 10"],
      ["die zehnjährige Laufzeit", "duration + 10"],
      ["die 30- bis 40-Jährigen", "range + 30..40 range"],
    ],
  ],
  [
    "an age may go unsaid",
    "en",
    [
      ["a man in his mid-40s", "range + 40..49 range"],
      ["in the mid-1940s", "year - 1940..1949 range"],
      ["18 or over", "age + 18.. at_least"],
      ["the over-65s", "age + 65.. more_than"],
      ["She lived to 101.", "age + 101"],
    ],
  ],
  [
    "a rate may be per many, or once",
    "de",
    [
      ["87,3 Fälle je 100.000 Einwohner", "rate + 87.3"],
      ["einmal im Jahr", "rate + 1"],
      ["Es war einmal ein König.", ""],
    ],
  ],
  [
    "a name in capitals holds no number",
    "en",
    [
      ["He raced in Formula One.", "name -"],
      ["Behind the Three Gorges they wait.", "name -"],
      ["Three Gorges of the river are flooded.", "count + 3"],
    ],
  ],
  [
    "a telephone number is one name",
    "de",
    [
      ["unter 05121 / 939-115", "name -"],
      ["Telefon (0711) 123 45 67", "name -"],
      ["von 5121 auf 939", "count + 5121; count + 939"],
    ],
  ],
  [
    "the next number after one makes a range",
    "de",
    [
      ["für zwei, drei Tage", "range + 2..3 range"],
      ["zwei oder drei Leute", "range + 2..3 range"],
      ["eins, zwei, drei Tage", "count + 1; count + 2; duration + 3"],
    ],
  ],
  [
    "a range of dates or times is no range of a quantity",
    "en",
    [
      ["closed from 3 to 14 June", "date -"],
      ["between 8 and 10 a.m.", "time -"],
      ["between 8 and 10 people", "range + 8..10 range"],
    ],
  ],
  [
    "a pair with money behind it is no figure that is lost",
    "de",
    [
      ["0:0€", "ratio -"],
      ["2:30 Stunden", "duration + 2.5"],
    ],
  ],
  [
    "temperatures may fall",
    "de",
    [
      ["4 bis minus 2 Grad", "range + -2..4 range"],
      ["zwischen minus 3 und plus 5 Grad", "range + -3..5 range"],
    ],
  ],
];

describe("findFigures(text, language) on classes of phrases that news is full of", () => {
  test.each(
    CLASSES.flatMap(([rule, language, phrases]) =>
      phrases.map(([phrase, expected]) => [rule, language, phrase, expected] as const),
    ),
  )("%s (%s): %j", (_rule, language, phrase, expected) => {
    expect(read(language, phrase)).toBe(expected);
  });
});
