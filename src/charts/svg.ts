export type Attributes = Readonly<Record<string, string | number>>;
export type Child = Node | string;

const SVG = "http://www.w3.org/2000/svg";

/** Makes one SVG element with its attributes and children. */
export function newSvg<Name extends keyof SVGElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Where a mark leads, and what a reader sees who rests on it. */
export interface Target {
  readonly href: string | null;
  readonly title: string;
}

/**
 * Wraps what belongs to one row: a link to its claim where it has one.
 *
 * No link in a drawing is a tab stop, or a keyboard would stop at every mark:
 * the data table under the chart holds the same links.
 */
export function newLink(
  document: Document,
  { href, title }: Target,
  children: readonly Child[],
): SVGElement {
  const label = newSvg(document, "title", {}, [title]);
  if (href === null) return newSvg(document, "g", {}, [label, ...children]);
  return newSvg(document, "a", { href, tabindex: -1 }, [label, ...children]);
}

/** Shifts elements within the drawing. */
export function newGroup(
  document: Document,
  [x, y]: readonly [number, number],
  children: readonly Child[],
): SVGElement {
  return newSvg(document, "g", { transform: `translate(${x},${y})` }, children);
}

/** An empty drawing of a size, with the letters that all charts share. */
export function newDrawing(
  document: Document,
  { width, height }: { readonly width: number; readonly height: number },
  children: readonly Child[],
): SVGSVGElement {
  return newSvg(
    document,
    "svg",
    {
      xmlns: SVG,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: "none",
      "font-family": "var(--sans, system-ui, sans-serif)",
      "font-size": 13,
    },
    children,
  );
}
