import { columnsOf } from "../../entry/columns.ts";
import type { Cells } from "../../entry/cells.ts";
import { idFor, idsOfSession } from "../../entry/rows.ts";
import type { Decision, Session } from "../../entry/session.ts";
import { type CsvTable, parseCsv } from "../../ledger/csv.ts";
import { type Fault, LedgerFaults, type Place, fileFault, showCell } from "../../ledger/faults.ts";
import { isUnreadable, readBytes } from "../../ledger/files.ts";
import { pathFromUser } from "../../ledger/where-run.ts";
import type { PlaceOf } from "./candidate.ts";
import type { NEW_ROWS } from "../../entry/sheet.ts";
import { SHEET_COLUMNS, sheetColumn } from "../../entry/sheet.ts";

/** A row of a filled-in sheet. */
interface SheetRow {
  readonly line: number;
  readonly cells: Cells;
}

type NewTable = keyof typeof NEW_ROWS;
const PREFIXES = { metrics: "m", origins: "o", claimants: "a" } as const;

/** What a sheet says, as the decisions of a session, and where it says it. */
export interface FilledSheet {
  readonly session: Session;
  readonly placeOf: PlaceOf;
}

const isCounted = (cell: string): boolean => /^(?:0|[1-9]\d*)$/u.test(cell);

const withoutBrackets = (cell: string): string => /^\[(.*)\]$/su.exec(cell)?.[1] ?? cell;

function readRows(file: string): CsvTable {
  const bytes = readBytes(pathFromUser(file));
  if (isUnreadable(bytes))
    throw new LedgerFaults([
      fileFault(file, bytes.found, "a sheet that --proposals has written", bytes.mend),
    ]);
  const table = parseCsv(bytes, file, SHEET_COLUMNS);
  const faults = table.faults.map((fault) => ({
    ...fault,
    expected: fault.expected.replace("of the data dictionary", "that --proposals writes"),
  }));
  if (faults.length > 0) throw new LedgerFaults(faults);
  return table;
}

/** The filled cells of one table in a row, under the table's own names of columns. */
function cellsFor(table: "claims" | NewTable, { cells }: SheetRow): Cells {
  const found = columnsOf(table).flatMap(({ name }) => {
    const column = sheetColumn(table, name);
    const cell = column === null ? "" : (cells[column] ?? "");
    return cell === "" ? [] : [[name, cell] as const];
  });
  return Object.fromEntries(found);
}

/** Rows of other tables that the sheet brings, each once, and the line on which each was typed. */
interface AddedRows {
  readonly rows: Readonly<Record<NewTable, Cells[]>>;
  readonly lines: Map<Cells, number>;
  readonly taken: Set<string>;
}

/** Adds what a row says of a new entry and gives its id; a row that repeats an earlier one is that one. */
function addRow(added: AddedRows, table: NewTable, cells: Cells, line: number): string {
  const same = added.rows[table].find((earlier) =>
    Object.entries(cells).every(([column, cell]) => earlier[column] === cell),
  );
  if (same) return same["id"] ?? "";
  const row = { ...cells, id: cells["id"] ?? idFor(PREFIXES[table], cells, added.taken) };
  added.taken.add(row.id);
  added.rows[table].push(row);
  added.lines.set(row, line);
  return row.id;
}

/** The claim of a row, and what it brings with it into other tables. */
function claimOf(row: SheetRow, added: AddedRows): Cells {
  const claim = cellsFor("claims", row);
  const claimant = cellsFor("claimants", row);
  const origin = cellsFor("origins", row);
  const metric = cellsFor("metrics", row);
  const has = (cells: Cells): boolean => Object.keys(cells).length > 0;
  const speaker = has(claimant) ? { claimant: addRow(added, "claimants", claimant, row.line) } : {};
  const named = (table: NewTable, cells: Cells, id: string | undefined, link: Cells): string =>
    has(cells)
      ? addRow(added, table, { ...(id === undefined ? {} : { id }), ...link, ...cells }, row.line)
      : (id ?? "");
  return {
    ...claim,
    quote: withoutBrackets(claim["quote"] ?? ""),
    metric: named("metrics", metric, claim["metric"], {}),
    origin: named("origins", origin, claim["origin"], speaker),
  };
}

const dismissalOf = ({ cells }: SheetRow): Cells => ({
  quote: withoutBrackets(cells["quote"] ?? ""),
  start: cells["start"] ?? "",
  end: cells["end"] ?? "",
  kind: cells["dismissal_kind"] ?? "",
  reason: cells["dismissal_reason"] ?? "",
});

function checkRow({ cells }: SheetRow, at: (column: string) => Place): readonly Fault[] {
  const fault = (column: string, expected: string, mend: string): Fault => ({
    ...at(column),
    found: showCell(cells[column] ?? ""),
    expected,
    mend,
  });
  const { decision = "", start = "" } = cells;
  return [
    ...(decision === "claim" || decision === "dismiss"
      ? []
      : [
          fault(
            "decision",
            "claim or dismiss: every figure is one of the two",
            "type claim, or dismiss with its kind and reason",
          ),
        ]),
    ...(isCounted(start)
      ? []
      : [
          fault(
            "start",
            "the offset of the quote, in plain digits",
            "copy it from the sheet as it was written",
          ),
        ]),
  ];
}

/** A figure is claimed, in one reading or several, or dismissed once. */
function checkVerdicts(
  sorted: readonly SheetRow[],
  placeAt: (line: number, column: string) => Place,
): readonly Fault[] {
  return sorted.flatMap(({ line, cells }, at) => {
    const before = sorted[at - 1];
    if (before === undefined || before.cells["start"] !== cells["start"]) return [];
    if (cells["decision"] === "claim" && before.cells["decision"] === "claim") return [];
    return [
      {
        ...placeAt(line, "decision"),
        found: `${showCell(cells["decision"] ?? "")}, but line ${String(before.line)} decides on the same start`,
        expected: "one dismissal of a figure, or claims only",
        mend: "delete one of the two rows, or correct its start",
      },
    ];
  });
}

/**
 * Reads a sheet that a person has filled in.
 *
 * @param session The session to which its decisions are added.
 * @param taken Every id that the tables hold.
 * @throws LedgerFaults with the place of each cell that says nothing that can be understood.
 */
export function readSheet(file: string, session: Session, taken: ReadonlySet<string>): FilledSheet {
  const { rows: read, columns } = readRows(file);
  const placeAt = (line: number, column: string | null): Place => {
    const index = column === null ? undefined : columns.get(column);
    return { file, line, column: index === undefined ? null : index + 1, field: column };
  };
  const rows = read.map(({ line, cells }): SheetRow => ({
    line,
    cells: Object.fromEntries([...columns].map(([column, at]) => [column, cells[at] ?? ""])),
  }));
  const faults = rows.flatMap((row) => checkRow(row, (column) => placeAt(row.line, column)));
  if (faults.length > 0) throw new LedgerFaults(faults);

  // In the order of the document, whichever way the sheet was sorted; readings of one figure stay together.
  const sorted = [...rows].sort((a, b) => Number(a.cells["start"]) - Number(b.cells["start"]));
  const twice = checkVerdicts(sorted, placeAt);
  if (twice.length > 0) throw new LedgerFaults(twice);
  const added: AddedRows = {
    rows: { metrics: [], origins: [], claimants: [] },
    lines: new Map(),
    taken: new Set([...taken, ...idsOfSession(session)]),
  };
  const decisions: Record<string, Decision> = {};
  for (const row of sorted) {
    const key = row.cells["start"] ?? "";
    const before = decisions[key];
    if (row.cells["decision"] === "dismiss") {
      decisions[key] = { verdict: "dismissal", cells: dismissalOf(row) };
      continue;
    }
    const claims = before?.verdict === "claim" ? before.claims : [];
    decisions[key] = { verdict: "claim", claims: [...claims, claimOf(row, added)] };
  }
  const linesOf = (decision: string): readonly number[] =>
    sorted.filter(({ cells }) => cells["decision"] === decision).map(({ line }) => line);
  const lines = { claims: linesOf("claim"), dismissals: linesOf("dismiss") };
  return {
    session: { ...session, added: added.rows, decisions },
    placeOf: (table, { cells, index }, field) => {
      if (table === "sources") return null;
      const line =
        table === "claims" || table === "dismissals" ? lines[table][index] : added.lines.get(cells);
      if (line === undefined) return null;
      return placeAt(line, field === null ? null : sheetColumn(table, field));
    },
  };
}
