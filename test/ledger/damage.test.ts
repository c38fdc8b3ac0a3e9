import { describe, expect, test } from "vitest";
import { smallLedger, tableFolder } from "../fixtures/folder.ts";

/** Faults of the small ledger after one cell, quoted from its row, has been damaged. */
function faultsOf(
  table: "claims" | "sources" | "dismissals",
  from: string,
  to: string,
): readonly string[] {
  const folder = tableFolder();
  folder.edit(table, (text) => {
    if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
    return text.replace(from, () => to);
  });
  return folder.faults();
}

describe("a number that a spreadsheet has changed is refused", () => {
  test("grouped digits, German", () => {
    expect(faultsOf("claims", ",77,", ",6.700,")).toEqual([
      'data/claims.csv:2:9 best: found "6.700"\n  expected digits without a separator\n  to mend: type 6700 (6.7 if the source means a decimal)',
    ]);
  });

  test.each([
    ["6,125", "type 6125 (6.1250 if the source means a decimal)"],
    ["1.600.000", "type 1600000"],
    ["6'700", "type 6700"],
    ["6\u00a0700", "type 6700"],
    ["6\u202f700", "type 6700"],
  ])("grouped digits, %s", (cell, mend) => {
    expect(faultsOf("claims", ",77,", `,"${cell}",`)).toEqual([
      `data/claims.csv:2:9 best: found "${cell}"\n  expected digits without a separator\n  to mend: ${mend}`,
    ]);
  });

  test("a ratio made a time of day", () => {
    expect(faultsOf("claims", ",77,", ",03:01,")).toEqual([
      'data/claims.csv:2:9 best: found "03:01"\n  expected a plain number; a ratio is its first part divided by its second\n  to mend: type 3 (a ratio of 3:1); format the column as text first',
    ]);
    expect(faultsOf("claims", ",77,", ",10:03:00,")).toEqual([
      'data/claims.csv:2:9 best: found "10:03:00"\n  expected a plain number; a ratio is its first part divided by its second\n  to mend: type the ratio as a decimal, 3:1 is 3; format the column as text first',
    ]);
  });

  test("a decimal comma", () => {
    expect(faultsOf("claims", ",77,", ',"77,5",')).toEqual([
      'data/claims.csv:2:9 best: found "77,5"\n  expected a decimal point, not a comma\n  to mend: type 77.5',
    ]);
  });

  test("an exponent", () => {
    expect(faultsOf("claims", ",77,", ",1.6E+06,")).toEqual([
      'data/claims.csv:2:9 best: found "1.6E+06"\n  expected digits written out, no exponent\n  to mend: type all digits of the number',
    ]);
  });

  test("more digits than a double holds", () => {
    expect(faultsOf("claims", ",77,", ",1234567890123456,")).toEqual([
      'data/claims.csv:2:9 best: found "1234567890123456"\n  expected at most 15 digits\n  to mend: round the number',
    ]);
  });

  test("a leading zero that is too many, and the offset that lost its digits", () => {
    expect(faultsOf("claims", ",10,18,", ",010,18,")).toEqual([
      'data/claims.csv:2:6 start: found "010"\n  expected digits without a leading zero\n  to mend: type the number again',
    ]);
  });

  test.each(["77", "77.5", "0.125", "6700", "1234.567"])("look-alike: %s is a number", (cell) => {
    expect(faultsOf("claims", ",77,", `,${cell},`)).toEqual([]);
  });
});

describe("a day that a spreadsheet has reformatted is refused", () => {
  test.each([
    ["31.05.2001", "type 2001-05-31; format the column as text first"],
    ["5/31/2001", "type 2001-05-31; format the column as text first"],
    [
      "05/06/2001",
      "type 2001-05-06 or 2001-06-05, whichever the source means; format the column as text first",
    ],
    ["2001-5-31", "type 2001-05-31; format the column as text first"],
    ["2001-05-31 00:00:00", "type 2001-05-31; format the column as text first"],
    ["37042", "type 2001-05-31; format the column as text first"],
    ["31. Mai 01", "type year-month-day, for example 2024-02-26; format the column as text first"],
    ["2001-02-30", "type year-month-day, for example 2024-02-26; format the column as text first"],
  ])("%s", (cell, mend) => {
    expect(faultsOf("claims", ",2001-05-31,", `,${cell},`)).toEqual([
      `data/claims.csv:2:17 as_of_latest: found "${cell}"\n  expected a calendar day written YYYY-MM-DD\n  to mend: ${mend}`,
    ]);
  });

  test("look-alike: the leap day of a leap year", () => {
    expect(faultsOf("claims", ",2001-05-31,", ",2000-02-29,")).toEqual([]);
  });
});

describe("a hash that a spreadsheet has changed is refused", () => {
  const hash = (digits: string): string => {
    const folder = tableFolder({
      sources: smallLedger.sources.map((row) => ({
        ...row,
        sha256: `sha256:${"0".repeat(64)}`,
        characters: 99,
      })),
    });
    folder.edit("sources", (text) => text.replace(`sha256:${"0".repeat(64)}`, digits));
    return folder.faults().join("\n");
  };

  test("1e5", () => {
    expect(hash("1E+05")).toBe(
      'data/sources.csv:2:14 sha256: found "1E+05"\n  expected sha256: and 64 digits of 0-9 a-f\n  to mend: copy the hash that sha256sum prints and put sha256: before it',
    );
  });

  test("a leading zero lost", () => {
    expect(hash(`sha256:${"0".repeat(63)}`)).toBe(
      `data/sources.csv:2:14 sha256: found "sha256:${"0".repeat(53)}…"\n  expected sha256: and 64 digits of 0-9 a-f\n  to mend: copy the hash that sha256sum prints and put sha256: before it`,
    );
  });

  test("look-alike: 64 digits", () => {
    expect(hash(`sha256:${"0".repeat(64)}`)).toBe("");
  });
});

describe("text that a spreadsheet would run, or has replaced, is refused", () => {
  test.each(["=SUM(A1)", "+49 30", "-x", "@name"])("%s", (cell) => {
    expect(faultsOf("dismissals", ",a year", `,${cell}`)).toEqual([
      `data/dismissals.csv:2:6 reason: found "${cell}"\n  expected text that does not start with =, +, - or @\n  to mend: write the text again without the sign in front`,
    ]);
  });

  test.each(["#REF!", "#BEZUG!", "#N/A"])("%s", (cell) => {
    expect(faultsOf("dismissals", ",a year", `,${cell}`)).toEqual([
      `data/dismissals.csv:2:6 reason: found "${cell}"\n  expected text, not a spreadsheet's error value\n  to mend: type the text again`,
    ]);
  });

  test.each(["a year = 12 months", "#1 in a list", "x-y"])("look-alike: %s", (cell) => {
    expect(faultsOf("dismissals", ",a year", `,${cell}`)).toEqual([]);
  });
});

describe("spaces at the ends of a cell are named", () => {
  const SPACES =
    "  expected text without spaces at its ends\n  to mend: delete the spaces at the ends";

  test.each([
    ["an id", "c_one", "c_one ", '2:1 id: found "c_one "'],
    ["a reference", ",m_count,", ",m_count ,", '2:3 metric: found "m_count "'],
    ["a word", ",point,", ", point,", '2:11 bound: found " point"'],
    ["a number", ",77,", ",77 ,", '2:9 best: found "77 "'],
    ["a day", ",2001-05-31,", ",2001-05-31 ,", '2:17 as_of_latest: found "2001-05-31 "'],
  ])("%s", (_name, from, to, found) => {
    expect(faultsOf("claims", from, to)).toEqual([`data/claims.csv:${found}\n${SPACES}`]);
  });

  test("a list, around the whole and around an item", () => {
    const claims = smallLedger.claims.map((row) => ({ ...row, via: ["a_one", "a_one"] }));
    const viaFaults = (cell: string) => {
      const folder = tableFolder({ claims });
      folder.edit("claims", (text) => text.replace("a_one|a_one", cell));
      return folder.faults();
    };
    expect(viaFaults("a_one|a_one ")).toEqual([
      `data/claims.csv:2:25 via: found "a_one|a_one "\n${SPACES}`,
    ]);
    expect(viaFaults("a_one | a_one")).toEqual([
      'data/claims.csv:2:25 via: found "a_one | a_one"\n  expected items without spaces at their ends\n  to mend: delete the spaces around |',
    ]);
  });

  test("look-alike: a space inside, in an id that is wrong anyway", () => {
    expect(faultsOf("claims", ",m_count,", ",m_ count ,")[0]).toContain(
      "expected an id from data/metrics.csv",
    );
  });
});
