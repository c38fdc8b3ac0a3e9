import { expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { publish } from "../../../src/reconcile/publish.ts";

test("publishFindings(ledger, grounds) ranks no quantity of which no document speaks", () => {
  const { core } = publish(readLedger("data", { articles: null }).ledger);
  // Only a further report counts the containers on four ships; the whole bounds them in the core too.
  const ships = "m_containers_four_ships";
  expect(core.estimates.map(({ metric }) => metric)).toContain(ships);
  const found = core.solidity.findings.map(({ finding }) => finding);
  expect(found.filter((finding) => finding.includes(ships))).toEqual([]);
  expect(found.some((finding) => finding.includes("m_containers_delivered"))).toBe(true);
});
