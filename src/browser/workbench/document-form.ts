import { element } from "../parts/element.ts";
import { type RecordForm, recordForm } from "../parts/record-form.ts";
import type { Desk } from "./desk.ts";

const GROUPS = [
  {
    title: null,
    columns: ["title", "publisher", "published_on", "published_precision", "url", "translation"],
  },
  {
    title: "More columns",
    columns: [
      ...["author", "original_title", "original_publisher", "original_url"],
      ...["collection", "language", "sha256", "characters", "id", "note"],
    ],
  },
] as const;

/** The particulars of the document: its row of the table of sources. */
export interface DocumentForm {
  readonly element: HTMLElement;
  readonly form: RecordForm;
}

/** A form for the document's own row; each cell is kept as soon as it is left. */
export function documentForm(desk: Desk): DocumentForm {
  const { source } = desk.session();
  const form = recordForm("sources", desk.rows, GROUPS);
  form.write(source);
  form.element.addEventListener("change", () => {
    desk.perform({ do: "describe", source: form.read() });
  });
  const withoutHash =
    source["sha256"] === ""
      ? element(
          "p",
          { class: "note" },
          "This page did not come over a secure connection, and browsers compute no hashes then. The cell sha256 stays empty here; npm run source:add fills it in.",
        )
      : null;
  return { element: element("div", {}, withoutHash, form.element), form };
}
