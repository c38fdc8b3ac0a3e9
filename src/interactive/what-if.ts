/** What if: a reader changes the settings of the estimates, and every answer follows. */
import { findingOf } from "../charts/finding.ts";
import {
  type Sum,
  arithmeticRows,
  estimateRows,
  quantitiesIn,
  sumsIn,
  voicesOf,
} from "../notebook/what-if/rows.ts";
import { type Answers, answer } from "../reconcile/what-if/answers.ts";
import { choicesIn } from "../reconcile/what-if/choices.ts";
import { dialsIn } from "../reconcile/dials.ts";
import { type Settings, asPublished, isAsPublished } from "../reconcile/what-if/settings.ts";
import { download } from "./parts/download.ts";
import { button, element } from "./parts/element.ts";
import { findPart, readFacts } from "./parts/facts.ts";
import { type Settable, fromQuery, toQuery } from "./what-if/address.ts";
import { chartsPart } from "./what-if/charts.ts";
import { knownFrom } from "./what-if/facts.ts";
import { settingsForm } from "./what-if/form.ts";
import { resultsPart } from "./what-if/results.ts";
import { waitForQuiet } from "./what-if/quiet.ts";
import { sheetOf } from "./what-if/sheet.ts";
import { type Heard, spokenOf } from "./what-if/spoken.ts";

const NAME = "what-if";
const known = knownFrom(readFacts(NAME));
const { ledger, version, asOf } = known;
const settable: Settable = {
  ...{ ledger, version, asOf },
  choices: choicesIn(ledger),
  dials: dialsIn(ledger),
};
const metricAt = ledger.metrics.findIndex(({ id }) => id === known.metric);
const unit = ledger.metrics[metricAt]?.unit ?? "";

const asked = { ledger, claims: known.claims, choices: settable.choices, drawn: [known.metric] };
const answerTo = (settings: Settings): Answers => answer(asked, settings);

const part = findPart(NAME);
const placeOf = (name: string): HTMLElement => {
  const place = part.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (place === null) throw new Error(`the page has no place for ${name}`);
  return place;
};

let { settings, problems } = fromQuery(location.search, settable);
let published = answerTo(asPublished(settings.asOf));
const results = resultsPart();
const charts = chartsPart(placeOf("charts"), published);
const finding = placeOf("finding");
const about = placeOf("about");
const sums = placeOf("sums");
const spoken = element("p", { class: "unseen", role: "status" });
const trouble = element("p", { class: "trouble" });
const link = element("a", { href: "" }, "Link to these settings");
const quiet = waitForQuiet();

const rangeOf = ({ onDay }: Answers) => onDay[metricAt]?.estimate ?? null;

function tell(now: Answers, told: readonly Sum[]): void {
  const [range, before] = [rangeOf(now), rangeOf(published)];
  finding.textContent = findingOf({ unit, asOf: settings.asOf, range });
  sums.replaceChildren(
    ...told.map(({ label, words }) =>
      element("li", {}, `${label}: `, element("strong", {}, words)),
    ),
  );
  const counts = voicesOf(range);
  about.textContent = isAsPublished(settings)
    ? `As published. ${counts}`
    : `${counts} As published: ${findingOf({ unit, asOf: settings.asOf, range: before })}`;
}

function update(): Heard {
  const now = answerTo(settings);
  const told = sumsIn(ledger, now, known.sums);
  tell(now, told);
  const ranges = estimateRows(quantitiesIn(ledger, settings.collection), published, now);
  const arithmetic = arithmeticRows(published, now);
  results.show(ranges, arithmetic);
  charts.show(now);
  trouble.textContent = problems.join(" ");
  trouble.hidden = problems.length === 0;
  form.show(settings);
  link.href = location.pathname + toQuery(settings, settable);
  reset.disabled = isAsPublished(settings) && settings.asOf === asOf;
  const changed = [...ranges, ...arithmetic].filter(({ isChanged }) => isChanged).length;
  return { finding: finding.textContent, sums: told, changed };
}

/** The query that the settings of the page were last read from, or written to. */
let query = location.search;
/** The sums that a reader last knew of. */
let heard = sumsIn(ledger, published, known.sums);

function speak(now: Heard): void {
  spoken.textContent = spokenOf(now, heard);
  heard = now.sums;
}

function change(next: Settings): void {
  if (next.asOf !== settings.asOf) published = answerTo(asPublished(next.asOf));
  settings = next;
  problems = [];
  const now = update();
  quiet.ask(() => {
    query = toQuery(settings, settable);
    history.replaceState(null, "", location.pathname + query + location.hash);
    speak(now);
  });
}

/** Follows the address where a reader goes back or forward within the page. */
function follow(): void {
  if (location.search === query) return;
  quiet.forget();
  query = location.search;
  ({ settings, problems } = fromQuery(query, settable));
  published = answerTo(asPublished(settings.asOf));
  speak(update());
}
window.addEventListener("popstate", follow);
// Whoever leaves at once finds the settings again when they come back.
window.addEventListener("pagehide", quiet.hasten);

const form = settingsForm({ known, settable, change, settings: () => settings });
const reset = button("Reset everything", {}, () => {
  change(asPublished(asOf));
  finding.focus();
});
const save = button("Download as CSV", {}, () => {
  const told = { settings, answers: answerTo(settings), published, address: link.href };
  download("what-if.csv", sheetOf(told, settable, ledger.metrics));
});

placeOf("settings").replaceChildren(form.element);
placeOf("actions").replaceChildren(reset, save, link, trouble, spoken);
placeOf("results").replaceChildren(results.element);
// Whoever comes near the settings is about to change one.
for (const event of ["pointerenter", "focusin"] as const)
  placeOf("settings").addEventListener(event, charts.prepare, { once: true });

form.show(settings);
if (isAsPublished(settings) && settings.asOf === asOf && problems.length === 0) {
  const now = published;
  const quantities = quantitiesIn(ledger, settings.collection);
  results.show(estimateRows(quantities, now, now), arithmeticRows(now, now));
  trouble.hidden = true;
  reset.disabled = true;
} else heard = update().sums;
