import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasFurther, keepCollection } from "../../src/reconcile/collection.ts";
import { estimate } from "../../src/reconcile/estimate.ts";
import { publish } from "../../src/reconcile/publish.ts";
import { ASKED, METRICS, arbitraryLedger } from "../fixtures/arbitrary-ledger.ts";
import { coreLedger, furtherLedger } from "../fixtures/further-ledger.ts";
import { claim, crosscheck, formulaOf, ledger, source } from "../fixtures/ledger.ts";

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("keepCollection(ledger, collection)", () => {
  test("all is the ledger itself, and so is the core of a ledger without further documents", () => {
    expect(keepCollection(furtherLedger, "all")).toBe(furtherLedger);
    expect(keepCollection(coreLedger, "core")).toBe(coreLedger);
    expect(hasFurther(coreLedger)).toBe(false);
  });

  test("the core loses what further documents alone brought", () => {
    expect(keepCollection(furtherLedger, "core")).toEqual(coreLedger);
  });

  test("the core keeps an origin that a further document retells, and one that nobody names", () => {
    const rows = ledger({
      sources: [source("s_one"), source("s_two", { collection: "further" })],
      claims: [
        claim({ id: "c_one", origin: "o_shared", best: 1 }),
        claim({ id: "c_two", source: "s_two", origin: "o_shared", best: 2 }),
        claim({ id: "c_three", source: "s_two", origin: "o_added", best: 2 }),
      ],
    });
    const [unnamed] = ledger({ claims: [claim({ id: "c_x", origin: "o_unnamed" })] }).origins;
    const origins = [...rows.origins, ...(unnamed ? [unnamed] : [])];
    const core = keepCollection({ ...rows, origins }, "core");
    expect(idsOf(core.origins)).toEqual(["o_shared", "o_unnamed"]);
    expect(idsOf(core.claims)).toEqual(["c_one"]);
  });

  test("the core loses a cross-check held against a further claim, and those that name it", () => {
    const core = keepCollection(
      ledger({
        sources: [source("s_one"), source("s_two", { collection: "further" })],
        claims: [claim({ id: "c_one", best: 1 }), claim({ id: "c_two", source: "s_two", best: 2 })],
        crosschecks: [
          crosscheck("x_held", "c_one", { against: formulaOf("c_two") }),
          crosscheck("x_naming", "x_held * 2"),
          crosscheck("x_beside", "c_one * 2"),
        ],
      }),
      "core",
    );
    expect(idsOf(core.crosschecks)).toEqual(["x_beside"]);
  });

  test("property: an estimate from the core's ledger is the estimate of the core", () => {
    fc.assert(
      fc.property(
        arbitraryLedger(),
        fc.constantFrom(...METRICS),
        fc.constantFrom(...ASKED),
        (rows, metric, asOf) => {
          const question = { metric, asOf, collection: "core" } as const;
          expect(estimate(keepCollection(rows, "core"), question)).toEqual(
            estimate(rows, question),
          );
        },
      ),
    );
  });
});

describe("publish(ledger)", () => {
  test("publishes the same of the core with and without further documents", () => {
    expect(publish(furtherLedger).core).toEqual(publish(coreLedger).core);
  });

  test("is one object twice as long as there are only core documents", () => {
    const { core, all } = publish(coreLedger);
    expect(all).toBe(core);
  });

  test("property: publishes the same of the core whatever is added", () => {
    fc.assert(
      fc.property(arbitraryLedger(), (rows) => {
        const isCore = ({ collection }: { readonly collection: string }) => collection === "core";
        const sources = rows.sources.filter(isCore);
        const core = idsOf(sources);
        const alone = {
          ...rows,
          sources,
          claims: rows.claims.filter((row) => core.includes(row.source)),
        };
        expect(publish(rows).core).toEqual(publish(alone).core);
      }),
      { numRuns: 50 },
    );
  });

  // 12 million on 1 July 2025 stand above no ceiling; 5 million on 1 January 2025 stand above the 2 million of summer 2024.
  test("publishes with further documents a range of its own, with its conflicts", () => {
    const { core, all } = publish(furtherLedger);
    const rangeOn = (day: string) => {
      const steps = all.estimates.filter(({ metric }) => metric === "m_shells_delivered");
      const { low, high, gap } = steps.findLast(({ as_of }) => (as_of ?? "") <= day) ?? {};
      return { low, high, gap };
    };
    expect(rangeOn("2024-10-03")).toEqual({ low: 2_500_000, high: 5_000_000, gap: null });
    expect(rangeOn("2025-07-01")).toEqual({ low: 12_000_000, high: null, gap: null });
    expect(core.conflicts).toEqual([]);
    // at least 11,000 containers in June 2024 against at most 10,000 at the end of the year
    expect(all.conflicts).toEqual([
      {
        metric: "m_containers_delivered",
        collection: "all",
        low_claim: "c_containers_floor",
        high_claim: "c_f_containers",
        gap: 1000,
      },
    ]);
    const conflicting = all.estimates.filter(({ gap }) => gap !== null);
    expect(
      conflicting.map(({ metric, low, high, gap }) => [metric, low, high, gap]),
    ).toContainEqual(["m_containers_delivered", 11_000, 10_000, 1000]);
  });

  test("says of each cross-check whether core documents carry it", () => {
    const { all } = publish(furtherLedger);
    const added = all.crosschecks.filter(({ collection }) => collection === "all");
    expect(added.map(({ crosscheck }) => crosscheck)).toEqual(["x_f_load", "x_f_against"]);
  });
});
