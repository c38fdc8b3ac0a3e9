/** What if: a reader changes the settings of the estimates, and every answer follows. */
import { findingOf } from "../charts/finding.ts";
import { arithmeticRows, estimateRows, sumsIn, voicesOf } from "../notebook/what-if/rows.ts";
import { type Answers, answer } from "../reconcile/what-if/answers.ts";
import { choicesIn } from "../reconcile/what-if/choices.ts";
import { dialsIn } from "../reconcile/what-if/dials.ts";
import { type Settings, asPublished, isAsPublished } from "../reconcile/what-if/settings.ts";
import { download } from "./parts/download.ts";
import { button, element } from "./parts/element.ts";
import { findPart, readFacts } from "./parts/facts.ts";
import { type Settable, fromQuery, toQuery } from "./what-if/address.ts";
import { chartsPart } from "./what-if/charts.ts";
import { knownFrom } from "./what-if/facts.ts";
import { settingsForm } from "./what-if/form.ts";
import { resultsPart } from "./what-if/results.ts";
import { sheetOf } from "./what-if/sheet.ts";

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

/** How long nothing may change before the address and the screen reader are told. */
const QUIET_MS = 300;

/** Does what it was last asked to do, once nobody has asked for a while. */
function afterQuiet(): (act: () => void) => void {
  let timer: number | undefined;
  return (act) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, QUIET_MS);
  };
}

let { settings, problems } = fromQuery(location.search, settable);
let published = answerTo(asPublished(settings.asOf));
const results = resultsPart();
const charts = chartsPart(placeOf("charts"));
const finding = placeOf("finding");
const about = placeOf("about");
const sums = placeOf("sums");
const spoken = element("p", { class: "unseen", role: "status" });
const trouble = element("p", { class: "trouble" });
const link = element("a", { href: "" }, "Link to these settings");
const tellLater = afterQuiet();

const rangeOf = ({ onDay }: Answers) => onDay[metricAt]?.estimate ?? null;

function tell(now: Answers): void {
  const [range, before] = [rangeOf(now), rangeOf(published)];
  finding.textContent = findingOf({ unit, asOf: settings.asOf, range });
  sums.replaceChildren(
    ...sumsIn(ledger, now, known.sums).map(({ label, words }) =>
      element("li", {}, `${label}: `, element("strong", {}, words)),
    ),
  );
  const counts = voicesOf(range);
  about.textContent = isAsPublished(settings)
    ? `As published. ${counts}`
    : `${counts} As published: ${findingOf({ unit, asOf: settings.asOf, range: before })}`;
}

function update(): void {
  const now = answerTo(settings);
  tell(now);
  results.show(estimateRows(ledger.metrics, published, now), arithmeticRows(published, now));
  charts.show(now);
  trouble.textContent = problems.join(" ");
  trouble.hidden = problems.length === 0;
  form.show(settings);
  link.href = location.pathname + toQuery(settings, settable);
  reset.disabled = isAsPublished(settings) && settings.asOf === asOf;
}

function change(next: Settings): void {
  if (next.asOf !== settings.asOf) published = answerTo(asPublished(next.asOf));
  settings = next;
  problems = [];
  update();
  tellLater(() => {
    history.replaceState(null, "", location.pathname + toQuery(settings, settable));
    spoken.textContent = finding.textContent;
  });
}

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
  results.show(estimateRows(ledger.metrics, now, now), arithmeticRows(now, now));
  trouble.hidden = true;
  reset.disabled = true;
} else update();
