import { describe, expect, test } from "vitest";
import { type PhraseClass, readShort, rowsOf } from "./short.ts";

/** Words that are a number or a hedge in one place and not in another. */
const CLASSES: readonly PhraseClass[] = [
  [
    "an adjective may count",
    "de",
    [
      ["das achtstöckige Haus", "count + 8"],
      ["die vierspurige Straße", "count + 4"],
      ["die 8-stöckigen Häuser", "count + 8"],
      ["die einseitige Darstellung", ""],
    ],
  ],
  [
    "over may belong to the verb",
    "en",
    [
      ["Denmark will hand over six jets.", "count + 6"],
      ["They took over six firms.", "count + 6"],
      ["It was spread over 10 years.", "duration + 10"],
      ["They take over 200 calls a day.", "rate + 200.. more_than"],
      ["The queue stretched over 200 metres.", "amount + 200.. more_than"],
      ["He served under three presidents.", "count + 3"],
      ["under three hours", "duration + ..3 less_than"],
    ],
  ],
  [
    "over may belong to the verb",
    "de",
    [
      ["über fünf Jahre verteilt", "duration + 5"],
      ["Der Film dauert über zwei Stunden.", "duration + 2.. more_than"],
    ],
  ],
  [
    "a few alone is no claim",
    "en",
    [
      ["A few residents refused.", "vague - 2.. at_least"],
      ["A few hundred residents refused.", "vague + 200.. at_least"],
      ["20-odd families", "count + 20 about"],
    ],
  ],
  [
    "every other is a half, unless it is all the others",
    "en",
    [
      ["Every other shop is shut.", "fraction + 0.5"],
      ["Like every other country, it lost.", ""],
    ],
  ],
  [
    "a quarter may be a place",
    "en",
    [
      ["The quarter around the cathedral", ""],
      ["The quarter-final was postponed.", ""],
      ["a quarter of the vote", "fraction + 0.25"],
    ],
  ],
  [
    "a quarter may be a place",
    "de",
    [
      ["im ältesten Viertel der Stadt", ""],
      ["In einem Viertel am Hafen brannte es.", ""],
      ["in einem Viertel der Fälle", "fraction + 0.25"],
    ],
  ],
  [
    "a pair is two that belong together, and no few",
    "de",
    [
      ["ein Paar Schuhe", ""],
      ["ein paar Schuhe", "vague + 2.. at_least"],
    ],
  ],
  [
    "das Doppelte is a claim",
    "de",
    [
      ["Mehr als das Doppelte kostete es.", "multiple + 2.. more_than"],
      ["das doppelte Spiel", "multiple - 2"],
    ],
  ],
  [
    "a fixed phrase is no claim",
    "de",
    [
      ["ein Buch mit sieben Siegeln", "count - 7"],
      ["sieben Siegel", "count + 7"],
      ["Eins ist klar.", "count - 1"],
      ["Er war auf hundertachtzig.", "count - 180"],
      ["um 5 nach 12", "time -"],
      ["nur 5 nach 12 Jahren", "count + 5; duration + 12"],
    ],
  ],
  [
    "a fixed phrase is no claim",
    "en",
    [
      ["a nine-to-five job", "time -"],
      ["the two-faced man", "count - 2"],
      ["It takes two to tango.", "count - 2"],
      ["It takes two to lift it.", "count + 2"],
      ["a two-for-one offer", "count - 2"],
      ["Zero-emission vehicles", "count - 0"],
      ["Twelve Monkeys, a film, opens.", "name -"],
      ["Twelve monkeys, a keeper said, fled.", "count + 12"],
      ["The hall seats 2020.", "count + 2020"],
      ["In 2020 it seated none.", "year - 2020"],
      ["Chances are fifty-fifty.", "ratio + 1"],
      ["They split it fifty-fifty.", "ratio - 1"],
    ],
  ],
];

describe("findFigures(text, language) on words with two meanings", () => {
  test.each(rowsOf(CLASSES))("%s (%s): %j", (_rule, language, phrase, expected) => {
    expect(readShort(language, phrase)).toBe(expected);
  });
});
