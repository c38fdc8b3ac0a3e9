import { describe, expect, test } from "vitest";
import { claim, metric } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });

describe("checkPlans", () => {
  test.each(["planned", "target"] as const)(
    "finds a %s figure among what was delivered",
    (modality) => {
      expect(tableFolder({ claims: [{ ...one, modality }] }).faults()).toEqual([
        `data/claims.csv:2:15 modality: found "${modality}" on m_count, a total of what has happened\n  expected a metric of its own for what is planned, such as m_munitions_planned\n  to mend: change the metric, or mark the row as one of two readings in alternative`,
      ]);
    },
  );

  test("passes a plan on a metric for plans, and as one of two readings", () => {
    const metrics = [metric({ id: "m_count", measure: "level" })];
    expect(tableFolder({ claims: [{ ...one, modality: "planned" }], metrics }).faults()).toEqual(
      [],
    );
    const claims = [
      { ...one, modality: "planned" as const, alternative: "tense/planned" },
      { ...one, id: "c_two", alternative: "tense/delivered" },
    ];
    expect(tableFolder({ claims }).faults()).toEqual([]);
  });
});
