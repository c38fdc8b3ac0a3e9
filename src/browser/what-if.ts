/** What if: a reader changes the settings, and every answer follows. */
import { type Answered, answerTo } from "../notebook/what-if/answer.ts";
import type { Known, Setting } from "../notebook/what-if/known.ts";
import { type Compared, type Fact, type Sentence, viewOf } from "../notebook/what-if/view.ts";
import { button, element } from "./parts/element.ts";
import { findPart, readFacts } from "./parts/facts.ts";
import { queryOf, settingFrom } from "./what-if/address.ts";
import { controls } from "./what-if/form.ts";

const NAME = "what-if";
/** How many answers are kept at the most. */
const MOST_KEPT = 16;
// The block wrote them from a checked ledger.
const known = readFacts(NAME) as Known;
const part = findPart(NAME);

const sentence = (pieces: Sentence): readonly (Node | string)[] =>
  pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    return "strong" in piece
      ? element("strong", {}, piece.strong)
      : element("a", { href: piece.href }, piece.words);
  });

const fact = ({ term, lead, items }: Fact): readonly HTMLElement[] => [
  element("dt", {}, term),
  element(
    "dd",
    {},
    ...sentence(lead),
    items.length === 0
      ? null
      : element("ul", {}, ...items.map((one) => element("li", {}, ...sentence(one)))),
  ),
];

const compared = (caption: string, rows: readonly Compared[]): HTMLElement =>
  element(
    "table",
    {},
    element("caption", {}, caption),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...["What", "As published", "As set"].map((name) => element("th", { scope: "col" }, name)),
      ),
    ),
    element(
      "tbody",
      {},
      ...rows.map(({ label, published, set }) =>
        element(
          "tr",
          { class: published === set ? null : "changed" },
          element("th", { scope: "row" }, label),
          element("td", {}, published),
          element("td", {}, set),
        ),
      ),
    ),
  );

let { setting, problems } = settingFrom(location.search, known);

const settings = element("form", { class: "settings", "aria-label": "Settings" });
const finding = element("p", { class: "finding", role: "status", tabindex: "-1" });
const about = element("div", {});
const trouble = element("p", { class: "trouble", role: "alert" });
const link = element("a", { href: "" }, "Link to these settings");
const reset = button("Reset everything", {}, () => {
  set(known.published);
  showControls();
  finding.focus();
});

/** Answers of late: what is published is asked beside every setting, and an assumption changes none. */
const answers = new Map<string, Answered>();
function answer(asked: Setting): Answered {
  const { metric, day, collection, without, readings } = asked;
  const key = JSON.stringify([metric, day, collection, without, readings]);
  const found = answers.get(key) ?? answerTo(known, asked);
  if (answers.size >= MOST_KEPT) answers.clear();
  answers.set(key, found);
  return found;
}

/** The place of a control among all, so that it keeps the focus when all are made anew. */
const placeOf = (control: Element | null): number =>
  [...settings.querySelectorAll("input, select, summary")].findIndex((one) => one === control);

function showControls(): void {
  const place = placeOf(document.activeElement);
  const isOpen = settings.querySelector("details")?.open === true;
  settings.replaceChildren(...controls({ known, setting, change }));
  if (isOpen) settings.querySelector("details")?.setAttribute("open", "");
  if (place < 0) return;
  settings.querySelectorAll<HTMLElement>("input, select, summary")[place]?.focus();
}

function show(): void {
  const view = viewOf(known, setting, answer);
  finding.textContent = view.finding;
  about.replaceChildren(
    element("dl", {}, ...view.facts.flatMap(fact)),
    compared("With each assumption", view.steps),
    compared("Arithmetic", view.sums),
  );
  trouble.textContent = problems.join(" ");
  trouble.hidden = problems.length === 0;
  const query = queryOf(setting, known);
  link.href = location.pathname + query;
  reset.disabled = query === "";
}

function set(next: Setting): void {
  [setting, problems] = [next, []];
  show();
  history.replaceState(null, "", link.href + location.hash);
}

function change(changed: (now: Setting) => Partial<Setting>): void {
  const before = setting;
  set({ ...setting, ...changed(setting) });
  // Others speak and other words are read; who types a day or a number is not disturbed otherwise.
  if (setting.metric !== before.metric || setting.collection !== before.collection) showControls();
}

window.addEventListener("popstate", () => {
  ({ setting, problems } = settingFrom(location.search, known));
  show();
  showControls();
});
settings.addEventListener("submit", (event) => {
  event.preventDefault();
});
part.replaceChildren(
  element("div", { class: "told" }, finding),
  element("div", { class: "buttons" }, reset, link),
  trouble,
  element("div", { class: "sides" }, settings, about),
);
show();
showControls();
