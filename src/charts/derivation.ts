import { type Canvas, type Chart, chartOf } from "./chart.ts";
import { type Lane, entryOf, routeLanes } from "./derivation-lanes.ts";
import { DIAMOND, type Layout, type Node, PADDING, layOut } from "./derivation-layout.ts";
import {
  type Layer,
  STEP_COLUMNS,
  type StepRow,
  type Traced,
  stepRows,
} from "./derivation-rows.ts";
import { INK, MUTED, PAPER } from "./parties.ts";
import { type Attributes, newDrawing, newLink, newSvg } from "./svg.ts";
import { FONT_SIZE, HALO, newText } from "./text.ts";
import { firstFitting, formatCount } from "./words.ts";

const HEADINGS: Readonly<Record<Layer, string>> = {
  document: "Documents",
  claim: "Claims",
  origin: "Origins",
  estimate: "Estimates",
  arithmetic: "Arithmetic: no further evidence",
};

const DASHED = { "stroke-dasharray": "4 3" };

const idsIn = (rows: readonly StepRow[], layer: Layer): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) => [
      ...(row.from_layer === layer ? [row.from] : []),
      ...(row.to_layer === layer ? [row.to] : []),
    ]),
  );

const hrefOf = ({ id, layer }: Node): string | null => {
  if (layer === "document") return `./sources/${id}`;
  if (layer === "claim") return `./ledger#${id}`;
  return layer === "arithmetic" ? `./methods#${id}` : null;
};

/** A node: its words in a box; a computation has a dashed box behind a diamond. */
function drawNode(document: Document, node: Node): SVGElement {
  const isComputed = node.layer === "arithmetic";
  const inset = isComputed ? DIAMOND : 0;
  const middle = node.y + node.height / 2;
  const line: Attributes = {
    stroke: INK,
    "stroke-width": node.layer === "estimate" ? 2.5 : 1.5,
    fill: PAPER,
    ...(isComputed ? DASHED : {}),
  };
  return newLink(
    document,
    { href: hrefOf(node), title: `${HEADINGS[node.layer]}: ${node.label}` },
    [
      newSvg(document, "rect", {
        ...{ x: node.x + inset, y: node.y, width: node.width - inset, height: node.height },
        ...{ rx: node.layer === "origin" ? 8 : 2, ...line },
      }),
      ...(isComputed
        ? [
            newSvg(document, "path", {
              d: `M${node.x},${middle}L${node.x + 9},${middle - 9}L${node.x + 18},${middle}L${node.x + 9},${middle + 9}Z`,
              ...line,
            }),
          ]
        : []),
      ...newText(
        document,
        node.lines,
        { x: node.x + inset + PADDING, y: node.y + PADDING + FONT_SIZE },
        node.layer === "estimate" ? { "font-weight": 700 } : {},
      ),
    ],
  );
}

/** A step of evidence as a curve that leaves one node at its right and enters the other at its left. */
function drawStep(
  document: Document,
  row: StepRow,
  rows: readonly StepRow[],
  { nodes }: Layout,
): readonly SVGElement[] {
  const [start, end] = [nodes.get(row.from), nodes.get(row.to)];
  if (!start || !end) return [];
  const [x1, y1] = [start.x + start.width, start.y + start.height / 2];
  const isBelow = start.x === end.x;
  const [x2, y2] = [isBelow ? end.x + end.width : end.x, entryOf(end, rows)];
  // to a node below, out to the right and back; else across
  const [out, back] = isBelow ? [18, -18] : [(x2 - x1) / 2, (x2 - x1) / 2];
  return [
    newSvg(document, "path", {
      d: `M${x1},${y1}C${x1 + out},${y1} ${x2 - back},${y2} ${x2},${y2}`,
      ...{ stroke: INK, "stroke-width": 1.5, "stroke-linecap": "round" },
    }),
  ];
}

/** Lines of one computation: dashed to what it is computed with, dotted to what it is held against. */
const drawLane = (document: Document, { how, d }: Lane): SVGElement =>
  newSvg(document, "path", {
    ...{ d, stroke: MUTED, "stroke-width": 1.5, "stroke-linecap": "round" },
    "stroke-linejoin": "round",
    ...(how === "is held against" ? { "stroke-dasharray": "1 4" } : DASHED),
  });

function drawHeadings(
  document: Document,
  { columns, above, nodes }: Layout,
): readonly SVGElement[] {
  const muted = { fill: MUTED, ...HALO };
  const at = (text: string, x: number, y: number) =>
    newText(document, [[{ text, bold: true }]], { x, y }, muted);
  const [estimate] = [...nodes.values()].filter(({ layer }) => layer === "estimate");
  const isBelow = columns.every(({ layer }) => layer !== "estimate");
  return [
    ...columns.flatMap(({ layer, x }) => at(HEADINGS[layer], x, FONT_SIZE)),
    ...(isBelow && estimate ? at(HEADINGS.estimate, estimate.x, estimate.y - 6) : []),
    ...(above === null
      ? []
      : newText(document, above.lines, { x: above.x, y: above.y + FONT_SIZE }, muted)),
  ];
}

function drawDerivation(rows: readonly StepRow[], { document, width }: Canvas): SVGSVGElement {
  const layout = layOut(rows, width);
  return newDrawing(document, { width, height: layout.height }, [
    ...drawHeadings(document, layout),
    ...routeLanes(rows, layout).map((lane) => drawLane(document, lane)),
    ...rows
      .filter(({ drawn }) => drawn === "solid")
      .flatMap((row) => drawStep(document, row, rows, layout)),
    ...[...layout.nodes.values()].map((node) => drawNode(document, node)),
  ]);
}

/** What a derivation leads to, and how its texts name that. */
export interface Derived extends Traced {
  readonly question: string;
  /** As titles name it, behind "the range of": "delivered shells". */
  readonly about: string;
  readonly subtitle: string;
}

function titleOf(rows: readonly StepRow[], about: string): string {
  if (rows.length === 0) return `What the range of ${about} comes from is not stated`;
  const origins = new Set(rows.flatMap((row) => (row.how === "bounds" ? [row.from] : [])));
  const documents = formatCount(idsIn(rows, "document").size, "document");
  const computed = idsIn(rows, "arithmetic").size;
  const estimates = idsIn(rows, "estimate").size;
  const range = estimates === 1 ? "the range" : formatCount(estimates, "range");
  const bounding = `${formatCount(origins.size, "origin")} ${origins.size === 1 ? "speaks" : "speak"} of ${range}`;
  return firstFitting([
    computed === 0
      ? `${bounding}, told in ${documents}`
      : `${bounding}; ${formatCount(computed, "computation")} about ${estimates === 1 ? "it" : "them"} ${computed === 1 ? "adds" : "add"} no evidence`,
    bounding,
  ]);
}

function noteOf(rows: readonly StepRow[]): string {
  const has = (how: string): boolean => rows.some((row) => row.how === how);
  const dashed = has("is computed with") ? " Dashed lines are arithmetic on the same claims." : "";
  const dotted = has("is held against")
    ? " Dotted lines lead to the claim that a result is held against: it can agree or not, and adds no origin."
    : "";
  return `${formatCount(idsIn(rows, "claim").size, "claim")} and ${formatCount(idsIn(rows, "origin").size, "origin")}. Solid lines carry evidence.${dashed}${dotted}`;
}

/** The way from documents to estimates, and arithmetic about them, visibly no evidence. */
export function derivationChart({ question, about, subtitle, ...traced }: Derived): Chart<StepRow> {
  return chartOf<StepRow>({
    question,
    rows: (published) => stepRows(published, traced),
    title: (rows) => titleOf(rows, about),
    subtitle: () => subtitle,
    note: noteOf,
    description: (rows) =>
      rows.length === 0
        ? "Not stated: no report gives such a figure."
        : rows
            .map(
              (row) =>
                `${row.from_layer} “${row.from_label}” ${row.how} ${row.to_layer} “${row.to_label}”.`,
            )
            .join(" "),
    columns: STEP_COLUMNS,
    claims: (rows) => [...idsIn(rows, "claim")],
    coreOnly: "with further reports it would hold more marks than a reader can follow.",
    draw: drawDerivation,
  });
}
