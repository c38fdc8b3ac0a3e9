import { describe, expect, test } from "vitest";
import { charts } from "../../src/charts/all.ts";
import { LEAD } from "../../src/charts/canvas.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { publish } from "../../src/published/publish.ts";
import { WIDTHS, cutIn, document, openChart, overlapsIn, shown, textsIn } from "./drawing.ts";
import { nothing, published as madeUp } from "./made-up.ts";

const shipped = publish(readLedger("data", { articles: null }).ledger);
const metrics = [...new Set(shipped.claims.map(({ metric }) => metric))];
const all = [
  ...shown.filter(([name]) => name !== "quantity"),
  ...metrics.map((metric) => ["quantity", metric] as const),
];
const WORDS = /NaN|undefined|Infinity|null|\s{2}|^\s*$/u;

const sets = [
  ["the shipped rows", shipped, "all", all],
  ["the shipped rows of the five articles", shipped, "core", all],
  ["made-up rows", madeUp, "all", shown],
] as const;

describe.each(sets)("charts of %s", (_set, data, collection, names) => {
  const opened = names.flatMap((name) => openChart(name, data, collection) ?? []);

  test("there are some", () => {
    expect(opened.length).toBeGreaterThan(10);
  });

  test("draw(canvas) at both widths has no word that covers another, is cut or is too small", () => {
    const faults = opened.flatMap((chart) =>
      WIDTHS.flatMap((width) => {
        const svg = chart.draw({ document, width, id: "x" });
        const small = textsIn(svg).filter(({ size }) => size < 12);
        const broken = /NaN|undefined|Infinity/u.exec(svg.outerHTML) ?? [];
        const found = [
          ...overlapsIn(svg),
          ...cutIn(svg),
          ...small.map(({ text }) => text),
          ...broken,
        ];
        return found.map((fault) => `${chart.title} ${String(width)}: ${fault}`);
      }),
    );
    expect(faults).toEqual([]);
  });

  test("every figure that is named has its number in the drawing", () => {
    const missing = opened.flatMap(({ title, labels, draw }) =>
      WIDTHS.flatMap((width) => {
        const texts = textsIn(draw({ document, width, id: "x" })).map(({ text }) => text);
        const isThere = (number: string): boolean =>
          texts.some((text) => text === number || text.startsWith(`${number}  `));
        const lost = labels.filter(({ number }) => !isThere(number));
        return lost.map(({ number }) => `${title} ${String(width)}: ${number}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  test("titles have at most twelve words, and no text has a hole", () => {
    const faults = opened.flatMap(({ title, subtitle, note, labels }) =>
      [title, subtitle, note, ...labels.map(({ words }) => words)]
        .filter((text) => WORDS.test(text))
        .concat(title.split(" ").length > 12 ? [title] : []),
    );
    expect(faults).toEqual([]);
  });

  test("rows of a table have the same columns, ids among them, and lead to what is drawn", () => {
    for (const { name, table, claims, statements } of opened) {
      const columns = new Set(table.map((row) => Object.keys(row).join(" ")));
      expect(columns.size).toBe(1);
      expect([...columns].join(" ").split(" ").length).toBeGreaterThanOrEqual(LEAD);
      expect(claims.length + statements.length, name).toBeGreaterThan(0);
    }
  });

  test("standalone(file) has no colour of a page in it, in either scheme", () => {
    for (const chart of opened.slice(0, 20))
      for (const scheme of ["light", "dark"] as const) {
        const file = chart.standalone({
          ...{ document, width: 660, scheme, colophon: ["Sources: one.", "CC BY 4.0"] },
        });
        expect(file).not.toMatch(/var\(|currentColor|&nbsp;/u);
        expect(file).toContain("CC BY 4.0");
      }
  });
});

test("no chart is drawn of nothing", () => {
  for (const chart of charts.values())
    expect(chart.open(nothing, { collection: "all", metric: "m_a" })).toBeNull();
});
