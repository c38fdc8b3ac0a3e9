/** The controls of the page: each shows a setting and asks for another. */
import { group } from "d3-array";
import { SETS } from "../../ledger/sets.ts";
import type { Known, Setting } from "../../notebook/what-if/known.ts";
import { SET_ADDS } from "../../notebook/ranges.ts";
import { publishedNumber } from "../../notebook/what-if/sums.ts";
import { type Child, element } from "../parts/element.ts";

/** What the controls need of the page. */
export interface Page {
  readonly known: Known;
  readonly setting: Setting;
  /** Asks for what differs from the setting of that moment; controls outlive the one that they were made for. */
  readonly change: (changed: (now: Setting) => Partial<Setting>) => void;
}

const omit = <Value>(record: Readonly<Record<string, Value>>, id: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

/** A control with its name before it. */
const labelled = (name: string, control: HTMLElement, ...beside: readonly Child[]): HTMLElement =>
  element("label", { class: "setting" }, element("span", {}, name), control, ...beside);

const fieldset = (name: string, ...children: readonly Child[]): HTMLElement =>
  element("fieldset", {}, element("legend", {}, name), ...children);

/** A list to choose from. */
function select(
  options: readonly { readonly id: string; readonly label: string }[],
  chosen: string,
  choose: (id: string) => void,
): HTMLSelectElement {
  const made = element(
    "select",
    {},
    ...options.map(({ id, label }) => element("option", { value: id }, label)),
  );
  made.value = chosen;
  made.addEventListener("change", () => {
    choose(made.value);
  });
  return made;
}

function dayField({ setting, change }: Page): HTMLElement {
  const made = element("input", { type: "date", value: setting.day, required: "" });
  made.addEventListener("change", () => {
    if (made.value !== "") change(() => ({ day: made.value }));
  });
  return labelled("On which day", made);
}

/** A box or a button to tick, with its words. */
function tick(
  attributes: Readonly<Record<string, string | null>>,
  words: string,
  ticked: (isTicked: boolean) => void,
): HTMLElement {
  const made = element("input", attributes);
  made.addEventListener("change", () => {
    ticked(made.checked);
  });
  return element("label", { class: "choice" }, made, element("span", {}, words));
}

const assumptions = ({ setting, change }: Page): HTMLElement =>
  fieldset(
    "What to assume",
    ...SETS.map((assume) =>
      tick(
        {
          ...{ type: "radio", name: "assume", value: assume },
          checked: setting.assume === assume ? "" : null,
        },
        SET_ADDS[assume],
        () => {
          change(() => ({ assume }));
        },
      ),
    ),
  );

function readings({ known, setting, change }: Page): HTMLElement | null {
  const { choices } = known.evidence[setting.collection];
  if (choices.length === 0) return null;
  const taken = choices.map(({ id, label, options, published }) =>
    labelled(
      label,
      select(
        [...options, { id, label: "leave it open" }],
        setting.readings[id] ?? published,
        (option) => {
          change((now) => {
            const others = omit(now.readings, id);
            return { readings: option === published ? others : { ...others, [id]: option } };
          });
        },
      ),
    ),
  );
  return fieldset("How words are read", ...taken);
}

/** The origins that speak of the quantity, under the institutions at whose door they go. */
function speakers({ known, setting, change }: Page): HTMLElement {
  const quantity = known.quantities.find(({ id }) => id === setting.metric);
  const near = new Set([quantity?.series, ...(quantity?.parts ?? []), ...(quantity?.wholes ?? [])]);
  const claims = known.evidence[setting.collection].eligible.filter(({ series }) =>
    near.has(series),
  );
  const box = (id: string, words: string): HTMLElement =>
    tick(
      { type: "checkbox", value: id, checked: setting.without.includes(id) ? null : "" },
      words,
      (isHeard) => {
        change((now) => {
          const others = now.without.filter((one) => one !== id);
          return { without: isHeard ? others : [...others, id].sort() };
        });
      },
    );
  const bodies = [...group(claims, ({ institution }) => institution)].map(([institution, own]) => {
    const origins = [...group(own, ({ origin }) => origin)];
    const single = origins.map(([origin, [first]]) => {
      const said = known.said[first?.claim ?? ""];
      return element("li", {}, box(origin, `${said?.speaker ?? ""}: ${said?.says ?? ""}`));
    });
    return element(
      "li",
      {},
      box(institution, known.names[institution] ?? ""),
      element("ul", {}, ...single),
    );
  });
  return element(
    "details",
    { open: setting.without.length > 0 ? "" : null },
    element("summary", {}, "Who is heard"),
    element("ul", { class: "speakers" }, ...bodies),
  );
}

function numbers({ known, setting, change }: Page): HTMLElement | null {
  if (known.parameters.length === 0) return null;
  const fields = known.parameters.map(({ id, label, unit, most }) => {
    const set = setting.numbers[id];
    const made = element("input", {
      ...{ type: "number", min: "0", max: String(most), step: "any", inputmode: "decimal" },
      value: set === undefined ? null : String(set),
      placeholder: publishedNumber(known, id),
    });
    made.addEventListener("change", () => {
      const value = made.valueAsNumber;
      const isValid = made.validity.valid;
      if (isValid) made.removeAttribute("aria-invalid");
      else made.setAttribute("aria-invalid", "true");
      change((now) => {
        const others = omit(now.numbers, id);
        return { numbers: isValid && Number.isFinite(value) ? { ...others, [id]: value } : others };
      });
    });
    return labelled(label, made, element("span", { class: "unit" }, unit));
  });
  return fieldset("Numbers of the arithmetic", ...fields);
}

/** Every control, for one setting. */
export function controls(page: Page): readonly HTMLElement[] {
  const { known, setting, change } = page;
  const all = [
    labelled(
      "How much of what",
      select(known.quantities, setting.metric, (metric) => {
        change(() => ({ metric, without: [] }));
      }),
    ),
    dayField(page),
    labelled(
      "Which documents",
      select(
        [
          { id: "all", label: "all documents" },
          { id: "core", label: "the five articles alone" },
        ],
        setting.collection,
        (chosen) => {
          const collection = chosen === "core" ? "core" : "all";
          change(() => ({ collection, without: [], readings: {} }));
        },
      ),
    ),
    assumptions(page),
    readings(page),
    speakers(page),
    numbers(page),
  ];
  return all.flatMap((one) => one ?? []);
}
