import type { Contradiction } from "../../reconcile/what-if/contradictions.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import { element, setText } from "../parts/element.ts";

/** A control, and how it is told what the settings are and what of them contradicts itself. */
export interface Control {
  readonly element: HTMLElement;
  readonly show: (settings: Settings, contradictions: readonly Contradiction[]) => void;
}

/** What a number is told that its choice excludes. */
export const numberWords = ({ choice, option, dial, agreeing }: Contradiction): string =>
  `This contradicts “${option.label}”, which is chosen under “${choice.question}”. Only ${String(agreeing)} ${dial.unit} agrees with it.`;

/** What a choice is told that excludes a number. */
export const choiceWords = ({ dial, value }: Contradiction): string =>
  `This contradicts the number for “${dial.label}”, ${String(value)} ${dial.unit}.`;

/** What is said where neither of the two is at hand. */
export const bothWords = ({ option, dial, value }: Contradiction): string =>
  `“${option.label}” and ${String(value)} ${dial.unit} for “${dial.label}” contradict each other.`;

/** A place for what contradicts; not there while nothing does. */
export function contradictionNote(
  id: string,
  words: (contradiction: Contradiction) => string,
): { readonly element: HTMLElement; readonly show: (own: readonly Contradiction[]) => void } {
  const note = element("p", { class: "contradiction", id, hidden: "" });
  return {
    element: note,
    show(own) {
      setText(note, own.map(words).join(" "));
      note.hidden = own.length === 0;
    },
  };
}
