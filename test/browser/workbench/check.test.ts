import { describe, expect, test } from "vitest";
import type { Cells, Records } from "../../../src/entry/cells.ts";
import { findFaults } from "../../../src/browser/workbench/check.ts";
import { knownFrom } from "../../../src/browser/workbench/known.ts";

const known = knownFrom({
  sources: [
    [
      "id",
      "collection",
      "title",
      "publisher",
      "published_precision",
      "language",
      "translation",
      "sha256",
    ],
    [
      "s_old",
      "core",
      "An older one",
      "Somebody",
      "unknown",
      "de",
      "none",
      `sha256:${"a".repeat(64)}`,
    ],
  ],
  claims: [["id"], ["c_old_boxes"]],
  claimants: [
    ["id", "name", "kind", "stance"],
    ["a_ministry", "A ministry", "ministry", "neutral"],
  ],
  origins: [
    ["id", "claimant", "method", "label"],
    ["o_briefing", "a_ministry", "count", "A briefing"],
  ],
  metrics: [
    ["id", "topic", "label", "unit", "measure", "definition"],
    ["m_boxes", "deliveries", "Boxes", "boxes", "total", "All of them"],
  ],
});

const source: Cells = {
  id: "s_new",
  collection: "further",
  title: "A newer one",
  publisher: "Somebody else",
  published_on: "2024-05-03",
  published_precision: "day",
  language: "de",
  translation: "none",
};

const claim: Cells = {
  id: "c_new_boxes",
  source: "s_new",
  metric: "m_boxes",
  origin: "o_briefing",
  quote: "etwa 6.700 Kisten",
  start: "17",
  end: "34",
  best: "6700",
  bound: "about",
  modality: "asserted",
  as_of_earliest: "2024-05-03",
  as_of_latest: "2024-05-03",
  time_basis: "stated",
  quote_seen: "seen",
  repeats: "faithful",
  status: "active",
};

const none: Records = {
  sources: [],
  claimants: [],
  origins: [],
  metrics: [],
  claims: [],
  dismissals: [],
};

const placesOf = (records: Partial<Records>) =>
  findFaults(known, { ...none, ...records }).map(
    ({ table, row, column }) => `${table} ${row} ${column ?? ""}`,
  );

describe("findFaults(known, records)", () => {
  test("finds nothing in rows that keep every rule", () => {
    expect(findFaults(known, { ...none, sources: [source], claims: [claim] })).toEqual([]);
  });

  test("names a cell that its column refuses", () => {
    const [fault] = findFaults(known, {
      ...none,
      sources: [source],
      claims: [{ ...claim, best: "6.700" }],
    });
    expect(fault).toEqual({
      table: "claims",
      row: 0,
      column: "best",
      found: '"6.700"',
      expected: "digits without a separator",
      mend: "type 6700 (6.7 if the source means a decimal)",
    });
  });

  test("names the row that breaks a rule across cells", () => {
    // A total without its day cannot be compared.
    const undated = { ...claim, as_of_earliest: "", as_of_latest: "" };
    const dated = { ...claim, id: "c_other", start: "50", end: "67" };
    expect(placesOf({ sources: [source], claims: [dated, undated] })).toEqual([
      "claims 1 as_of_latest",
    ]);
  });

  test("holds new rows against the published ones", () => {
    const again = { ...source, sha256: `sha256:${"a".repeat(64)}` };
    expect(placesOf({ sources: [again] })).toEqual(["sources 0 sha256"]);
    expect(placesOf({ sources: [{ ...source, id: "s_old" }] })).toEqual(["sources 0 id"]);
    const lost = { ...claim, origin: "o_nobody" };
    expect(placesOf({ sources: [source], claims: [lost] })).toEqual(["claims 0 origin"]);
  });

  test("knows published claims by their ids alone", () => {
    const twice = { ...claim, derived_from: "2 * c_old_boxes" };
    expect(placesOf({ sources: [source], claims: [twice] })).toEqual([]);
    const lost = { ...claim, derived_from: "2 * c_no_boxes" };
    expect(placesOf({ sources: [source], claims: [lost] })).toEqual(["claims 0 derived_from"]);
    const again = { ...claim, id: "c_old_boxes" };
    expect(placesOf({ sources: [source], claims: [again] })).toEqual(["claims 0 id"]);
  });

  test("lets a row refer to a new row", () => {
    const origin: Cells = { id: "o_new", claimant: "a_new", method: "count", label: "Their count" };
    const claimant: Cells = { id: "a_new", name: "New", kind: "media", stance: "neutral" };
    const claims = [{ ...claim, origin: "o_new" }];
    expect(
      placesOf({ sources: [source], claimants: [claimant], origins: [origin], claims }),
    ).toEqual([]);
  });
});
