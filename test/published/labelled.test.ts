import { expect, test } from "vitest";
import { labelled } from "../../src/published/labelled.ts";
import { ledger, source } from "../fixtures/ledger.ts";

const sources = ["s_a", "s_b", "s_c", "s_d"].map((id) => source(id, { title: id.toUpperCase() }));

test("labelled(rows, ledger, columns) keeps the order of fewer rows than there are names", () => {
  const rows = ["s_c", "s_a", "s_c"].map((id) => ({ source: id }));
  expect(labelled(rows, ledger({ sources }), ["source", "source_title", "collection"])).toEqual([
    { source: "s_c", source_title: "S_C", collection: "core" },
    { source: "s_a", source_title: "S_A", collection: "core" },
    { source: "s_c", source_title: "S_C", collection: "core" },
  ]);
});
