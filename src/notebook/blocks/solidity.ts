import { formatCount, formatDay, formatFull, formatRange } from "../../charts/words.ts";
import type { Published } from "../../reconcile/published.ts";
import type { Cause } from "../../reconcile/solidity/causes.ts";
import type {
  PublishedFinding,
  PublishedPair,
  PublishedThreshold,
} from "../../reconcile/solidity/rows.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { claimLinks, wideTable } from "./parts.ts";

const labelIn =
  ({ ledger }: Model) =>
  (origin: string): string =>
    ledger.origins.find(({ id }) => id === origin)?.label ?? origin;

/** The publication that a block's argument names. */
function publicationOf(argument: string, { published }: Model): Published {
  if (argument === "core") return published.core;
  if (argument === "all") return published.all;
  throw new UnknownReference('"core" or "all"', "name the documents that are meant");
}

/** With more origins than this, only their number is given; the table to download has all. */
const FEW = 3;

function hangsOn(finding: PublishedFinding, model: Model): string {
  const { hangs_on, origins } = finding;
  if (hangs_on.length === 0) return `none of ${formatCount(origins, "origin")}`;
  const named = hangs_on.length <= FEW ? `: ${hangs_on.map(labelIn(model)).join("; ")}` : "";
  return `${formatFull(hangs_on.length)} of ${formatCount(origins, "origin")}${named}`;
}

/** Names of choices and assumptions, as far as they are rows of the ledger. */
function choicesOf(finding: PublishedFinding, { ledger, published }: Model): string {
  const labels = new Map<string, string>([
    ...[...published.core.solidity.swings, ...published.all.solidity.swings].map(
      ({ choice, published_option }) => [choice, published_option] as const,
    ),
    ...ledger.assumptions.map(({ id, label }) => [id, label] as const),
  ]);
  const named = [...finding.moving_choices, ...finding.assumptions];
  if (named.length === 0)
    return finding.choices === 0 ? "none" : `none of ${formatCount(finding.choices, "choice")}`;
  const of = finding.choices === 0 ? "" : ` of ${formatCount(finding.choices, "choice")}`;
  return `${formatFull(named.length)}${of}: ${named.map((id) => labels.get(id) ?? id).join("; ")}`;
}

/** Conflicts of a finding; of a quantity with too many pairs to compare, those that are listed. */
function conflictsOf({ conflicts, finding }: PublishedFinding, { solidity }: Published): string {
  if (conflicts === 0) return "none";
  const isCut = solidity.unlisted.some(
    ({ table, about }) => table === "conflict_pairs, conflict" && about === finding,
  );
  return `${isCut ? "at least " : ""}${formatCount(conflicts, "pair")}`;
}

/** Every published finding of some documents, the most solid first, with what it hangs on. */
export function solidityBlock(argument: string, model: Model): Html {
  const publication = publicationOf(argument, model);
  const { findings } = publication.solidity;
  const rows = findings.map(
    (finding) =>
      html`<tr>
        <td class="number">${finding.rank}</td>
        <th scope="row">
          ${finding.label}${finding.as_of === null ? "" : `, ${formatDay(finding.as_of)}`}
        </th>
        <td>
          <strong>${finding.kind === "cross-check" ? "computed: " : ""}${formatRange(finding)}</strong>
          ${finding.unit}
        </td>
        <td>${finding.grade}</td>
        <td>${hangsOn(finding, model)}</td>
        <td>${choicesOf(finding, model)}</td>
        <td>${conflictsOf(finding, publication)}</td>
      </tr>`,
  );
  const head = ["Rank", "Finding", "Range", "How solid", "Hangs on", "Moved by", "Conflicts"];
  if (argument === "core") return wideTable("Findings of the core articles", head, rows);
  return html`<details>
    <summary>${formatCount(findings.length, "finding")} with further reports</summary>
    ${wideTable("Findings with further reports", head, rows)}
  </details>`;
}

/** Why two numbers exclude each other, for readers. */
const CAUSE: Readonly<Record<Cause, string>> = {
  derivation: "one is computed from the other or repeats it",
  time: "they speak of different days",
  reading: "one is a reading of words that allow others",
  scope: "the documents state different scopes",
  window: "the counts start on different days",
  definition: "they count different things",
  dispute: "true dispute: nothing that is stated explains it",
};

function pairRow(pair: PublishedPair, model: Model): Html {
  const label = labelIn(model);
  const unit = model.ledger.metrics.find(({ id }) => id === pair.low_metric)?.unit ?? "";
  const floor = formatRange(
    { low: pair.floor, low_inclusive: pair.floor_inclusive, high: null },
    formatFull,
  );
  const ceiling = formatRange(
    { low: null, high: pair.ceiling, high_inclusive: pair.ceiling_inclusive },
    formatFull,
  );
  const apart = pair.gap === 0 ? "only the ends exclude each other" : formatFull(pair.gap);
  return html`<tr>
    <th scope="row">${pair.definitions}</th>
    <td>${floor} (${label(pair.low_origin)}) ${claimLinks(pair.low_claims)}</td>
    <td>${ceiling} (${label(pair.high_origin)}) ${claimLinks(pair.high_claims)}</td>
    <td class="number">${apart} ${pair.gap === 0 ? "" : unit}</td>
    <td>${CAUSE[pair.cause]}</td>
  </tr>`;
}

const PAIR_HEAD = ["What is counted", "Says more", "Says less", "Apart by", "Cause"];

/** Every pair of claims that cannot both be true, under which definitions. */
export function conflictPairsBlock(argument: string, model: Model): Html {
  const pairs = publicationOf(argument, model).solidity.pairs.filter(
    ({ kind }) => kind === "conflict",
  );
  if (pairs.length === 0)
    return html`<p>No two claims about the same quantity exclude each other.</p>`;
  return wideTable(
    "Pairs of claims that cannot both be true",
    PAIR_HEAD,
    pairs.map((pair) => pairRow(pair, model)),
  );
}

/** More pairs than this are counted by their cause; the table to download has all. */
const MANY_PAIRS = 40;

/** Pairs that only seem to conflict, with the reason; many of them are counted by cause. */
export function seemingBlock(argument: string, model: Model): Html {
  const pairs = publicationOf(argument, model).solidity.pairs.filter(
    ({ kind }) => kind === "seeming",
  );
  if (pairs.length <= MANY_PAIRS)
    return wideTable(
      "Pairs of claims that only seem to conflict",
      PAIR_HEAD,
      pairs.map((pair) => pairRow(pair, model)),
    );
  const causes = [...new Set(pairs.map(({ cause }) => cause))];
  const counted = causes.map((cause) => {
    const count = pairs.filter((pair) => pair.cause === cause).length;
    return html`<li>${CAUSE[cause]}: ${formatCount(count, "pair")}</li>`;
  });
  return html`<ul>
      ${counted}
    </ul>
    <p>Each pair is in <a href="/data/conflict_pairs.csv">conflict_pairs.csv</a>.</p>`;
}

/** At which value of each input the verdict of a cross-check turns. */
export function breakpointsBlock(_: string, { published }: Model): Html {
  const rows = published.all.solidity.breakpoints.map(
    (row) =>
      html`<tr>
        <th scope="row">${row.crosscheck_label}</th>
        <td>${row.input_label}</td>
        <td class="number">${formatFull(row.now)} ${row.input_unit}</td>
        <td class="number"><strong>${formatFull(row.at)}</strong></td>
        <td>${row.below}</td>
        <td>${row.above}</td>
      </tr>`,
  );
  const head = ["Cross-check", "Input", "Now", "Turns at", "Below it", "Above it"];
  return wideTable("Values at which a verdict turns", head, rows);
}

function thresholdRow(row: PublishedThreshold, model: Model): Html {
  const isExact = row.inclusive ? row.side : row.side === "at least" ? "more than" : "less than";
  const label = labelIn(model);
  const named = row.supporting_origins.length <= FEW ? row.supporting_origins.map(label) : [];
  return html`<tr>
    <th scope="row">${isExact} ${formatFull(row.value)}</th>
    <td>${formatFull(row.supporting)} of ${formatCount(row.origins, "origin")}</td>
    <td>${formatFull(row.opposing)}</td>
    <td>${formatFull(row.silent)}</td>
    <td>${between(named, "; ")}</td>
  </tr>`;
}

/** How many origins stand behind each bound that is stated of a quantity on its last day. */
export function thresholdsBlock(argument: string, model: Model): Html {
  const [documents = "", id = ""] = argument.split(" ");
  const metric = model.ledger.metrics.find((row) => row.id === id);
  if (!metric)
    throw new UnknownReference(
      "the id of a metric",
      "write it like thresholds core m_shells_delivered",
    );
  const found = publicationOf(documents, model).solidity.thresholds.filter(
    (row) => row.metric === id,
  );
  const day = found[0]?.as_of ?? null;
  return wideTable(
    `${metric.label}${day === null ? "" : ` on ${formatDay(day)}`}, in ${metric.unit}`,
    ["Statement", "Supported by", "Excluded by", "Left open by", "Supporting"],
    found.map((row) => thresholdRow(row, model)),
  );
}

/** Pairs of statements of different origins, counted by what sets them apart. */
export function disagreementsBlock(argument: string, model: Model): Html {
  const { disagreements } = publicationOf(argument, model).solidity;
  const causes = [...new Set(disagreements.map(({ cause }) => cause))];
  const rows = causes.map((cause) => {
    const own = disagreements.filter((row) => row.cause === cause);
    const widest = Math.max(0, ...own.flatMap(({ fold }) => fold ?? []));
    return html`<tr>
      <th scope="row">${cause === null ? "some number satisfies both" : CAUSE[cause]}</th>
      <td class="number">${formatFull(own.length)}</td>
      <td class="number">${formatFull(own.filter((row) => row.can_both_hold).length)}</td>
      <td class="number">${widest === 0 ? "not stated" : formatFull(widest)}</td>
    </tr>`;
  });
  return wideTable(
    "Pairs of statements of different origins about one quantity",
    ["Cause", "Pairs", "Can both be true", "Widest factor between their ends"],
    rows,
  );
}
