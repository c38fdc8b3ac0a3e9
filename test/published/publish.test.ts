import { ascending } from "d3-array";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ledger } from "../../src/ledger/tables.ts";
import { publish } from "../../src/published/publish.ts";
import { onDay, withSets } from "../fixtures/asked.ts";
import { arbitraryLedger } from "../fixtures/arbitrary-ledger.ts";
import { claim, ledger as makeLedger, speaker } from "../fixtures/ledger.ts";
import { furtherLedger, coreLedger } from "../fixtures/further-ledger.ts";
import { publishedOf } from "../fixtures/model.ts";
import { gathered } from "../fixtures/twisted-ledger.ts";

/** Many ledgers as one, none of which knows of another. */
const manyLedgers = fc
  .array(arbitraryLedger({ most: 6 }), { minLength: 12, maxLength: 12 })
  .map(gathered);

describe("publish(ledger)", () => {
  const NAMES = [
    "constraints",
    "estimates",
    "without",
    "conflicts",
    "repairs",
    "sensitivity",
  ] as const;
  const coreOf = (rows: Ledger) => {
    const published = publishedOf(rows);
    return NAMES.map((name) =>
      (published[name] as readonly { readonly collection: string }[]).filter(
        ({ collection }) => collection === "core",
      ),
    );
  };

  test("publishes the same of the core with and without further documents", () => {
    expect(coreOf(furtherLedger)).toEqual(coreOf(coreLedger));
  });

  test("publishes of all documents what it publishes of the core, where there are no others", () => {
    const { estimates } = publishedOf(coreLedger);
    const of = (wanted: string) =>
      estimates.flatMap(({ collection, ...row }) => (collection === wanted ? [row] : []));
    expect(of("all")).toEqual(of("core"));
    expect(of("core").length).toBeGreaterThan(0);
  });

  test("property: publishes the same of the core whatever is added", () => {
    fc.assert(
      fc.property(manyLedgers, (rows) => {
        const sources = rows.sources.filter(({ collection }) => collection === "core");
        const claims = rows.claims.filter(({ source }) => sources.some(({ id }) => id === source));
        expect(coreOf(rows)).toEqual(coreOf({ ...rows, sources, claims }));
      }),
      { numRuns: 1 },
    );
  });

  // 12 million on 1 July 2025 stand above no ceiling; 5 million on 1 January 2025 stand above the floors of 2024.
  test("publishes with further documents ranges of its own, and the conflicts that come with them", () => {
    const { estimates, conflicts } = publishedOf(furtherLedger);
    const rangeOn = (day: string) => {
      const own = estimates.filter(
        (row) =>
          row.metric === "m_shells_delivered" &&
          row.collection === "all" &&
          row.assume === "stated" &&
          row.from === null &&
          row.to <= day,
      );
      const last = own.toSorted((a, b) => ascending(a.to, b.to)).at(-1);
      return [last?.low, last?.high];
    };
    // about 2.5 million, told three times
    expect(rangeOn("2024-10-03")).toEqual([2_450_000, 5_000_000]);
    expect(rangeOn("2025-07-01")).toEqual([12_000_000, null]);
    // at least 11,000 containers in June 2024 against at most 10,000 at the end of the year
    expect(conflicts.filter(({ assume }) => assume === "stated")).toMatchObject([
      {
        ...{ collection: "all", series: "m_containers_delivered", gap: 1000 },
        testimony: ["c_containers_floor", "c_f_containers"],
      },
    ]);
  });

  test("says of each cross-check whether core documents carry it", () => {
    const added = publishedOf(furtherLedger).crosscheck_results.filter(
      ({ collection }) => collection === "all",
    );
    expect(added.map(({ crosscheck }) => crosscheck)).toEqual(["x_f_load", "x_f_against"]);
  });

  test("publishes nothing of a ledger without claims", () => {
    const empty = publish(withSets({}));
    for (const name of NAMES) expect(empty[name]).toEqual([]);
  });

  test("publishes of one claim what it says, also in a ledger without assumptions", () => {
    const one = claim({ id: "c_a", best: 5, counted_from: "2024-01-01", ...onDay("2024-01-31") });
    const sides = (rows: Ledger) =>
      publish(rows).constraints.flatMap(({ side, assume, collection }) =>
        collection === "core" ? [[side, assume]] : [],
      );
    const claimants = [speaker("a_one", "neutral")];
    expect(sides(withSets({ claims: [one], claimants }))).toEqual([
      ["floor", "stated"],
      ["ceiling", "stated"],
      ["ceiling", "opening"],
    ]);
    expect(sides(makeLedger({ claims: [one], claimants }))).toEqual([
      ["floor", "stated"],
      ["ceiling", "stated"],
    ]);
  });
});
