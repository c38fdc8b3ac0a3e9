/** The workbench: reads a text, shows its figures, and takes the decisions of `source:add`. */
import { proposalsOf } from "../entry/proposals.ts";
import { type Session, startSession } from "../entry/session.ts";
import type { Language } from "../scan/figure.ts";
import { button, element } from "./parts/element.ts";
import { findPart, readFacts } from "./parts/facts.ts";
import { announceRows } from "./parts/pick.ts";
import type { RowFault } from "./workbench/check.ts";
import { openDesk } from "./workbench/desk.ts";
import { type Loaded } from "./workbench/document.ts";
import { documentForm } from "./workbench/document-form.ts";
import { documentInput } from "./workbench/document-input.ts";
import { figuresPart } from "./workbench/figures-part.ts";
import { knownFrom } from "./workbench/known.ts";
import { resultPart } from "./workbench/result.ts";
import { forgetDraft, keepDraft, readDraft } from "./workbench/store.ts";

const NAME = "workbench";
const part = findPart(NAME);
const known = knownFrom(readFacts(NAME));

const section = (title: string, ...children: readonly (Node | null)[]): HTMLElement =>
  element("section", {}, element("h2", { tabindex: "-1" }, title), ...children);

/** The first thing on the page: what takes a text. */
function showInput(): void {
  const input = documentInput((loaded, language) => {
    showWork(loaded.text, begin(loaded, language));
    part.querySelector("h2")?.focus();
  });
  part.replaceChildren(section("The text", element("div", { class: "narrow" }, input)));
}

/** A session for a document that nobody has begun with. */
function begin({ text, characters, sha256 }: Loaded, language: Language): Session {
  const source = {
    collection: "further",
    language,
    sha256: sha256 ?? "",
    characters: String(characters),
  };
  const proposals = proposalsOf(text, language);
  return startSession({ sha256: sha256 ?? "", language, source }, proposals);
}

/** What is kept of the work in this browser, and the way to have it forgotten. */
function keepPart(isKept: boolean): {
  readonly element: HTMLElement;
  readonly say: (kept: boolean) => void;
} {
  const words = element("span", {});
  const say = (kept: boolean): void => {
    words.textContent = kept
      ? "This browser keeps the text and your decisions, so that a reload loses nothing; nobody else sees them. "
      : "This browser keeps nothing of this work: a reload would lose it. ";
  };
  say(isKept);
  const forget = button("Forget all of it", {}, () => {
    forgetDraft();
    showInput();
    part.querySelector("h2")?.focus();
  });
  return { element: element("p", { class: "keep" }, words, forget), say };
}

/** Everything that is done with a text once its figures are found. */
function showWork(text: string, begun: Session): void {
  const keep = keepPart(keepDraft({ version: 1, text, session: begun }));
  const desk = openDesk(known, text, begun, (before) => {
    const session = desk.session();
    if (session.added !== before.added) announceRows(part);
    figures.update(before);
    result.update();
    keep.say(keepDraft({ version: 1, text, session }));
  });
  const figures = figuresPart(desk);
  const source = documentForm(desk);
  const showFault = (fault: RowFault, key: number | null): void => {
    if (key !== null) {
      desk.perform({ do: "go", to: key });
      figures.focus();
    } else if (fault.column !== null) {
      source.form.showFault(fault.column, fault);
      source.element.querySelector<HTMLElement>(`[name="${fault.column}"]`)?.focus();
    }
  };
  const result = resultPart(desk, showFault);
  part.replaceChildren(
    section("The document", keep.element, source.element),
    section("The figures", figures.element),
    section("The rows to append", result.element),
  );
}

const draft = readDraft();
if (draft) showWork(draft.text, draft.session);
else showInput();
