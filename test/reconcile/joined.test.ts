import { from } from "arquero";
import { expect, test } from "vitest";
import { joined } from "../../src/reconcile/joined.ts";
import { ledger, source } from "../fixtures/ledger.ts";

const sources = ["s_a", "s_b", "s_c", "s_d"].map((id) => source(id, { title: id.toUpperCase() }));

test("joined(table, ledger) keeps the order of fewer rows than there are names", () => {
  const rows = ["s_c", "s_a", "s_c"].map((id) => ({ source: id }));
  expect(joined(from(rows), ledger({ sources }))).toMatchObject([
    { source: "s_c", source_title: "S_C", collection: "core" },
    { source: "s_a", source_title: "S_A", collection: "core" },
    { source: "s_c", source_title: "S_C", collection: "core" },
  ]);
});
