import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import type { Claim, Mutation, Statement } from "../../../src/ledger/tables.ts";
import { smallLedger, tableFolder } from "../../fixtures/folder.ts";
import { claim, mutation, mutationKind, origin } from "../../fixtures/ledger.ts";

const one = smallLedger.claims[0] ?? claim({ id: "c_one" });
const said: Statement = {
  id: "t_one",
  source: "s_one",
  proposition: "q_one",
  claimant: "a_one",
  stance: "affirms",
  hedge: null,
  quote: "words",
  start: 70,
  end: 75,
  via: [],
  translation_note: null,
  note: null,
};

/** Ledger: c_one as the origin gave it, c_two and c_three retell it, c_other is of another origin. */
const folderOf = (rows: readonly Partial<Mutation>[], second: Partial<Claim> = {}) =>
  tableFolder({
    origins: [origin("o_one"), origin("o_two")],
    claims: [
      one,
      { ...one, id: "c_two", start: 30, end: 38, ...second },
      { ...one, id: "c_three", start: 40, end: 48 },
      { ...one, id: "c_other", origin: "o_two", start: 80, end: 88 },
    ],
    propositions: [{ id: "q_one", topic: "deliveries", label: "A sentence", note: null }],
    statements: [said],
    mutation_kinds: [mutationKind("k_one"), mutationKind("k_two")],
    mutations: rows.map((row, index) => mutation({ id: `u_${String(index)}`, ...row })),
  });
const faultsOf = (...rows: readonly Partial<Mutation>[]) => folderOf(rows).faults();
const firstLines = (...rows: readonly Partial<Mutation>[]) =>
  faultsOf(...rows).map((fault) => fault.split("\n")[0]);

test("the tables of changes hold their rules, and may be missing", () => {
  const folder = folderOf([
    { claim: "c_two", compared_with: ["c_one", "c_three"] },
    { claim: "c_two", kind: "k_two" },
    { statement: "t_one" },
  ]);
  expect(folder.faults()).toEqual([]);
  folder.remove("mutations.csv");
  folder.remove("mutation_kinds.csv");
  expect(folder.faults()).toEqual([]);
});

describe("checkReferences", () => {
  test("finds a kind, a claim and a compared claim that no row has", () => {
    expect(
      firstLines(
        { claim: "c_twoo", kind: "k_onne" },
        { claim: "c_two", compared_with: ["c_onne"] },
      ),
    ).toEqual([
      'data/mutations.csv:2:2 claim: found "c_twoo"',
      'data/mutations.csv:2:4 kind: found "k_onne"',
      'data/mutations.csv:3:9 compared_with: found "c_onne"',
    ]);
  });

  test("passes a kind that nothing uses", () => {
    expect(faultsOf({ claim: "c_two" })).toEqual([]);
  });
});

describe("checkMutationPlace", () => {
  test("finds a claim and a statement in one row", () => {
    expect(faultsOf({ claim: "c_two", statement: "t_one" })).toEqual([
      'data/mutations.csv:2:3 statement: found "t_one" beside the claim c_two\n  expected the one row that shows the change\n  to mend: empty one of the two, or make two rows',
    ]);
  });

  test("finds neither", () => {
    expect(faultsOf({})).toEqual([
      "data/mutations.csv:2:2 claim: found neither a claim nor a statement\n  expected the one row that shows the change\n  to mend: name the claim or the statement",
    ]);
  });
});

describe("checkMutationWords", () => {
  test("finds more than 60 characters, and passes 60", () => {
    expect(firstLines({ claim: "c_two", before: "x".repeat(61) })).toEqual([
      `data/mutations.csv:2:7 before: found "${"x".repeat(60)}…", 61 characters`,
    ]);
    expect(faultsOf({ claim: "c_two", before: "x".repeat(60) })).toEqual([]);
  });

  test("finds a sentence, and passes an abbreviation", () => {
    expect(firstLines({ claim: "c_two", after: "It was sent. Then" })).toEqual([
      'data/mutations.csv:2:8 after: found "It was sent. Then", 17 characters',
    ]);
    expect(faultsOf({ claim: "c_two", after: "3 Mio. Granaten" })).toEqual([]);
  });

  test("finds words that did not change", () => {
    expect(firstLines({ claim: "c_two", before: "7", after: "7" })).toEqual([
      'data/mutations.csv:2:8 after: found "7", the same as before',
    ]);
  });
});

describe("checkOneMutation", () => {
  test("finds a kind twice at one claim or statement", () => {
    expect(
      firstLines(
        { claim: "c_two" },
        { claim: "c_two" },
        { statement: "t_one" },
        { statement: "t_one" },
      ),
    ).toEqual([
      'data/mutations.csv:3:4 kind: found "k_one" of c_two again; u_0 says so already',
      'data/mutations.csv:5:4 kind: found "k_one" of t_one again; u_2 says so already',
    ]);
  });

  test("passes another kind, another claim", () => {
    expect(
      faultsOf({ claim: "c_two" }, { claim: "c_two", kind: "k_two" }, { claim: "c_three" }),
    ).toEqual([]);
  });
});

describe("checkCompared", () => {
  test("finds a claim compared with itself", () => {
    expect(faultsOf({ claim: "c_two", compared_with: ["c_two"] })).toEqual([
      'data/mutations.csv:2:9 compared_with: found "c_two", the changed claim itself\n  expected another claim\n  to mend: take it out of the list, or correct the id',
    ]);
  });

  test("finds a claim of another origin", () => {
    expect(faultsOf({ claim: "c_two", compared_with: ["c_one", "c_other"] })).toEqual([
      'data/mutations.csv:2:9 compared_with: found "c_other", whose origin is o_two\n  expected a claim of o_one, the origin of c_two\n  to mend: take it out of the list, or correct the id',
    ]);
  });

  test("finds a claim that shows the same change, and passes one that shows another", () => {
    expect(
      firstLines({ claim: "c_two", compared_with: ["c_three"] }, { claim: "c_three" }),
    ).toEqual([
      'data/mutations.csv:2:9 compared_with: found "c_three", which shows the same change',
    ]);
    expect(
      faultsOf({ claim: "c_two", compared_with: ["c_three"] }, { claim: "c_three", kind: "k_two" }),
    ).toEqual([]);
  });

  test("finds a distorted claim", () => {
    const folder = folderOf([{ claim: "c_one", compared_with: ["c_two"] }], {
      repeats: "distorted",
    });
    expect(folder.faults().map((fault) => fault.split("\n")[0])).toEqual([
      'data/mutations.csv:2:9 compared_with: found "c_two", which is distorted',
    ]);
  });

  test("finds a claim beside a statement", () => {
    expect(firstLines({ statement: "t_one", compared_with: ["c_one"] })).toEqual([
      'data/mutations.csv:2:9 compared_with: found "c_one"',
    ]);
  });
});

describe("findUnexplained", () => {
  const noticesOf = (rows: readonly Partial<Mutation>[]) => {
    const { path } = folderOf(rows, { repeats: "distorted" });
    return readLedger(path, { articles: null }).notices.map((one) => one.replace(path, "data"));
  };

  test("notices a distorted claim that no row explains", () => {
    expect(noticesOf([{ claim: "c_three" }])).toEqual([
      "data/claims.csv:3 c_two is distorted, and no row of mutations.csv says what was changed",
    ]);
  });

  test("passes one that a row explains, and a folder without such rows", () => {
    expect(noticesOf([])).toEqual([]);
    expect(noticesOf([{ claim: "c_two" }])).toEqual([]);
  });
});
