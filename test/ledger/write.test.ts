import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../../src/ledger/csv.ts";
import { isPlainNumber } from "../../src/ledger/damage.ts";
import { plainDigits } from "../../src/ledger/numbers.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { type Claim, tables } from "../../src/ledger/tables.ts";
import { formatTable } from "../../src/ledger/write.ts";
import { claim, formulaOf } from "../fixtures/ledger.ts";
import { smallLedger, tableFolder } from "../fixtures/folder.ts";

/** Text as a column allows it: anything but controls and what a spreadsheet would run. */
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((value) => value.replaceAll(/\p{Cc}/gu, "\n").trim())
  .filter((value) => value !== "" && !/^[=+\-@#\ufeff]/u.test(value));
const number = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -6, max: 6 }))
  .map(([digits, power]) => Number(`${digits}e${power}`) + 0);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const claims: fc.Arbitrary<readonly Claim[]> = fc.array(
  fc
    .record({
      quote: text,
      start: maybe(fc.nat()),
      low: maybe(number),
      best: maybe(number),
      high: maybe(number),
      hedge: maybe(text),
      alternative: fc.constantFrom(null, "group/option"),
      derived_from: fc.constantFrom(null, "c_a * (p_b.low + 1.5)", "c_a / 2"),
      via: fc.subarray(["a_one", "a_two", "a_three"]),
      note: maybe(text),
    })
    .map(({ derived_from, ...row }) =>
      claim({
        id: "c_one",
        ...row,
        derived_from: derived_from === null ? null : formulaOf(derived_from),
      }),
    ),
);

test("property: writing a table and reading it back is the identity", () => {
  fc.assert(
    fc.property(claims, (rows) => {
      const {
        rows: read,
        columns,
        faults,
      } = parseCsv(
        Buffer.from(formatTable("claims", rows)),
        "claims.csv",
        Object.keys(tables.claims.schema.shape),
      );
      expect(faults).toEqual([]);
      const parsed = read.map(({ cells }) =>
        tables.claims.schema.parse(
          Object.fromEntries([...columns].map(([name, index]) => [name, cells[index] ?? ""])),
        ),
      );
      expect(parsed).toEqual(rows);
    }),
  );
});

test("property: plainDigits(number) is read back as the same number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const digits = plainDigits(value);
      expect(digits).not.toMatch(/e/u);
      expect(Number(digits)).toBe(value + 0);
    }),
  );
});

test("formatTable(name, rows) writes 6.125 so that it is not taken for a grouped number", () => {
  const written = formatTable("claims", [claim({ id: "c_one", best: 6.125 })]);
  expect(written).toContain(",6.1250,");
  expect(isPlainNumber("6.1250")).toBe(true);
});

test("formatTable(name, rows) gives LF, a header and quotes only where they are needed", () => {
  expect(
    formatTable("propositions", [{ id: "q_one", topic: "fire", label: 'One, "two"', note: null }]),
  ).toBe('id,topic,label,note\nq_one,fire,"One, ""two""",\n');
});

test("a ledger that is written is read as it was", () => {
  expect(readLedger(tableFolder().path, { articles: null }).ledger).toEqual(smallLedger);
});
