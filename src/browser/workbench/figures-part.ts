import { type Session, decisionOn, progressOf } from "../../entry/session.ts";
import { button, element, unseen } from "../parts/element.ts";
import { newId } from "../parts/field.ts";
import type { Desk } from "./desk.ts";
import { figurePanel } from "./figure-panel.ts";
import { type MarkedText, markedText } from "./marked-text.ts";

/** The text with its figures, and beside it the one that is being decided. */
export interface FiguresPart {
  readonly element: HTMLElement;
  readonly update: (before: Session) => void;
  readonly focus: () => void;
}

const stretchesOf = (desk: Desk) =>
  desk.proposals().map(({ key, cells, figure: { claim } }) => ({
    key,
    start: Number(cells["start"]),
    end: Number(cells["end"]),
    claim,
  }));

/** How far the work has come, as a bar and in words that are read out. */
function progressBar(desk: Desk): { readonly element: HTMLElement; readonly update: () => void } {
  const bar = element("progress", { "aria-hidden": "true" });
  const words = element("p", { role: "status" });
  const update = (): void => {
    const { figures, claimed, dismissed } = progressOf(desk.session(), desk.proposals());
    bar.max = Math.max(1, figures);
    bar.value = claimed + dismissed;
    words.textContent = `${claimed + dismissed} of ${figures} decided: ${claimed} claimed, ${dismissed} set aside`;
  };
  update();
  return { element: element("div", { class: "progress" }, bar, words), update };
}

const KEY: readonly (readonly [attributes: Record<string, string>, word: string])[] = [
  [{ "data-state": "open", "data-claim": "" }, "may be a claim"],
  [{ "data-state": "open" }, "probably none"],
  [{ "data-state": "claim" }, "claimed"],
  [{ "data-state": "dismissal" }, "set aside"],
];

/** What the marks in the text mean. */
const legend = (): HTMLElement =>
  element(
    "ul",
    { class: "legend", "aria-label": "What the marks mean" },
    ...KEY.map(([attributes, word]) => element("li", {}, element("mark", attributes, word))),
  );

/** Takes a figure that the scanner does not see: what is selected in the text, or typed as printed. */
function furtherFigure(desk: Desk, marked: () => MarkedText): HTMLElement {
  const id = newId();
  const input = element("input", { type: "text", id, autocomplete: "off", spellcheck: "false" });
  const said = element("p", { class: "hint", role: "status" });
  const findTyped = (): { start: number; end: number } | null => {
    const at = input.value === "" ? -1 : desk.text.indexOf(input.value);
    if (at < 0) return null;
    const start = Array.from(desk.text.slice(0, at)).length;
    return { start, end: start + Array.from(input.value).length };
  };
  const mark = button("Mark it", {}, () => {
    const place = marked().findSelection() ?? findTyped();
    said.textContent = place ? "" : "Select the figure in the text, or type it exactly as printed.";
    input.value = "";
    if (place) desk.perform({ do: "mark", mark: place });
  });
  // A press must not take the selection away.
  mark.addEventListener("pointerdown", (event) => {
    event.preventDefault();
  });
  const label = element(
    "label",
    { for: id },
    "A figure is not marked? Select it, or type it as printed",
  );
  return element(
    "div",
    { class: "further" },
    label,
    element("div", { class: "buttons" }, input, mark),
    said,
  );
}

/** The text on one side, the figure in view on the other, and how far the work has come. */
export function figuresPart(desk: Desk): FiguresPart {
  const panel = figurePanel(desk);
  const progress = progressBar(desk);
  const place = element("div", {});
  let marked = draw();

  function draw(): MarkedText {
    const drawn = markedText(desk.text, stretchesOf(desk), desk.session().language);
    place.replaceChildren(drawn.element);
    for (const [key, { verdict }] of Object.entries(desk.session().decisions))
      drawn.setState(Number(key), verdict);
    drawn.element.addEventListener("click", choose);
    drawn.element.addEventListener("keydown", walk);
    return drawn;
  }
  function choose({ target }: Event): void {
    const key = target instanceof HTMLElement ? target.dataset["key"] : undefined;
    if (key !== undefined && getSelection()?.isCollapsed !== false)
      desk.perform({ do: "go", to: Number(key) });
  }
  function walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter") panel.focus();
    else if (event.key === "ArrowLeft") desk.perform({ do: "back" });
    else if (event.key === "ArrowRight") {
      const { at } = desk.session();
      const next = desk.proposals().find(({ key }) => at !== null && key > at);
      if (next) desk.perform({ do: "go", to: next.key });
    } else return;
    event.preventDefault();
  }
  marked.setCurrent(desk.session().at);

  const update = (before: Session): void => {
    const session = desk.session();
    if (session.marks !== before.marks) marked = draw();
    if (session.decisions !== before.decisions)
      for (const key of Object.keys({ ...before.decisions, ...session.decisions }))
        marked.setState(Number(key), decisionOn(session, Number(key))?.verdict ?? "open");
    marked.setCurrent(session.at);
    progress.update();
    if (session.at === before.at && session.decisions === before.decisions) return;
    const hadFocus = panel.element.contains(document.activeElement);
    panel.update();
    if (hadFocus) panel.focus();
  };
  const keys = element(
    "p",
    { class: "hint" },
    unseen("Keys in the text: "),
    element("kbd", {}, "←"),
    " ",
    element("kbd", {}, "→"),
    " go from figure to figure, ",
    element("kbd", {}, "Enter"),
    " goes to the form.",
  );
  const text = element(
    "div",
    { class: "text-side" },
    place,
    legend(),
    keys,
    furtherFigure(desk, () => marked),
  );
  return {
    element: element(
      "div",
      {},
      progress.element,
      element("div", { class: "sides" }, text, panel.element),
    ),
    update,
    focus: () => {
      marked.element.focus();
    },
  };
}
