import { formatCount, formatFull } from "../../words/numbers.ts";
import { type Html, html } from "../html.ts";
import { wideTable } from "./parts.ts";

/**
 * Something that a reader asks for: closed on the screen, open on paper, where the
 * summary stays as its heading. A link to a place inside opens it, as HTML has it.
 *
 * @param summary What is inside, with its count, as it goes on after "Show".
 */
export function fold(summary: string, body: Html): Html {
  return html`<details class="fold">
    <summary><span class="act">Show </span>${summary}</summary>
    ${body}
  </details>`;
}

/** A table whose rows are counted. */
export interface Counted {
  readonly caption: string;
  readonly head: readonly string[];
  /** One row as its singular: "pair". */
  readonly noun: string;
}

/** A fold must be worth its click: as many rows as this more are shown as well. */
const FEW = 4;

/**
 * A table that shows its first rows and folds the others, each row once. The rows that
 * matter most come first. Where only a few would be folded, all are shown.
 *
 * @param first How many rows are shown.
 */
export function longTable(
  { caption, head, noun }: Counted,
  rows: readonly Html[],
  first: number,
): Html {
  if (rows.length <= first + FEW) return wideTable(caption, head, rows);
  const others = `the other ${formatFull(rows.length - first)} of ${formatCount(rows.length, noun)}`;
  return html`${wideTable(`${caption}, 1 to ${formatFull(first)}`, head, rows.slice(0, first))}
  ${fold(
    others,
    wideTable(
      `${caption}, ${formatFull(first + 1)} to ${formatFull(rows.length)}`,
      head,
      rows.slice(first),
    ),
  )}`;
}
