import { formatFull } from "../words/numbers.ts";
import { keepCollection } from "../ledger/collections.ts";
import type { Published } from "../published/tables.ts";
import { COUNTED_CHANGES } from "./change-counts.ts";
import type { Model } from "./model.ts";
import { latestOf, publishedOn } from "./publication-day.ts";
import { type Reference, type Value, noPart, showWith } from "./reference.ts";

type Count = (model: Model) => readonly [number, string];

const COUNTED: Readonly<Record<string, Count>> = {
  core: ({ ledger }) => [
    ledger.sources.filter(({ collection }) => collection === "core").length,
    "core documents",
  ],
  further: ({ ledger }) => [
    ledger.sources.filter(({ collection }) => collection === "further").length,
    "further reports",
  ],
  sources: ({ ledger }) => [ledger.sources.length, "documents in the ledger"],
  claims: ({ ledger }) => [ledger.claims.length, "claims in the ledger"],
  origins: ({ ledger }) => [ledger.origins.length, "acts of estimation in the ledger"],
  claimants: ({ ledger }) => [ledger.claimants.length, "speakers in the ledger"],
  dismissals: ({ ledger }) => [ledger.dismissals.length, "figures seen and set aside"],
  statements: ({ ledger }) => [ledger.statements.length, "statements without a number"],
  propositions: ({ ledger }) => [ledger.propositions.length, "propositions compared"],
  assumptions: ({ ledger }) => [ledger.assumptions.length, "assumptions in the ledger"],
  crosschecks: ({ ledger }) => [ledger.crosschecks.length, "cross-checks computed"],
  conflicts: ({ published }) => [
    conflictsIn(published, "all"),
    "sets of claims that cannot all be right",
  ],
  core_conflicts: ({ published }) => [
    conflictsIn(published, "core"),
    "sets of claims that cannot all be right, core documents alone",
  ],
  apparent: ({ published }) => [
    published.apparent_conflicts.length,
    "pairs of numbers that only seem to conflict",
  ],
  ...COUNTED_CHANGES,
};

const conflictsIn = ({ conflicts }: Published, collection: "core" | "all"): number =>
  conflicts.filter((row) => row.collection === collection && row.assume === "stated").length;

/** Rows of which the core has its own count: `core_claims`, and what further reports add: `further_claims`. */
const TOLD_APART = [
  "claims",
  "origins",
  "claimants",
  "dismissals",
  "statements",
  "propositions",
  "crosschecks",
] as const;

function countOf(name: string): Count | null {
  const own = COUNTED[name];
  if (own) return own;
  const [, collection, rows] = /^(core|further)_(\w+)$/u.exec(name) ?? [];
  const count = COUNTED[rows ?? ""];
  if (count === undefined || !TOLD_APART.some((one) => one === rows)) return null;
  return (model) => {
    const [all, label] = count(model);
    const [core] = count({ ...model, ledger: keepCollection(model.ledger, "core") });
    return collection === "core"
      ? [core, `${label}, core documents alone`]
      : [all - core, `${label}, added by further reports`];
  };
}

export function countValue(reference: Reference, model: Model): Value {
  const counted = countOf(reference.part)?.(model);
  if (!counted)
    throw noPart(reference, [
      ...Object.keys(COUNTED),
      ...TOLD_APART.flatMap((name) => [`core_${name}`, `further_${name}`]),
    ]);
  const [count, label] = counted;
  return {
    text: showWith(reference, formatFull)(count, "low"),
    label,
    full: "",
    formula: "rows of the published tables",
    claims: [],
    assumptions: [],
  };
}

export function dataValue(reference: Reference, model: Model): Value {
  const latest = latestOf(model.ledger.sources);
  const plain = { full: "", claims: [], assumptions: [] };
  if (reference.part === "version")
    return {
      ...plain,
      text: model.version,
      label: "State of all tables, from the hashes of their bytes",
      formula: "sha256 over the hashes listed on the page Reproduce",
    };
  if (reference.part === "latest")
    return {
      ...plain,
      text: latest ? publishedOn(latest) : "not stated",
      label: "Latest day of publication among the documents",
      formula: null,
    };
  throw noPart(reference, ["version", "latest"]);
}
