import { formatCount, formatFull } from "../../words/numbers.ts";
import type { Source } from "../../ledger/tables.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { publishedOn } from "../publication-day.ts";
import { type PageContext, UnknownReference } from "../publication-types.ts";
import { longTable } from "./fold.ts";
import {
  STANCE,
  claimLink,
  fact,
  outsideLink,
  sourceLink,
  statementLink,
  wideTable,
} from "./parts.ts";

const TRANSLATION: Readonly<Record<Source["translation"], string>> = {
  none: "not a translation",
  human: "translated by a person",
  machine: "translated by a machine",
  unknown: "translated, not known how",
};

/** The documents of a collection in a table; the words "none so far" where there are none. */
export function sourcesBlock(argument: string, model: Model): Html {
  const { ledger } = model;
  if (argument !== "core" && argument !== "further")
    throw new UnknownReference("core or further", "write it like sources core");
  const documents = ledger.sources.filter(({ collection }) => collection === argument);
  if (documents.length === 0) return html`<p>None so far.</p>`;
  const rows = documents.map((source) => {
    const has = (all: readonly { readonly source: string }[]): number =>
      all.filter((row) => row.source === source.id).length;
    return html`<tr id="${source.id}">
      <th scope="row">${sourceLink(source.id, model)}</th>
      <td>${source.original_publisher ?? source.publisher}</td>
      <td>${publishedOn(source)}</td>
      <td>${TRANSLATION[source.translation]}</td>
      <td class="number">${has(ledger.claims)}</td>
      <td class="number">${has(ledger.statements)}</td>
      <td class="number">${has(ledger.dismissals)}</td>
    </tr>`;
  });
  const head = [
    ...["Document", "First published by", "Published", "Translation"],
    ...["Claims", "Statements", "Set aside"],
  ];
  const caption = argument === "core" ? "Core articles" : "Further reports";
  return longTable({ caption, head, noun: "document" }, rows, 10);
}

/** The document of a parameterised page. */
function sourceOf(model: Model, context: PageContext): Source {
  const source = model.ledger.sources.find(({ id }) => id === context.params["source"]);
  if (!source)
    throw new UnknownReference("a page of one document", "use this block on sources/[source].md");
  return source;
}

/** What is known of one document. */
export function sourceBlock(_: string, model: Model, context: PageContext): Html {
  const source = sourceOf(model, context);
  const original = [
    source.original_publisher,
    source.original_title && `“${source.original_title}”`,
  ]
    .filter(Boolean)
    .join(", ");
  return html`<dl class="facts">
    ${fact("Published by", source.publisher)} ${fact("Author", source.author)}
    ${fact("Published", publishedOn(source))}
    ${fact("Language", `${source.language}, ${TRANSLATION[source.translation]}`)}
    ${fact("Original", original === "" ? null : original)}
    ${fact("Collection", source.collection === "further" ? "further report" : null)}
    ${fact("Address", addressOf(source))}
    ${fact("Length", source.characters === null ? null : formatCount(source.characters, "character"))}
    ${fact("Hash of the text", source.sha256 && html`<code class="hash">${source.sha256}</code>`)}
    ${fact("Note", source.note)}
    ${fact("Quotes", source.sha256 === null ? "unverified: the text is not at hand" : null)}
  </dl>`;
}

/** A document's address; a link where the document itself is there. */
function addressOf(source: Source): Html | string | null {
  return source.collection === "further" && source.url !== null
    ? outsideLink(source.url)
    : (source.url ?? source.original_url);
}

interface Seen {
  readonly anchor: string;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly as: Html;
}

function seenIn(source: string, { ledger, published }: Model): readonly Seen[] {
  const own = <R extends { readonly source: string }>(rows: readonly R[]): readonly R[] =>
    rows.filter((row) => row.source === source);
  const claims = own(published.claims).map((row) => ({
    ...row,
    anchor: row.claim,
    as: html`claim ${claimLink(row.claim)}: ${row.metric_label}`,
  }));
  const statements = own(published.statements).map((row) => ({
    ...row,
    anchor: row.statement,
    as: html`statement ${statementLink(row.statement)}: ${row.claimant_name} ${STANCE[row.stance]}:
    ${row.proposition_label}`,
  }));
  const dismissals = own(ledger.dismissals).map((row, at) => ({
    ...row,
    anchor: `d-${String(row.start ?? at)}-${String(row.end ?? at)}`,
    as: html`set aside (${row.kind.replaceAll("_", " ")}): ${row.reason}`,
  }));
  return [...claims, ...statements, ...dismissals].sort(
    (a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || (a.anchor < b.anchor ? -1 : 1),
  );
}

/** Every figure and statement of one document in the order of the text. */
export function figuresBlock(_: string, model: Model, context: PageContext): Html {
  const source = sourceOf(model, context);
  const seen = seenIn(source.id, model);
  const rows = seen.map(
    (one) =>
      html`<tr id="${one.anchor}">
        <td class="number">
          ${
            one.start === null
              ? "not known"
              : `${formatFull(one.start)}–${formatFull(one.end ?? 0)}`
          }
        </td>
        <td><q lang="${source.language}">${one.quote}</q></td>
        <td>${one.as}</td>
      </tr>`,
  );
  return wideTable(
    "Figures and statements in the order of the text",
    ["Characters", "As printed", "Taken as"],
    rows,
    true,
  );
}

/** The title of the document of a parameterised page, as a heading. */
export function sourceTitle(model: Model, context: PageContext): string {
  return sourceOf(model, context).title;
}
