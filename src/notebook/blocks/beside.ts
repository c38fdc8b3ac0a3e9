import { formatCount, formatDay, formatFull, formatList, formatRange } from "../../charts/words.ts";
import { type Estimate, estimate } from "../../reconcile/estimate.ts";
import { endsOf } from "../../reconcile/published.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { claimLinks } from "./parts.ts";
import { askedIn } from "./question.ts";

/** The widest conflict of a quantity, whatever its day, and how many there are. */
function conflictsOf({ conflicts }: Estimate): Html {
  const [widest] = conflicts;
  if (widest === undefined) return html`none`;
  const { low_claim, high_claim, gap } = widest;
  const apart = gap === 0 ? "only the ends exclude each other" : `gap ${formatFull(gap)}`;
  return html`${formatCount(conflicts.length, "pair")} of claims, each on some day; the widest:
  ${claimLinks(low_claim.split("|"))} against ${claimLinks(high_claim.split("|"))}, ${apart}`;
}

/**
 * The estimates of both collections for one day side by side; nothing where no
 * further document is in the ledger.
 */
export function besideBlock(argument: string, model: Model): Html {
  const { metric, day } = askedIn("beside", argument, model);
  const { ledger, published } = model;
  if (published.all === published.core) return html``;
  const found = (["core", "all"] as const).map((collection) =>
    estimate(ledger, { metric: metric.id, asOf: day, collection }),
  );
  const label = (id: string): string => ledger.origins.find((row) => row.id === id)?.label ?? id;
  const row = (head: string, cell: (one: Estimate) => Html | string): Html =>
    html`<tr>
      <th scope="row">${head}</th>
      ${found.map((one) => html`<td>${cell(one)}</td>`)}
    </tr>`;
  const rows = [
    row(
      "If every claim is right",
      ({ closure }) => html`<strong>${formatRange(endsOf(closure))}</strong>`,
    ),
    row("Bound by", ({ closure }) =>
      claimLinks([...new Set([closure.low, closure.high].flatMap((end) => end?.claims ?? []))]),
    ),
    row("If any one origin may be wrong", ({ relaxed }) => formatRange(endsOf(relaxed.range))),
    row("Claims that speak for the day", ({ claims }) => String(claims.length)),
    row("Separate origins", ({ origins }) => String(origins.length)),
    row("Hangs on", ({ relaxed }) =>
      relaxed.hangsOn.length === 0 ? "no single origin" : formatList(relaxed.hangsOn.map(label)),
    ),
    row("Conflicts", conflictsOf),
  ];
  const caption = `${metric.label} on ${formatDay(day)}, in ${metric.unit}: core articles beside all documents`;
  return html`<div class="table beside" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">Core articles</th>
          <th scope="col">With further reports</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
