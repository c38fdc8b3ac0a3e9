import { ENTRY_TABLES, type EntryTable } from "../../entry/cells.ts";
import { progressOf } from "../../entry/session.ts";
import { download } from "../parts/download.ts";
import { button, element } from "../parts/element.ts";
import { sentencesOf } from "../parts/field.ts";
import type { RowFault } from "./check.ts";
import { csvOf } from "./csv.ts";
import type { Desk, Outcome } from "./desk.ts";
import { handOver } from "./hand-over.ts";

/** The rows to append, what is wrong with them, and the files that hold them. */
export interface Result {
  readonly element: HTMLElement;
  readonly update: () => void;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A fault with its place, and the way to the form in which it is mended. */
function faultItem(
  fault: RowFault,
  { records }: Outcome,
  show: (fault: RowFault, key: number | null) => void,
): HTMLElement {
  const { table, row, column } = fault;
  const cells = records[table][row] ?? {};
  const quote = table === "sources" ? "" : (cells["quote"] ?? cells["id"] ?? "");
  // That a cell is empty is what most of these say; they need not say it twice.
  const words =
    column !== null && (cells[column] ?? "") === ""
      ? { expected: fault.expected, mend: fault.mend }
      : fault;
  const key = table === "claims" || table === "dismissals" ? Number(cells["start"]) : null;
  const place = `${table}${column === null ? "" : `, ${column}`}${quote === "" ? "" : ` (${quote})`}`;
  const way =
    key !== null || table === "sources"
      ? button("Show", { "aria-label": `Show ${place}` }, () => {
          show(fault, key);
        })
      : null;
  return element("li", {}, element("strong", {}, `${place}: `), sentencesOf(words), " ", way);
}

/** One table's new rows: how many, their text, and a file of them. */
function tableItem(table: EntryTable, { records }: Outcome): HTMLElement {
  const rows = records[table];
  const csv = csvOf(table, rows);
  const save = button(`Download ${table}.csv`, {}, () => {
    download(`${table}.csv`, csv);
  });
  const text = element("pre", { tabindex: "0", "aria-label": `New rows of ${table}` }, csv);
  const look = element("details", {}, element("summary", {}, "Look at the rows"), text);
  const head = element(
    "div",
    { class: "table-head" },
    element("h4", {}, `${table}.csv`),
    element("span", { class: "count" }, plural(rows.length, "row")),
    save,
  );
  return element("li", { class: "table-rows", "data-table": table }, head, look);
}

function verdictOf(outcome: Outcome, undecided: number): string {
  const { faults } = outcome;
  const parts = [
    ...(undecided > 0 ? [`${plural(undecided, "figure")} still to decide`] : []),
    ...(faults.length > 0 ? [`${plural(faults.length, "fault")} to mend`] : []),
  ];
  return parts.length === 0
    ? "Every figure is decided, and every row keeps the rules of the tables."
    : `Not finished: ${parts.join(", ")}.`;
}

/**
 * The end of the work: the rows of each table.
 *
 * @param show Brings the form of a fault into view: the figure with this key, or the document's.
 */
export function resultPart(
  desk: Desk,
  show: (fault: RowFault, key: number | null) => void,
): Result {
  const verdict = element("p", { class: "verdict" });
  const faults = element("ul", { class: "faults" });
  const files = element("ul", { class: "files" });
  const hand = handOver(desk);
  const byHand = element("h3", {}, "Or append the rows by hand");
  const update = (): void => {
    const outcome = desk.result();
    const { undecided } = progressOf(desk.session(), desk.proposals());
    verdict.textContent = verdictOf(outcome, undecided);
    faults.replaceChildren(...outcome.faults.map((fault) => faultItem(fault, outcome, show)));
    faults.hidden = outcome.faults.length === 0;
    hand.update(outcome);
    files.replaceChildren(
      ...ENTRY_TABLES.filter((table) => outcome.records[table].length > 0).map((table) =>
        tableItem(table, outcome),
      ),
    );
  };
  update();
  return { element: element("div", {}, verdict, faults, hand.element, byHand, files), update };
}
