import { formatFull } from "../../charts/words.ts";
import { publishedWords } from "../../notebook/what-if/dial-words.ts";
import type { Dial } from "../../reconcile/dials.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import { button, element } from "../parts/element.ts";
import { newId } from "../parts/field.ts";
import { isBegun, isPossible, mostOf, numberIn } from "./address.ts";
import type { Page } from "./page.ts";

/** A control, and how it is told what the settings are. */
export interface Control {
  readonly element: HTMLElement;
  readonly show: (settings: Settings) => void;
}

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
  const [id, hint] = [newId(), newId()];
  const [inCore, inAll] = (["core", "all"] as const).map((collection) =>
    publishedWords(dial, known.ledger, collection),
  );
  const slider = element("input", {
    ...{ type: "range", min: String(dial.from), max: String(dial.to), step: String(dial.step) },
    ...{ "aria-label": `${dial.label}, slider`, "aria-describedby": hint },
  });
  const field = element("input", {
    ...{ type: "text", inputmode: "decimal", autocomplete: "off", id },
    "aria-describedby": hint,
  });
  const words = element("p", { class: "hint", id: hint });
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
      words,
    ),
    show({ numbers, collection }) {
      const published = (collection === "core" ? inCore : inAll) ?? "";
      words.textContent = `As published: ${published}. ${dial.rationale}`;
      field.placeholder = published;
      const value = numbers.get(dial.id);
      const isFocused = document.activeElement === field;
      slider.valueAsNumber = value ?? restOf(dial);
      slider.setAttribute(
        "aria-valuetext",
        value === undefined ? `as published, ${published}` : formatFull(value),
      );
      if (!isFocused) field.value = value === undefined ? "" : String(value);
      if (!isFocused && fault.textContent !== "") {
        fault.textContent = "";
        field.removeAttribute("aria-invalid");
      }
      back.disabled = value === undefined;
    },
  };
}
