import { describe, expect, test } from "vitest";
import { type PhraseClass, readShort, rowsOf } from "./short.ts";

/** Places in an order, and numbers that only name something. */
const CLASSES: readonly PhraseClass[] = [
  [
    "a rank has a number",
    "de",
    [
      ["auf Rang sieben", "ordinal - 7"],
      ["Der Verein liegt auf Tabellenplatz 14.", "ordinal - 14"],
      ["Sie stehen auf den Plätzen drei bis fünf.", "ordinal - 3..5 range"],
      ["auf Platz zwei oder drei", "ordinal - 2..3 range"],
      ["Er ist die Nummer drei der Welt.", "ordinal - 3"],
      ["Todesursache Nummer eins ist Krebs.", "ordinal - 1"],
      ["Rang 3 und 40 Punkte", "ordinal - 3; count + 40"],
      ["Auf dem Platz 30 Menschen zu zählen, war schwer.", "count + 30"],
      ["Sie wohnt am Alexanderplatz 3.", "name -"],
      ["Der Stürmer mit der Nummer 9 traf.", "name -"],
      ["Zimmer Nr. 5 ist frei.", "name -"],
      ["Unter der Nummer 0800 123456 erreichen Sie uns.", "name -"],
    ],
  ],
  [
    "a rank has a number",
    "en",
    [
      ["The No. 3 seed is out.", "ordinal - 3"],
      ["The world No 1 lost to the No 3 seed.", "ordinal - 1; ordinal - 3"],
      ["The song hit number two in May.", "ordinal - 2"],
      ["Nos. 3 to 5 were sold.", "ordinal - 3..5 range"],
      ["She is ranked 12 in the world.", "ordinal - 12"],
      ["a number-one hit", "ordinal - 1"],
      ["Reactor No. 4 exploded.", "name -"],
      ["Chanel No. 5 sells well.", "name -"],
      ["Take the number 12 bus.", "name -"],
      ["No. 10 declined to comment.", "name -"],
      ["No 12 people agree.", "count + 12"],
      ["The number three weeks ago was lower.", "duration - 3"],
      ["The number two people gave was wrong.", "count + 2"],
    ],
  ],
  [
    "a number behind a day or a round says which one",
    "de",
    [
      ["An Tag drei des Krieges fielen 20 Bomben.", "ordinal - 3; count + 20"],
      ["In Runde zwei schied er aus.", "ordinal - 2"],
      ["Schritt 3: Salz zugeben.", "ordinal - 3"],
      ["zwischen Kilometer 12 und 15 gesperrt", "ordinal - 12; ordinal - 15"],
      ["Am Tag 20 Drohnen abzuwehren ist schwer.", "count + 20"],
    ],
  ],
  [
    "a number behind a day or a round says which one",
    "en",
    [
      ["On day two of the trial he spoke.", "ordinal - 2"],
      ["Day 500 of the war", "ordinal - 500"],
      ["They won game seven.", "ordinal - 7"],
      ["Every day two people die.", "rate + 2"],
      ["The round two men left.", "count + 2"],
    ],
  ],
  [
    "the number of an item stands at the start of a line or behind a mark",
    "de",
    [
      [
        "1. Bayern 34 Punkte; 2. Mainz 30 Punkte",
        "ordinal - 1; count + 34; ordinal - 2; count + 30",
      ],
      ["Meister:\n1. Bayern\n2. Mainz", "ordinal - 1; ordinal - 2"],
      ["Es kamen 14. Bayern fehlte.", "count + 14"],
    ],
  ],
  [
    "the number of an item stands at the start of a line or behind a mark",
    "en",
    [
      ["1. Arsenal 34 points", "ordinal - 1; count + 34"],
      ["It cost 14. Arsenal paid.", "count + 14"],
    ],
  ],
  [
    "in German an ordinal with a capital is somebody, and the number is his",
    "de",
    [
      ["der Zweite 800, der Dritte 400", "ordinal - 2; count + 800; ordinal - 3; count + 400"],
      ["Die ersten 50 Gäste", "count + 50"],
      ["Erste 50 Gäste kamen.", "count + 50"],
    ],
  ],
  [
    "days of a month may be joined",
    "de",
    [
      ["vom 4. bis zum 6. März", "date -"],
      ["am 4., 5. und 6. Mai", "date -"],
      ["in der Nacht vom 4. auf den 5. Mai", "date -"],
      ["am dritten Oktober", "date -"],
      ["vom 4. bis zum 6. Platz", "ordinal - 4; ordinal - 6"],
    ],
  ],
  [
    "days of a month may be joined",
    "en",
    [
      ["from the 4th to the 6th of March", "date -"],
      ["March 4 and 5", "date -"],
      ["the fifth of May", "date -"],
      ["the fifth of them", "ordinal - 5"],
    ],
  ],
  [
    "a designation is one name",
    "de",
    [
      ["Der Leopard 2A6 rollte.", "name -"],
      ["Zwölf Leopard 2A7V kamen.", "count + 12"],
      ["das System 9K720", "name -"],
      ["Die 4x100-Meter-Staffel gewann.", "name -"],
      ["4 Meter", "amount + 4"],
      ["ISBN 978-3-16-148410-0", "name -"],
      ["Aktenzeichen 13240557120", "name -"],
      ["1234567 Einwohner", "count + 1234567"],
    ],
  ],
  [
    "a designation is one name",
    "en",
    [
      ["on the M6 near junction 19", "name -; name -"],
      ["At the exit 12 people waited.", "count + 12"],
      ["She won the 4x100m relay.", "name -"],
      ["quoting reference 13240557120", "name -"],
      ["The Tenth Street church", "name -"],
      ["He came in third place.", "ordinal - 3"],
      ["401(k) plans", "name -"],
    ],
  ],
];

describe("findFigures(text, language) on places in an order and on names", () => {
  test.each(rowsOf(CLASSES))("%s (%s): %j", (_rule, language, phrase, expected) => {
    expect(readShort(language, phrase)).toBe(expected);
  });
});
