import type { Model } from "./model.ts";
import { latestOf, publishedOn } from "./publication-day.ts";
import { AS_PRINTED, type Reference, type Value, noPart, showWith } from "./reference.ts";

const COUNTED: Readonly<Record<string, (model: Model) => readonly [number, string]>> = {
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
  conflicts: ({ published }) => [
    published.conflicts.length,
    "pairs of claims that cannot both be true",
  ],
};

/** Counts of what retellings and translations changed. */
const COUNTED_CHANGES: Readonly<Record<string, (model: Model) => readonly [number, string]>> = {
  mutations: ({ published }) => [published.mutations.length, "known changes"],
  mutations_inferred: ({ published }) => [
    published.mutations.filter(({ evidence }) => evidence === "inferred").length,
    "changes that are inferred, not seen",
  ],
  mutations_translation: ({ published }) => [
    published.mutations.filter(({ cause }) => cause === "translation").length,
    "changes that came in by translation",
  ],
  mutations_statements: ({ published }) => [
    published.mutations.filter(({ statement }) => statement !== null).length,
    "changes in words without a number",
  ],
  retellings: ({ published }) => [
    published.retellings.length,
    "figures of which one can say whether they were changed on the way",
  ],
  retellings_changed: ({ published }) => [
    published.retellings.filter(({ mutations }) => mutations.length > 0).length,
    "retold figures with a known change",
  ],
  retellings_unchanged: ({ published }) => [
    published.retellings.filter(({ mutations }) => mutations.length === 0).length,
    "retold figures without a known change",
  ],
  retold_origins: ({ published }) => [
    new Set(published.retellings.map(({ origin }) => origin)).size,
    "acts of estimation whose figures were retold or translated",
  ],
  retellings_number: ({ published }) => [
    published.retellings.filter(({ number_changed }) => number_changed).length,
    "retold figures of which the number itself was changed",
  ],
};

export function countValue(reference: Reference, model: Model): Value {
  const all = { ...COUNTED, ...COUNTED_CHANGES };
  const counted = all[reference.part]?.(model);
  if (!counted) throw noPart(reference, Object.keys(all));
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
