/** What goes into an element: text stays text, whatever it holds. */
export type Child = Node | string | null;

/** Attributes by name; null leaves one out, "" sets it without a value. */
export type Attributes = Readonly<Record<string, string | null>>;

/**
 * Makes an element. Strings become text nodes: nothing that comes from a document or
 * from a person is ever parsed as markup, and no module here does it another way.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that does something on this page; it submits no form. */
export function button(
  label: string,
  attributes: Attributes,
  press: () => void,
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}

/** Text for screen readers alone. */
export const unseen = (text: string): HTMLElement => element("span", { class: "unseen" }, text);
