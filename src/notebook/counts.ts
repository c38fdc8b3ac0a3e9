import { COUNTED_CHANGES } from "./change-counts.ts";
import { keepCollection } from "../reconcile/collection.ts";
import type { Model } from "./model.ts";
import { latestOf, publishedOn } from "./publication-day.ts";
import { AS_PRINTED, type Reference, type Value, noPart, showWith } from "./reference.ts";

const COUNTED: Readonly<Record<string, Count>> = {
  core: ({ ledger }) => [
    ledger.sources.filter(({ collection }) => collection === "core").length,
    "core documents",
  ],
  sources: ({ ledger }) => [ledger.sources.length, "documents in the ledger"],
  claims: ({ ledger }) => [ledger.claims.length, "claims in the ledger"],
  origins: ({ ledger }) => [ledger.origins.length, "acts of estimation in the ledger"],
  claimants: ({ ledger }) => [ledger.claimants.length, "speakers in the ledger"],
  dismissals: ({ ledger }) => [ledger.dismissals.length, "figures seen and set aside"],
  figures: ({ ledger }) => [
    ledger.claims.length + ledger.dismissals.length,
    "figures seen in the documents, claimed or set aside",
  ],
  statements: ({ ledger }) => [ledger.statements.length, "statements without a number"],
  propositions: ({ ledger }) => [ledger.propositions.length, "propositions compared"],
  assumptions: ({ ledger }) => [ledger.assumptions.length, "assumptions in the ledger"],
  crosschecks: ({ ledger }) => [ledger.crosschecks.length, "cross-checks computed"],
  crosschecks_moved: ({ published }) => [
    published.all.solidity.findings.filter(
      ({ kind, moving_choices }) => kind === "cross-check" && moving_choices.length > 0,
    ).length,
    "cross-checks that a single choice moves or lets fall",
  ],
  conflicts: ({ published }) => [
    published.all.conflicts.length,
    "pairs of claims that cannot both be true",
  ],
  further: ({ ledger }) => [
    ledger.sources.filter(({ collection }) => collection === "further").length,
    "further reports",
  ],
  findings: ({ published }) => [published.all.solidity.findings.length, "published findings"],
  findings_firm: ({ published }) => [
    published.all.solidity.findings.filter(({ hangs_on }) => hangs_on.length === 0).length,
    "findings that hang on no single origin",
  ],
  findings_single: ({ published }) => [
    published.all.solidity.findings.filter(({ origins }) => origins < 2).length,
    "findings that rest on one origin",
  ],
  conflict_pairs: ({ published }) => [
    published.all.solidity.pairs.filter(({ kind }) => kind === "conflict").length,
    "pairs of claims that cannot both be true, each listed once",
  ],
  seeming: ({ published }) => [
    published.all.solidity.pairs.filter(({ kind }) => kind === "seeming").length,
    "pairs of claims that only seem to conflict",
  ],
  breakpoints: ({ published }) => [
    published.all.solidity.breakpoints.length,
    "values at which the verdict of a cross-check turns",
  ],
  ...COUNTED_CHANGES,
};

type Count = (model: Model) => readonly [number, string];

/** Rows of which the core has its own count: `core_claims`, and what further reports add: `further_claims`. */
const TOLD_APART = [
  "claims",
  "origins",
  "claimants",
  "dismissals",
  "figures",
  "statements",
  "propositions",
  "crosschecks",
  "crosschecks_moved",
  "conflicts",
  "findings",
  "findings_firm",
  "findings_single",
  "conflict_pairs",
  "seeming",
] as const;

/** The model as if the core documents were all. */
function coreOf(model: Model): Model {
  const { core } = model.published;
  return {
    ...model,
    ledger: keepCollection(model.ledger, "core"),
    published: { core, all: core },
  };
}

function countOf(name: string): Count | null {
  const [, collection, rows] = /^(core|further)_(\w+)$/u.exec(name) ?? [];
  const count = COUNTED[rows ?? name];
  if (rows === undefined) return count ?? null;
  if (count === undefined || !TOLD_APART.some((one) => one === rows)) return null;
  return (model) => {
    const [all, label] = count(model);
    const [core] = count(coreOf(model));
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
  const formula = "rows of the published tables";
  return {
    text: showWith(reference, AS_PRINTED)(count),
    label,
    full: "",
    formula,
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
