import { describe, expect, test } from "vitest";
import { hasFurther, keepCollection } from "../../src/ledger/collections.ts";
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
});
