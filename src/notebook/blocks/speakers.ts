import { formatDay } from "../../words/days.ts";
import { formatPrinted } from "../../words/numbers.ts";
import type { PublishedClaim } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { formatStated } from "./parts.ts";

/** The month of a day: "October 2024". */
const monthOf = (day: string): string => formatDay(day).split(" ").slice(1).join(" ");

/** Whom readers know a claim by: who said it, of when. */
export function speakerOf({ claimant_name, last_day, first_day }: PublishedClaim): string {
  const day = last_day ?? first_day;
  return day === null ? claimant_name : `${claimant_name}, ${monthOf(day)}`;
}

/** Claims by who said them, each once, as links to them; an assumption by its label. */
export function speakerLinks(ids: readonly string[], { ledger, published }: Model): Html {
  const names = new Map<string, string>();
  for (const id of ids) {
    const claim = published.claims.find((row) => row.claim === id);
    if (claim) {
      const name = speakerOf(claim);
      if (![...names.values()].includes(name)) names.set(`/ledger#${id}`, name);
    } else {
      const assumption = ledger.assumptions.find((row) => row.id === id);
      if (assumption) names.set(`/methods#${id}`, `the assumption “${assumption.label}”`);
    }
  }
  const links = [...names].map(([href, name]) => html`<a href="${href}">${name}</a>`);
  return links.length === 0 ? html`nobody` : html`${between(links, "; ")}`;
}

/** What one testimony says, and who says it: the first of its retellings stands for all. */
export function testimonyLink(claims: readonly string[], { published }: Model): Html {
  const [first] = published.claims.filter(({ claim }) => claims.includes(claim));
  if (!first) return html`nobody`;
  return html`<a href="/ledger#${first.claim}">${speakerOf(first)}</a>: ${formatStated(first, formatPrinted)}
    ${first.unit}`;
}
