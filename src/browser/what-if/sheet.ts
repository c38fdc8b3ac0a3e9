import { formatCell } from "../../ledger/csv-cell.ts";
import type { Ledger } from "../../ledger/tables.ts";
import { isStatedIn } from "../../notebook/what-if/dial-words.ts";
import { NOT_STATED } from "../../notebook/what-if/rows.ts";
import type { Sentence } from "../../notebook/what-if/text.ts";
import type { Ends } from "../../reconcile/published.ts";
import type { Answers } from "../../reconcile/what-if/answers.ts";
import type { Documents } from "../../reconcile/what-if/documents.ts";
import type { Dial } from "../../reconcile/dials.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import type { Settable } from "./address.ts";

/** A row of the sheet that a reader takes along; a cell without a value is empty. */
interface SheetRow {
  /** data, setting, contradiction, finding, estimate or arithmetic. */
  readonly part: string;
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  /** The setting, and what is published in its place. */
  readonly setting?: string;
  readonly published_setting?: string;
  readonly range?: Ends | null;
  readonly published?: Ends | null;
  /** By how much the low end lies above the high one, where claims conflict. */
  readonly gap?: number | null | undefined;
  readonly published_gap?: number | null | undefined;
  readonly claims?: number;
  readonly origins?: number;
  readonly verdict?: string;
  /** Documents whose claims put the ends, or stand under the arithmetic. */
  readonly documents?: readonly string[];
}

const COLUMNS = [
  ...["part", "id", "label", "unit", "setting", "published_setting"],
  ...["low", "low_inclusive", "high", "high_inclusive", "gap"],
  ...["published_low", "published_low_inclusive", "published_high", "published_high_inclusive"],
  "published_gap",
  ...["claims", "origins", "verdict", "documents"],
];

const cellsOf = (ends: Ends | null | undefined) =>
  [ends?.low, ends?.low_inclusive, ends?.high, ends?.high_inclusive] as const;

const lineOf = (row: SheetRow): string =>
  [
    ...[row.part, row.id, row.label, row.unit, row.setting, row.published_setting],
    ...[...cellsOf(row.range), row.gap],
    ...[...cellsOf(row.published), row.published_gap],
    ...[row.claims, row.origins, row.verdict, row.documents?.join(" ")],
  ]
    .map((cell) => formatCell(String(cell ?? "")))
    .join(",");

const rangeText = (low: number | null, high: number | null): string =>
  low === high ? String(low ?? "") : `${String(low ?? "")}..${String(high ?? "")}`;

/** What is taken for a number unless a reader moves it. */
const takenFor = (dial: Dial, ledger: Settable["ledger"], documents: Documents): string =>
  isStatedIn(dial, ledger, documents) ? rangeText(dial.low, dial.high) : NOT_STATED;

function settingRows(
  settings: Settings,
  { choices, dials, ledger, asOf }: Settable,
): readonly SheetRow[] {
  const labels = new Map(ledger.origins.map(({ id, label }) => [id, label]));
  const part = "setting";
  return [
    {
      part,
      id: "day",
      label: "Day that is asked about",
      setting: settings.asOf,
      published_setting: asOf,
    },
    {
      ...{ part, id: "documents", label: "Documents that speak" },
      ...{ setting: settings.documents, published_setting: "core" },
    },
    ...choices.map(({ id, question, options: [published] }) => ({
      ...{ part, id, label: question },
      ...{ setting: settings.options.get(id) ?? published.id, published_setting: published.id },
    })),
    ...dials.map((dial) => ({
      ...{ part, id: dial.id, label: dial.label, unit: dial.unit },
      setting: String(settings.numbers.get(dial.id) ?? takenFor(dial, ledger, settings.documents)),
      published_setting: takenFor(dial, ledger, "core"),
    })),
    ...settings.without.map((id) => ({
      ...{ part, id, label: labels.get(id) ?? id },
      ...{ setting: "left out", published_setting: "counted" },
    })),
  ];
}

/** What a sheet is made from. */
export interface Told {
  readonly settings: Settings;
  readonly answers: Answers;
  /** The same day as published. */
  readonly published: Answers;
  /** Where these settings are found again. */
  readonly address: string;
  /** The finding in words. */
  readonly text: readonly Sentence[];
  /** Settings that contradict each other, in words. */
  readonly contradictions: readonly string[];
}

/** The documents of some claims, each once. */
type DocumentsOf = (claims: readonly string[]) => readonly string[];

function documentsIn({ claims }: Settable["ledger"]): DocumentsOf {
  const sources = new Map(claims.map(({ id, source }) => [id, source]));
  return (ids) => [...new Set(ids.flatMap((id) => sources.get(id) ?? []))].sort();
}

const wordRows = (part: string, words: readonly string[]): readonly SheetRow[] =>
  words.map((label, at) => ({ part, id: `${part}_${String(at + 1)}`, label }));

function estimateRows(
  { answers, published }: Told,
  metrics: Ledger["metrics"],
  documentsOf: DocumentsOf,
): readonly SheetRow[] {
  const before = new Map(published.onDay.map(({ metric, estimate }) => [metric, estimate]));
  const rows = new Map(metrics.map((row) => [row.id, row]));
  return answers.onDay.flatMap(({ metric, estimate }): readonly SheetRow[] => {
    const was = before.get(metric) ?? null;
    if (estimate === null && was === null) return [];
    return [
      {
        ...{ part: "estimate", id: metric, label: rows.get(metric)?.label ?? metric },
        ...{ unit: rows.get(metric)?.unit ?? "", range: estimate, published: was },
        ...{ gap: estimate?.gap, published_gap: was?.gap },
        ...{ claims: estimate?.claims ?? 0, origins: estimate?.origins ?? 0 },
        documents: documentsOf(estimate ? [...estimate.low_claims, ...estimate.high_claims] : []),
      },
    ];
  });
}

function arithmeticRows(
  { answers, published }: Told,
  documentsOf: DocumentsOf,
): readonly SheetRow[] {
  const before = new Map(published.crosschecks.map((row) => [row.crosscheck, row]));
  return answers.crosschecks.map((row) => ({
    ...{ part: "arithmetic", id: row.crosscheck, label: row.label, unit: row.unit },
    ...{ range: row, published: before.get(row.crosscheck) ?? null, verdict: row.verdict },
    documents: documentsOf(row.claims),
  }));
}

/**
 * The answers as CSV, the settings that led to them first: one table that says by
 * itself what was asked. Numbers are in full.
 */
export function sheetOf(told: Told, settable: Settable, metrics: Ledger["metrics"]): string {
  const documentsOf = documentsIn(settable.ledger);
  const rows: readonly SheetRow[] = [
    { part: "data", id: "version", label: "State of the data", setting: settable.version },
    { part: "data", id: "address", label: "These settings", setting: told.address },
    ...settingRows(told.settings, settable),
    ...wordRows("contradiction", told.contradictions),
    ...wordRows(
      "finding",
      told.text.map(({ words }) => words),
    ),
    ...estimateRows(told, metrics, documentsOf),
    ...arithmeticRows(told, documentsOf),
  ];
  return `${[COLUMNS.join(","), ...rows.map(lineOf)].join("\n")}\n`;
}
