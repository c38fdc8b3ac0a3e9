import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Ledger, Mutation } from "../../src/ledger/tables.ts";
import { publishMutations, publishRetellings } from "../../src/published/rows.ts";
import { movedBy, retellingsOf } from "../../src/published/retellings.ts";
import { claim, ledger, metric, mutation, mutationKind, source } from "../fixtures/ledger.ts";

const number = (row: Partial<Claim>): Claim => claim({ id: "c_number", ...row });

describe("movedBy(changed, kept)", () => {
  // Three million and half a million joined by "and": readers add 3.5 million up.
  test("says how many times the number others keep", () => {
    expect(movedBy(number({ low: 3_500_000 }), number({ best: 3_000_000 }))).toBeCloseTo(7 / 6);
  });

  test("is 1 where only the bound changed", () => {
    expect(movedBy(number({ low: 6700 }), number({ best: 6700 }))).toBe(1);
    expect(movedBy(number({ low: 9e6 }), number({ high: 9e6 }))).toBe(1);
  });

  test("holds a lone number against the nearer end of a range", () => {
    expect(movedBy(number({ low: 4 }), number({ low: 4, high: 6 }))).toBe(1);
    expect(movedBy(number({ best: 12 }), number({ low: 4, high: 6 }))).toBe(2);
  });

  test("holds two ranges end against end; the end that moved more speaks", () => {
    expect(movedBy(number({ low: 4, high: 12 }), number({ low: 4, high: 6 }))).toBe(2);
    expect(movedBy(number({ low: 1, high: 6 }), number({ low: 4, high: 6 }))).toBe(0.25);
  });

  test("knows no factor to or from 0", () => {
    expect(movedBy(number({ best: 0 }), number({ best: 4 }))).toBeNull();
    expect(movedBy(number({ best: 4 }), number({ best: 0 }))).toBeNull();
  });

  test("property: the way back is the inverse", () => {
    const value = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const there = movedBy(number({ best: a }), number({ low: b })) ?? 0;
        const back = movedBy(number({ low: b }), number({ best: a })) ?? 0;
        expect(there * back).toBeCloseTo(1);
      }),
    );
  });
});

const printed = (id: string, document: string, row: Partial<Claim> = {}): Claim =>
  claim({ id, source: document, quote: id, best: 7, ...row });
const told = (rows: Partial<Ledger>) =>
  retellingsOf(ledger(rows)).map(({ claims, mutations, factor }) => ({
    claims: claims.map(({ id }) => id).join(" "),
    changed: mutations.map(({ id }) => id).join(" "),
    factor,
  }));
const changed = (id: string, of: string, compared_with: readonly string[] = []) =>
  mutation({ id, claim: of, compared_with });

describe("retellingsOf(ledger)", () => {
  test("counts what two documents tell of one origin and quantity", () => {
    const claims = [
      printed("c_a", "s_a"),
      printed("c_b", "s_b"),
      printed("c_c", "s_b", { metric: "m_other" }),
      printed("c_d", "s_c", { origin: "o_other" }),
    ];
    expect(told({ claims }).map((one) => one.claims)).toEqual(["c_a", "c_b"]);
  });

  test("passes over two figures of one document, which nobody can compare", () => {
    expect(told({ claims: [printed("c_a", "s_a"), printed("c_b", "s_a")] })).toEqual([]);
  });

  test.each([
    ["machine", 1],
    ["human", 1],
    ["none", 0],
    ["unknown", 0],
  ] as const)("a document whose translation is %s: %d figure", (translation, figures) => {
    const rows = { claims: [printed("c_a", "s_a")], sources: [source("s_a", { translation })] };
    expect(told(rows)).toHaveLength(figures);
  });

  test("counts a figure of which a change is known, with all its changes", () => {
    const rows = {
      claims: [printed("c_a", "s_a")],
      mutations: [changed("u_1", "c_a"), changed("u_2", "c_a")],
    };
    expect(told(rows)).toEqual([{ claims: "c_a", changed: "u_1 u_2", factor: null }]);
  });

  test("readings of one phrase are one figure, the changed one first; others of the choice are not", () => {
    const reading = (id: string, option: string, row: Partial<Claim> = {}) =>
      printed(id, "s_a", { alternative: `sense/${option}`, quote: "7 things", ...row });
    const rows = {
      claims: [
        reading("c_a", "one"),
        reading("c_b", "two", { metric: "m_other" }),
        reading("c_c", "three", { quote: "8 things" }),
      ],
      mutations: [changed("u_1", "c_b", ["c_a"])],
    };
    expect(told(rows)).toEqual([{ claims: "c_b c_a", changed: "u_1", factor: 1 }]);
  });

  test("of several that keep the figure the nearest is compared, of another unit none", () => {
    const claims = [
      printed("c_a", "s_a", { best: 3 }),
      printed("c_b", "s_b", { best: 6 }),
      printed("c_c", "s_c", { best: 9, metric: "m_other" }),
    ];
    const metrics = [metric({ id: "m_count" }), metric({ id: "m_other", unit: "t" })];
    const factorWith = (...kept: readonly string[]) =>
      told({ claims, metrics, mutations: [changed("u_1", "c_b", kept)] })[1]?.factor;
    expect(factorWith("c_a")).toBe(2);
    expect(factorWith("c_c")).toBeNull();
    expect(factorWith("c_c", "c_a")).toBe(2);
  });

  test("a kind says whether the number changed only where nothing can be compared", () => {
    const kinds = [
      mutationKind("k_one", { changes: "number" }),
      mutationKind("k_two", { changes: "time" }),
    ];
    const isChanged = (best: number, row: Partial<Mutation>) =>
      retellingsOf(
        ledger({
          claims: [printed("c_a", "s_a"), printed("c_b", "s_b", { best })],
          mutation_kinds: kinds,
          mutations: [mutation({ id: "u_1", claim: "c_b", ...row })],
        }),
      ).map(({ isNumberChanged }) => isNumberChanged);
    expect(isChanged(7, {})).toEqual([false, true]);
    expect(isChanged(7, { compared_with: ["c_a"] })).toEqual([false, false]);
    expect(isChanged(8, { kind: "k_two" })).toEqual([false, false]);
    expect(isChanged(8, { kind: "k_two", compared_with: ["c_a"] })).toEqual([false, true]);
  });

  test("leaves out changes of claims and comparisons that the ledger does not hold", () => {
    const rows = {
      claims: [printed("c_a", "s_a")],
      mutation_kinds: [mutationKind("k_one")],
      mutations: [changed("u_1", "c_gone"), changed("u_2", "c_a", ["c_gone"])],
    };
    expect(told(rows)).toEqual([{ claims: "c_a", changed: "u_2", factor: null }]);
    expect(publishMutations(ledger(rows)).map((row) => row.compared_with)).toEqual([[]]);
  });

  test("property: another faithful document never makes a change unseen", () => {
    const documents = fc.array(fc.constantFrom("s_a", "s_b", "s_c"), { maxLength: 5 });
    fc.assert(
      fc.property(documents, fc.constantFrom("s_a", "s_d"), (all, added) => {
        const claims = all.map((id, at) => printed(`c_${String(at)}`, id));
        const mutations = claims.slice(0, 1).map(({ id }) => changed("u_1", id));
        const before = told({ claims, mutations }).map((one) => one.claims);
        const more = told({ claims: [...claims, printed("c_new", added)], mutations });
        expect(more.map((one) => one.claims)).toEqual(expect.arrayContaining(before));
        expect(more.filter((one) => one.changed !== "")).toHaveLength(mutations.length);
      }),
    );
  });
});

describe("publishMutations(ledger)", () => {
  test("comes in the order of the kinds, with the document of claim or statement", () => {
    const rows = ledger({
      claims: [printed("c_a", "s_a")],
      mutation_kinds: [mutationKind("k_two"), mutationKind("k_one", { label: "One" })],
      mutations: [changed("u_1", "c_a"), mutation({ id: "u_2", claim: "c_a", kind: "k_two" })],
    });
    expect(
      publishMutations(rows).map(({ mutation: id, kind_label, source: document }) => [
        id,
        kind_label,
        document,
      ]),
    ).toEqual([
      ["u_2", "k_two", "s_a"],
      ["u_1", "One", "s_a"],
    ]);
  });

  test("a ledger without changes publishes none", () => {
    expect(publishMutations(ledger({}))).toEqual([]);
    expect(publishRetellings(ledger({}))).toEqual([]);
  });
});
