import { newSvg } from "./svg.ts";

const fill = (variable: string) => ({ fill: `var(--${variable})` });

/** Stripes for what is planned: a colour on paper. */
const hatch = (document: Document, id: string, variable: string): SVGElement =>
  newSvg(
    document,
    "pattern",
    { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    [
      newSvg(document, "rect", { width: 5, height: 5, ...fill("paper") }),
      newSvg(document, "rect", { width: 2, height: 5, ...fill(variable) }),
    ],
  );

/** Thin stripes without a ground, for what no figure allows. */
const gap = (document: Document, id: string): SVGElement =>
  newSvg(
    document,
    "pattern",
    { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    [newSvg(document, "rect", { width: 1.2, height: 6, ...fill("muted") })],
  );

/** A colour that runs out upward: no ceiling is known. */
const fade = (document: Document, id: string, variable: string): SVGElement =>
  newSvg(document, "linearGradient", { id, x1: 0, y1: 1, x2: 0, y2: 0 }, [
    newSvg(document, "stop", {
      offset: 0,
      "stop-color": `var(--${variable})`,
      "stop-opacity": 0.55,
    }),
    newSvg(document, "stop", { offset: 1, "stop-color": `var(--${variable})`, "stop-opacity": 0 }),
  ]);

function define(document: Document, id: string, name: string): SVGElement {
  const [kind, variable = ""] = name.split("-");
  if (kind === "gap") return gap(document, id);
  return kind === "fade" ? fade(document, id, variable) : hatch(document, id, variable);
}

const USED = /url\(#([\w-]+)\)/u;

/**
 * Puts the hatches and gradients that a drawing uses into it, under names of its own: of two
 * drawings on a page one may be hidden, and what it defines with it.
 */
export function defineUsed(svg: SVGSVGElement, prefix: string): void {
  const names = new Set<string>();
  for (const element of svg.querySelectorAll("*"))
    for (const attribute of ["fill", "stroke"]) {
      const [, name] = USED.exec(element.getAttribute(attribute) ?? "") ?? [];
      if (name === undefined) continue;
      names.add(name);
      element.setAttribute(attribute, `url(#${prefix}-${name})`);
    }
  if (names.size === 0) return;
  const made = [...names].map((name) => define(svg.ownerDocument, `${prefix}-${name}`, name));
  svg.prepend(newSvg(svg.ownerDocument, "defs", {}, made));
}
