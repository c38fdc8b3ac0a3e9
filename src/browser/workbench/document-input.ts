import { languageOf } from "../../entry/language.ts";
import { LARGEST_DOCUMENT, type Unusable, tooLarge } from "../../ledger/document.ts";
import type { Language } from "../../scan/figure.ts";
import { button, element } from "../parts/element.ts";
import { newId } from "../parts/field.ts";
import { type Loaded, loadBytes, loadText } from "./document.ts";

const NAMES: Readonly<Record<Language, string>> = { de: "German", en: "English" };
const LANGUAGES: readonly Language[] = ["de", "en"];

/** The language that the radio buttons of the form name. */
interface LanguageChoice {
  readonly element: HTMLElement;
  readonly read: () => Language | null;
}

function languageChoice(): LanguageChoice {
  const name = newId();
  const radios = LANGUAGES.map((code) =>
    element("input", { type: "radio", name, value: code, id: `${name}-${code}` }),
  );
  const labels = radios.map((radio, index) =>
    element("label", { class: "choice" }, radio, NAMES[LANGUAGES[index] ?? "de"]),
  );
  const legend = element("legend", {}, "Language of the text");
  return {
    element: element("fieldset", { class: "choices" }, legend, ...labels),
    read: () => LANGUAGES.find((_, index) => radios[index]?.checked) ?? null,
  };
}

/** Shows what is wrong with a document, in the words of the command. */
function showTrouble(place: HTMLElement, { found, expected, mend }: Unusable): void {
  place.replaceChildren(
    element("strong", {}, `Found ${found}.`),
    ` Expected ${expected}. To mend: ${mend}.`,
  );
  place.hidden = false;
}

/**
 * The form that takes a text: pasted, dropped or chosen as a file, with its language.
 *
 * The language is asked for and never guessed, since 6.700 is another number in the other
 * one; a text that clearly reads like the other language is only sent back once.
 */
export function documentInput(start: (loaded: Loaded, language: Language) => void): HTMLElement {
  const language = languageChoice();
  const id = newId();
  const pasted = element("textarea", {
    id,
    rows: "10",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": `${id}-hint`,
  });
  const file = element("input", { type: "file", accept: ".txt,.md,text/plain", id: `${id}-file` });
  const trouble = element("p", { class: "trouble", role: "alert", hidden: "" });
  let doubted = "";

  const begin = (loaded: Loaded | Unusable): void => {
    trouble.hidden = true;
    if (!("text" in loaded)) {
      showTrouble(trouble, loaded);
      return;
    }
    const chosen = language.read();
    if (chosen === null) {
      const expected = "German or English: 6.700 is another number in the other";
      showTrouble(trouble, { found: "no language", expected, mend: "choose it above the text" });
      return;
    }
    const read = languageOf(loaded.text);
    const doubt = `${chosen} ${loaded.text}`;
    if (read !== null && read !== chosen && doubt !== doubted) {
      doubted = doubt;
      const found = `a text that reads like ${NAMES[read]}`;
      const mend = `choose ${NAMES[read]}, or go on once more if it is ${NAMES[chosen]} all the same`;
      showTrouble(trouble, { found, expected: `a text in ${NAMES[chosen]}`, mend });
      return;
    }
    start(loaded, chosen);
  };
  /** The file as chosen last; its bytes are read again, so that they are never another text's. */
  const beginWithFile = async (chosen: File): Promise<void> => {
    if (chosen.size > LARGEST_DOCUMENT) showTrouble(trouble, tooLarge);
    else begin(await loadBytes(new Uint8Array(await chosen.arrayBuffer())));
  };
  const go = async (): Promise<void> => {
    const [chosen] = file.files ?? [];
    if (pasted.value === "" && chosen) await beginWithFile(chosen);
    else begin(await loadText(pasted.value));
  };

  const form = element(
    "form",
    { class: "input" },
    language.element,
    element(
      "div",
      { class: "field" },
      element("label", { for: id }, "Paste the text"),
      pasted,
      element(
        "p",
        { class: "hint", id: `${id}-hint` },
        "Only the text of one article, from its title to its last line.",
      ),
    ),
    element(
      "div",
      { class: "field" },
      element("label", { for: `${id}-file` }, "Or choose or drop a text file (UTF-8)"),
      file,
    ),
    trouble,
    element(
      "div",
      { class: "buttons" },
      element("button", { type: "submit", class: "primary" }, "Find the figures"),
      button("Clear", {}, () => {
        pasted.value = "";
        file.value = "";
        trouble.hidden = true;
        pasted.focus();
      }),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void go();
  });
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  form.addEventListener("dragleave", () => {
    form.classList.remove("dropping");
  });
  form.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    pasted.value = "";
    file.files = event.dataTransfer?.files ?? null;
    void beginWithFile(dropped);
  });
  return form;
}
