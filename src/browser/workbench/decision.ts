import type { Cells } from "../../entry/cells.ts";
import { DAYS } from "../../entry/days.ts";
import { checkCell, columnsOf } from "../../entry/columns.ts";
import type { Proposal } from "../../entry/proposals.ts";
import { type Decision, decisionOn, undecidedOf } from "../../entry/session.ts";
import type { Dismissal } from "../../ledger/tables.ts";
import { button, element } from "../parts/element.ts";
import { type Field, controlFor, fieldOf, newId, sentencesOf } from "../parts/field.ts";
import type { RecordForm } from "../parts/record-form.ts";
import { claimForm } from "./claim-form.ts";
import type { Desk } from "./desk.ts";

/** Cells that a person has typed about a figure and not decided on yet. */
export interface Typed {
  readonly isClaim: boolean;
  readonly claim: Cells;
  readonly dismissal: Cells;
}

/** The form in which one figure is decided. */
export interface DecisionForm {
  readonly element: HTMLElement;
  readonly read: () => Typed;
}

/** What the form begins with: what was typed, decided or proposed, whichever is the latest. */
function typedFrom(proposal: Proposal, decision: Decision | null): Typed {
  const proposed = { claim: proposal.cells, dismissal: proposal.dismissal };
  if (decision === null) return { isClaim: proposal.figure.claim, ...proposed };
  return decision.verdict === "claim"
    ? { ...proposed, isClaim: true, claim: decision.claims[0] ?? proposal.cells }
    : { ...proposed, isClaim: false, dismissal: decision.cells };
}

/** Cells of the claim that was accepted last, but for what belongs to its figure alone. */
const CARRIED = [
  ...["metric", "origin", "primary", "modality", "time_basis", "via", "scope"],
  ...DAYS,
];

function lastClaim(desk: Desk): Cells | null {
  const { steps, decisions } = desk.session();
  const keys = steps.flatMap(({ before }) => before.map(([key]) => String(key))).reverse();
  for (const key of keys) {
    const decision = decisions[key];
    if (decision?.verdict !== "claim") continue;
    const [claim = {}] = decision.claims;
    return Object.fromEntries(CARRIED.map((name) => [name, claim[name] ?? ""]));
  }
  return null;
}

function dismissalField(name: "kind" | "reason", cells: Cells): Field {
  const column = columnsOf("dismissals").find((one) => one.name === name);
  if (!column) throw new Error(`dismissals have no column ${name}`);
  const field = fieldOf(column, controlFor(column));
  field.control.value = cells[name] ?? "";
  return field;
}

/** The part of the form for a figure that is a claim. */
function claimPart(desk: Desk, form: RecordForm): HTMLElement {
  const trouble = element("p", { class: "trouble", role: "alert", hidden: "" });
  const accept = (): void => {
    trouble.hidden = true;
    if (!form.check()) return;
    const claims = [form.read()];
    const [fault] = desk.faultsOf(claims);
    if (!fault) {
      desk.perform({ do: "accept", claims });
      return;
    }
    if (fault.column !== null && form.showFault(fault.column, fault)) return;
    trouble.textContent = sentencesOf(fault);
    trouble.hidden = false;
  };
  const last = lastClaim(desk);
  const carry =
    last &&
    button("Fill in as in the last claim", {}, () => {
      form.write(last);
      form.element.dispatchEvent(new Event("change"));
    });
  const add = button("Accept as a claim", { class: "primary" }, accept);
  const actions = element("div", { class: "buttons" }, add, carry);
  return element("div", { class: "part" }, form.element, trouble, actions);
}

/** The part of the form for a figure that is none, with those of its kind. */
function dismissalPart(desk: Desk, proposal: Proposal, fields: readonly Field[]): HTMLElement {
  const read = (): { kind: Dismissal["kind"]; reason: string } | null => {
    const bad = fields.filter(({ name, control, showFault }) => {
      const words = checkCell("dismissals", name, control.value);
      showFault(words);
      return words !== null;
    });
    bad[0]?.control.focus();
    const [kind = "", reason = ""] = fields.map(({ control }) => control.value);
    return bad.length > 0 ? null : { kind: kind as Dismissal["kind"], reason };
  };
  const of = proposal.figure.kind;
  const alike = undecidedOf(desk.session(), desk.proposals()).filter(
    ({ figure }) => figure.kind === of,
  ).length;
  const one = button("Set aside", { class: "primary" }, () => {
    const cells = read();
    if (cells) desk.perform({ do: "dismiss", ...cells });
  });
  const all = button(`Set aside all ${alike} open figures of the kind “${of}”`, {}, () => {
    const cells = read();
    if (cells) desk.perform({ do: "dismiss_kind", of, ...cells });
  });
  return element(
    "div",
    { class: "part" },
    element("div", { class: "fields" }, ...fields.map((field) => field.element)),
    element("div", { class: "buttons" }, one, alike > 1 ? all : null),
  );
}

/** The form in which a figure becomes a claim or is set aside. */
export function decisionForm(desk: Desk, proposal: Proposal, kept: Typed | null): DecisionForm {
  const decision = decisionOn(desk.session(), proposal.key);
  const begun = kept ?? typedFrom(proposal, decision);
  const claim = claimForm(desk.rows, begun.claim);
  const fields = [
    dismissalField("kind", begun.dismissal),
    dismissalField("reason", begun.dismissal),
  ];
  const parts = [claimPart(desk, claim), dismissalPart(desk, proposal, fields)] as const;
  const name = newId();
  const radio = (value: string): HTMLInputElement =>
    element("input", { type: "radio", name, value });
  const [isClaim, isNone] = [radio("claim"), radio("none")];
  const show = (): void => {
    parts[0].hidden = !isClaim.checked;
    parts[1].hidden = isClaim.checked;
  };
  (begun.isClaim ? isClaim : isNone).checked = true;
  show();
  const choices = element(
    "fieldset",
    { class: "choices" },
    element("legend", {}, "What is this figure?"),
    element("label", { class: "choice" }, isClaim, "A claim"),
    element("label", { class: "choice" }, isNone, "None: set it aside"),
  );
  choices.addEventListener("change", show);
  return {
    element: element("div", { class: "decision" }, choices, ...parts),
    read: () => ({
      isClaim: isClaim.checked,
      claim: claim.read(),
      dismissal: Object.fromEntries(
        fields.map(({ name: column, control }) => [column, control.value]),
      ),
    }),
  };
}
