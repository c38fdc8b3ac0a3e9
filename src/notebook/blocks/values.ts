import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { anchorOf } from "../reference.ts";
import { valueAt } from "../values.ts";
import { claimLinks } from "./parts.ts";

const pageLink = (page: string): Html =>
  html`<a href="${page}">${page === "/" ? "overview" : page.slice(1)}</a>`;

/** One value of the site's prose with its derivation. */
function derivation(reference: string, pages: readonly string[], model: Model): Html {
  const value = valueAt(reference, model);
  return html`<article class="derivation" id="${anchorOf(reference)}">
    <h3><a href="#${anchorOf(reference)}">${value.text}</a></h3>
    <p>${value.label}.${value.full === "" ? "" : ` In full: ${value.full}.`}</p>
    ${value.formula === null ? null : html`<p>Computed: <code>${value.formula}</code></p>`}
    ${value.claims.length === 0 ? null : html`<p>Claims: ${claimLinks(value.claims)}</p>`}
    ${
      value.assumptions.length === 0
        ? null
        : html`<p>
            Assumptions:
            ${value.assumptions.map((id) => html`<a class="id" href="/methods#${id}">${id}</a> `)}
          </p>`
    }
    <p class="note">
      Referred to as <code>${reference}</code> on ${between(pages.map(pageLink), ", ")}
    </p>
  </article>`;
}

function isKnown(reference: string, model: Model): boolean {
  try {
    valueAt(reference, model);
    return true;
  } catch (error) {
    if (error instanceof UnknownReference) return false;
    throw error;
  }
}

/** Every value that any page's prose refers to. */
export function derivationsOf(uses: ReadonlyMap<string, readonly string[]>, model: Model): Html {
  // A reference that leads nowhere is a fault of the page on which it stands.
  const references = [...uses.keys()].filter((reference) => isKnown(reference, model)).sort();
  return html`${references.map((reference) => derivation(reference, uses.get(reference) ?? [], model))}`;
}
