import { JSDOM } from "jsdom";
import { charts } from "../../src/charts/all.ts";
import type { Choice } from "../../src/charts/canvas.ts";
import type { OpenedChart } from "../../src/charts/chart.ts";
import { type Box, shared } from "../../src/charts/draw/boxes.ts";
import { FONT_SIZE, widthOf } from "../../src/charts/draw/text.ts";
import type { Published } from "../../src/published/tables.ts";

export const { document } = new JSDOM("").window;

/** Widths in CSS pixels at which pages show charts. */
export const WIDTHS = [328, 660] as const;

/** Every chart, that of any quantity once for a total, a rate, a ratio and a level. */
export const shown: readonly (readonly [name: string, metric?: string])[] = [
  ...[...charts.keys()].filter((name) => name !== "quantity").map((name) => [name] as const),
  ...["m_shells_delivered", "m_output_us", "m_fire_ratio", "m_troops"].map(
    (metric) => ["quantity", metric] as const,
  ),
];

/** Opens a chart; null where there is nothing to draw. */
export function openChart(
  [name, metric]: readonly [string, string?],
  data: Published,
  collection: Choice["collection"] = "all",
): OpenedChart | null {
  const chart = charts.get(name);
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return chart.open(data, { collection, ...(metric === undefined ? {} : { metric }) });
}

/** A line of words in a drawing, and the room that it takes. */
export interface TextBox {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
}

const ANCHORS: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/** What an attribute is for an element: its own, or that of the nearest around it. */
const inherited = (element: Element | null, name: string): string | null =>
  element === null ? null : (element.getAttribute(name) ?? inherited(element.parentElement, name));

function shiftOf(element: Element | null): readonly [number, number] {
  if (element === null || element.localName === "body") return [0, 0];
  const [x, y] = shiftOf(element.parentElement);
  const [, dx = "0", dy = "0"] =
    /translate\(([-\d.]+)(?:[ ,]+([-\d.]+))?\)/u.exec(element.getAttribute("transform") ?? "") ??
    [];
  return [x + Number(dx), y + Number(dy)];
}

/** Lines of a text: each tspan with a place of its own starts one. */
function linesOf(text: Element): readonly Element[] {
  const own = [...text.children].filter((span) => span.hasAttribute("x"));
  return own.length === 0 ? [text] : own;
}

/** A length in pixels: "12", or "1.2em" of a size. */
const lengthOf = (length: string | null, size: number): number =>
  Number.parseFloat(length ?? "0") * (length?.endsWith("em") === true ? size : 1);

/** Every line of words in a drawing, as wide as its letters may be. */
export function textsIn(svg: Element): readonly TextBox[] {
  return [...svg.querySelectorAll("text")].flatMap((element) => {
    const [dx, dy] = shiftOf(element);
    // the drawing's own size is in its style, which goes before its attribute
    const isOwn = element.closest("[font-size]") === svg;
    const size = isOwn ? FONT_SIZE : lengthOf(inherited(element, "font-size"), FONT_SIZE);
    const share = ANCHORS[inherited(element, "text-anchor") ?? "start"] ?? 0;
    const bold = inherited(element, "font-weight") === "700";
    let y = dy;
    return linesOf(element).flatMap((line): readonly TextBox[] => {
      const text = line.textContent.trim();
      if (line.hasAttribute("y")) y = dy + lengthOf(line.getAttribute("y"), size);
      y += lengthOf(line.getAttribute("dy"), size);
      const width = widthOf(text, { size, bold });
      const x = dx + lengthOf(line.getAttribute("x"), size) - share * width;
      return text === ""
        ? []
        : [{ text, size, box: { x, y: y - 0.75 * size, width, height: size } }];
    });
  });
}

/** Pairs of words that cover each other by more than a trifle. */
export function overlapsIn(svg: Element): readonly string[] {
  const texts = textsIn(svg);
  return texts.flatMap((a, at) =>
    texts
      .slice(at + 1)
      .filter((b) => shared(a.box, b.box) > 12)
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** Words that reach out of their drawing. */
export function cutIn(svg: Element): readonly string[] {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  return textsIn(svg)
    .filter(({ box }) => {
      const [right, bottom] = [box.x + box.width, box.y + box.height];
      return box.x < -4 || right > (width ?? 0) + 6 || box.y < -4 || bottom > (height ?? 0) + 4;
    })
    .map(({ text }) => text);
}
