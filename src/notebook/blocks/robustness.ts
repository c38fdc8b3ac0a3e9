import { ascending, descending, group } from "d3-array";
import { formatDay } from "../../words/days.ts";
import { formatCount, formatFull } from "../../words/numbers.ts";
import { formatOurs, formatRange } from "../../words/ranges.ts";
import { estimatesOn } from "../../published/lookup.ts";
import type { PublishedSensitivity, PublishedTippingPoint } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { formatRanges } from "../ranges.ts";
import { longTable } from "./fold.ts";
import { wideTable } from "./parts.ts";
import { askedIn } from "./question.ts";
import { speakerLinks, speakerOf } from "./speakers.ts";

/** The range of a quantity without each source, and without each institution, that matters to it. */
export function withoutBlock(argument: string, model: Model): Html {
  const asked = askedIn("without", argument, model);
  const { ledger, published } = model;
  const [first] = estimatesOn(published, asked);
  const rows = published.without.filter(
    (row) =>
      row.metric === asked.metric &&
      row.collection === asked.collection &&
      row.assume === asked.assume &&
      row.from === first?.from &&
      row.to === first.to,
  );
  if (rows.length === 0) return html`<p>No single source changes this range.</p>`;
  const names = new Map([
    ...ledger.origins.map(({ id, label }) => [id, label] as const),
    ...ledger.claimants.map(({ id, name }) => [id, name] as const),
  ]);
  return wideTable(
    `${asked.row.label}, ${formatDay(asked.day)}, without one source or institution`,
    ["Without", "What is left"],
    rows.map(
      (row) =>
        html`<tr>
          <th scope="row">
            ${names.get(row.left_out)}${row.whose === "institution" ? ", all that it says" : ""}
          </th>
          <td>${formatOurs(row)} ${asked.row.unit}</td>
        </tr>`,
    ),
  );
}

/** A decision in words. */
function decisionIn({ decision, option }: PublishedSensitivity, { ledger }: Model): string {
  const assumption = ledger.assumptions.find(
    (row) => row.id === option || (decision === "assumptions" && row.set === option),
  );
  if (assumption) return assumption.label;
  if (decision === "about") return "“About” is the number itself";
  return `${decision.replace(/^kinds \w+$/u, "All of one kind")}: ${option.replaceAll("_", " ")}`;
}

/** What moves the ranges of a topic if one decision is made otherwise. */
export function sensitivityBlock(argument: string, model: Model): Html {
  const { ledger, published } = model;
  const metrics = new Map(
    ledger.metrics.flatMap((row) => (row.topic === argument ? [[row.id, row] as const] : [])),
  );
  if (metrics.size === 0)
    throw new UnknownReference(
      `one of ${[...new Set(ledger.metrics.map(({ topic }) => topic))].join(", ")}`,
      "write it like sensitivity deliveries",
    );
  const rows = published.sensitivity.filter(
    (row) => row.collection === "all" && metrics.has(row.metric),
  );
  if (rows.length === 0) return html`<p>No single decision moves a range.</p>`;
  return longTable(
    {
      caption: "Ranges that move if one decision is made otherwise",
      head: ["Quantity", "When", "Decided otherwise", "Then"],
      noun: "range",
    },
    rows.map((row) => {
      const when =
        row.from === null
          ? `by ${formatDay(row.to)}`
          : `${formatDay(row.from)} to ${formatDay(row.to)}`;
      return html`<tr>
        <th scope="row">${metrics.get(row.metric)?.label}</th>
        <td>${when}</td>
        <td>${decisionIn(row, model)}</td>
        <td>${formatRanges([row])}</td>
      </tr>`;
    }),
    8,
  );
}

/** The values at which a cross-check's verdict turns. */
export function tippingPointsBlock(_: string, model: Model): Html {
  const { ledger, published } = model;
  const labels = new Map(ledger.crosschecks.map(({ id, label }) => [id, label]));
  const input = ({ input: id }: PublishedTippingPoint): Html => {
    const claim = published.claims.find((row) => row.claim === id);
    const assumption = ledger.assumptions.find((row) => row.id === id);
    return claim
      ? html`${claim.metric_label} (${speakerLinks([id], model)})`
      : html`<a href="/methods#${id}">${assumption?.label ?? id}</a>`;
  };
  const rows = published.tipping_points.map(
    (row) =>
      html`<tr>
        <th scope="row">${labels.get(row.crosscheck)}</th>
        <td>${input(row)}</td>
        <td class="number">${formatFull(row.now)}</td>
        <td class="number">${formatFull(row.at)}</td>
        <td>${row.below} below, ${row.above} above</td>
      </tr>`,
  );
  const head = ["Cross-check", "If only this were another", "It is", "It turns at", "Verdict"];
  return longTable({ caption: "Tipping points", head, noun: "tipping point" }, rows, 8);
}

const REASON: Readonly<Record<string, string>> = {
  time: "other days",
  scope: "other places or kinds",
  thing: "other things",
  origin: "one speaker, of different things",
  modality: "a plan or a possibility beside a fact",
};

/** Numbers that only seem to conflict: counted by what sets them apart, and those that lie farthest apart. */
export function apparentBlock(_: string, model: Model): Html {
  const { published } = model;
  const byReason = group(published.apparent_conflicts, ({ reason }) => reason);
  const claims = new Map(published.claims.map((row) => [row.claim, row]));
  const say = (id: string): string => {
    const claim = claims.get(id);
    return claim ? `${formatRange(claim)} ${claim.unit} (${speakerOf(claim)})` : id;
  };
  return html`<ul>
    ${[...byReason]
      .sort(([a], [b]) => ascending(a, b))
      .map(([reason, rows]) => {
        const widest = rows.toSorted((a, b) => descending(a.factor, b.factor)).slice(0, 2);
        return html`<li>
          ${REASON[reason]}: ${formatCount(rows.length, "pair")}, for instance
          ${between(
            widest.map(({ one, other }) => `${say(one)} beside ${say(other)}`),
            "; ",
          )}
        </li>`;
      })}
  </ul>`;
}
