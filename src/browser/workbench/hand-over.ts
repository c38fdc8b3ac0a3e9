import { decidedSheet } from "../../entry/decided-sheet.ts";
import { download } from "../parts/download.ts";
import { button, element } from "../parts/element.ts";
import { FOLDER, commandFor } from "./command.ts";
import type { Desk, Outcome } from "./desk.ts";

/** The way from the page into the tables: the text, the sheet, and the command that takes both. */
export interface HandOver {
  readonly element: HTMLElement;
  readonly update: (outcome: Outcome) => void;
}

/** The sheet with those new rows that claims of the session refer to. */
function sheetOf(desk: Desk, { records: { claimants, origins, metrics } }: Outcome) {
  const session = { ...desk.session(), added: { claimants, origins, metrics } };
  return decidedSheet(session, desk.proposals());
}

export function handOver(desk: Desk): HandOver {
  const command = element("pre", { tabindex: "0", "aria-label": "Command" });
  const left = element("p", { class: "trouble", hidden: "" });
  const nameOf = (): string => desk.result().records.sources[0]?.["id"] ?? "text";
  const text = button("Download the text", {}, () => {
    // As bytes: what a browser does with the letters of a text is up to the browser.
    download(`${nameOf()}.txt`, new TextEncoder().encode(desk.text));
  });
  const sheet = button("Download the sheet", { class: "primary" }, () => {
    download(`${nameOf()}.csv`, sheetOf(desk, desk.result()).sheet);
  });
  return {
    element: element(
      "div",
      { class: "hand-over" },
      element("h3", {}, "Let the command write them"),
      element(
        "p",
        {},
        `Save the text and the sheet in ${FOLDER}/ of the project, which no commit takes along, and run this. The command checks everything once more and changes all tables or none.`,
      ),
      element("div", { class: "buttons" }, sheet, text),
      command,
      left,
    ),
    update(outcome) {
      const [source = {}] = outcome.records.sources;
      command.textContent = commandFor(source);
      const lost = sheetOf(desk, outcome).left;
      left.hidden = lost.length === 0;
      left.textContent = `The sheet has no place for ${lost.join(", ")}, which no claim names: append those rows by hand first.`;
    },
  };
}
