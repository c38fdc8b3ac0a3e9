import { group } from "d3-array";
import { formatCount, formatNumber } from "../../words/numbers.ts";
import type { PublishedConflict } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { fold } from "./fold.ts";
import { testimonyLink } from "./speakers.ts";

/** A set of claims in words: who says what, and by how much they fail together. */
function setItem({ testimony, gap }: PublishedConflict, unit: string, model: Model): Html {
  const apart =
    gap === 0 ? "the numbers agree, the words do not" : `apart by ${formatNumber(gap)} ${unit}`;
  return html`<li>
    ${between(
      testimony.map((claims) => testimonyLink(claims.split("+"), model)),
      " against ",
    )}; ${apart}
  </li>`;
}

/** More sets than this are folded. */
const MANY = 8;

/**
 * Every minimal set of claims that cannot all be right, by quantity, from what is stated.
 *
 * @param argument A topic, or nothing for all; `core` for the core alone.
 */
export function conflictsBlock(argument: string, model: Model): Html {
  const { ledger, published } = model;
  const words = argument.split(/\s+/u);
  const collection = words.includes("core") ? "core" : "all";
  const topics = words.filter((word) => word !== "" && word !== "core");
  const metrics = new Map(ledger.metrics.map((row) => [row.id, row]));
  const rows = published.conflicts.filter(
    (row) =>
      row.collection === collection &&
      row.assume === "stated" &&
      (topics.length === 0 || topics.includes(metrics.get(row.series)?.topic ?? "")),
  );
  if (rows.length === 0) return html`<p>All claims about one quantity can be right together.</p>`;
  return html`${[...group(rows, ({ series }) => series)].map(([series, own]) => {
    const metric = metrics.get(series);
    // Of what a series measures in all, so without "in a day".
    const unit = metric?.unit.replace(/\/(?:day|week|month|year)$/u, "") ?? "";
    const list = html`<ul>
      ${own.map((row) => setItem(row, unit, model))}
    </ul>`;
    return html`<h3>${metric?.label}</h3>
      ${own.length > MANY ? fold(`all ${formatCount(own.length, "set")}`, list) : list}`;
  })}`;
}
