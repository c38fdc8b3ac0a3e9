import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/tables.ts";
import { swingsBlock } from "../../src/notebook/blocks/swings.ts";
import { claim } from "../fixtures/ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const textOf = (from: Ledger): string =>
  swingsBlock("core", modelOf(from))
    .html.replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/\s+/gu, " ");

describe("swingsBlock(argument, model)", () => {
  test("names the numbers that have a single value, where there is no other", () => {
    const text = textOf(workedExample);
    expect(text).toContain("Core articles give one value only for 2 numbers");
    expect(text).toContain("p_load_152; p_load_122");
    expect(text).not.toContain("Moves an end by");
  });

  test("shows what a cross-check becomes at both ends, with the claim that states each", () => {
    // 11,000 containers of 1,000 shells, where 3,000,000 in 6,700 make 448: 4.9 become 11 million
    const load = claim({ id: "c_load", metric: "m_load_152", best: 1000 });
    const text = textOf({ ...workedExample, claims: [...workedExample.claims, load] });
    expect(text).toContain("4,925,373.13 at 447.76 things (c_a_152, c_containers)");
    expect(text).toContain("11,000,000 at 1,000 things (c_load)");
    // 1,000 for 447.76 is 123 percent more
    expect(text).toContain("123 percent");
    expect(text).toContain("one value only for 1 number;");
  });
});
