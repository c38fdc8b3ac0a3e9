import { expect, test } from "vitest";
import { quantitiesIn } from "../../../src/notebook/what-if/rows.ts";
import { readLedger } from "../../../src/ledger/read.ts";

const { ledger } = readLedger("data");

test("quantitiesIn(ledger, collection) leaves out what only its whole bounds", () => {
  // no core article counts the rounds of four ships, a further report does
  const [core, all] = (["core", "all"] as const).map((collection) =>
    quantitiesIn(ledger, collection).map(({ id }) => id),
  );
  expect(core).toContain("m_shells_delivered");
  expect(core).not.toContain("m_shells_four_ships");
  expect(all).toContain("m_shells_four_ships");
});
