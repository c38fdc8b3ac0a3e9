import type { Published, PublishedMutation, PublishedRetelling } from "../reconcile/published.ts";
import type { ChartColumn } from "./chart.ts";
import { formatNumber, formatRange } from "./words.ts";

/** One change of a retold figure or of a statement, or one retold figure without a known change. */
export interface RetellingRow {
  /** The act of estimation, or the speaker of a statement. */
  readonly origin_label: string;
  readonly metric_label: string | null;
  /** The figure as the document has it, with its unit; null for a statement. */
  readonly words: string | null;
  /** The figure without its unit, which the quantity's name says; percent stays. */
  readonly bare: string | null;
  /** What sort of change; null where none is known. */
  readonly kind_label: string | null;
  readonly changes: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** How many times the number that others keep. */
  readonly factor: number | null;
  /** What became of the number itself: kept or changed; null for a statement. */
  readonly number: "kept" | "changed" | null;
  readonly cause: string | null;
  readonly evidence: string | null;
  /** Both in one: "translation, inferred". */
  readonly came_in: string | null;
  /** faithful or distorted, as the claim is coded: the second never enters an estimate. */
  readonly repeats: string | null;
  readonly source_title: string;
  readonly claims: string;
  readonly statement: string | null;
  /** The claim or the statement, whichever shows it. */
  readonly shown_in: string;
  /** Claims of the same origin that keep what was changed, separated by |. */
  readonly kept: string;
  /** Names the figure that several rows are about; null for a statement. */
  readonly figure: string | null;
  /** Names the act of estimation and the quantity, a space between; null for a statement. */
  readonly estimate: string | null;
}

export const RETELLING_COLUMNS: readonly ChartColumn<RetellingRow>[] = [
  { field: "kind_label", label: "Change" },
  { field: "before", label: "Before" },
  { field: "after", label: "After" },
  { field: "words", label: "Figure" },
  { field: "factor", label: "Times the number kept" },
  { field: "metric_label", label: "Quantity" },
  { field: "origin_label", label: "Origin or speaker" },
  { field: "source_title", label: "Document" },
  { field: "came_in", label: "Came in by" },
  { field: "repeats", label: "Coded as" },
  { field: "shown_in", label: "Shown in" },
  { field: "kept", label: "Kept in" },
];

const formatPrinted = (value: number): string => formatNumber(value, 4);

/** The figure in words: "about 6,700", "at least 11,000". */
function bareWords(told: PublishedRetelling): string {
  const range = formatRange(told, formatPrinted);
  return `${told.bound === "about" ? "about " : ""}${range}`;
}

const figureOf = (told: PublishedRetelling) => ({
  origin_label: told.origin_label,
  metric_label: told.metric_label,
  words: `${bareWords(told)} ${told.unit}`,
  bare: `${bareWords(told)}${told.unit === "percent" ? " percent" : ""}`,
  number: told.number_changed ? ("changed" as const) : ("kept" as const),
  repeats: told.repeats,
  source_title: told.source_title,
  figure: told.claim,
  estimate: `${told.origin} ${told.metric}`,
});

const UNCHANGED = {
  kind_label: null,
  changes: null,
  before: null,
  after: null,
  factor: null,
  cause: null,
  evidence: null,
  came_in: null,
} as const;

function changeOf(row: PublishedMutation) {
  return {
    kind_label: row.kind_label,
    changes: row.changes,
    before: row.before,
    after: row.after,
    cause: row.cause,
    evidence: row.evidence,
    came_in: `${row.cause}, ${row.evidence}`,
    claims: row.claim ?? "",
    statement: row.statement,
    shown_in: row.claim ?? row.statement ?? "",
    kept: row.compared_with.join("|"),
  };
}

/** Changes first, in the order of their kinds, then retold figures of which no change is known. */
export function retellingRows(published: Published): readonly RetellingRow[] {
  const { mutations, retellings, statements } = published;
  const speakers = new Map(statements.map((row) => [row.statement, row.claimant_name]));
  const changed = mutations.map((row): RetellingRow => {
    const told = retellings.find((one) => one.readings.includes(row.claim ?? ""));
    const figure = told
      ? { ...figureOf(told), factor: told.factor }
      : {
          origin_label: speakers.get(row.statement ?? "") ?? "",
          metric_label: null,
          words: null,
          bare: null,
          factor: null,
          number: null,
          repeats: null,
          source_title: row.source_title,
          figure: null,
          estimate: null,
        };
    return { ...figure, ...changeOf(row) };
  });
  const kept = retellings
    .filter((told) => told.mutations.length === 0)
    .map((told): RetellingRow => {
      const { claim } = told;
      const shown = { claims: claim, statement: null, shown_in: claim };
      return { ...figureOf(told), ...UNCHANGED, ...shown, kept: "" };
    });
  return [...changed, ...kept];
}

/** The figures that rows are about, each once. */
export const figuresOf = (rows: readonly RetellingRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ figure }) => figure ?? []));

/** How many acts of estimation rows go back to. */
export const countOrigins = (rows: readonly RetellingRow[]): number =>
  new Set(rows.flatMap(({ estimate }) => estimate?.split(" ")[0] ?? [])).size;

export const isChange = ({ kind_label }: RetellingRow): boolean => kind_label !== null;

/** What a change is told by in one line: before → after. */
export const changeWords = ({ before, after }: RetellingRow): string =>
  `${before ?? ""} → ${after ?? ""}`;

/** Where a row's mark leads, and what a reader sees who rests on it. */
export function targetOf(row: RetellingRow) {
  const said = isChange(row)
    ? `${row.kind_label ?? ""}: ${changeWords(row)}`
    : `${row.words ?? ""}: no change is known`;
  return {
    href: row.statement === null ? `./ledger#${row.claims}` : `./disagreements#${row.statement}`,
    title: `${said} – ${row.source_title}`,
  };
}
