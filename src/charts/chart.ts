import type { Published, PublishedName } from "../published/tables.ts";
import type { Canvas, ChartFile, Choice, Label, TableRow } from "./canvas.ts";
import { type KeyEntry, sampleOf } from "./draw/key.ts";
import { standalone } from "./draw/standalone.ts";

/**
 * One chart: rows chosen from what is published, and what is said and drawn of them. Every text is
 * made from the rows, so that none can say more than they do.
 */
export interface ChartDefinition<Rows, Needs extends PublishedName> {
  /** The name of its file, its address and its fence. */
  readonly name: string;
  /** Chooses and shapes what is drawn; null where nothing of it is published. */
  readonly rows: (data: Pick<Published, Needs>, choice: Choice) => Rows | null;
  /** The finding, at most twelve words. */
  readonly title: (rows: Rows) => string;
  /** Measure, unit, period. */
  readonly subtitle: (rows: Rows) => string;
  /** Qualifiers and exclusions: what is left out, and why. */
  readonly note: (rows: Rows) => string;
  /** Marks and colours that the drawing has, and no others. */
  readonly key?: (rows: Rows) => readonly KeyEntry[];
  /** Named marks, at most six a panel. */
  readonly labels?: (rows: Rows) => readonly Label[];
  readonly table: (rows: Rows) => readonly TableRow[];
  readonly draw: (rows: Rows, canvas: Canvas) => SVGSVGElement;
}

/** A chart of some rows: all that a page, a download or an embed shows of it. */
export interface OpenedChart {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  /** Samples are SVG of 18 by 18 pixels, coloured by the page's variables. */
  readonly key: readonly { readonly sample: string; readonly means: string }[];
  readonly labels: readonly Label[];
  readonly table: readonly TableRow[];
  /** Ids of what is drawn, for the source line. */
  readonly claims: readonly string[];
  readonly statements: readonly string[];
  /** What a reader who cannot see the drawing is told; it is on the drawing too. */
  readonly alternative: string;
  readonly draw: (canvas: Canvas) => SVGSVGElement;
  /** Draws it as a file of its own: title, key, labels, note and sources in it, colours written in. */
  readonly standalone: (file: ChartFile) => string;
}

/** A chart as all that do not draw it know it. */
export interface Chart<Needs extends PublishedName = PublishedName> {
  readonly name: string;
  /** Chooses its rows; null where there is nothing to draw. */
  readonly open: (data: Pick<Published, Needs>, choice: Choice) => OpenedChart | null;
}

const idsIn = (table: readonly TableRow[], column: string): readonly string[] => [
  ...new Set(table.flatMap((row) => String(row[column] ?? "").split("|")).filter(Boolean)),
];

/** Makes a chart of its parts. */
export function chartOf<Rows, Needs extends PublishedName>(
  own: ChartDefinition<Rows, Needs>,
): Chart<Needs> {
  const { name } = own;
  const opened = (rows: Rows): OpenedChart => {
    const [title, subtitle, note] = [own.title(rows), own.subtitle(rows), own.note(rows)];
    const [labels, table] = [own.labels?.(rows) ?? [], own.table(rows)];
    const listed = labels.map(({ number, words }) => ` ${number}: ${words}.`).join("");
    const alternative = `${title}. ${subtitle}.${listed}`;
    const key = (own.key?.(rows) ?? []).map((one) => ({ ...one, sample: sampleOf(one) }));
    const draw = (canvas: Canvas): SVGSVGElement => {
      const svg = own.draw(rows, canvas);
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", alternative);
      return svg;
    };
    const words = { title, subtitle, note, labels, key, alternative };
    return {
      ...{ ...words, name, table, draw },
      ...{ claims: idsIn(table, "claims"), statements: idsIn(table, "statements") },
      standalone: (file) => standalone(draw({ ...file, id: name }), words, file),
    };
  };
  return {
    name,
    open: (data, choice) => {
      const rows = own.rows(data, choice);
      return rows === null ? null : opened(rows);
    },
  };
}
