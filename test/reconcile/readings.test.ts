import { describe, expect, test } from "vitest";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { asking, onDay, said } from "../fixtures/asked.ts";
import { assumption } from "../fixtures/ledger.ts";

describe("readings that are left open", () => {
  const readings = (...ids: readonly string[]) =>
    ids.map((id) => assumption({ id, kind: "reading" }));
  const reading = (id: string, document: string, row: Partial<Claim>): Claim =>
    said(`${id}_${document}`, {
      origin: `o_${document}`,
      source: document,
      alternative: `sense/${id}`,
      ...onDay("2024-01-01"),
      ...row,
    });
  const to = "2024-01-01";

  test("are answered each by itself, and the answer is their hull", () => {
    const rows: Partial<Ledger> = {
      claims: [reading("p_a", "s_one", { best: 3 }), reading("p_b", "s_one", { best: 5 })],
      assumptions: readings("p_a", "p_b"),
    };
    expect(asking(rows)({ to })).toEqual([[3, 5]]);
    // a reading of another day says nothing of this one
    const other = reading("p_b", "s_one", { best: 5, ...onDay("2024-02-01") });
    expect(
      asking({ ...rows, claims: [reading("p_a", "s_one", { best: 3 }), other] })({ to }),
    ).toEqual([[null, 5]]);
  });

  test("are one decision wherever they stand: two are never taken at once", () => {
    const ask = asking({
      claims: [
        ...["p_a", "p_b", "p_c"].map((id, at) => reading(id, "s_one", { best: at + 1 })),
        ...["p_a", "p_b"].map((id, at) => reading(id, "s_two", { best: at + 1 })),
      ],
      assumptions: readings("p_a", "p_b", "p_c"),
    });
    // p_a with p_b would be a contradiction, which nobody states
    expect(ask({ to })).toEqual([[1, 3]]);
    // also where a document has one of them alone
    const lone = asking({
      claims: [
        ...["p_a", "p_b"].map((id, at) => reading(id, "s_one", { best: at + 1 })),
        reading("p_a", "s_two", { best: 1 }),
      ],
      assumptions: readings("p_a", "p_b"),
    });
    expect(lone({ to })).toEqual([[1, 2]]);
  });
});
