import { describe, expect, test } from "vitest";
import { type PhraseClass, readShort, rowsOf } from "./short.ts";

/** Two numbers against or beside each other. */
const CLASSES: readonly PhraseClass[] = [
  [
    "a vote is a claim, a score is none",
    "de",
    [
      ["mit 14 zu 10 Stimmen", "ratio + 1.4"],
      ["mit fünf gegen vier Stimmen", "ratio + 1.25"],
      ["mit 60 Ja-Stimmen gegen 40 Nein-Stimmen", "ratio + 1.5"],
      ["mit 7:2 Stimmen", "ratio + 3.5"],
      ["Mainz gewann zwei zu eins gegen Köln.", "ratio - 2"],
      ["Das Spiel endete 3 : 1.", "ratio - 3"],
    ],
  ],
  [
    "a vote is a claim, a score is none",
    "en",
    [
      ["by 60 votes to 40", "ratio + 1.5"],
      ["by five votes to four", "ratio + 1.25"],
      ["He gave two votes to each of 3 parties.", "count + 2; count + 3"],
      ["City beat United 4-1.", "ratio - 4"],
    ],
  ],
  [
    "odds are a claim",
    "en",
    [
      ["the 4/1 favourite", "ratio + 4"],
      ["The 33-1 outsider won.", "ratio + 33"],
      ["odds of 5/2", "ratio + 2.5"],
      ["City won 4-1 against Leeds.", "ratio - 4"],
      ["open 24/7", "name -"],
    ],
  ],
  [
    "runs and wickets of cricket are a score",
    "en",
    [
      ["India reached 250 for 3 at stumps.", "count - 250; count - 3"],
      ["They paid 250 for 3 chairs.", "count + 250; count + 3"],
    ],
  ],
  [
    "the scale of a map is a ratio",
    "de",
    [
      ["im Maßstab 1:25.000", "ratio + 0.00004"],
      ["Punkt 4 der Tagesordnung", "name -"],
    ],
  ],
  [
    "a hyphen before the join leaves the scale to the second number",
    "de",
    [
      ["dreißig- bis vierzigtausend Tonnen", "range + 30000..40000 range"],
      ["30- bis 40.000 Menschen", "range + 30000..40000 range"],
      ["zwischen zwei- und dreihundert Menschen", "range + 200..300 range"],
      ["zwei- bis dreimal", "range + 2..3 range"],
      ["500 bis 2000 Euro", "range + 500..2000 range"],
    ],
  ],
  [
    "neighbours joined by or are a range",
    "de",
    [
      ["Zwei oder drei kamen.", "range + 2..3 range"],
      ["zehn oder zwölf Leute", "range + 10..12 range"],
      ["Ob zwei oder fünf kommen, ist egal.", "count + 2; count + 5"],
    ],
  ],
  [
    "neighbours joined by or are a range",
    "en",
    [
      ["They send back seven or eight.", "range + 7..8 range"],
      ["five or ten minutes", "range + 5..10 range"],
      ["two, three or four", "count + 2; count + 3; count + 4"],
    ],
  ],
  [
    "a range may begin with half a unit or one",
    "en",
    [
      ["half a metre to a metre", "range + 0.5..1 range"],
      ["an hour or two", "range + 1..2 range"],
      ["half a metre to the left", "amount + 0.5"],
    ],
  ],
  [
    "a range may begin with half a unit or one",
    "de",
    [
      ["eine halbe bis eine Stunde", "range + 0.5..1 range"],
      ["einen Tag oder zwei", "range + 1..2 range"],
    ],
  ],
  [
    "a hundred kilometres can be what a quantity is measured by",
    "de",
    [
      ["5,4 Liter auf 100 Kilometer", "rate + 5.4"],
      ["4 Ärzte auf 1000 Einwohner", "rate + 4"],
      ["Der Preis stieg um 5 Euro auf 100 Euro.", "amount + 5; amount + 100"],
      ["von 20 Litern auf 100 Gramm", "amount + 20; amount + 100"],
    ],
  ],
  [
    "a hundred kilometres can be what a quantity is measured by",
    "en",
    [["4 doctors for every 1,000 people", "rate + 4"]],
  ],
];

describe("findFigures(text, language) on two numbers that belong together", () => {
  test.each(rowsOf(CLASSES))("%s (%s): %j", (_rule, language, phrase, expected) => {
    expect(readShort(language, phrase)).toBe(expected);
  });
});
