import { expect, test } from "vitest";
import { describeRows, rowOfClaim, speakerOf } from "../../src/charts/mark-row.ts";
import { firstFitting } from "../../src/charts/words.ts";
import { published } from "./drawing.ts";

const rowOf = (id: string) => {
  const found = published.claims.find(({ claim }) => claim === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return rowOfClaim(found, "a reading");
};

test("describeRows(rows) begins with counts and joins readings that exclude each other", () => {
  expect(describeRows([rowOf("c_a_152"), rowOf("c_b"), rowOf("c_a_122")])).toMatch(
    /^3 claims and 2 origins\. A reading; [^.]* about 3 million rounds; or: a reading; [^.]* about 500,000 rounds\. A reading; /u,
  );
});

test.each([
  ["south_korea", "South Korea’s defence ministry, briefing", "Seoul"],
  ["other", "Unnamed experts in Foreign Policy, summer 2024", "Unnamed experts"],
  ["other", "Span of published estimates, Foreign Policy", "Span of published estimates"],
] as const)("speakerOf({%s, %s}) is %s", (party, origin, speaker) => {
  expect(speakerOf({ party, origin })).toBe(speaker);
});

test("firstFitting(titles) passes over those of more than 15 words", () => {
  const long = "word ".repeat(16).trim();
  expect(firstFitting([long, "short", "shorter"])).toBe("short");
  expect(firstFitting([long])).toBe(long);
});
