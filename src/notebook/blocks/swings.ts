import { capitalise, formatCount, formatFull, formatRange } from "../../charts/words.ts";
import { keepCollection } from "../../reconcile/collection.ts";
import { groupBy } from "../../reconcile/group-by.ts";
import type { PublishedCrosscheck } from "../../reconcile/published.ts";
import type { PublishedArithmeticSwing } from "../../reconcile/solidity/rows.ts";
import { dialsIn } from "../../reconcile/dials.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { longTable } from "./fold.ts";
import { publicationOf } from "./of-documents.ts";
import { claimLinks } from "./parts.ts";

/** A cross-check with one number at both ends of what documents allow. */
interface Pair {
  readonly low: PublishedArithmeticSwing;
  readonly high: PublishedArithmeticSwing;
}

/** By how many percent the end that moves most moves. */
const reachOf = ({ low, high }: Pair): number =>
  Math.round(100 * Math.max(low.reach ?? Infinity, high.reach ?? Infinity));

function pairsIn(swings: readonly PublishedArithmeticSwing[]): readonly Pair[] {
  const numbers = swings.filter(({ kind }) => kind === "number");
  const both = groupBy(numbers, ({ crosscheck, moved }) => `${crosscheck} ${moved}`);
  return [...both.values()]
    .flatMap((ends): readonly Pair[] => {
      const low = ends.find(({ setting }) => setting === "low");
      const high = ends.find(({ setting }) => setting === "high");
      return low && high ? [{ low, high }] : [];
    })
    .toSorted((a, b) => (reachOf(a) === reachOf(b) ? 0 : reachOf(b) - reachOf(a)));
}

function endCell(swing: PublishedArithmeticSwing): Html {
  const { value, value_unit, stated_by } = swing;
  const source = stated_by.length === 0 ? html`our range` : claimLinks(stated_by);
  return html`<td>
    <strong>${formatRange(swing, formatFull)}</strong> at ${formatFull(value ?? 0)} ${value_unit}
    (${source})
  </td>`;
}

function rowOf({ low, high }: Pair, published: PublishedCrosscheck | undefined): Html {
  const reach = reachOf({ low, high });
  const share = Number.isFinite(reach) ? `${formatFull(reach)} percent` : "opens";
  return html`<tr>
    <th scope="row">${low.crosscheck_label}</th>
    <td>${published && formatRange(published, formatFull)} ${low.unit}</td>
    <td>${low.moved_label}</td>
    ${endCell(low)} ${endCell(high)}
    <td class="number">${share}</td>
  </tr>`;
}

/** The numbers of which the documents of a collection give a single value. */
function unmoved(argument: string, model: Model): readonly string[] {
  const { collection, solidity } = publicationOf(argument, model);
  const moved = new Set(solidity.arithmeticSwings.map((row) => row.moved));
  return dialsIn(keepCollection(model.ledger, collection))
    .filter(({ id }) => !moved.has(id))
    .map(({ label }) => label);
}

/**
 * What each cross-check becomes when a number that it rests on is the lowest and the highest
 * that some documents allow; the farthest-reaching first.
 */
export function swingsBlock(argument: string, model: Model): Html {
  const { crosschecks, solidity } = publicationOf(argument, model);
  const published = new Map(crosschecks.map((row) => [row.crosscheck, row]));
  const rows = pairsIn(solidity.arithmeticSwings).map((pair) =>
    rowOf(pair, published.get(pair.low.crosscheck)),
  );
  const head = ["Cross-check", "Published", "Number", "Lowest", "Highest", "Moves an end by"];
  const still = unmoved(argument, model);
  const whose = argument === "core" ? "core articles" : "all documents";
  const caption = `Cross-checks under other numbers, ${whose}`;
  const table = rows.length === 0 ? null : longTable({ caption, head, noun: "row" }, rows, 5);
  if (still.length === 0) return html`${table}`;
  return html`${table}
    <p>
      ${capitalise(whose)} give one value only for ${formatCount(still.length, "number")}; nothing in
      them says otherwise: ${still.join("; ")}.
    </p>`;
}
