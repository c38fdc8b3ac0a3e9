import { formatDays } from "../../charts/days.ts";
import { formatDay, formatRange } from "../../charts/words.ts";
import {
  type Bounding,
  type LaterStatement,
  type LaterVerdict,
  fare,
} from "../../reconcile/fared.ts";
import { endsOf } from "../../reconcile/published.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { claimLinks, wideTable } from "./parts.ts";
import { askedIn } from "./question.ts";

const VERDICT: Readonly<Record<LaterVerdict, string>> = {
  inside: "lies in the core range of its day",
  overlaps: "can be true together with the core range of its day",
  excludes: "cannot be true together with the core range of its day",
};

/** What a later ceiling does: a count that only grows was not above it before. */
const EFFECT: Readonly<Record<Bounding["effect"], string>> = {
  leaves: "its ceiling holds for that day too and leaves the core range as it is",
  lowers: "its ceiling holds for that day too and narrows the core range",
  excludes: "its ceiling holds for that day too and lies below the core range",
};

/** One statement of one origin as a row, with what it means for the day asked about. */
function statementRow(
  { origin, claims, range, days }: LaterStatement,
  meaning: string,
  { ledger }: Model,
): Html {
  return html`<tr>
    <th scope="row">${ledger.origins.find(({ id }) => id === origin)?.label ?? origin}</th>
    <td>${formatDays(days.first, days.last)}</td>
    <td class="number">${formatRange(endsOf(range))}</td>
    <td>${meaning}</td>
    <td>${claimLinks(claims)}</td>
  </tr>`;
}

/**
 * What was published after a day, held against the core's range of that day:
 * statements about days up to then, then ceilings and floors of later days.
 */
export function faredBlock(argument: string, model: Model): Html {
  const { metric, day } = askedIn("fared", argument, model);
  const { upTo, ceilings, floors } = fare(model.ledger, { metric: metric.id, asOf: day });
  const silent = floors.filter(
    (one) => !ceilings.some(({ claims }) => claims[0] === one.claims[0]),
  );
  const later = [
    ...ceilings.map(
      (one) => [one, `${EFFECT[one.effect]}: ${formatRange(endsOf(one.coreRange))}`] as const,
    ),
    ...silent.map(
      (one) => [one, `says nothing about ${formatDay(day)}: more may have arrived since`] as const,
    ),
  ].toSorted(([a], [b]) => (a.days.last < b.days.last ? -1 : 1));
  if (upTo.length + later.length === 0)
    return html`<p>No report published after ${formatDay(day)} speaks of this quantity.</p>`;
  const rows = [
    ...upTo.map((one) => {
      const then = formatRange(endsOf(one.coreRange));
      return statementRow(one, `${VERDICT[one.verdict]}: ${then}`, model);
    }),
    ...later.map(([one, meaning]) => statementRow(one, meaning, model)),
  ];
  return wideTable(
    `${metric.label}: said after ${formatDay(day)}, in ${metric.unit}`,
    ["Origin", "About", "Says", `For the range of ${formatDay(day)}`, "Claims"],
    rows,
  );
}
