import { formatCount } from "../../charts/words.ts";
import { cardStyle } from "../../notebook/cards.ts";
import type { ResultRow } from "../../notebook/what-if/rows.ts";
import { element } from "../parts/element.ts";
import { waitForQuiet } from "./quiet.ts";
import { watchView } from "./view.ts";

/** Tables whose rows are replaced at every change. */
export interface Results {
  readonly element: HTMLElement;
  readonly show: (estimates: readonly ResultRow[], arithmetic: readonly ResultRow[]) => void;
}

const claimLink = (id: string): HTMLElement =>
  element("a", { class: "id", href: `./ledger#${id}` }, id);

function rowElement({ label, unit, published, now, isChanged, claims }: ResultRow): HTMLElement {
  const links = claims.flatMap((id, at) => (at === 0 ? [claimLink(id)] : [", ", claimLink(id)]));
  return element(
    "tr",
    { class: isChanged ? "changed" : null, role: "row" },
    element(
      "th",
      { scope: "row", role: "rowheader" },
      label,
      element("span", { class: "unit" }, `, ${unit}`),
    ),
    element("td", { role: "cell" }, published),
    element("td", { role: "cell" }, isChanged ? element("strong", {}, now) : "the same"),
    element("td", { role: "cell" }, ...links),
  );
}

interface Part {
  readonly element: HTMLElement;
  readonly show: (rows: readonly ResultRow[], onlyChanged: boolean) => void;
}

/** Elements of rows; a row that says the same as before keeps its own. */
function rowKeeper(): (row: ResultRow) => HTMLElement {
  const kept = new Map<string, { readonly text: string; readonly made: HTMLElement }>();
  return (row) => {
    const text = JSON.stringify(row);
    const before = kept.get(row.id);
    if (before?.text === text) return before.made;
    const made = rowElement(row);
    kept.set(row.id, { text, made });
    return made;
  };
}

/** Puts elements in the place of others, without touching those that stay. */
function arrange(place: HTMLElement, elements: readonly HTMLElement[]): void {
  const wanted = new Set<Node>(elements);
  for (const child of [...place.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((one, at) => {
    const there = place.children[at] ?? null;
    if (there !== one) place.insertBefore(one, there);
  });
}

function tablePart(caption: string): Part {
  const elementFor = rowKeeper();
  const body = element("tbody", { role: "rowgroup" });
  const count = element("p", { class: "count" });
  const head = ["What", "As published", "With these settings", "Claims"];
  const names = head.map((word) => element("th", { scope: "col", role: "columnheader" }, word));
  const table = element(
    "table",
    { class: "cards", role: "table", style: cardStyle(head) },
    element("caption", {}, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...names)),
    body,
  );
  const region = { class: "table", role: "region", "aria-label": caption, tabindex: "0" };
  return {
    element: element(
      "section",
      {},
      element("h3", {}, caption),
      count,
      element("div", region, table),
    ),
    show(rows, onlyChanged) {
      const changed = rows.filter(({ isChanged }) => isChanged);
      count.textContent = `${formatCount(changed.length, "row")} of ${String(rows.length)} changed.`;
      arrange(body, (onlyChanged ? changed : rows).map(elementFor));
    },
  };
}

/**
 * All ranges of the day and all arithmetic, beside what is published: at once where
 * somebody sees it, else when it is quiet.
 */
export function resultsPart(): Results {
  const estimates = tablePart("Ranges on the day");
  const arithmetic = tablePart("Arithmetic");
  const only = element("input", { type: "checkbox" });
  let isFirst = true;
  let held: readonly [readonly ResultRow[], readonly ResultRow[]] = [[], []];
  const draw = (isWanted: (part: Part) => boolean): void => {
    if (isWanted(estimates)) estimates.show(held[0], only.checked);
    if (isWanted(arithmetic)) arithmetic.show(held[1], only.checked);
  };
  const drawAll = (): void => {
    draw(() => true);
  };
  const drawInView = (): void => {
    draw((part) => inView.has(part.element));
  };
  const inView = watchView([estimates.element, arithmetic.element], drawInView);
  const quiet = waitForQuiet();
  only.addEventListener("change", drawAll);
  return {
    element: element(
      "div",
      {},
      element("label", { class: "choice" }, only, "Only what changes"),
      estimates.element,
      arithmetic.element,
    ),
    show(...rows) {
      held = rows;
      if (isFirst) drawAll();
      else drawInView();
      isFirst = false;
      quiet.ask(drawAll);
    },
  };
}
