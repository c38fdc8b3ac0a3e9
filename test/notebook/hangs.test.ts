import { expect, test } from "vitest";
import { hangsBlock } from "../../src/notebook/blocks/hangs.ts";
import { claim, ledger, metric, origin } from "../fixtures/ledger.ts";
import { modelOf } from "../fixtures/model.ts";

const day = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-31" };
const own = { metric: "m_count", bound: "at_least", ...day } as const;

const model = modelOf(
  ledger({
    metrics: [
      metric({ id: "m_count", label: "Crates" }),
      metric({ id: "m_alone", label: "Carts" }),
    ],
    origins: [origin("o_a", { label: "Port" }), origin("o_b", { label: "Railway" })],
    claims: [
      claim({ id: "c_a", origin: "o_a", low: 25, ...own }),
      claim({ id: "c_b", origin: "o_b", low: 12, ...own }),
      claim({ id: "c_c", origin: "o_b", ...own, metric: "m_alone", low: 7, bound: "more_than" }),
    ],
  }),
);

const textOf = (argument: string): string =>
  hangsBlock(argument, model)
    .html.replaceAll(/<[^>]+>/gu, "")
    .replaceAll(/\s+/gu, " ");

// Without the port's 25, the railway's 12 is the floor; without the railway's, nothing changes.
test("hangsBlock(metrics) names the origins that a range hangs on", () => {
  expect(textOf("m_count")).toContain("it hangs on 1 of 2 origins (Port)");
  expect(textOf("m_alone")).toContain(
    "it rests on one origin and nothing is left without it (Railway)",
  );
});

test("hangsBlock(metrics) says of what no choice moves that it is not drawn", () => {
  expect(textOf("m_alone")).toContain("Carts (not drawn, as no choice moves it).");
});

test("hangsBlock(metrics) refuses what is no metric", () => {
  expect(() => hangsBlock("m_other", model)).toThrow("ids of metrics");
});
