import { formatCell, quoteCell } from "../ledger/csv-cell.ts";
import type { Cells } from "./cells.ts";

/** How a table's text is written, taken from its header and its end. */
interface Manner {
  readonly names: readonly string[];
  readonly delimiter: "," | ";";
  readonly lineEnd: "\n" | "\r\n";
  /** Whether every cell stands between quotes, also where none is needed. */
  readonly quotesAll: boolean;
  /** Whether the last row ends with a line end. */
  readonly isClosed: boolean;
}

const BOM = "\ufeff";

function mannerOf(text: string): Manner {
  const [header = ""] = text.replace(BOM, "").split(/\r?\n/u, 1);
  const uses = (sign: string): number => header.split(sign).length - 1;
  const delimiter = uses(";") > uses(",") ? ";" : ",";
  // The last line end: where a file mixes them, a new row is like its neighbour.
  const end = text.lastIndexOf("\n");
  return {
    // Names of columns hold neither delimiters nor quotes: the ledger refuses all others.
    names: header.split(delimiter).map((name) => name.replace(/^"(.*)"$/u, "$1")),
    delimiter,
    lineEnd: end > 0 && text[end - 1] === "\r" ? "\r\n" : "\n",
    quotesAll: header.startsWith('"') && header.endsWith('"') && !/[^"][,;]|[,;][^"]/u.test(header),
    isClosed: text.endsWith("\n"),
  };
}

/** What is to be written behind a table's text, and where its rows will stand. */
export interface Appendix {
  readonly text: string;
  /** The line on which each record will start, from 1. */
  readonly lines: readonly number[];
}

const countLineEnds = (text: string): number => text.split("\n").length - 1;

/**
 * Formats records as the rows of a table are formatted: its order of columns, delimiter, line
 * ends and quoting. The text itself stays as it is to the last byte; a last row without a line end
 * gets one in front of the new rows, and the new last row has none then.
 *
 * @param text The table as it is, with its header.
 * @throws Error when a record has a cell for which there is no column: a fault of the program.
 * @example appendixTo("id;name\r\n", [{ id: "a_one", name: "One" }]).text // => "a_one;One\r\n"
 */
export function appendixTo(text: string, records: readonly Cells[]): Appendix {
  const { names, delimiter, lineEnd, quotesAll, isClosed } = mannerOf(text);
  const format = quotesAll ? quoteCell : formatCell;
  const rows = records.map((cells) => {
    const strange = Object.keys(cells).find((name) => !names.includes(name) && cells[name] !== "");
    if (strange !== undefined) throw new Error(`the table has no column ${strange}`);
    return names.map((name) => format(cells[name] ?? "")).join(delimiter);
  });
  if (rows.length === 0) return { text: "", lines: [] };
  const lines: number[] = [];
  let line = countLineEnds(text) + (isClosed ? 1 : 2);
  for (const row of rows) {
    lines.push(line);
    line += countLineEnds(row) + 1;
  }
  const joined = rows.join(lineEnd);
  return { text: isClosed ? `${joined}${lineEnd}` : `${lineEnd}${joined}`, lines };
}
