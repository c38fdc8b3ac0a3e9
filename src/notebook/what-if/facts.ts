import { familyOf } from "../../reconcile/solidity/family.ts";
import { type Cell, plainCell } from "../csv.ts";
import type { Model } from "../model.ts";
import { PACKED_TABLES, type Packed, type PackedTable, type WhatIfFacts } from "./packed.ts";

/** Fields of which neither the reconciling nor the page says anything: they weigh the most. */
const LEFT_OUT: Readonly<Record<PackedTable, readonly string[]>> = {
  sources: [
    ...["title", "publisher", "author", "url", "published_precision", "language", "translation"],
    ...["original_title", "original_publisher", "original_url", "sha256", "characters", "note"],
  ],
  claimants: ["name", "kind", "country", "part_of", "note"],
  origins: ["method", "note"],
  metrics: ["same_as", "definition"],
  claims: [
    ...["quote", "start", "end", "hedge", "time_basis", "scope", "via", "translation_note", "note"],
  ],
  assumptions: ["basis"],
  crosschecks: ["note", "condition"],
};

type Row = Readonly<Record<string, Cell>>;

function pack(rows: readonly object[], leftOut: readonly string[]): Packed {
  const fields = Object.keys(rows[0] ?? {}).filter((field) => !leftOut.includes(field));
  const cellOf = (cell: Cell) =>
    Array.isArray(cell) ? (cell as readonly string[]) : plainCell(cell);
  return {
    fields,
    rows: rows.map((row) => fields.map((field) => cellOf((row as Row)[field]))),
  };
}

/** Fields of claims that no chart of the page reads. */
const NOT_DRAWN = ["source_title", "published_on", "start", "end", "hedge", "counted_from"];

/** Claims that the charts of the page can show: of the quantity, its parts and its wholes, and under arithmetic. */
function drawnClaims({ ledger, published }: Model, metric: string) {
  const family = familyOf(metric, ledger.metrics);
  const used = new Set(published.all.crosschecks.flatMap(({ claims }) => claims));
  return published.all.claims.filter((row) => family.has(row.metric) || used.has(row.claim));
}

/** The facts of the page on which readers change the settings. */
export function whatIfFacts(
  model: Model,
  { metric, asOf, sums }: Pick<WhatIfFacts, "metric" | "asOf" | "sums">,
): WhatIfFacts {
  const { ledger, version } = model;
  const tables = PACKED_TABLES.map((name) => [name, pack(ledger[name], LEFT_OUT[name])] as const);
  return {
    version,
    metric,
    asOf,
    sums,
    tables: Object.fromEntries(tables) as WhatIfFacts["tables"],
    claims: pack(drawnClaims(model, metric), NOT_DRAWN),
  };
}
