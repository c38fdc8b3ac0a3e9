/**
 * The facts that the page holds for a module, as `interactivePart` wrote them.
 *
 * @throws Error when the page has none: a fault of the page.
 */
export function readFacts(name: string): unknown {
  const holder = document.getElementById(`${name}-facts`);
  if (holder === null) throw new Error(`the page holds no facts for ${name}`);
  return JSON.parse(holder.textContent);
}

/**
 * The element that a module fills.
 *
 * @throws Error when the page has none: a fault of the page.
 */
export function findPart(name: string): HTMLElement {
  const part = document.getElementById(`${name}-part`);
  if (part === null) throw new Error(`the page has no place for ${name}`);
  return part;
}
