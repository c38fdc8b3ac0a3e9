import { formatCount, formatDay, formatFull, formatRange } from "../../charts/words.ts";
import type { Published } from "../../reconcile/published.ts";
import { GRADES, type Grade } from "../../reconcile/solidity/ranking.ts";
import type { PublishedFinding, PublishedThreshold } from "../../reconcile/solidity/rows.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { fold, longTable } from "./fold.ts";
import { labelIn, publicationOf } from "./of-documents.ts";
import { wideTable } from "./parts.ts";

/** With more origins than this, only their number is given; the table to download has all. */
const FEW = 3;

function hangsOn(finding: PublishedFinding, model: Model): string {
  const { hangs_on, origins } = finding;
  if (hangs_on.length === 0) return `none of ${formatCount(origins, "origin")}`;
  const named = hangs_on.length <= FEW ? `: ${hangs_on.map(labelIn(model)).join("; ")}` : "";
  return `${formatFull(hangs_on.length)} of ${formatCount(origins, "origin")}${named}`;
}

/** What choices and assumptions are called: a choice by the option that is published. */
function namesIn({ ledger, published }: Model): ReadonlyMap<string, string> {
  const both = [published.core.solidity, published.all.solidity];
  return new Map([
    ...both.flatMap(({ arithmeticSwings }) =>
      arithmeticSwings.map(({ moved, moved_label }) => [moved, moved_label] as const),
    ),
    ...both.flatMap(({ swings }) =>
      swings.map(({ choice, published_option }) => [choice, published_option] as const),
    ),
    ...ledger.assumptions.map(({ id, label }) => [id, label] as const),
  ]);
}

/** The choices that move a finding, and the assumptions that it rests on. */
function movedBy(
  { choices, moving_choices, assumptions }: PublishedFinding,
  names: ReadonlyMap<string, string>,
): string {
  const listed = (ids: readonly string[]): string =>
    ids.map((id) => names.get(id) ?? id).join("; ");
  const moving =
    moving_choices.length === 0
      ? `none of ${formatCount(choices, "choice")}`
      : `${formatFull(moving_choices.length)} of ${formatCount(choices, "choice")}: ${listed(moving_choices)}`;
  const resting = `rests on ${formatCount(assumptions.length, "assumption")}: ${listed(assumptions)}`;
  const said = [...(choices === 0 ? [] : [moving]), ...(assumptions.length === 0 ? [] : [resting])];
  return said.length === 0 ? "none" : said.join(". It ");
}

/** What is found, and when: a growing count holds on its day, anything else from a day on. */
function titleOf({ finding, label, as_of, day_is }: PublishedFinding, { ledger }: Model): string {
  if (as_of === null) return label;
  const grows = ledger.metrics.find(({ id }) => id === finding)?.cumulative === "yes";
  const why = day_is === "day of the widest gap" ? `, the ${day_is}` : "";
  return `${label}, ${grows ? "" : "from "}${formatDay(as_of)}${why}`;
}

function rangeOf(finding: PublishedFinding): Html {
  const range = `${finding.kind === "cross-check" ? "computed: " : ""}${formatRange(finding)}`;
  return html`<strong>${range}</strong> ${finding.unit}`;
}

/** Conflicts of a finding; of a quantity with too many pairs to compare, those that are listed. */
function conflictsOf({ conflicts, finding }: PublishedFinding, { solidity }: Published): string {
  if (conflicts === 0) return "none";
  const isCut = solidity.unlisted.some(
    ({ table, about }) => table === "conflict_pairs, conflict" && about === finding,
  );
  return `${isCut ? "at least " : ""}${formatCount(conflicts, "pair")}`;
}

/** How many findings have each grade, the most solid first. */
export function gradesBlock(_: string, { published }: Model): Html {
  const count = ({ solidity }: Published, grade: Grade): number =>
    solidity.findings.filter((finding) => finding.grade === grade).length;
  const rows = GRADES.map((grade) => ({
    grade,
    core: count(published.core, grade),
    all: count(published.all, grade),
  }))
    .filter(({ core, all }) => core + all > 0)
    .map(
      ({ grade, core, all }) =>
        html`<tr>
          <th scope="row">${grade}</th>
          <td class="number">${core}</td>
          <td class="number">${all}</td>
        </tr>`,
    );
  const head = ["How solid", "Core articles", "All documents"];
  return wideTable("Findings by what they hang on", head, rows);
}

/** Whether a finding is the one that its quantity is best known by: that of its last day. */
const isLast = ({ day_is }: PublishedFinding): boolean => day_is === "last day";

/** The finding that a quantity is best known by. */
export const lastFinding = (
  { solidity }: Published,
  metric: string,
): PublishedFinding | undefined =>
  solidity.findings.find((one) => one.finding === metric && isLast(one));

/** The place of a quantity's last day among all documents, with what lowers it there. */
function withFurther({ finding }: PublishedFinding, { published }: Model): string {
  const { findings } = published.all.solidity;
  const found = lastFinding(published.all, finding);
  if (found === undefined) return "not published";
  const pairs = found.conflicts === 0 ? "" : ` (${conflictsOf(found, published.all)})`;
  return `${formatFull(found.rank)} of ${formatFull(findings.length)}: ${found.grade}${pairs}`;
}

/** The last days of chosen quantities among the findings of the core, by rank: the argument has their ids. */
export function leadingBlock(argument: string, model: Model): Html {
  const { findings } = model.published.core.solidity;
  const ids = argument.split(" ");
  const chosen = findings.filter((one) => ids.includes(one.finding) && isLast(one));
  if (chosen.length !== ids.length)
    throw new UnknownReference(
      "ids of quantities that core articles speak of",
      "write it like leading m_shells_delivered m_fire_ratio",
    );
  const names = namesIn(model);
  const rows = chosen.map(
    (finding) =>
      html`<tr>
        <td class="number">${formatFull(finding.rank)} of ${formatFull(findings.length)}</td>
        <th scope="row">${titleOf(finding, model)}</th>
        <td>${rangeOf(finding)}</td>
        <td>${finding.grade}</td>
        <td>${hangsOn(finding, model)}</td>
        <td>${movedBy(finding, names)}</td>
        <td>${withFurther(finding, model)}</td>
      </tr>`,
  );
  const head = [
    ...["Rank", "Finding", "Range", "How solid", "Hangs on", "Moved by"],
    "Rank among all documents",
  ];
  return wideTable("Findings that pages lead with, core articles", head, rows);
}

/** Every published finding of some documents, the most solid first, with what it hangs on; folded. */
export function solidityBlock(argument: string, model: Model): Html {
  const publication = publicationOf(argument, model);
  const { findings } = publication.solidity;
  const names = namesIn(model);
  const rows = findings.map(
    (finding) =>
      html`<tr>
        <td class="number">${finding.rank}</td>
        <th scope="row">${titleOf(finding, model)}</th>
        <td>${rangeOf(finding)}</td>
        <td>${finding.grade}</td>
        <td>${hangsOn(finding, model)}</td>
        <td>${movedBy(finding, names)}</td>
        <td>${conflictsOf(finding, publication)}</td>
      </tr>`,
  );
  const head = ["Rank", "Finding", "Range", "How solid", "Hangs on", "Moved by", "Conflicts"];
  const whose = argument === "core" ? "of the core articles" : "with further reports";
  return fold(
    `all ${formatCount(findings.length, "finding")} ${whose}`,
    wideTable(`Findings ${whose}`, head, rows),
  );
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
  return longTable({ caption: "Values at which a verdict turns", head, noun: "value" }, rows, 5);
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
  const { estimates, solidity } = publicationOf(documents, model);
  const day = estimates.findLast((row) => row.metric === id)?.as_of ?? null;
  const found = solidity.thresholds.filter((row) => row.metric === id && row.as_of === day);
  return wideTable(
    `${metric.label}${day === null ? "" : ` on ${formatDay(day)}`}, in ${metric.unit}`,
    ["Statement", "Supported by", "Excluded by", "Left open by", "Supporting"],
    found.map((row) => thresholdRow(row, model)),
  );
}
