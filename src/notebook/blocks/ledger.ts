import { formatDay } from "../../words/days.ts";
import { formatCount, formatFull } from "../../words/numbers.ts";
import type { Claim } from "../../ledger/tables.ts";
import { keepCollection } from "../../ledger/collections.ts";
import type { PublishedClaim } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { formulaInNumbers } from "../values.ts";
import { UnknownReference } from "../publication-types.ts";
import { changesOf } from "./retellings.ts";
import { fold } from "./fold.ts";
import { claimLinks, fact, formatStated, outsideLink, placeLink, sourceLink } from "./parts.ts";

const STANDS: Partial<Record<Claim["time_basis"], string>> = {
  relative_to_publication: "from the day of publication",
  external: "from outside the document",
  inferred: "inferred",
};

function whenOf(row: PublishedClaim, claim: Claim): string {
  const { first_day: first, last_day: last } = row;
  if (first === null && last === null) return "not stated";
  const basis = STANDS[claim.time_basis];
  const from = claim.counted_from === null ? "" : `, counted from ${formatDay(claim.counted_from)}`;
  const days =
    first === last || last === null || first === null
      ? formatDay(first ?? last ?? "")
      : `${formatDay(first)} to ${formatDay(last)}`;
  return `${days}${from}${basis === undefined ? "" : ` (${basis})`}`;
}

const saysOf = (row: PublishedClaim): string => `${formatStated(row)} ${row.unit}`;

function viaOf(claim: Claim, model: Model): string {
  const name = (id: string): string =>
    model.ledger.claimants.find((row) => row.id === id)?.name ?? id;
  return claim.via.map(name).join(" → ");
}

/** Where a claim was read: the place in the text, or, where no text is at hand, the page that carries it. */
function documentOf(row: PublishedClaim, model: Model): Html {
  const source = model.ledger.sources.find(({ id }) => id === row.source);
  const link = sourceLink(row.source, model);
  if (source?.collection !== "further") return html`${link}, ${placeLink(row, row.claim)}`;
  const address = source.url === null ? null : html` (${outsideLink(source.url)})`;
  const quote = source.sha256 === null ? "quote unverified" : placeLink(row, row.claim);
  return html`${link}${address}; further report, ${quote}`;
}

function claimCard(row: PublishedClaim, claim: Claim, model: Model): Html {
  const struck = claim.status === "active" && claim.repeats === "faithful" ? "" : " struck";
  const derived =
    claim.derived_from &&
    html`<code>${claim.derived_from.text}</code> =
      ${formulaInNumbers(claim.derived_from.term, model)}`;
  return html`<article class="claim${struck}" id="${row.claim}">
    <h4>
      <a href="#${row.claim}">${row.claim}</a>
      <q lang="${languageOf(row.source, model)}">${row.quote}</q>
    </h4>
    <dl>
      ${fact("Says", saysOf(row))} ${fact("When", whenOf(row, claim))}
      ${fact("Who", html`${row.origin_label}`)}
      ${fact("Document", documentOf(row, model))}
      ${fact("Way to the document", claim.via.length > 1 ? viaOf(claim, model) : null)}
      ${fact("Put as", [row.modality, row.hedge && `“${row.hedge}”`].filter(Boolean).join(", "))}
      ${fact("Where", claim.scope)}
      ${fact("One of", claim.alternative && html`<code>${claim.alternative}</code>`)}
      ${fact("Computed from", derived)} ${fact("Translation", claim.translation_note)}
      ${fact("Changed on the way", changesOf(row.claim, model))}
      ${fact("Not in the estimate", row.unused)} ${fact("Note", claim.note)}
    </dl>
  </article>`;
}

const languageOf = (source: string, model: Model): string =>
  model.ledger.sources.find(({ id }) => id === source)?.language ?? "en";

const dayOf = (row: PublishedClaim): string => row.last_day ?? row.first_day ?? "";

/** "core" or "further", as a block's argument names it. */
function claimsIn(argument: string, { published }: Model): readonly PublishedClaim[] {
  if (argument !== "core" && argument !== "further")
    throw new UnknownReference("core or further", "write it like ledger core");
  return published.claims.filter(({ collection }) => collection === argument);
}

/** Where the claims of a quantity stand: it has its own place where its first claims are. */
function anchorsIn(argument: string, { published }: Model): (metric: string) => string {
  const inCore = new Set(
    published.claims.flatMap(({ metric, collection }) => (collection === "core" ? [metric] : [])),
  );
  return (metric) => (argument === "further" && inCore.has(metric) ? `${metric}-further` : metric);
}

/** Every quantity with a link to its claims: a way into a long page. */
export function quantitiesBlock(_: string, model: Model): Html {
  const { metrics } = model.ledger;
  const link = (argument: string, metric: string): Html | null => {
    const count = claimsIn(argument, model).filter((row) => row.metric === metric).length;
    const words = `${formatFull(count)} ${argument === "core" ? "core" : "further"}`;
    return count === 0 ? null : html`<a href="#${anchorsIn(argument, model)(metric)}">${words}</a>`;
  };
  const rows = metrics.flatMap(({ id, label }) => {
    const links = ["core", "further"].flatMap((argument) => link(argument, id) ?? []);
    return links.length === 0 ? [] : [html`<li>${label}: ${between(links, ", ")}</li>`];
  });
  const heading = `all ${formatCount(rows.length, "quantity", "quantities")} with the number of their claims`;
  return fold(heading, html`<ul>${rows}</ul>`);
}

/**
 * The claims of core or of further documents with all that is known of them, by
 * metric; each has a permalink.
 */
export function ledgerBlock(argument: string, model: Model): Html {
  const { ledger } = model;
  const claims = claimsIn(argument, model);
  if (claims.length === 0) return html`<p>None so far.</p>`;
  const byId = new Map(ledger.claims.map((claim) => [claim.id, claim]));
  const anchorOf = anchorsIn(argument, model);
  const sections = ledger.metrics.map((metric) => {
    const rows = claims
      .filter((row) => row.metric === metric.id)
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
    if (rows.length === 0) return null;
    return html`<section class="metric">
      <h3 id="${anchorOf(metric.id)}">${metric.label}</h3>
      <p class="note">${metric.definition.replace(/\.$/u, "")}. Unit: ${metric.unit}.</p>
      ${rows.map((row) => {
        const claim = byId.get(row.claim);
        return claim ? claimCard(row, claim, model) : null;
      })}
    </section>`;
  });
  return html`${sections}`;
}

/** Lists longer than this are folded. */
const LONG = 20;

const foldList = (all: readonly unknown[], noun: string, list: Html): Html =>
  all.length > LONG ? fold(`all ${formatCount(all.length, noun)}`, list) : list;

/** Claims of core or of further documents that may not enter an estimate, with the reason. */
export function unusedBlock(argument: string, model: Model): Html {
  const rows = claimsIn(argument, model).filter(({ unused }) => unused !== null);
  if (rows.length === 0) return html`<p>Every active claim may enter an estimate.</p>`;
  const list = html`<ul>
    ${rows.map((row) => html`<li>${claimLinks([row.claim])}: ${row.unused}</li>`)}
  </ul>`;
  return foldList(rows, "claim", list);
}

/** Origins that claims of core documents go back to, or those that further reports add. */
export function originsBlock(argument: string, model: Model): Html {
  const { ledger } = model;
  const core = new Set(keepCollection(ledger, "core").origins.map(({ id }) => id));
  const shown = ledger.origins.filter(({ id }) => core.has(id) === (argument === "core"));
  const list = html`<ul class="origins">
    ${shown.map((origin) => {
      const claims = ledger.claims
        .filter((claim) => claim.origin === origin.id)
        .map(({ id }) => id);
      const method = origin.method === "unknown" ? "method not stated" : origin.method;
      return html`<li id="${origin.id}">
        <strong>${origin.label}</strong> (${method.replaceAll("_", " ")}${
          origin.stated_on === null ? "" : `, ${formatDay(origin.stated_on)}`
        }):
        ${between(
          claims.map((id) => claimLinks([id])),
          ", ",
        )}.
        ${origin.note}
      </li>`;
    })}
  </ul>`;
  return foldList(shown, "origin", list);
}
