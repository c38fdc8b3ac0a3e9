import { expect, test } from "vitest";
import { partyOf, subjectOf } from "../../src/charts/parties.ts";

test.each([
  ["m_fire_rate_russia", "neutral", "russia"],
  ["m_output_us", "neutral", "us"],
  ["m_fire_rate_ukraine_155", "neutral", "ukraine"],
  ["m_share_of_russian_fire", "neutral", "other"],
  ["m_shells_delivered", "south_korea", "south_korea"],
  ["m_shells_delivered", "neutral", "other"],
  ["m_shells_delivered", "allied", "other"],
])("partyOf({%s, said from %s}) is %s", (metric, claimant_stance, party) => {
  expect(partyOf({ metric, claimant_stance })).toBe(party);
});

test("subjectOf(metric) does not take a word's end for a name", () => {
  expect(subjectOf("m_status")).toBe("other");
});
