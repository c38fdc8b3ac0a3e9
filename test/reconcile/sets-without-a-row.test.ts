import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { assumption, claim, ledger, metric, speaker } from "../fixtures/ledger.ts";

const contents = assumption({
  ...{ id: "p_contents", kind: "constraint", set: "contents", metric: null, default: "off" },
});

describe("constraintsOf(testimony, eligible, ledger)", () => {
  test("opens no amount without the assumption that it opened, whatever else is assumed", () => {
    const rows = ledger({
      claimants: [speaker("a_one", "neutral")],
      metrics: [
        metric({ id: "m_count" }),
        metric({ id: "m_room", measure: "capacity", series: "m_count" }),
      ],
      claims: [
        claim({
          ...{ id: "c_room", metric: "m_room", best: 5, modality: "possible" },
          ...{ counted_from: "2023-09-01", as_of_latest: "2024-02-26" },
        }),
      ],
      assumptions: [contents],
    });
    const binding = rowsOf(reconcile(rows).constraints).map(({ assume, binds }) => [assume, binds]);
    expect(binding).toEqual([
      ["stated", ["c_room"]],
      ["stated", ["c_room"]],
      ["contents", ["c_room"]],
      ["contents", ["c_room"]],
    ]);
  });

  test("has none without claims", () => {
    const nothing = ledger({ claimants: [speaker("a_one", "neutral")] });
    expect(rowsOf(reconcile(nothing).constraints)).toEqual([]);
  });
});
