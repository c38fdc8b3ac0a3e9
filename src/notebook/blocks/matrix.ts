import { group } from "d3-array";
import { formatCount, formatFull } from "../../words/numbers.ts";
import type { Ledger } from "../../ledger/tables.ts";
import type { PublishedStatement } from "../../published/tables.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { fold, longTable } from "./fold.ts";
import { STANCE, placeLink, sourceLink } from "./parts.ts";

/** A stance as a sign and a word, so that neither colour nor shape alone says it. */
const SIGNS: Readonly<Record<string, readonly [sign: string, word: string]>> = {
  affirms: ["+", "affirms"],
  denies: ["−", "denies"],
  doubts: ["?", "doubts"],
  says_unknown: ["○", "says unknown"],
};

/** What readers have to know of statements before they take them for plain ones: "a worry rather than an assertion". */
type Notes = ReadonlyMap<string, string | null>;

const notesIn = ({ statements }: Ledger): Notes =>
  new Map(statements.map(({ id, note }) => [id, note?.replace(/\.$/u, "") ?? null]));

/** A remark in brackets; nothing where there is none. */
const remark = (note: string | null | undefined): Html | null =>
  note ? html` <span class="unit">(${note})</span>` : null;

function cell(statements: readonly PublishedStatement[], notes: Notes): Html {
  if (statements.length === 0) return html`<td class="none">not stated</td>`;
  return html`<td>
    <ul>
      ${statements.map((row) => {
        const [sign, word] = SIGNS[row.stance] ?? ["", row.stance];
        return html`<li class="stance ${row.stance}">
          <a href="/disagreements#${row.statement}"
            ><span class="sign" aria-hidden="true">${sign}</span>${word}</a
          >
          ${row.claimant_name}${remark(notes.get(row.statement))}
        </li>`;
      })}
    </ul>
  </td>`;
}

function statementsOn(
  argument: string,
  ledger: Ledger,
  statements: readonly PublishedStatement[],
): readonly PublishedStatement[] {
  const topics = new Set<string>(ledger.propositions.map(({ topic }) => topic));
  if (argument !== "" && !topics.has(argument))
    throw new UnknownReference(
      `a topic: ${[...topics].join(", ")}`,
      "correct the topic, or leave it out",
    );
  return statements.filter(({ topic }) => argument === "" || topic === argument);
}

const inCore = (statements: readonly PublishedStatement[]): readonly PublishedStatement[] =>
  statements.filter(({ collection }) => collection === "core");

const documentsIn = (statements: readonly PublishedStatement[]): number =>
  new Set(statements.map(({ source }) => source)).size;

/**
 * Propositions against core documents, those that most documents speak of first: who affirms,
 * denies or doubts what, each cell linked to its statement. Further reports would be a column each.
 */
export function matrixBlock(argument: string, { ledger, published }: Model): Html {
  const statements = statementsOn(argument, ledger, inCore(published.statements));
  const sources = ledger.sources.filter(({ id }) =>
    inCore(published.statements).some(({ source }) => source === id),
  );
  const notes = notesIn(ledger);
  const rows = ledger.propositions
    .map(({ id, label }) => ({
      id,
      label,
      own: statements.filter((row) => row.proposition === id),
    }))
    .filter(({ own }) => own.length > 0)
    .toSorted((a, b) => documentsIn(b.own) - documentsIn(a.own))
    .map(
      ({ id, label, own }) =>
        html`<tr>
          <th scope="row"><a href="/disagreements#${id}">${label}</a></th>
          ${sources.map(({ id: source }) =>
            cell(
              own.filter((row) => row.source === source),
              notes,
            ),
          )}
        </tr>`,
    );
  const head = [
    "Proposition",
    ...sources.map((source) => source.original_publisher ?? source.publisher),
  ];
  return longTable(
    { caption: "Propositions against documents", head, noun: "proposition" },
    rows,
    8,
  );
}

/** How many statements there are, and how many of each stance: "3 statements: affirms (2), denies (1)". */
function toldIn(statements: readonly PublishedStatement[]): string {
  const stances = [...group(statements, ({ stance }) => stance)].map(
    ([stance, rows]) => `${SIGNS[stance]?.[1] ?? stance} (${formatFull(rows.length)})`,
  );
  return `${formatCount(statements.length, "statement")}: ${stances.join(", ")}`;
}

/** With more statements than this, those of a proposition are folded. */
const FEW = 2;

/** Every statement with its place, by proposition. */
export function statementsBlock(argument: string, model: Model): Html {
  const { ledger, published } = model;
  const statements = statementsOn(argument, ledger, published.statements);
  const byProposition = group(statements, ({ proposition }) => proposition);
  const notes = notesIn(ledger);
  const languages = new Map(ledger.sources.map(({ id, language }) => [id, language]));
  return html`${ledger.propositions.map(({ id, label }) => {
    const own = byProposition.get(id) ?? [];
    if (own.length === 0) return null;
    const told = html`<ul>
      ${own.map(
        (row) =>
          html`<li id="${row.statement}">
            <strong>${row.claimant_name}</strong> ${
              STANCE[row.stance]
            }${row.hedge === null ? "" : ` (“${row.hedge}”)`}: <q lang="${languages.get(row.source) ?? "en"}">${row.quote}</q>,
            ${sourceLink(row.source, model)},
            ${row.collection === "further" ? "further report, " : ""}${placeLink(row, row.statement)}${remark(notes.get(row.statement))}
          </li>`,
      )}
    </ul>`;
    return html`<section class="proposition">
      <h3 id="${id}">${label}</h3>
      ${own.length > FEW ? fold(toldIn(own), told) : told}
    </section>`;
  })}`;
}

/** Propositions that one core document affirms and another denies or doubts. */
export function disputesBlock(argument: string, { ledger, published }: Model): Html {
  const statements = statementsOn(argument, ledger, inCore(published.statements));
  const byProposition = group(statements, ({ proposition }) => proposition);
  const disputed = ledger.propositions.filter(({ id }) => {
    const stances = new Set(byProposition.get(id)?.map(({ stance }) => stance));
    return stances.has("affirms") && (stances.has("denies") || stances.has("doubts"));
  });
  if (disputed.length === 0) return html`<p>No proposition is both affirmed and denied.</p>`;
  const yearOf = (source: string): string =>
    ledger.sources.find(({ id }) => id === source)?.published_on?.slice(0, 4) ?? "undated";
  const notes = notesIn(ledger);
  return html`<ul class="disputes">${disputed.map(({ id, label }) => {
    const by = group(byProposition.get(id) ?? [], ({ stance }) => stance);
    const said = [...by].sort(([a], [b]) => (a < b ? -1 : 1));
    return html`<li><a href="/disagreements#${id}">${label}</a><ul>${said.map(
      ([stance, rows]) =>
        html`<li><strong>${SIGNS[stance]?.[1] ?? stance}</strong>: ${rows
          .map(({ statement, source, claimant_name }) => {
            const note = notes.get(statement);
            return `${claimant_name} (${yearOf(source)}${note ? `: ${note}` : ""})`;
          })
          .join("; ")}</li>`,
    )}</ul></li>`;
  })}</ul>`;
}
