import type { Cells, EntryTable } from "../../entry/cells.ts";
import { type EntryColumn, checkCell, columnsOf } from "../../entry/columns.ts";
import { button, element } from "./element.ts";
import { type Field, type Words, WRITTEN, controlFor, fieldOf } from "./field.ts";
import { NEW, type RowTable, type Rows, isRowTable, listField, pickField } from "./pick.ts";

/** Columns of a table under one heading; without one they stand open, with one they are folded. */
export interface Group {
  readonly title: string | null;
  readonly columns: readonly string[];
}

/** The cells of one row as a person fills them in. */
export interface RecordForm {
  readonly element: HTMLElement;
  readonly read: () => Cells;
  readonly write: (cells: Cells) => void;
  /** Shows what is wrong with each cell; the first bad one gets the focus. */
  readonly check: () => boolean;
  /** Shows what a rule says about a cell; false when the form has no such cell. */
  readonly showFault: (column: string, words: Words) => boolean;
  /** Shows or hides a cell; one that holds something is never hidden. */
  readonly setShown: (column: string, isShown: boolean) => void;
}

/** What a new row asks for; its other columns are folded. */
const ASKED: Readonly<Record<RowTable, readonly string[]>> = {
  claimants: ["name", "kind", "country", "stance"],
  origins: ["claimant", "label", "stated_on", "method"],
  metrics: ["label", "topic", "unit", "measure", "series", "definition"],
};

/** A form for a new row, to be added before it is referred to. */
function newRowForm(table: RowTable, rows: Rows, done: (id: string | null) => void): HTMLElement {
  const singular = table.replace(/s$/u, "");
  const all = columnsOf(table).map(({ name }) => name);
  const asked = ASKED[table];
  const more = all.filter((name) => !asked.includes(name));
  const form = recordForm(table, rows, [
    { title: null, columns: asked },
    { title: "More columns", columns: more },
  ]);
  const add = button(`Add this ${singular}`, { class: "primary" }, () => {
    if (form.check()) done(rows.add(table, form.read()));
  });
  const leave = button("Leave it", {}, () => {
    done(null);
  });
  const actions = element("div", { class: "buttons" }, add, leave);
  const legend = element("legend", {}, `New ${singular}`);
  return element("fieldset", { class: "new-row" }, legend, form.element, actions);
}

function makeField(column: EntryColumn, rows: Rows): Field {
  const table = column.references ?? "";
  if (!isRowTable(table)) return fieldOf(column, controlFor(column));
  if (column.list) return listField(column, table, rows);
  return pickField(column, table, rows, (of, done) => newRowForm(of, rows, done));
}

/** What is wrong with a cell, in words that fit a form: there a row is picked and a word chosen. */
function faultOf(
  table: EntryTable,
  { name, choices, references = "", list }: EntryColumn,
  cell: string,
): Words | null {
  // An id that is left empty is made from the other cells.
  if (name === "id" && cell === "") return null;
  if (cell === NEW)
    return {
      expected: "the new row to be added first",
      mend: "fill it in and add it, or leave it",
    };
  const words = checkCell(table, name, cell);
  if (words === null || cell !== "" || list) return words;
  if (isRowTable(references)) {
    const mend = "choose one from the list, or add a new one";
    return { expected: `a ${references.replace(/s$/u, "")}`, mend };
  }
  return choices ? { expected: "one of the words of the list", mend: "choose one" } : words;
}

/**
 * A form for one row of a table. Labels, meanings, choices and faults are those of the
 * table's schema; a cell is checked when a person leaves it.
 */
export function recordForm(table: EntryTable, rows: Rows, groups: readonly Group[]): RecordForm {
  const columns = new Map(columnsOf(table).map((column) => [column.name, column]));
  const fields = new Map<string, Field>();
  const parts = groups.map(({ title, columns: names }) => {
    const found = names.flatMap((name) => {
      const column = columns.get(name);
      if (!column) return [];
      const field = makeField(column, rows);
      fields.set(name, field);
      return [field.element];
    });
    const grid = element("div", { class: "fields" }, ...found);
    return title === null
      ? grid
      : element("details", { class: "more" }, element("summary", {}, title), grid);
  });
  const checkField = ({ name, control, showFault }: Field): boolean => {
    const column = columns.get(name);
    const words = column ? faultOf(table, column, control.value) : null;
    showFault(words);
    return words === null;
  };
  for (const field of fields.values())
    field.control.addEventListener("change", () => {
      // Whoever has just asked for a new row has done nothing wrong yet.
      if (field.control.value === NEW) field.showFault(null);
      else checkField(field);
    });
  const reveal = (field: Field): void => {
    field.element.hidden = false;
    field.element.closest("details")?.setAttribute("open", "");
  };
  return {
    element: element("div", { class: "record" }, ...parts),
    read: () => Object.fromEntries([...fields].map(([name, { control }]) => [name, control.value])),
    write(cells) {
      for (const [name, { control }] of fields) {
        const cell = cells[name];
        if (cell === undefined || cell === control.value) continue;
        control.value = cell;
        control.dispatchEvent(new Event(WRITTEN));
      }
    },
    check() {
      const bad = [...fields.values()].filter((field) => !checkField(field));
      bad.forEach(reveal);
      bad[0]?.control.focus();
      return bad.length === 0;
    },
    showFault(name, words) {
      const field = fields.get(name);
      if (!field) return false;
      reveal(field);
      field.showFault(words);
      return true;
    },
    setShown(name, isShown) {
      const field = fields.get(name);
      if (field) field.element.hidden = !isShown && field.control.value === "";
    },
  };
}
