import type { Cells } from "../../entry/cells.ts";
import type { EntryColumn } from "../../entry/columns.ts";
import { type Field, WRITTEN, controlFor, fieldOf } from "./field.ts";
import { element } from "./element.ts";

/** The tables whose rows a cell can refer to and a person can add to. */
export type RowTable = "claimants" | "origins" | "metrics";

export const isRowTable = (name: string): name is RowTable =>
  name === "claimants" || name === "origins" || name === "metrics";

/** The rows that cells can refer to: the published ones, and those added on this page. */
export interface Rows {
  readonly list: (table: RowTable) => readonly Cells[];
  /** Adds a row, gives it an id where it has none, and returns that. */
  readonly add: (table: RowTable, cells: Cells) => string;
}

/** Told to every list of rows when one was added. */
const ADDED = "rows-added";

/** Lets every list on the page offer the rows anew. */
export function announceRows(root: ParentNode): void {
  for (const list of root.querySelectorAll("select[data-rows]"))
    list.dispatchEvent(new Event(ADDED));
}

/** A row as a list names it, and the heading under which it stands. */
function nameOf(table: RowTable, row: Cells, rows: Rows): readonly [name: string, group: string] {
  if (table === "metrics")
    return [`${row["label"] ?? ""} (${row["unit"] ?? ""})`, row["topic"] ?? ""];
  if (table === "claimants") return [row["name"] ?? "", row["kind"] ?? ""];
  const speaker = rows.list("claimants").find(({ id }) => id === row["claimant"]);
  return [row["label"] ?? "", speaker?.["name"] ?? "nobody named"];
}

/** What a list tells about the row that is picked in it. */
function describeRow(table: RowTable, row: Cells): string {
  if (table === "metrics") return row["definition"] ?? "";
  const words =
    table === "origins"
      ? [row["stated_on"], row["method"]]
      : [row["kind"]?.replaceAll("_", " "), row["country"]];
  return [row["id"], ...words].filter(Boolean).join(" · ");
}

/** The choice that asks for a new row; no id looks like it. */
export const NEW = "+";

function optionsOf(table: RowTable, rows: Rows, first: string): readonly HTMLElement[] {
  const groups = new Map<string, [string, string][]>();
  for (const row of rows.list(table)) {
    const [name, group] = nameOf(table, row, rows);
    groups.set(group, [...(groups.get(group) ?? []), [row["id"] ?? "", name]]);
  }
  const byName = (a: readonly string[], b: readonly string[]): number =>
    (a[1] ?? "").localeCompare(b[1] ?? "", "en");
  const lists = [...groups]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([group, found]) =>
      element(
        "optgroup",
        { label: group.replaceAll("_", " ") },
        ...found.sort(byName).map(([id, name]) => element("option", { value: id }, name)),
      ),
    );
  return [element("option", { value: "" }, first), ...lists];
}

/** Makes the form for a new row of a table; `done` takes its id, or null when it was given up. */
export type NewRowForm = (table: RowTable, done: (id: string | null) => void) => HTMLElement;

/** A cell that refers to a row: picked from a list, or added on the spot. */
export function pickField(
  column: EntryColumn,
  table: RowTable,
  rows: Rows,
  newRow: NewRowForm,
): Field {
  const select = element("select", { "data-rows": table });
  const about = element("p", { class: "about" });
  const place = element("div", {});
  const singular = table.replace(/s$/u, "");
  const offer = (): void => {
    const { value } = select;
    const add = element("option", { value: NEW }, `add a new ${singular} …`);
    select.replaceChildren(...optionsOf(table, rows, `choose a ${singular} …`), add);
    select.value = value;
  };
  const describe = (): void => {
    const row = rows.list(table).find(({ id }) => id === select.value);
    about.textContent = row ? describeRow(table, row) : "";
    about.hidden = !row;
  };
  const follow = (): void => {
    describe();
    if (select.value !== NEW) {
      place.replaceChildren();
      return;
    }
    const form = newRow(table, (id) => {
      place.replaceChildren();
      select.value = id ?? "";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      select.focus();
    });
    place.replaceChildren(form);
    form.querySelector<HTMLElement>("input, select")?.focus();
  };
  offer();
  describe();
  select.addEventListener(ADDED, offer);
  select.addEventListener("change", follow);
  select.addEventListener(WRITTEN, describe);
  return fieldOf(column, select, about, place);
}

/** A cell that lists ids, with a list from which one more is put behind the others. */
export function listField(column: EntryColumn, table: RowTable, rows: Rows): Field {
  const input = controlFor(column);
  const select = element("select", {
    "data-rows": table,
    "aria-label": `One more for ${column.name}`,
  });
  const offer = (): void => {
    select.replaceChildren(...optionsOf(table, rows, "put one more behind …"));
  };
  offer();
  select.addEventListener(ADDED, offer);
  select.addEventListener("change", () => {
    if (select.value === "") return;
    input.value = [...input.value.split("|"), select.value].filter(Boolean).join("|");
    select.value = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return fieldOf(column, input, select);
}
