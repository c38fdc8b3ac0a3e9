import { expect, test } from "vitest";
import { origin } from "../../fixtures/ledger.ts";
import { tableFolder } from "../../fixtures/folder.ts";

test("checkUniqueIds finds an id that stands twice in a table", () => {
  const folder = tableFolder({ origins: [origin("o_one"), origin("o_two"), origin("o_one")] });
  expect(folder.faults()).toEqual([
    'data/origins.csv:4:1 id: found "o_one" again; line 2 has it\n  expected an id that no other row of the table has\n  to mend: give one of the two rows an id of its own',
  ]);
});

test("checkUniqueIds passes ids that differ in one sign", () => {
  expect(tableFolder({ origins: [origin("o_one"), origin("o_one_")] }).faults()).toEqual([]);
});
