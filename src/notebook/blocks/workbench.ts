import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { interactivePart } from "./interactive.ts";

/** The workbench, with the rows of the ledger that a new document may refer to. */
export function workbenchBlock(_: string, _model: Model): Html {
  return interactivePart("workbench", {}, html`<p>needs JavaScript</p>`);
}
