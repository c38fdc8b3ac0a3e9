import { describe, expect, test } from "vitest";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";
import { assumption, claim, formulaOf, source } from "../../fixtures/ledger.ts";

const [core = source("s_one")] = smallLedger.sources;
const sources = [core, source("s_more", { collection: "further" })];
const [own = claim({ id: "c_one" })] = smallLedger.claims;
const further = claim({ id: "c_further", source: "s_more", quote: "1", best: 1, start: 1, end: 2 });

describe("checkCoreStandsAlone", () => {
  test("finds a core figure that is computed from a further report, by way of an assumption too", () => {
    const folder = tableFolder({
      sources,
      claims: [{ ...own, derived_from: formulaOf("p_share * 77") }, further],
      assumptions: [assumption({ id: "p_share", derived_from: formulaOf("c_further / 1") })],
    });
    expect(folder.faults()).toContain(
      'data/claims.csv:2:24 derived_from: found "p_share * 77"\n  expected claims of core articles, but it rests on c_further of a further report\n  to mend: derive the figure from core claims, or leave the formula out',
    );
  });

  test("passes a further figure that is computed from a core one", () => {
    const folder = tableFolder({
      sources,
      claims: [own, { ...further, best: 77, derived_from: formulaOf("c_one * 1") }],
    });
    expect(folder.faults().filter((fault) => fault.includes("further report"))).toEqual([]);
  });
});
