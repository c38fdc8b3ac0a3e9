import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { toCsv } from "../../src/notebook/csv.ts";
import { publishTables } from "../../src/notebook/tables.ts";
import { claim } from "../fixtures/ledger.ts";
import { chartLedger } from "../fixtures/chart-ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const tables = publishTables(modelOf(workedExample));

describe("publishTables(model)", () => {
  // Golden files: the worked example's tables. Its numbers are checked against the
  // note's own table in test/reconcile; here the form that readers download is held still.
  test.each(["estimates", "without", "bounds", "crosschecks", "claims"])(
    "%s.csv of the worked example",
    async (name) => {
      await expect(tables.get(name)).toMatchFileSnapshot(`../golden/tables/${name}.csv`);
    },
  );

  test.each(["mutations", "retellings"])("%s.csv of the charts' ledger", async (name) => {
    const published = publishTables(modelOf(chartLedger));
    await expect(published.get(name)).toMatchFileSnapshot(`../golden/tables/${name}.csv`);
  });

  test("the closure in estimates.csv is the note's", () => {
    const rows = parse<Record<string, string>>(tables.get("estimates") ?? "", { columns: true });
    const shells = rows.filter(({ metric }) => metric === "m_shells_delivered");
    expect(shells.map(({ as_of, low, high }) => [as_of, low, high])).toEqual([
      ["2024-02-26", "500000", "3000000"],
      ["2024-02-27", "500000", "6000000"],
      ["2024-08-31", "2000000", "6000000"],
      ["2024-10-03", "2000000", "6000000"],
    ]);
  });

  // Columns that readers' own scripts rely on: to rename one is a decision, not a side effect.
  test.each([
    [
      "multiverse",
      "metric,as_of,collection,options,low,low_inclusive,high,high_inclusive,gap,low_claims,high_claims",
    ],
    [
      "tornado",
      "metric,as_of,collection,choice,option,option_label,published_option,low,low_inclusive,high,high_inclusive,gap,low_effect,high_effect,reach,low_claims,high_claims",
    ],
    [
      "arithmetic_tornado",
      "crosscheck,crosscheck_label,unit,collection,kind,moved,moved_label,setting,setting_label,value,stated_by,value_unit,low,low_inclusive,high,high_inclusive,verdict,low_effect,high_effect,moves,reach",
    ],
    [
      "thresholds",
      "metric,as_of,collection,side,value,inclusive,origins,supporting,opposing,silent,supporting_origins,opposing_origins",
    ],
    [
      "disagreements",
      "metric,collection,a_claims,a_origin,a_low,a_high,b_claims,b_origin,b_low,b_high,gap,fold,jaccard,can_both_hold,cause",
    ],
    [
      "conflict_pairs",
      "kind,collection,low_metric,low_claims,low_origin,floor,floor_inclusive,high_metric,high_claims,high_origin,ceiling,ceiling_inclusive,gap,unit,converted,fold,cause,from,to,definitions",
    ],
    [
      "breakpoints",
      "crosscheck,crosscheck_label,collection,input,input_label,input_unit,end,now,at,below,above",
    ],
    [
      "solidity",
      "rank,grade,finding,kind,label,topic,unit,as_of,day_is,collection,low,low_inclusive,high,high_inclusive,claims,origins,hangs_on,choices,moving_choices,assumptions,conflicts,universes,distinct_ranges",
    ],
    ["derivations", "collection,metric,from,from_kind,to,to_kind,how"],
  ])("%s.csv keeps its columns", (name, columns) => {
    const published = publishTables(modelOf(chartLedger));
    expect(published.get(name)?.split("\n")[0]).toBe(columns);
  });

  test("unlisted.csv says of which quantities there are more pairs than are listed", () => {
    const floor = (n: number) =>
      claim({
        id: `c_${String(n)}`,
        origin: `o_${String(n)}`,
        ...{ metric: "m_shells_delivered", low: n, bound: "at_least" },
        ...{ as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" },
      });
    const claims = [...workedExample.claims, ...Array.from({ length: 51 }, (_, n) => floor(n))];
    const [columns, first] =
      publishTables(modelOf({ ...workedExample, claims }))
        .get("unlisted")
        ?.split("\n") ?? [];
    expect(columns).toBe("table,about,collection,computed,of,rule");
    // 51 floors, and that of 500,000 rounds
    expect(first).toMatch(/^thresholds,m_shells_delivered,core,/u);
  });

  test("a table without rows is not published", () => {
    expect(tables.has("unlisted")).toBe(false);
    expect(tables.has("conflicts")).toBe(false);
  });

  test("every published table of the real ledger parses with as many cells as its header", async () => {
    const { openModel } = await import("../../src/notebook/model.ts");
    const real = publishTables(openModel("data"));
    for (const [name, text] of real)
      expect(() => parse(text, { columns: true }), name).not.toThrow();
    const raw = readFileSync("data/claims.csv", "utf8").trimEnd().split("\n").length - 1;
    expect(parse(real.get("claims") ?? "", { columns: true })).toHaveLength(raw);
  });
});

test("toCsv(rows, fields) quotes, joins lists, leaves what is not stated empty", () => {
  const rows = [{ a: 'says "x", then y', b: null, c: ["p", "q"] }];
  expect(toCsv(rows, ["a", "b", "c"])).toBe('a,b,c\n"says ""x"", then y",,p|q\n');
  expect(toCsv([], ["a", "b"])).toBe("a,b\n");
});
