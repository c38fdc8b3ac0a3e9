import { formatCount, formatDay, formatFull } from "../../charts/words.ts";
import type { PublishedFinding } from "../../reconcile/solidity/rows.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { labelIn } from "./of-documents.ts";
import { lastFinding } from "./solidity.ts";

function choicesOf({ choices, moving_choices }: PublishedFinding): string {
  if (choices === 0) return "no choice is open";
  const moving = moving_choices.length;
  const of = formatCount(choices, "choice");
  if (moving === 0) return `none of ${of} moves it`;
  return `${formatFull(moving)} of ${of} ${moving === 1 ? "moves" : "move"} it`;
}

function originsOf({ origins, hangs_on }: PublishedFinding, model: Model): string {
  const named = hangs_on.map(labelIn(model)).join("; ");
  if (origins === 1) return `it rests on one origin and nothing is left without it (${named})`;
  if (hangs_on.length === 0)
    return `any one of ${formatCount(origins, "origin")} can be left out without a change`;
  return `it hangs on ${formatFull(hangs_on.length)} of ${formatCount(origins, "origin")} (${named})`;
}

function sentenceOf(who: string, finding: PublishedFinding | undefined, model: Model): string {
  if (finding === undefined) return `${who}: not stated.`;
  const grows = model.ledger.metrics.find(({ id }) => id === finding.finding)?.cumulative === "yes";
  const day = finding.as_of === null ? "" : `, ${grows ? "" : "from "}${formatDay(finding.as_of)}`;
  return `${who}${day}: ${choicesOf(finding)}; ${originsOf(finding, model)}.`;
}

/**
 * What the last day of some quantities hangs on, choice by choice and origin by origin, in
 * words: a chart draws only what something moves.
 */
export function hangsBlock(argument: string, model: Model): Html {
  const { core, all } = model.published;
  const items = argument.split(/\s+/u).map((id) => {
    const metric = model.ledger.metrics.find((row) => row.id === id);
    if (!metric)
      throw new UnknownReference("ids of metrics", "write it like hangs m_fire_ratio m_output_us");
    const further = lastFinding(all, id);
    const isStill = [lastFinding(core, id), further].every((one) => !one?.moving_choices.length);
    return html`<li>
      <strong>${metric.label}</strong>${isStill ? " (not drawn, as no choice moves it)" : ""}.
      ${sentenceOf("Core articles", lastFinding(core, id), model)}
      ${all === core ? null : sentenceOf("With further reports", further, model)}
    </li>`;
  });
  return html`<ul>
    ${items}
  </ul>`;
}
