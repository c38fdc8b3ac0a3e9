import { checkCell, columnsOf } from "../../entry/columns.ts";
import type { Cells } from "../../entry/cells.ts";
import { type Fault, LedgerFaults, fileFault, showCell } from "../../ledger/faults.ts";
import type { FlagKind, Flags } from "../flags.ts";
import type { PlaceOf } from "./candidate.ts";
import type { Document } from "./text.ts";

/** Columns of sources.csv that the text itself gives. */
const MEASURED = ["sha256", "characters"];

/** "published_on" is --published-on, and the language is what figures are read by. */
export const flagOf = (column: string): string =>
  column === "language" ? "lang" : column.replaceAll("_", "-");

/** What people are asked about a document, in the order of sources.csv. */
export const PARTICULARS = columnsOf("sources").filter(({ name }) => !MEASURED.includes(name));

/** A flag for each, so that nothing needs a prompt. */
export const particularFlags: Readonly<Record<string, FlagKind>> = Object.fromEntries(
  PARTICULARS.map(({ name }) => [flagOf(name), "once"]),
);

/** "2024", "2024-10" and "2024-10-03" say how exactly the day is known. */
export function publishedOn(day: string): Cells {
  if (/^\d{4}$/u.test(day)) return { published_on: `${day}-01-01`, published_precision: "year" };
  if (/^\d{4}-\d{2}$/u.test(day))
    return { published_on: `${day}-01`, published_precision: "month" };
  return { published_on: day, published_precision: "day" };
}

/**
 * The cells that flags give. Each is judged by its column.
 *
 * @throws LedgerFaults that name the flags.
 */
export function cellsFromFlags(flags: Flags): Cells {
  const given = PARTICULARS.flatMap(({ name }) => {
    const [value] = flags.get(flagOf(name)) ?? [];
    return value === undefined ? [] : [[name, value] as const];
  });
  const { published_on: day, ...typed }: Cells = Object.fromEntries(given);
  const cells = { ...(day === undefined ? {} : publishedOn(day)), ...typed };
  const faults = Object.entries(cells).flatMap(([name, cell]): readonly Fault[] => {
    const wrong = checkCell("sources", name, cell);
    return wrong === null
      ? []
      : [
          fileFault(
            `--${flagOf(name)}`,
            showCell(name === "published_on" ? (day ?? cell) : cell),
            wrong.expected,
            wrong.mend,
          ),
        ];
  });
  if (faults.length > 0) throw new LedgerFaults(faults);
  return cells;
}

/** What holds of a document about which nothing else is said: it is added later, by whoever. */
export const PLAIN: Cells = {
  collection: "further",
  published_precision: "unknown",
  translation: "unknown",
};

/** The cells that the text gives. */
export const measured = ({ sha256, characters }: Document): Cells => ({
  sha256,
  characters: String(characters),
});

/** The particulars that must be there and are not, by column. */
export const findMissing = (cells: Cells): readonly string[] =>
  PARTICULARS.filter(({ name, optional }) => !optional && name !== "id" && !cells[name]).map(
    ({ name }) => name,
  );

/** A fault of the document's row is told by the flag that gives the cell, or by the text. */
export const placeOfSource =
  (document: Document): PlaceOf =>
  (table, _row, field) => {
    if (table !== "sources") return null;
    const isFlag = field !== null && PARTICULARS.some(({ name }) => name === field);
    return {
      file: isFlag ? `--${flagOf(field)}` : document.name,
      line: null,
      column: null,
      field: isFlag ? null : field,
    };
  };
