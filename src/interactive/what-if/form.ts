import type { Option } from "../../reconcile/solidity/axes.ts";
import type { Choice } from "../../reconcile/what-if/choices.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import { element } from "../parts/element.ts";
import { newId } from "../parts/field.ts";
import { isDay } from "./address.ts";
import { type Control, dialControl } from "./dial.ts";
import { originsControl } from "./origins.ts";
import type { Page } from "./page.ts";

/** One of several, as radio buttons. */
function radios(
  legend: string,
  options: readonly { readonly value: string; readonly label: string }[],
  choose: (value: string) => void,
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
    element: element("fieldset", {}, element("legend", {}, legend), ...labels),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

function documentsControl({ change, settings, known }: Page): Control {
  const core = known.ledger.sources.filter(({ collection }) => collection === "core").length;
  const made = radios(
    "Documents",
    [
      { value: "core", label: `Core articles (${String(core)})` },
      { value: "all", label: `With further reports (${String(known.ledger.sources.length)})` },
    ],
    (value) => {
      change({ ...settings(), collection: value === "all" ? "all" : "core" });
    },
  );
  return {
    element: made.element,
    show: ({ collection }) => {
      made.show(collection);
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
  );
  return {
    element: made.element,
    show: ({ options }) => {
      made.show(options.get(choice.id) ?? published.id);
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
    show(settings) {
      for (const control of all) control.show(settings);
    },
  };
}
