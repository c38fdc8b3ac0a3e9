import { type Layer, type StepRow, lanesIn } from "./derivation-rows.ts";
import { LINE_HEIGHT, type Line, type Run, widthOf, wrap } from "./text.ts";

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
  /** Left edge and width of each column of evidence. */
  readonly columns: readonly {
    readonly layer: Layer;
    readonly x: number;
    readonly width: number;
  }[];
  /** Words that stand above the arithmetic; null where there is none. */
  readonly above: {
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
/** Room for a line of arithmetic. */
const LANE = 6;
/** Room for the diamond that stands before a computation. */
export const DIAMOND = 20;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

interface Named {
  readonly id: string;
  readonly layer: Layer;
  readonly label: string;
}

/** The words of a node: an estimate's are bold. */
const wordsOf = ({ layer, label }: Named, text = label): Run =>
  layer === "estimate" ? { text, bold: true } : { text };

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
    const lines = wrap([wordsOf(node)], width - inset - 2 * PADDING);
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
    ...nodes.flatMap((node) =>
      node.label.split(/\s+/u).map((text) => widthOf([wordsOf(node, text)])),
    ),
  );

/** Widths of the columns: each as wide as its longest word, the rest shared out evenly. */
function widthsOf(columns: readonly (readonly Named[])[], room: number): readonly number[] {
  const least = columns.map((nodes) => widestWord(nodes) + 2 * PADDING);
  const rest = Math.max(0, room - sum(least)) / columns.length;
  return least.map((width) => Math.min(width + rest, 200));
}

/** Words above the arithmetic. */
const ABOVE = "Arithmetic on the same claims: no further evidence";

/**
 * Places documents, claims, origins and the estimates in columns, and arithmetic below
 * the claims, so that every step of evidence runs to the right, or down to an estimate.
 */
export function layOut(rows: readonly StepRow[], width: number): Layout {
  const named = nodesIn(rows);
  const isNarrow = width < TOO_NARROW;
  const layers = isNarrow ? NARROW : WIDE;
  const of = (layer: Layer): readonly Named[] => named.filter((node) => node.layer === layer);
  const room = width - 2 - (isNarrow ? RETURN : 0);
  const least = isNarrow ? 24 : 44;
  // between documents and claims run the lines of arithmetic
  const lanes = LANE * (lanesIn(rows).size + 1);
  const gutters = layers
    .slice(1)
    .map((layer) => (layer === "claim" ? Math.max(least, lanes) : least));
  const inColumn = (layer: Layer): readonly Named[] =>
    isNarrow && layer === "origin" ? [...of(layer), ...of("estimate")] : of(layer);
  const widths = widthsOf(layers.map(inColumn), room - sum(gutters));
  const rest = (room - sum(widths) - sum(gutters)) / gutters.length;
  const columns = layers.map((layer, at) => ({
    layer,
    x: 1 + sum(widths.slice(0, at)) + sum(gutters.slice(0, at)) + at * rest,
    width: widths[at] ?? 0,
  }));
  const stacked = columns.map(({ layer, ...place }) => stack(of(layer), { ...place, top: TOP }));
  const bottom = Math.max(...stacked.map(bottomOf));
  const evidence = stacked.flatMap((nodes) => centre(nodes, bottom));
  const [, second, third] = columns;
  const below = isNarrow
    ? stack(of("estimate"), { x: third?.x ?? 0, width: third?.width ?? 0, top: bottom + TOP })
    : [];
  const left = second?.x ?? 0;
  const words = wrap([{ text: ABOVE, bold: true }], width - left);
  const heading = Math.max(bottom, bottomOf(below)) + TOP;
  const computed = stack(of("arithmetic"), {
    ...{ x: left, width: width - 1 - left },
    top: heading + words.length * LINE_HEIGHT + GAP,
  });
  return {
    nodes: new Map([...evidence, ...below, ...computed].map((node) => [node.id, node])),
    columns,
    above: computed.length === 0 ? null : { lines: words, x: left, y: heading },
    height: bottomOf([...evidence, ...below, ...computed]) + 2,
  };
}
