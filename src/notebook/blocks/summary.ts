import { group } from "d3-array";
import { formatDay } from "../../words/days.ts";
import { formatCount } from "../../words/numbers.ts";
import { formatOurs } from "../../words/ranges.ts";
import { SETS } from "../../ledger/sets.ts";
import { estimatesOn } from "../../published/lookup.ts";
import type { PublishedEstimate } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { SET_ADDS, formatRanges, outerEnds } from "../ranges.ts";
import { fact } from "./parts.ts";
import { type Asked, askedIn } from "./question.ts";
import { speakerLinks, testimonyLink } from "./speakers.ts";

/** The range under each set of assumptions; a set that changes nothing is not told. */
function steps(asked: Asked, model: Model): Html {
  let before = "";
  const told = SETS.flatMap((assume): readonly Html[] => {
    const range = formatRanges(estimatesOn(model.published, { ...asked, assume }));
    if (range === before) return [];
    before = range;
    return [html`<li>${SET_ADDS[assume]}: <strong>${range}</strong></li>`];
  });
  return html`<ul>
    ${told}
  </ul>`;
}

/** Each range that is left, with who would have to be wrong for it. */
function ranges(estimates: readonly PublishedEstimate[], unit: string, model: Model): Html {
  const [first] = estimates;
  if (first === undefined) return html`not stated`;
  if (estimates.length === 1) return html`<strong>${formatOurs(first)}</strong> ${unit}`;
  return html`<ul>
    ${estimates.map(
      (row) =>
        html`<li><strong>${formatOurs(row)}</strong> ${unit}, if ${wrongIn(row, model)} is wrong</li>`,
    )}
  </ul>`;
}

/** Who would have to be wrong for a range: whoever is in all the repairs that leave it. */
function wrongIn({ series, collection, assume, repairs }: PublishedEstimate, model: Model): Html {
  const own = model.published.repairs.filter(
    (row) =>
      row.series === series &&
      row.collection === collection &&
      row.assume === assume &&
      repairs.includes(row.repair),
  );
  const always = [...group(own, ({ claims }) => claims.join("|")).values()].flatMap((rows) =>
    rows.length === repairs.length ? [rows[0]?.claims ?? []] : [],
  );
  return html`${between(
    always.map((claims) => speakerLinks(claims.slice(0, 1), model)),
    " and ",
  )}`;
}

function contradictions(estimates: readonly PublishedEstimate[], model: Model): Html {
  const [first] = estimates;
  const own = model.published.conflicts.filter(
    (row) =>
      row.series === first?.series &&
      row.collection === first.collection &&
      row.assume === first.assume,
  );
  if (own.length === 0) return html`All of these claims can be right together.`;
  const least =
    first?.fewest_wrong === null
      ? "more than five of them must be wrong"
      : `at least ${String(first?.fewest_wrong)} of them must be wrong, and nothing here says which`;
  return html`${formatCount(own.length, "set")} of claims cannot all be right; ${least}:
    <ul>
      ${own.slice(0, 5).map(
        ({ testimony }) =>
          html`<li>
            ${between(
              testimony.map((claims) => testimonyLink(claims.split("+"), model)),
              " against ",
            )}
          </li>`,
      )}
    </ul>`;
}

/** What is left if any one origin may be wrong. */
function anyOneWrong(estimates: readonly PublishedEstimate[], { published }: Model): string {
  const [first] = estimates;
  if (first === undefined) return "not stated";
  const left = published.without.filter(
    (row) =>
      row.whose === "origin" &&
      row.metric === first.metric &&
      row.collection === first.collection &&
      row.assume === first.assume &&
      row.from === first.from &&
      row.to === first.to,
  );
  const all = first.fewest_wrong === 0 ? [...left, ...estimates] : left;
  return all.length === 0 ? "no range is left" : formatOurs(outerEnds(all));
}

/** What is known of a quantity on a day, in a few lines: its range, what that assumes, who binds it, what contradicts it. */
export function summaryBlock(argument: string, model: Model): Html {
  const asked = askedIn("summary", argument, model);
  const { row, day } = asked;
  const estimates = estimatesOn(model.published, asked);
  const [first] = estimates;
  const core = estimatesOn(model.published, { ...asked, collection: "core" });
  const period =
    first === undefined || first.from === null
      ? `By ${formatDay(day)}`
      : `From ${formatDay(first.from)} to ${formatDay(first.to)}`;
  return html`<aside class="sure" aria-label="What is known: ${row.label}">
    <h3>${row.label}</h3>
    <dl>
      ${fact(period, ranges(estimates, row.unit, model))}
      ${fact("What this assumes", steps(asked, model))}
      ${fact(
        "Bound by",
        speakerLinks(
          estimates.flatMap(({ low_claims, high_claims }) => [...low_claims, ...high_claims]),
          model,
        ),
      )}
      ${fact(
        "Spoken of by",
        first === undefined
          ? "nobody"
          : `${formatCount(first.claims, "figure")}, from ${formatCount(first.origins, "separate source")} and ${formatCount(first.institutions, "institution")}`,
      )}
      ${fact("If any one source is wrong", anyOneWrong(estimates, model))}
      ${fact("Contradictions", contradictions(estimates, model))}
      ${asked.collection === "core" ? null : fact("The five articles alone", formatRanges(core))}
    </dl>
  </aside>`;
}
