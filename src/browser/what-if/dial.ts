import { formatFull } from "../../charts/words.ts";
import { publishedWords } from "../../notebook/what-if/dial-words.ts";
import type { Dial } from "../../reconcile/dials.ts";
import type { Documents } from "../../reconcile/what-if/documents.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import { button, element, setAttribute, setText } from "../parts/element.ts";
import { newId } from "../parts/field.ts";
import { isBegun, isPossible, mostOf, numberIn } from "./address.ts";
import { type Control, contradictionNote, numberWords } from "./control.ts";
import type { Page } from "./page.ts";

function withNumber(settings: Settings, id: string, value: number | null): Settings {
  const numbers = new Map(settings.numbers);
  if (value === null) numbers.delete(id);
  else numbers.set(id, value);
  return { ...settings, numbers };
}

/** Where the slider stands while nothing is put in: in the middle of a range. */
const restOf = ({ low, high, from, to }: Dial): number =>
  low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? (from + to) / 2);

/**
 * A number as a slider with a field for any other number beside it. An empty field is
 * what is published; a number that cannot be is told of and changes nothing, and one that
 * is not written out yet is waited for.
 */
export function dialControl(dial: Dial, { change, settings, known }: Page): Control {
  const [id, hint, noteId] = [newId(), newId(), newId()];
  const described = `${noteId} ${hint}`;
  const wordsIn = new Map<Documents, string>();
  const publishedIn = (documents: Documents): string => {
    const words = wordsIn.get(documents) ?? publishedWords(dial, known.ledger, documents);
    wordsIn.set(documents, words);
    return words;
  };
  const slider = element("input", {
    ...{ type: "range", min: String(dial.from), max: String(dial.to), step: String(dial.step) },
    ...{ "aria-label": `${dial.label}, slider`, "aria-describedby": described },
  });
  const field = element("input", {
    ...{ type: "text", inputmode: "decimal", autocomplete: "off", id },
    "aria-describedby": described,
  });
  const words = element("p", { class: "hint", id: hint });
  const note = contradictionNote(noteId, numberWords);
  const fault = element("p", { class: "field-fault", role: "alert" });
  const put = (value: number | null): void => {
    fault.textContent = "";
    field.removeAttribute("aria-invalid");
    change(withNumber(settings(), dial.id, value));
  };
  slider.addEventListener("input", () => {
    put(slider.valueAsNumber);
  });
  const read = (isTyping: boolean): void => {
    const text = field.value.trim();
    const value = numberIn(text);
    if (text === "") put(null);
    else if (isPossible(value, dial)) put(value);
    else if (!isTyping || !isBegun(text)) {
      field.setAttribute("aria-invalid", "true");
      fault.textContent = `Expected a number from 0 to ${formatFull(mostOf(dial))}, such as ${formatFull(restOf(dial))}.`;
    }
  };
  field.addEventListener("input", () => {
    read(true);
  });
  field.addEventListener("change", () => {
    read(false);
  });
  const back = button("Reset", { "aria-label": `As published: ${dial.label}` }, () => {
    put(null);
    slider.focus();
  });
  return {
    element: element(
      "div",
      { class: "dial" },
      element(
        "label",
        { for: id },
        dial.label,
        element("span", { class: "unit" }, `, ${dial.unit}`),
      ),
      element("div", { class: "dial-inputs" }, slider, field, back),
      fault,
      note.element,
      words,
    ),
    show({ numbers, documents }, contradictions) {
      const published = publishedIn(documents);
      setText(words, `As published: ${published}. ${dial.rationale}`);
      setAttribute(field, "placeholder", published);
      note.show(contradictions.filter((one) => one.dial.id === dial.id));
      const value = numbers.get(dial.id);
      const isFocused = document.activeElement === field;
      slider.valueAsNumber = value ?? restOf(dial);
      const said = value === undefined ? `as published, ${published}` : formatFull(value);
      setAttribute(slider, "aria-valuetext", said);
      if (!isFocused) field.value = value === undefined ? "" : String(value);
      if (!isFocused && fault.textContent !== "") {
        fault.textContent = "";
        field.removeAttribute("aria-invalid");
      }
      back.disabled = value === undefined;
    },
  };
}
