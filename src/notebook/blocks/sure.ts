import { formatCount, formatDay, formatList, formatRange } from "../../charts/words.ts";
import { type Estimate, estimate } from "../../reconcile/estimate.ts";
import type { Collection } from "../../reconcile/collection.ts";
import { endsOf } from "../../reconcile/published.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { claimLinks } from "./parts.ts";
import { askedIn } from "./question.ts";

function contradictions({ claims, conflicts }: Estimate, collection: Collection): string {
  const where = collection === "core" ? " in the core articles" : "";
  if (conflicts.length > 0)
    return `${formatCount(conflicts.length, "pair")} of claims cannot both be true.`;
  return claims.length < 2
    ? `Only one claim${where}: nothing there to compare it with.`
    : "No two of these claims exclude each other.";
}

/** "How sure is this?": claims, separate origins, and what the range hangs on. */
export function sureBlock(argument: string, model: Model): Html {
  const { metric: row, day, collection } = askedIn("sure", argument, model);
  const found = estimate(model.ledger, { metric: row.id, asOf: day, collection });
  const label = (id: string): string =>
    model.ledger.origins.find((origin) => origin.id === id)?.label ?? id;
  const { closure, relaxed } = found;
  const binding = [...new Set([...(closure.low?.claims ?? []), ...(closure.high?.claims ?? [])])];
  const hangsOn =
    relaxed.hangsOn.length === 0
      ? html`It hangs on no single origin.`
      : html`It hangs on ${formatList(relaxed.hangsOn.map(label))}.`;
  const isAbout =
    closure.low?.value === closure.high?.value &&
    binding.every((id) => model.ledger.claims.find((one) => one.id === id)?.bound === "about");
  const range = `${isAbout ? "about " : ""}${formatRange(endsOf(closure))}`;
  const { low, high } = relaxed.range;
  const remains = low || high ? formatRange(endsOf(relaxed.range)) : "no bound is left";
  return html`<aside class="sure" aria-label="How sure is this: ${row.label}">
    <h3>How sure is this?</h3>
    <dl>
      <div>
        <dt>Speaking for ${formatDay(day)}</dt>
        <dd>
          ${formatCount(found.claims.length, "claim")},
          ${formatCount(found.origins.length, "separate origin")}.
        </dd>
      </div>
      <div>
        <dt>If every claim is right</dt>
        <dd>
          <strong>${range}</strong> ${row.unit}, bound by
          ${claimLinks(binding)}.
        </dd>
      </div>
      <div>
        <dt>If any one origin may be wrong</dt>
        <dd><strong>${remains}</strong>. ${hangsOn}</dd>
      </div>
      <div>
        <dt>Contradictions</dt>
        <dd>
          ${contradictions(found, collection)}
        </dd>
      </div>
    </dl>
  </aside>`;
}
