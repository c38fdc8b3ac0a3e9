import * as z from "zod/mini";
import { type Mending, isDay, isPlainNumber, mendDay, mendNumber } from "./damage.ts";
import { type Formula, parseFormula } from "./formula.ts";

/**
 * What people are told about a column, kept beside the schema that checks it:
 * the data dictionary, `datapackage.json` and the faults all print these.
 */
export interface ColumnNotes {
  /** What a cell means, in words for someone who edits the table in a spreadsheet. */
  readonly description: string;
  /** The form of a cell: completes "expected …". */
  readonly expected: string;
  /** How to put a bad cell right; a cell's own check may say something closer to what was found. */
  readonly mend: string;
  /** Unit of a number, where there is one. */
  readonly unit?: string;
  /** The table whose ids the cell holds. */
  readonly references?: string;
  /** The words that a cell may hold. */
  readonly choices?: readonly string[];
  /** Table Schema type of the column (frictionless data package). */
  readonly type: "string" | "number" | "integer" | "date" | "boolean";
  /** Whether a cell may be empty ("not stated"). */
  readonly optional: boolean;
  /** Whether the cell is a list joined by "|". */
  readonly list?: boolean;
}

/** One column: text of a cell in, typed value out; an empty optional cell is null. */
export type Column<T> = z.ZodMiniType<T, string>;

/** The notes of every column, by its schema. */
const columnNotes = z.registry<ColumnNotes>();

type Reading<T> = { readonly value: T } | Mending;

const isBad = <T>(reading: Reading<T>): reading is Mending => !("value" in reading);

const SPACES: Mending = {
  expected: "text without spaces at its ends",
  mend: "delete the spaces at the ends",
};

function column<T>(notes: ColumnNotes, readCell: (cell: string) => Reading<T>): Column<T> {
  const read = z.transform((cell: string, context): T => {
    const found = readCell(cell);
    if (!isBad(found)) return found.value;
    const trimmed = cell.trim();
    // Nobody sees a space at an end: where it is all that is wrong, it is named.
    const reading = trimmed !== cell && !isBad(readCell(trimmed)) ? SPACES : found;
    context.issues.push({
      code: "custom",
      input: cell,
      message: reading.expected ?? notes.expected,
      params: { mend: reading.mend ?? notes.mend },
    });
    return z.NEVER;
  });
  const schema = z.pipe(z.string(), read);
  columnNotes.add(schema, notes);
  return schema;
}

const bad = (expected?: string, mend?: string): Mending => ({
  ...(expected === undefined ? {} : { expected }),
  ...(mend === undefined ? {} : { mend }),
});

/**
 * The notes of a column made in this module.
 *
 * @throws Error when the schema was made elsewhere: a fault of the program.
 */
export function notesOf(schema: z.core.$ZodType): ColumnNotes {
  const notes = columnNotes.get(schema);
  if (!notes) throw new Error("a column must be made in src/ledger/columns.ts");
  return notes;
}

/** Lets a cell be empty: "" is null. */
export function optional<T>(inner: Column<T>): Column<T | null> {
  return column<T | null>({ ...notesOf(inner), optional: true }, (cell) => {
    if (cell === "") return { value: null };
    const result = inner.safeParse(cell);
    if (result.success) return { value: result.data };
    const [issue] = result.error.issues;
    const mend: unknown = issue?.code === "custom" ? issue.params?.["mend"] : undefined;
    return bad(issue?.message, typeof mend === "string" ? mend : undefined);
  });
}

const FORMULA_LEAD = /^[=+\-@\t]/u;
const SPREADSHEET_ERROR = /^#(REF|NAME|VALUE|DIV\/0|N\/A|NUM|NULL|BEZUG|WERT|NV|ZAHL)[!?]?/u;

/** Free text in one cell. Refused: what a spreadsheet would run as a formula, or has put in place of a value. */
export function text(description: string): Column<string> {
  const notes: ColumnNotes = {
    description,
    expected: "text that does not start with =, +, - or @",
    mend: "write the text again without the sign in front",
    type: "string",
    optional: false,
  };
  return column(notes, (cell) => {
    if (cell === "") return bad("a value; the cell is empty", "fill the cell in");
    if (SPREADSHEET_ERROR.test(cell))
      return bad("text, not a spreadsheet's error value", "type the text again");
    if (FORMULA_LEAD.test(cell)) return bad();
    if (cell !== cell.trim()) return SPACES;
    return { value: cell };
  });
}

/** A number in plain decimals: no grouping, no exponent, no unit. */
export function number(description: string, unit?: string): Column<number> {
  const notes: ColumnNotes = {
    description,
    expected: "a number in plain digits with . as decimal point",
    mend: "type the digits only; the unit is the metric's",
    type: "number",
    optional: false,
    ...(unit === undefined ? {} : { unit }),
  };
  return column(notes, (cell) => {
    if (!isPlainNumber(cell)) return mendNumber(cell);
    const value = Number(cell);
    return Number.isFinite(value) ? { value } : bad();
  });
}

/** A whole number from 0 on. */
export function count(description: string, unit: string): Column<number> {
  const notes: ColumnNotes = {
    description,
    expected: "a whole number, 0 or more, in plain digits",
    mend: "type the digits only",
    type: "integer",
    optional: false,
    unit,
  };
  return column(notes, (cell) => {
    if (!/^(0|[1-9]\d*)$/u.test(cell)) return mendNumber(cell);
    const value = Number(cell);
    return Number.isSafeInteger(value) ? { value } : bad();
  });
}

/** Whether something is so, in published tables. */
export function truth(description: string): Column<boolean> {
  const notes: ColumnNotes = {
    description,
    expected: "true or false",
    mend: "this column is computed",
    type: "boolean",
    optional: false,
  };
  return column(notes, (cell) =>
    cell === "true" || cell === "false" ? { value: cell === "true" } : bad(),
  );
}

/** A calendar day, ISO 8601. Days are text to the last: no clock or time zone touches them. */
export function day(description: string): Column<string> {
  const notes: ColumnNotes = {
    description,
    expected: "a calendar day written YYYY-MM-DD",
    mend: "type year-month-day, for example 2024-02-26; format the column as text first",
    type: "date",
    optional: false,
  };
  return column(notes, (cell) => (isDay(cell) ? { value: cell } : { mend: mendDay(cell) }));
}

/** One word of a fixed list. */
export function choice<const W extends string>(
  description: string,
  words: readonly W[],
): Column<W> {
  const notes: ColumnNotes = {
    description,
    expected: `one of ${words.join(", ")}`,
    mend: "use one of these words, in small letters",
    type: "string",
    optional: false,
    choices: words,
  };
  return column(notes, (cell) => {
    const value = words.find((word) => word === cell);
    return value === undefined ? bad() : { value };
  });
}

const idForm = (prefix: string): RegExp => new RegExp(`^${prefix}[a-z0-9][a-z0-9_]*$`, "u");

/** The row's own id. Ids start with a letter, so that no spreadsheet takes one for a number. */
export function id(prefix: string, description: string): Column<string> {
  const form = idForm(prefix);
  const notes: ColumnNotes = {
    description,
    expected: `an id: ${prefix} and then small letters, digits and _`,
    mend: `start with ${prefix}, for example ${prefix}2024_02`,
    type: "string",
    optional: false,
  };
  return column(notes, (cell) => (form.test(cell) ? { value: cell } : bad()));
}

/** The id of a row of another table; that the row exists is checked across tables. */
export function reference(table: string, prefix: string, description: string): Column<string> {
  const form = idForm(prefix);
  const notes: ColumnNotes = {
    description,
    expected: `an id from data/${table}.csv`,
    mend: "correct the id, or add the row there first",
    type: "string",
    optional: false,
    references: table,
  };
  return column(notes, (cell) => (form.test(cell) ? { value: cell } : bad()));
}

const NOTHING: readonly never[] = [];

/** Items joined by "|"; an empty cell is the empty list. */
export function list<T>(item: Column<T>, description: string): Column<readonly T[]> {
  const itemNotes = notesOf(item);
  const notes: ColumnNotes = {
    ...itemNotes,
    description,
    expected: `a list joined by |, each item ${itemNotes.expected}`,
    optional: true,
    list: true,
  };
  return column(notes, (cell) => {
    if (cell === "") return { value: NOTHING };
    const parts = cell.split("|");
    const readAll = (words: readonly string[]): readonly T[] | null => {
      const items = words.map((word) => item.safeParse(word));
      const value = items.flatMap((result) => (result.success ? [result.data] : []));
      return value.length === items.length ? value : null;
    };
    const value = readAll(parts);
    if (value) return { value };
    return readAll(parts.map((part) => part.trim()))
      ? bad("items without spaces at their ends", "delete the spaces around |")
      : bad();
  });
}

/** Text of a fixed form. */
export function pattern(
  description: string,
  form: RegExp,
  words: { readonly expected: string; readonly mend: string },
): Column<string> {
  const notes: ColumnNotes = { description, ...words, type: "string", optional: false };
  return column(notes, (cell) => (form.test(cell) ? { value: cell } : bad()));
}

/** Arithmetic over ids: `c_000_shells_152 / c_000_containers`. */
export function formula(description: string): Column<Formula> {
  const notes: ColumnNotes = {
    description,
    expected:
      "arithmetic (+ - * / and brackets) over ids, each with .low, .best or .high if one end is meant",
    mend: "write it like c_one / c_two, with ids of claims, assumptions or cross-checks",
    type: "string",
    optional: false,
  };
  return column(notes, (cell) => {
    const parsed = parseFormula(cell);
    return "formula" in parsed ? { value: parsed.formula } : bad(parsed.expected);
  });
}
