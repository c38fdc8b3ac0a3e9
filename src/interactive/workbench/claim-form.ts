import type { Cells } from "../../entry/cells.ts";
import { type RecordForm, recordForm } from "../parts/record-form.ts";
import type { Rows } from "../parts/pick.ts";

const DATES = ["as_of_earliest", "as_of_latest", "period_start", "period_end", "counted_from"];

/** The columns of a claim that a person fills in; the scanner and the document give the others. */
const GROUPS = [
  {
    title: null,
    columns: [
      ...["metric", "origin", "low", "best", "high", "bound", "hedge", "modality"],
      ...["time_basis", ...DATES],
    ],
  },
  {
    title: "More columns",
    columns: [
      ...["scope", "via", "alternative", "derived_from", "translation_note"],
      ...["repeats", "status", "id", "note"],
    ],
  },
] as const;

/** What a claim has when nothing else is said. */
export const PLAIN: Cells = { repeats: "faithful", status: "active" };

/** The dates that mean something for a kind of quantity. */
function datesFor(metric: Cells | undefined): readonly string[] {
  if (!metric) return [];
  const kind = metric["kind"] ?? "";
  if (kind === "flow" || kind === "rate") return ["period_start", "period_end"];
  const window = metric["cumulative"] === "yes" ? ["counted_from"] : [];
  return kind === "stock" ? ["as_of_earliest", "as_of_latest", ...window] : DATES;
}

/** A form for a claim. It asks for the dates of the kind of quantity that is picked. */
export function claimForm(rows: Rows, cells: Cells): RecordForm {
  const form = recordForm("claims", rows, GROUPS);
  const showDates = (): void => {
    const { metric } = form.read();
    const wanted = datesFor(rows.list("metrics").find(({ id }) => id === metric));
    for (const date of DATES) form.setShown(date, wanted.includes(date));
  };
  form.write({ ...PLAIN, ...cells });
  showDates();
  form.element.addEventListener("change", showDates);
  return form;
}
