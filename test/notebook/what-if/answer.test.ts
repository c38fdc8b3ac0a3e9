import { expect, test } from "vitest";
import { termsOf } from "../../../src/arithmetic/evaluate.ts";
import { standingIn } from "../../../src/arithmetic/standing.ts";
import type { Model } from "../../../src/notebook/model.ts";
import { answerTo } from "../../../src/notebook/what-if/answer.ts";
import { publish } from "../../../src/published/publish.ts";
import { assumption, claim, ledger, metric, source, speaker } from "../../fixtures/ledger.ts";
import { holdToPublished, knownOf } from "./held.ts";

const day = (on: string) => ({ as_of_earliest: on, as_of_latest: on });

/** Totals that contradict each other, a part, a rate, a capacity, a reading that is not taken, a further document. */
const made = ledger({
  sources: [source("s_one"), source("s_far", { collection: "further" })],
  metrics: [
    metric({ id: "m_count" }),
    metric({ id: "m_part", part_of: "m_count" }),
    metric({ id: "m_day", unit: "things/day", measure: "per_day", series: "m_count" }),
    metric({ id: "m_room", measure: "capacity", series: "m_count" }),
    metric({ id: "m_level", measure: "level" }),
  ],
  claims: [
    claim({ id: "c_a", origin: "o_a", low: 100, bound: "at_least", ...day("2024-03-31") }),
    claim({ id: "c_b", origin: "o_b", high: 200, bound: "at_most", ...day("2024-06-30") }),
    claim({ id: "c_c", source: "s_far", origin: "o_c", best: 80, ...day("2024-06-30") }),
    claim({ id: "c_d", metric: "m_part", origin: "o_d", best: 60, ...day("2024-05-01") }),
    claim({
      ...{ id: "c_e", metric: "m_day", origin: "o_a", best: 1, bound: "about" },
      ...{ period_start: "2024-04-01", period_end: "2024-04-30" },
    }),
    claim({
      ...{ id: "c_f", metric: "m_room", origin: "o_b", high: 150, bound: "at_most" },
      ...{ modality: "possible", counted_from: "2024-01-01", ...day("2024-05-01") },
    }),
    claim({
      id: "c_g",
      origin: "o_e",
      alternative: "w/p_on",
      low: 5,
      bound: "at_least",
      ...day("2024-02-01"),
    }),
    claim({
      id: "c_h",
      origin: "o_e",
      alternative: "w/p_off",
      low: 300,
      bound: "at_least",
      ...day("2024-02-01"),
    }),
    claim({ id: "c_i", metric: "m_level", origin: "o_a", best: 7, ...day("2024-02-01") }),
    claim({
      ...{ id: "c_j", origin: "o_f", low: 120, high: 130, bound: "span_of_estimates" },
      ...day("2024-05-20"),
    }),
  ],
  assumptions: [
    assumption({ id: "p_on", kind: "reading" }),
    assumption({ id: "p_off", kind: "reading", default: "off" }),
    ...(["opening", "spans", "contents"] as const).map((set) =>
      assumption({ id: `p_${set}`, kind: "constraint", set, default: "off" }),
    ),
  ],
  claimants: [speaker("a_one", "neutral")],
});

const model: Model = {
  ledger: made,
  published: publish(made),
  terms: termsOf(made),
  standing: standingIn(made),
  files: [],
  version: "",
};

holdToPublished("made-up tables", model);

test("a reading that is not published can be taken, or left open", () => {
  const known = knownOf(model);
  expect(known.evidence.core.choices.map(({ published }) => published)).toEqual(["p_on"]);
  const lowsWith = (readings: Readonly<Record<string, string>>) =>
    answerTo(known, { ...known.published, collection: "core", readings })
      .bySet.get("stated")
      ?.answers.map(({ low }) => low);
  expect(lowsWith({})).toEqual([5]);
  // 300 by February and at most 200 by June: without the one nothing is known, or the other holds
  expect(lowsWith({ "p_off|p_on": "p_off" })).toEqual([300, null]);
  expect(lowsWith({ "p_off|p_on": "p_off|p_on" })).toContain(300);
});
