import type { Proposal } from "../../entry/proposals.ts";
import { decisionOn, progressOf, undecidedOf } from "../../entry/session.ts";
import { button, element } from "../parts/element.ts";
import { type Typed, decisionForm } from "./decision.ts";
import type { Desk } from "./desk.ts";

/** The figure in view with its context, its form, and the ways to the others. */
export interface FigurePanel {
  readonly element: HTMLElement;
  /** Shows the figure that the session has in view. */
  readonly update: () => void;
  readonly focus: () => void;
}

const formatValue = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: 6 });

/** What the scanner reads in a figure: "count, 6,700, about". */
function readingOf({ figure: { kind, low, high, bound, unit } }: Proposal): string {
  const values = [low, high].filter((value) => value !== null).map(formatValue);
  const words = [kind, [...new Set(values)].join(" to "), bound.replaceAll("_", " "), unit ?? ""];
  return words.filter((word) => word !== "" && word !== "point").join(" · ");
}

function contextOf({ before, after, cells }: Proposal, language: string): HTMLElement {
  const quote = element("mark", {}, cells["quote"] ?? "");
  return element(
    "blockquote",
    { class: "context", lang: language, dir: "auto" },
    `…${before}`,
    quote,
    `${after}…`,
  );
}

const VERDICTS = {
  claim: "Accepted as a claim. Deciding again replaces that, and can be undone.",
  dismissal: "Set aside. Deciding again replaces that, and can be undone.",
} as const;

/** Said when the last figure has been passed. */
function endOf(desk: Desk): HTMLElement {
  const [first, ...others] = undecidedOf(desk.session(), desk.proposals());
  if (!first)
    return element(
      "p",
      {},
      desk.proposals().length === 0
        ? "No figure was found in this text."
        : "Every figure is decided. The rows are below.",
    );
  const words =
    others.length === 0
      ? "One figure was skipped. "
      : `${others.length + 1} figures were skipped. `;
  const go = button("Show the first of them", { class: "primary" }, () => {
    desk.perform({ do: "go", to: first.key });
  });
  return element("p", {}, words, go);
}

/** The panel beside the text. What is typed about a figure stays while others are looked at. */
export function figurePanel(desk: Desk): FigurePanel {
  const heading = element("h3", { tabindex: "-1" });
  const body = element("div", {});
  const kept = new Map<number, Typed>();
  let shown: { readonly key: number; readonly read: () => Typed } | null = null;

  const back = button("Back", {}, () => {
    desk.perform({ do: "back" });
  });
  const skip = button("Skip", {}, () => {
    desk.perform({ do: "skip" });
  });
  const undo = button("Undo", {}, () => {
    desk.perform({ do: "undo" });
  });
  const ways = element("div", { class: "buttons ways" }, back, skip, undo);

  const showFigure = (proposal: Proposal): void => {
    const { session } = desk;
    const decision = decisionOn(session(), proposal.key);
    const form = decisionForm(desk, proposal, kept.get(proposal.key) ?? null);
    body.replaceChildren(
      contextOf(proposal, session().language),
      element("p", { class: "reading" }, `The scanner reads: ${readingOf(proposal)}`),
      ...(decision ? [element("p", { class: "decided" }, VERDICTS[decision.verdict])] : []),
      form.element,
    );
    shown = { key: proposal.key, read: form.read };
  };
  const update = (): void => {
    const session = desk.session();
    if (shown && session.at !== shown.key && decisionOn(session, shown.key) === null)
      kept.set(shown.key, shown.read());
    else if (shown) kept.delete(shown.key);
    const proposals = desk.proposals();
    const proposal = proposals.find(({ key }) => key === session.at);
    const { position, figures } = progressOf(session, proposals);
    heading.textContent =
      position === null ? "The end of the text" : `Figure ${position} of ${figures}`;
    skip.disabled = !proposal;
    back.disabled = !proposals.some(({ key }) => session.at === null || key < session.at);
    undo.disabled = session.steps.length === 0;
    if (proposal) showFigure(proposal);
    else {
      shown = null;
      body.replaceChildren(endOf(desk));
    }
  };
  update();
  return {
    element: element(
      "div",
      { class: "panel" },
      element("div", { class: "panel-head" }, heading, ways),
      body,
    ),
    update,
    focus: () => {
      heading.focus();
    },
  };
}
