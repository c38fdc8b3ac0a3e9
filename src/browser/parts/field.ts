import type { EntryColumn } from "../../entry/columns.ts";
import { type Child, element } from "./element.ts";

/** Told to a control whose cell was filled in by the page. */
export const WRITTEN = "written";

/** What a bad cell is told: completes "found …", "expected …" and "to mend: …". */
export interface Words {
  /** Left out where the cell itself shows it. */
  readonly found?: string;
  readonly expected: string;
  readonly mend: string;
}

export type Control = HTMLInputElement | HTMLSelectElement;

/** One cell of a row in a form, with what is wrong with it beside. */
export interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  readonly control: Control;
  readonly showFault: (words: Words | null) => void;
}

/** "as_of_earliest" as "As of earliest"; ids and hashes keep their names. */
const labelOf = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll("_", " ").replace("Url", "URL");

/** A fault as a person reads it beside the cell. */
export const sentencesOf = ({ found, expected, mend }: Words): string =>
  `${found === undefined ? "" : `Found ${found}. `}Expected ${expected}. To mend: ${mend}.`;

const made = { count: 0 };

/** An id that no other element of the page has. */
export function newId(): string {
  made.count += 1;
  return `field-${made.count}`;
}

/** A text field, or a list where the column has its words; nothing is chosen in advance. */
export function controlFor(column: EntryColumn): Control {
  if (column.choices === undefined || column.list)
    return element("input", {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      inputmode: column.type === "number" || column.type === "integer" ? "decimal" : null,
      placeholder: column.type === "date" ? "YYYY-MM-DD" : null,
    });
  const words = column.choices.map((word) => element("option", { value: word }, word));
  return element("select", {}, element("option", { value: "" }, "choose …"), ...words);
}

/**
 * A label, a control, what the column means, and a place for what is wrong.
 *
 * @param beside What belongs to the control: a button, a form for a new row.
 */
export function fieldOf(column: EntryColumn, control: Control, ...beside: readonly Child[]): Field {
  const id = newId();
  const hint = element("p", { class: "hint", id: `${id}-hint` }, column.description);
  const fault = element("p", { class: "field-fault", id: `${id}-fault`, hidden: "" });
  control.id = id;
  control.name = column.name;
  control.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  if (!column.optional) control.setAttribute("aria-required", "true");
  const label = element("label", { for: id }, labelOf(column.name));
  const mayBeEmpty = column.optional
    ? element("span", { class: "optional", "aria-hidden": "true" }, "may be empty")
    : null;
  const head = element("div", { class: "field-head" }, label, mayBeEmpty);
  return {
    name: column.name,
    element: element(
      "div",
      { class: "field", "data-column": column.name },
      head,
      control,
      hint,
      ...beside,
      fault,
    ),
    control,
    showFault(words) {
      control.toggleAttribute("aria-invalid", false);
      if (words !== null) control.setAttribute("aria-invalid", "true");
      fault.hidden = words === null;
      fault.textContent = words === null ? "" : sentencesOf(words);
    },
  };
}
