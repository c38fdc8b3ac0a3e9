import { formatDay } from "../../words/days.ts";
import { formatFull } from "../../words/numbers.ts";
import { formatRange } from "../../words/ranges.ts";
import type { Claim } from "../../ledger/tables.ts";
import type { PublishedClaim } from "../../published/tables.ts";
import { cardStyle, withRoles } from "../cards.ts";
import type { Model } from "../model.ts";
import { type Html, between, html } from "../html.ts";

/** An id that may go on in the next line after an underscore, but for the first: "c_000_" is one piece. */
const breakable = (id: string): Html => html`${between(id.split(/(?<=_.*_)/u), html`<wbr />`)}`;

/** A claim's place in the ledger; its id is the words of the link. */
export function claimLink(claim: string): Html {
  return html`<a class="id" href="/ledger#${claim}">${breakable(claim)}</a>`;
}

/** A statement's place among the disagreements. */
export function statementLink(statement: string): Html {
  return html`<a class="id" href="/disagreements#${statement}">${breakable(statement)}</a>`;
}

/** Claims side by side, or the words "no claim". */
export function claimLinks(claims: readonly string[]): Html {
  return claims.length === 0 ? html`no claim` : html`${between(claims.map(claimLink), ", ")}`;
}

const BOUND_WORDS: Partial<Record<Claim["bound"], string>> = {
  about: "about ",
  nearly: "",
  span_of_estimates: "estimates span ",
};

/** What a claim says, without its unit: "about 70,000". */
export function formatStated(
  row: PublishedClaim,
  format: (value: number) => string = formatFull,
): string {
  const words = BOUND_WORDS[row.bound] ?? "";
  return `${words}${formatRange(row, format)}`;
}

/** A text of the published tables with its days in words. */
export const withDays = (text: string): string => text.replaceAll(/\d{4}-\d{2}-\d{2}/gu, formatDay);

/** A document's page. */
export function sourceLink(source: string, model: Model): Html {
  const row = model.ledger.sources.find(({ id }) => id === source);
  return html`<a href="/sources/${source}">${row?.title ?? source}</a>`;
}

/** A page elsewhere; anything that is no address of the web stays text. */
export function outsideLink(address: string): Html {
  return /^https?:\/\//u.test(address)
    ? html`<a class="outside" href="${address}">${address}</a>`
    : html`${address}`;
}

/** The place of a quote in its document. */
export function placeLink(
  row: { readonly source: string; readonly start: number | null; readonly end: number | null },
  anchor: string,
): Html {
  const place =
    row.start === null || row.end === null
      ? html`place not known`
      : html`characters ${row.start} to ${row.end}`;
  return html`<a href="/sources/${row.source}#${anchor}">${place}</a>`;
}

/** A table with as many columns is wider than a phone. */
const MANY = 5;

/**
 * A table that scrolls sideways in a region of its own where it is too wide.
 *
 * @param hasCards Whether on a phone each row is a card.
 */
export function wideTable(
  caption: string,
  head: readonly string[],
  rows: readonly Html[],
  hasCards = head.length >= MANY,
): Html {
  const table = html`<div class="table" role="region" aria-label="${caption}" tabindex="0">
    <table${hasCards ? html` class="cards" style="${cardStyle(head)}"` : null}>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((word) => html`<th scope="col">${word}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
  return hasCards ? withRoles(table) : table;
}

/** One fact in a list of facts; nothing where there is none. */
export function fact(term: string, text: Html | string | null): Html | null {
  return text === null
    ? null
    : html`<div>
        <dt>${term}</dt>
        <dd>${text}</dd>
      </div>`;
}

/** What a stance does to its proposition. */
export const STANCE: Readonly<Record<string, string>> = {
  affirms: "affirms",
  denies: "denies",
  doubts: "doubts",
  says_unknown: "says it is not known",
};
