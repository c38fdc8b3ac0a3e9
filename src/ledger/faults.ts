/** Where something stands: a file, and in it a row's first line and the number of a column, both from 1. */
export interface Place {
  readonly file: string;
  /** Null when the whole file is meant. */
  readonly line: number | null;
  /** Number of the cell in its row, as a spreadsheet's column A is 1; null when the whole row is meant. */
  readonly column: number | null;
  /** Name of the column. */
  readonly field: string | null;
}

/** One thing that must be put right in the tables before anything is computed from them. */
export interface Fault extends Place {
  /** Completes "found …". */
  readonly found: string;
  /** Completes "expected …". */
  readonly expected: string;
  /** Completes "to mend: …". */
  readonly mend: string;
}

/** A fault of a whole file, or of something that is none: a folder, a flag. */
export const fileFault = (file: string, found: string, expected: string, mend: string): Fault => ({
  ...{ file, line: null, column: null, field: null },
  ...{ found, expected, mend },
});

const LONGEST_SHOWN = 60;
// Everything that would move a terminal's cursor, colour it, or hide: controls, line ends, direction marks.
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escapeOf = (character: string): string => {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
};

/**
 * A cell as a fault shows it: in quotes, controls escaped, long text shortened.
 *
 * @example showCell("a\tb") // => "\"a\\tb\""
 */
export function showCell(cell: string): string {
  if (cell === "") return "an empty cell";
  // Cut before counting: a cell may be millions of characters long.
  const characters = Array.from(cell.slice(0, 4 * LONGEST_SHOWN));
  const whole = characters.length <= LONGEST_SHOWN && cell.length <= 4 * LONGEST_SHOWN;
  const kept = whole ? characters : characters.slice(0, LONGEST_SHOWN);
  return `"${kept.join("").replaceAll(UNSHOWABLE, escapeOf)}${whole ? "" : "…"}"`;
}

/**
 * A fault in three lines: place and finding, what was expected, how to mend.
 *
 * @example formatFault(fault).split("\n")[0] // => "data/claims.csv:14:8 low: found \"6.700\""
 */
export function formatFault(fault: Fault): string {
  const place = [fault.file, fault.line, fault.column].filter((part) => part !== null).join(":");
  const field = fault.field === null ? "" : ` ${fault.field}`;
  return `${place}${field}: found ${fault.found}\n  expected ${fault.expected}\n  to mend: ${fault.mend}`;
}

/** Everything that is wrong with a folder of tables; no estimate is made from any of it. */
export class LedgerFaults extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`${faults.map(formatFault).join("\n")}\n${countFaults(faults.length)}`);
    this.name = "LedgerFaults";
    this.faults = faults;
  }
}

/** "1 fault", "2 faults". */
const countFaults = (count: number): string => `${String(count)} fault${count === 1 ? "" : "s"}`;

/** Faults by the order of `files`, then by line and column; what concerns a whole file or row comes first. */
export function sortFaults(faults: readonly Fault[], files: readonly string[]): readonly Fault[] {
  const rank = (fault: Fault): number => {
    const at = files.indexOf(fault.file);
    return at < 0 ? files.length : at;
  };
  return [...faults].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
