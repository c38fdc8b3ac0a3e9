import type { Option } from "../../reconcile/solidity/axes.ts";
import type { Choice } from "../../reconcile/what-if/choices.ts";
import { documentsOf, speakingIn } from "../../reconcile/what-if/documents.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import { type Child, element } from "../parts/element.ts";
import { newId } from "../parts/field.ts";
import { isDay } from "./address.ts";
import { type Control, choiceWords, contradictionNote } from "./control.ts";
import { dialControl } from "./dial.ts";
import { originsControl } from "./origins.ts";
import type { Page } from "./page.ts";

/** One of several, as radio buttons. */
function radios(
  legend: string,
  options: readonly { readonly value: string; readonly label: string }[],
  choose: (value: string) => void,
  note: Child,
): { readonly element: HTMLElement; readonly show: (value: string) => void } {
  const name = newId();
  const inputs = options.map(({ value }) => {
    const input = element("input", { type: "radio", name, value });
    input.addEventListener("change", () => {
      choose(value);
    });
    return input;
  });
  const labels = inputs.map((input, at) =>
    element("label", { class: "choice" }, input, options[at]?.label ?? ""),
  );
  return {
    element: element("fieldset", {}, element("legend", {}, legend), ...labels, note),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

/** Each collection is switched on and off; with none of them there is nobody to speak. */
function documentsControl({ change, settings, known }: Page): Control {
  const none = element(
    "p",
    { class: "contradiction", id: newId(), hidden: "" },
    "No document speaks: nothing is left but the numbers that you put in.",
  );
  const boxes = (["core", "further"] as const).map((collection) => {
    const count = known.ledger.sources.filter((row) => row.collection === collection).length;
    const input = element("input", { type: "checkbox" });
    input.addEventListener("change", () => {
      const speaking = { ...speakingIn(settings().documents), [collection]: input.checked };
      change({ ...settings(), documents: documentsOf(speaking) });
    });
    const name = collection === "core" ? "Core articles" : "Further reports";
    const label = element("label", { class: "choice" }, input, `${name} (${String(count)})`);
    return { collection, input, label };
  });
  return {
    element: element(
      "fieldset",
      { "aria-describedby": none.id },
      element("legend", {}, "Documents that speak"),
      ...boxes.map(({ label }) => label),
      none,
    ),
    show: ({ documents }) => {
      const speaking = speakingIn(documents);
      for (const { collection, input } of boxes) input.checked = speaking[collection];
      none.hidden = documents !== "none";
    },
  };
}

function dayControl({ change, settings }: Page): Control {
  const id = newId();
  const input = element("input", { type: "date", id });
  input.addEventListener("input", () => {
    if (isDay(input.value)) change({ ...settings(), asOf: input.value });
  });
  input.addEventListener("change", () => {
    if (!isDay(input.value)) input.value = settings().asOf;
  });
  return {
    element: element("div", { class: "day" }, element("label", { for: id }, "Day"), input),
    show({ asOf }) {
      if (input.value !== asOf) input.value = asOf;
    },
  };
}

const withOption = (settings: Settings, choice: Choice, option: Option): Settings => {
  const options = new Map(settings.options);
  if (option.id === choice.options[0].id) options.delete(choice.id);
  else options.set(choice.id, option.id);
  return { ...settings, options };
};

function choiceControl(choice: Choice, { change, settings }: Page): Control {
  const [published] = choice.options;
  const note = contradictionNote(newId(), choiceWords);
  const made = radios(
    choice.question,
    choice.options.map((option) => ({
      value: option.id,
      label: option === published ? `${option.label} (as published)` : option.label,
    })),
    (value) => {
      const option = choice.options.find(({ id }) => id === value);
      if (option) change(withOption(settings(), choice, option));
    },
    note.element,
  );
  made.element.setAttribute("aria-describedby", note.element.id);
  return {
    element: made.element,
    show: ({ options }, contradictions) => {
      made.show(options.get(choice.id) ?? published.id);
      note.show(contradictions.filter((one) => one.choice.id === choice.id));
    },
  };
}

/** Controls under a heading; folded where the heading alone says enough at first. */
function group(title: string, controls: readonly Control[], isOpen: boolean): HTMLElement {
  return element(
    "details",
    { class: "group", open: isOpen ? "" : null },
    element("summary", {}, element("h3", {}, title)),
    ...controls.map((control) => control.element),
  );
}

/** Every setting, each with what is published beside it. */
export function settingsForm(page: Page): Control {
  const { choices, dials } = page.settable;
  // what bears on the finding of the page first
  const isNear = ({ metrics }: Choice): boolean => metrics.has(page.known.metric);
  const near = choices.filter(isNear).map((choice) => choiceControl(choice, page));
  const far = choices
    .filter((choice) => !isNear(choice))
    .map((choice) => choiceControl(choice, page));
  const base = [documentsControl(page), dayControl(page)];
  const numbers = dials.map((dial) => dialControl(dial, page));
  const origins = originsControl(page);
  const all = [...base, ...near, ...far, ...numbers, origins];
  return {
    element: element(
      "div",
      { class: "settings" },
      ...base.map((control) => control.element),
      group("Numbers", numbers, true),
      group("Readings and choices", [...near, ...far], true),
      group("Who counts", [origins], false),
    ),
    show(...shown) {
      for (const control of all) control.show(...shown);
    },
  };
}
