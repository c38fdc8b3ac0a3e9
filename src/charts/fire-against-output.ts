import type { Published, PublishedCrosscheck } from "../reconcile/published.ts";
import type { Canvas } from "./chart.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  hrefOf,
  rangeOfRow,
  rowOfClaim,
  rowOfCrosscheck,
  titleOf,
} from "./mark-row.ts";
import { COLOURS, MUTED } from "./parties.ts";
import { newDrawing, newGroup, newLink, newSvg } from "./svg.ts";
import { FONT_SIZE, LINE_HEIGHT, newText, wrap } from "./text.ts";
import { firstFitting, formatNumber, formatRange } from "./words.ts";

const FIRE = "m_fire_rate_russia";
const OUTPUT = "m_output_us";

/** Arithmetic that divides fire by output. */
function comparesThem({ unit, claims }: PublishedCrosscheck, published: Published): boolean {
  const metrics = published.claims.filter(({ claim }) => claims.includes(claim));
  return (
    unit === "times" && [FIRE, OUTPUT].every((id) => metrics.some(({ metric }) => metric === id))
  );
}

const isRatio = ({ unit }: MarkRow): boolean => unit === "times";

interface Drawn {
  readonly part: SVGElement;
  readonly height: number;
}

/** As many squares as a number says, the last one cut to what is left of it. */
function newSquares({ document, width }: Canvas, count: number, row: MarkRow): Drawn {
  const [colour, dashed] = [COLOURS[row.party], row.kind === "computed"];
  const perLine = width < 500 ? 10 : 16;
  const cell = Math.min(36, Math.floor(width / perLine));
  const squares = Array.from({ length: Math.ceil(count - 1e-9) }, (_, index) => {
    const share = Math.min(1, count - index);
    return newSvg(document, "rect", {
      x: (index % perLine) * cell + 1,
      y: Math.floor(index / perLine) * cell,
      width: Math.max(1, (cell - 5) * share),
      height: cell - 5,
      ...{ fill: colour, "fill-opacity": 0.3, stroke: colour, "stroke-width": 1.5 },
      ...(dashed ? { "stroke-dasharray": "3 2" } : {}),
    });
  });
  return {
    part: newSvg(document, "g", {}, squares),
    height: Math.ceil(squares.length / perLine) * cell,
  };
}

/** A number of squares with its words above it. */
function newCount(canvas: Canvas, row: MarkRow, text: string, count: number): Drawn {
  const { document, width } = canvas;
  const words = wrap([{ text, bold: true }, { text: ` · ${row.label}` }], width - 4);
  const top = words.length * LINE_HEIGHT + 6;
  const squares = newSquares(canvas, count, row);
  return {
    part: newLink(document, { href: hrefOf(row), title: titleOf(row) }, [
      ...newText(document, words, { x: 0, y: FONT_SIZE }),
      newGroup(document, [0, top], [squares.part]),
    ]),
    height: top + squares.height + 14,
  };
}

function drawSquares(rows: readonly MarkRow[], canvas: Canvas): SVGSVGElement {
  const { document, width } = canvas;
  const [output] = rows.filter(({ metric }) => metric === OUTPUT);
  const ratios = rows.filter(isRatio);
  if (output === undefined || ratios.length === 0)
    return newDrawing(
      document,
      { width, height: 40 },
      newText(document, [[{ text: "not stated" }]], { x: 0, y: FONT_SIZE }),
    );
  const key = wrap(
    [{ text: `One square: what the United States makes in a month, ${output.words} rounds` }],
    width - 4,
  );
  const made = `${formatNumber(1)} square`;
  const drawn = [
    newCount(canvas, output, made, 1),
    ...ratios.map((row) => {
      const fired = { ...row, label: "what Russia fires in a month at its estimated daily rate" };
      const count = row.low ?? row.high ?? 0;
      return newCount(canvas, fired, `computed: ${formatRange(rangeOfRow(row))} squares`, count);
    }),
  ];
  const start = key.length * LINE_HEIGHT + 12;
  const tops = drawn.map((_, index) =>
    drawn.slice(0, index).reduce((sum, { height }) => sum + height, start),
  );
  const height = drawn.reduce((sum, one) => sum + one.height, start);
  return newDrawing(document, { width, height }, [
    ...newText(document, key, { x: 0, y: FONT_SIZE }, { fill: MUTED }),
    ...drawn.map(({ part }, index) => newGroup(document, [0, tops[index] ?? 0], [part])),
  ]);
}

/** A month of fire counted in months of output: squares, because they can be counted. */
export const chart = chartOf<MarkRow>({
  question: "How does Russia’s fire compare with what the United States makes?",
  rows: (published) => [
    ...published.claims
      .filter(({ metric }) => [FIRE, OUTPUT].includes(metric))
      .filter(({ unused }) => unused === null)
      .map((claim) => rowOfClaim(claim, claim.metric_label)),
    ...published.crosschecks
      .filter((check) => comparesThem(check, published))
      .map((check) => ({ ...rowOfCrosscheck(check, published), party: "russia" as const })),
  ],
  title: (rows) => {
    const ratio = rows.find(isRatio);
    if (ratio === undefined) return "How Russia’s fire compares with US output is not stated";
    const speakers = new Set(rows.flatMap(({ by }) => by ?? []));
    const [speaker = ""] = [...speakers];
    const who = speakers.size === 1 ? `${speaker.split(",")[0] ?? ""}’s` : "the";
    const times = `${ratio.low === ratio.high ? "about " : ""}${formatRange(rangeOfRow(ratio))} times`;
    const [fired, made] = ["Russia daily fired", "what America made"];
    return firstFitting([
      `If ${who} comparison means output, ${fired} ${times} ${made}`,
      `If output is meant, ${fired} ${times} ${made}`,
    ]);
  },
  subtitle: () => "Artillery rounds fired by Russia and made in the United States, one month",
  note: (rows) =>
    `${countNote(rows)} The source puts one day of fire equal to one month of output, so the result is the length of a month. Fire on one side, output on the other.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  coreOnly: "it draws a comparison that one speaker makes.",
  draw: drawSquares,
});
