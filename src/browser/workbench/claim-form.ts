import type { Cells } from "../../entry/cells.ts";
import { DAYS, daysFor } from "../../entry/days.ts";
import { PLAIN } from "../../entry/rows.ts";
import { type RecordForm, recordForm } from "../parts/record-form.ts";
import type { Rows } from "../parts/pick.ts";

/** The columns of a claim that a person fills in; the scanner and the document give the others. */
const GROUPS = [
  {
    title: null,
    columns: [
      ...["metric", "origin", "primary", "low", "best", "high", "bound", "hedge", "modality"],
      ...["time_basis", ...DAYS],
    ],
  },
  {
    title: "More columns",
    columns: [
      ...["low_exclusive", "high_exclusive", "scope", "via", "alternative", "derived_from"],
      ...["quote_seen", "translation_note", "repeats", "status", "id", "note"],
    ],
  },
] as const;

/** A form for a claim. It asks for the days that mean something for the quantity that is picked. */
export function claimForm(rows: Rows, cells: Cells): RecordForm {
  const form = recordForm("claims", rows, GROUPS);
  const showDays = (): void => {
    const { metric } = form.read();
    const row = rows.list("metrics").find(({ id }) => id === metric);
    const wanted = row ? daysFor(row) : [];
    for (const day of DAYS) form.setShown(day, wanted.includes(day));
  };
  form.write({ ...PLAIN, ...cells });
  showDays();
  form.element.addEventListener("change", showDays);
  return form;
}
