import { describe, expect, test } from "vitest";
import {
  capitalise,
  firstFitting,
  formatList,
  lowerFirst,
  nameInSentence,
  outletOf,
  shortName,
} from "../../src/words/names.ts";

describe("names of speakers", () => {
  test.each([
    ["Bruce Bennett, RAND", "Bruce Bennett", "Bruce Bennett"],
    ["United States Department of State", "US Department of State", "the US Department of State"],
    ["Western official, unnamed", "Western official", "Western official"],
    [
      "South Korea’s Ministry of National Defense",
      "South Korea’s Ministry of National Defense",
      "South Korea’s Ministry of National Defense",
    ],
    ["The Telegraph", "The Telegraph", "The Telegraph"],
    ["European Commission", "European Commission", "the European Commission"],
    ["Thierry Breton, European Commissioner", "Thierry Breton", "Thierry Breton"],
  ])("%s is %s, in a sentence %s", (name, short, within) => {
    expect(shortName(name)).toBe(short);
    expect(nameInSentence(name)).toBe(within);
  });
});

test("outletOf(document) is the first that published", () => {
  const of = (publisher: string, original_publisher: string | null = null) =>
    outletOf({ publisher, original_publisher });
  expect(of("KBS World (German)")).toBe("KBS World");
  expect(of("Unknown republisher of an article, in German", "Business Insider")).toBe(
    "Business Insider",
  );
  expect(of("Korea JoongAng Daily")).toBe("Korea JoongAng Daily");
});

test("formatList, capitalise, lowerFirst, firstFitting(sentences, most)", () => {
  expect(formatList(["a", "b", "c"])).toBe("a, b and c");
  expect(formatList(["a"])).toBe("a");
  expect(capitalise("one")).toBe("One");
  expect(lowerFirst("One")).toBe("one");
  expect(firstFitting(["one two three", "one two", "one"], 2)).toBe("one two");
});
