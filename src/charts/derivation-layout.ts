import type { Layer, StepRow } from "./derivation-rows.ts";
import { LINE_HEIGHT, type Line, widthOf, wrap } from "./text.ts";

/** A node of a derivation with its words, in pixels. */
export interface Node {
  readonly id: string;
  readonly layer: Layer;
  readonly label: string;
  readonly lines: readonly Line[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly nodes: ReadonlyMap<string, Node>;
  /** Left edge of each column of evidence. */
  readonly columns: readonly { readonly layer: Layer; readonly x: number }[];
  /** Words that stand to the left of the arithmetic; null where there is none. */
  readonly beside: {
    readonly lines: readonly Line[];
    readonly x: number;
    readonly y: number;
  } | null;
  readonly height: number;
}

const WIDE: readonly Layer[] = ["document", "claim", "origin", "estimate"];
/** Where there is no room for four columns, the estimate stands below the origins. */
const NARROW: readonly Layer[] = ["document", "claim", "origin"];
const TOO_NARROW = 500;
/** Room to the right of the origins for the curves that lead down from them. */
const RETURN = 22;

export const PADDING = 5;
const TOP = 28;
const GAP = 10;
/** Room for the diamond that stands before a computation. */
export const DIAMOND = 20;

interface Named {
  readonly id: string;
  readonly layer: Layer;
  readonly label: string;
}

/** Every node once, in the order of its first step. */
function nodesIn(rows: readonly StepRow[]): readonly Named[] {
  const all = rows.flatMap((row) => [
    { id: row.from, layer: row.from_layer, label: row.from_label },
    { id: row.to, layer: row.to_layer, label: row.to_label },
  ]);
  return [...new Map(all.map((node) => [node.id, node])).values()];
}

/** Stacks nodes from `top` down. */
function stack(
  named: readonly Named[],
  { x, width, top }: { readonly x: number; readonly width: number; readonly top: number },
): readonly Node[] {
  return named.reduce<readonly Node[]>((placed, node) => {
    const last = placed.at(-1);
    const inset = node.layer === "arithmetic" ? DIAMOND : 0;
    const lines = wrap([{ text: node.label }], width - inset - 2 * PADDING);
    const y = last === undefined ? top : last.y + last.height + GAP;
    const height = lines.length * LINE_HEIGHT + 2 * PADDING;
    return [...placed, { ...node, lines, x, y, width, height }];
  }, []);
}

const bottomOf = (nodes: readonly Node[]): number =>
  Math.max(TOP, ...nodes.map(({ y, height }) => y + height));

/** Moves a column down so that its middle is that of the highest one. */
function centre(nodes: readonly Node[], bottom: number): readonly Node[] {
  const shift = (bottom - bottomOf(nodes)) / 2;
  return nodes.map((node) => ({ ...node, y: node.y + shift }));
}

/** The widest single word of some nodes, which no line can break. */
const widestWord = (nodes: readonly Named[]): number =>
  Math.max(
    0,
    ...nodes.flatMap(({ label }) => label.split(/\s+/u).map((text) => widthOf([{ text }]))),
  );

/** Widths of the columns: each as wide as its longest word, the rest shared out evenly. */
function widthsOf(columns: readonly (readonly Named[])[], room: number): readonly number[] {
  const least = columns.map((nodes) => widestWord(nodes) + 2 * PADDING);
  const rest = Math.max(0, room - least.reduce((a, b) => a + b, 0)) / columns.length;
  return least.map((width) => Math.min(width + rest, 200));
}

/** Words beside the arithmetic. */
const BESIDE = "Arithmetic on the same claims: no further evidence";

/**
 * Places documents, claims, origins and the estimate in columns, and arithmetic below
 * them, so that every step of evidence runs to the right, or down to the estimate.
 */
export function layOut(rows: readonly StepRow[], width: number): Layout {
  const named = nodesIn(rows);
  const isNarrow = width < TOO_NARROW;
  const layers = isNarrow ? NARROW : WIDE;
  const of = (layer: Layer): readonly Named[] => named.filter((node) => node.layer === layer);
  const room = width - 2 - (isNarrow ? RETURN : 0);
  const gutter = isNarrow ? 24 : 44;
  const widths = widthsOf(layers.map(of), room - gutter * (layers.length - 1));
  const between = (room - widths.reduce((a, b) => a + b, 0)) / (layers.length - 1);
  const columns = layers.map((layer, at) => ({
    layer,
    x: 1 + widths.slice(0, at).reduce((a, b) => a + b, 0) + at * between,
    width: widths[at] ?? 0,
  }));
  const stacked = columns.map(({ layer, ...place }) => stack(of(layer), { ...place, top: TOP }));
  const bottom = Math.max(...stacked.map(bottomOf));
  const evidence = stacked.flatMap((nodes) => centre(nodes, bottom));
  const [, , third] = columns;
  const [left, thirdWidth] = [third?.x ?? 0, third?.width ?? 0];
  const below = isNarrow
    ? stack(of("estimate"), { x: left, width: thirdWidth, top: bottom + TOP })
    : [];
  const top = Math.max(bottom, bottomOf(below)) + 1.5 * TOP;
  const computed = stack(of("arithmetic"), { x: left, width: width - 1 - left, top });
  const words = wrap([{ text: BESIDE }], Math.max(60, left - between - 12));
  const last = Math.max(
    bottomOf([...evidence, ...below, ...computed]),
    ...(computed.length === 0 ? [] : [top + words.length * LINE_HEIGHT]),
  );
  return {
    nodes: new Map([...evidence, ...below, ...computed].map((node) => [node.id, node])),
    columns,
    beside: computed.length === 0 ? null : { lines: words, x: 1, y: top },
    height: last + 2,
  };
}
