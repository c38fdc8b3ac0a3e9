import { chartOf } from "./chart.ts";
import { DIAMOND, type Layout, type Node, PADDING, layOut } from "./derivation-layout.ts";
import { type Layer, STEP_COLUMNS, type StepRow, stepRows } from "./derivation-rows.ts";
import { INK, MUTED, PAPER } from "./parties.ts";
import { SHELLS } from "./select.ts";
import { type Attributes, newDrawing, newLink, newSvg } from "./svg.ts";
import { FONT_SIZE, HALO, newText } from "./text.ts";
import { firstFitting, formatCount } from "./words.ts";

const HEADINGS: Readonly<Record<Layer, string>> = {
  document: "Documents",
  claim: "Claims",
  origin: "Origins",
  estimate: "Estimate",
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

/** A step as a curve that leaves one node at its right and enters the other at its left. */
function drawStep(document: Document, row: StepRow, { nodes }: Layout): readonly SVGElement[] {
  const [from, to] = [nodes.get(row.from), nodes.get(row.to)];
  if (!from || !to) return [];
  // what arithmetic is held against lies to its left: the curve runs back to the claim's right side
  const [start, end] = from.layer === "arithmetic" ? [to, from] : [from, to];
  const [x1, y1] = [start.x + start.width, start.y + start.height / 2];
  const isBelow = start.x === end.x;
  const [x2, y2] = [isBelow ? end.x + end.width : end.x, end.y + end.height / 2];
  // to a node below, out to the right and back; else across
  const [out, back] = isBelow ? [18, -18] : [(x2 - x1) / 2, (x2 - x1) / 2];
  const dash = row.how === "is held against" ? { "stroke-dasharray": "1 4" } : DASHED;
  return [
    newSvg(document, "path", {
      d: `M${x1},${y1}C${x1 + out},${y1} ${x2 - back},${y2} ${x2},${y2}`,
      stroke: row.drawn === "dashed" ? MUTED : INK,
      "stroke-width": 1.5,
      "stroke-linecap": "round",
      ...(row.drawn === "dashed" ? dash : {}),
    }),
  ];
}

function drawHeadings(
  document: Document,
  { columns, beside, nodes }: Layout,
): readonly SVGElement[] {
  const at = (text: string, x: number, y: number) =>
    newText(document, [[{ text, bold: true }]], { x, y }, { fill: MUTED, ...HALO });
  const estimates = [...nodes.values()].filter(({ layer }) => layer === "estimate");
  const isBelow = columns.every(({ layer }) => layer !== "estimate");
  return [
    ...columns.flatMap(({ layer, x }) => at(HEADINGS[layer], x, FONT_SIZE)),
    ...(isBelow ? estimates.flatMap(({ x, y }) => at(HEADINGS.estimate, x, y - 6)) : []),
    ...(beside === null
      ? []
      : newText(document, beside.lines, { x: beside.x, y: beside.y + FONT_SIZE }, { fill: MUTED })),
  ];
}

export const chart = chartOf<StepRow>({
  question: "What does the range of delivered shells come from?",
  rows: (published) => stepRows(published, SHELLS),
  title: (rows) => {
    if (rows.length === 0) return "What the range of delivered shells comes from is not stated";
    const origins = new Set(rows.flatMap((row) => (row.how === "bounds" ? [row.from] : [])));
    const documents = formatCount(idsIn(rows, "document").size, "document");
    const computed = idsIn(rows, "arithmetic").size;
    const bounding = `${formatCount(origins.size, "origin")} ${origins.size === 1 ? "speaks" : "speak"} of the range`;
    return firstFitting([
      computed === 0
        ? `${bounding}, told in ${documents}`
        : `${bounding}; ${formatCount(computed, "computation")} about it ${computed === 1 ? "adds" : "add"} no evidence`,
      bounding,
    ]);
  },
  subtitle: () => "Artillery rounds from North Korea to Russia: from documents to the estimate",
  note: (rows) =>
    `${formatCount(idsIn(rows, "claim").size, "claim")} and ${formatCount(idsIn(rows, "origin").size, "origin")}. Solid lines carry evidence. Dashed lines are arithmetic on the same claims, dotted lines lead to the claim that a result is held against: it can agree or not, and adds no origin.`,
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
  draw: (rows, { document, width }) => {
    const layout = layOut(rows, width);
    return newDrawing(document, { width, height: layout.height }, [
      ...drawHeadings(document, layout),
      ...rows.flatMap((row) => drawStep(document, row, layout)),
      ...[...layout.nodes.values()].map((node) => drawNode(document, node)),
    ]);
  },
});
