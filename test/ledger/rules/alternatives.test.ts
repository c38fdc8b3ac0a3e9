import { describe, expect, test } from "vitest";
import type { Assumption } from "../../../src/ledger/tables.ts";
import { readLedger } from "../../../src/ledger/read.ts";
import { assumption, claim, origin } from "../../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const faultsOf = (alternative: string, kind: Assumption["kind"] = "reading") =>
  tableFolder({
    claims: [{ ...one, alternative }],
    assumptions: [assumption({ id: "p_sense", kind, best: 1 })],
  }).faults();

describe("checkAlternatives", () => {
  test("finds an option that is alone in its group", () => {
    expect(faultsOf("sense/a")).toEqual([
      'data/claims.csv:2:23 alternative: found "sense/a", alone in its group\n  expected a second option in the group sense, or the id of an assumption as option\n  to mend: add the reading that this one excludes, or empty the cell',
    ]);
  });

  test("finds an option that is no assumption though it looks like one", () => {
    expect(faultsOf("sense/p_sence")).toEqual([
      'data/claims.csv:2:23 alternative: found "p_sence"\n  expected an id from data/assumptions.csv; nearest "p_sense"\n  to mend: correct the id, or add the assumption first',
    ]);
  });

  test("finds an option that is a number which arithmetic uses", () => {
    expect(faultsOf("sense/p_sense", "parameter")).toEqual([
      'data/claims.csv:2:23 alternative: found "sense/p_sense", an assumption of the kind parameter\n  expected as option a reading, or a word of its own for a kind\n  to mend: name the reading, or correct the kind of the assumption',
    ]);
  });

  test("passes an option that an assumption decides", () => {
    expect(faultsOf("sense/p_sense")).toEqual([]);
  });
});

describe("checkOneOriginPerChoice", () => {
  const choice = (second: string) =>
    tableFolder({
      origins: [origin("o_one"), origin("o_two")],
      claims: [
        { ...one, alternative: "sense/a" },
        { ...one, id: "c_other", origin: second, alternative: "sense/b" },
      ],
    }).faults();

  test("finds options of one choice that go back to two origins", () => {
    expect(choice("o_two")).toEqual([
      'data/claims.csv:3:4 origin: found "o_two"\n  expected o_one, the origin of the other option of sense/b\n  to mend: correct the origin, or give the row a group of its own',
    ]);
  });

  test("passes options of one origin", () => {
    expect(choice("o_one")).toEqual([]);
  });
});

describe("findUndecided", () => {
  const noticesOf = (first: "on" | "off", second: "on" | "off") => {
    const { path } = tableFolder({
      claims: [
        { ...one, alternative: "sense/p_a" },
        { ...one, id: "c_other", best: 78, alternative: "sense/p_b" },
      ],
      assumptions: [
        assumption({ id: "p_a", kind: "reading", default: first }),
        assumption({ id: "p_b", kind: "reading", default: second }),
      ],
    });
    return readLedger(path, { articles: null }).notices.map((notice) =>
      notice.replaceAll(path, "data"),
    );
  };

  test("notices a choice of which no option is on", () => {
    expect(noticesOf("off", "off")).toEqual([
      "data/claims.csv:2 sense: none of its options is on (p_a, p_b), so that no reading of it counts",
    ]);
  });

  test("passes a choice of which one is on", () => {
    expect(noticesOf("off", "on")).toEqual([]);
  });
});
