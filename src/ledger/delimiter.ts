import { type Fault, fileFault } from "./faults.ts";

/** What a file of `data/` is. */
export const TABLE = "a comma-separated table in UTF-8 with one header row";

const LF = 0x0a;

/** What keeps the cells of a row apart. */
export type Delimiter = "," | ";";
const NAMES: Readonly<Record<Delimiter, string>> = { ",": "commas", ";": "semicolons" };
const otherThan = (delimiter: Delimiter): Delimiter => (delimiter === "," ? ";" : ",");

/** One line of the file as text, from `start` on, and where the next one starts. */
function lineAt(bytes: Buffer, start: number): { readonly text: string; readonly next: number } {
  const stop = bytes.indexOf(LF, start);
  const end = stop < 0 ? bytes.length : stop;
  return { text: bytes.toString("utf8", start, end), next: end + 1 };
}

const countUses = (line: string, sign: string): number => line.split(sign).length - 1;

/** "," or ";", whichever the header uses more; null where it uses tabs. */
function findDelimiter(header: string): Delimiter | null {
  const [commas, semicolons] = [countUses(header, ","), countUses(header, ";")];
  if (countUses(header, "\t") > Math.max(commas, semicolons)) return null;
  return semicolons > commas ? ";" : ",";
}

const mixedFault = (file: string, line: number, delimiter: Delimiter, mend: string): Fault => ({
  ...fileFault(
    file,
    `${NAMES[otherThan(delimiter)]} between cells, but ${NAMES[delimiter]} in the header`,
    "one delimiter in the whole table",
    mend,
  ),
  line,
});

/**
 * How the cells are kept apart, or the one fault that says that they are not: split at the wrong
 * sign, every row would have a fault of its own.
 */
export function checkDelimiter(bytes: Buffer, file: string): Delimiter | Fault {
  const { text: header, next } = lineAt(bytes, 0);
  const delimiter = findDelimiter(header);
  if (delimiter === null)
    return {
      ...fileFault(file, "tabs between cells", TABLE, "save it as CSV with commas"),
      line: 1,
    };
  // The second line starts a row for certain; later ones may be the middle of a cell.
  const { text: row } = lineAt(bytes, next);
  const other = otherThan(delimiter);
  return header.includes(delimiter) && !row.includes(delimiter) && row.includes(other)
    ? mixedFault(file, 2, delimiter, `put ${NAMES[other]} into the header too`)
    : delimiter;
}

/** The fault of a row that uses the other sign, so that all of it is one cell. */
export function checkOneDelimiter(
  row: { readonly line: number; readonly cells: readonly string[] },
  file: string,
  delimiter: Delimiter,
): Fault | null {
  const [only = "", second] = row.cells;
  if (second !== undefined || !only.includes(otherThan(delimiter))) return null;
  return mixedFault(
    file,
    row.line,
    delimiter,
    `put ${NAMES[delimiter]} between the cells of this row`,
  );
}
