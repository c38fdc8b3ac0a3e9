/** What if: a reader changes the settings of the estimates, and every answer follows. */
import { arithmeticRows, estimateRows, quantitiesIn, voicesOf } from "../notebook/what-if/rows.ts";
import { type Sentence, textOf } from "../notebook/what-if/text.ts";
import { type Answers, answersTo } from "../reconcile/what-if/answers.ts";
import { choicesIn } from "../reconcile/what-if/choices.ts";
import { type Contradiction, contradictionsIn } from "../reconcile/what-if/contradictions.ts";
import { dialsIn } from "../reconcile/dials.ts";
import { type Settings, asPublished, isAsPublished } from "../reconcile/what-if/settings.ts";
import { download } from "./parts/download.ts";
import { button, element, setText } from "./parts/element.ts";
import { findPart, readFacts } from "./parts/facts.ts";
import { type Settable, fromQuery, toQuery } from "./what-if/address.ts";
import { chartsPart } from "./what-if/charts.ts";
import { bothWords } from "./what-if/control.ts";
import { knownFrom } from "./what-if/facts.ts";
import { settingsForm } from "./what-if/form.ts";
import { rehearseWhile } from "./what-if/rehearsal.ts";
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

const asked = {
  ...{ ledger, claims: known.claims, choices: settable.choices },
  ...{ drawn: [known.metric], followed: known.sums },
};
const answerTo = answersTo(asked);

const part = findPart(NAME);
const placeOf = (name: string): HTMLElement => {
  const place = part.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (place === null) throw new Error(`the page has no place for ${name}`);
  return place;
};

let { settings, problems } = fromQuery(location.search, settable);
const begun = settings;
let published = answerTo(asPublished(settings.asOf));
const results = resultsPart();
/** As many answers are rehearsed before the charts come, which bring rehearsals of their own. */
const REHEARSALS = 8;
/** Answers other settings for nobody. */
function rehearse(time: number): Answers {
  const documents = time % 2 === 0 ? "all" : "core";
  const numbers = new Map([...settings.numbers, [settable.dials[0]?.id ?? "", time + 1]]);
  const { id = "", options } = settable.choices[time % settable.choices.length] ?? {};
  const taken = new Map([...settings.options, [id, options?.at(-1)?.id ?? ""]]);
  const without = ledger.origins.slice(time, time + 1).map((origin) => origin.id);
  const tried = answersTo(asked)({ ...settings, documents, numbers, options: taken, without });
  textUnder(tried);
  estimateRows(quantitiesIn(ledger, documents), published, tried);
  arithmeticRows(published, tried);
  return tried;
}
function* rehearsals(): Iterator<unknown> {
  for (let time = 0; time < REHEARSALS; time += 1) yield rehearse(time);
}
const charts = chartsPart(placeOf("charts"), published, rehearse);
const finding = placeOf("finding");
const follows = placeOf("follows");
const about = placeOf("about");
const spoken = element("p", { class: "unseen", role: "status" });
const trouble = element("p", { class: "trouble" });
const link = element("a", { href: "" }, "Link to these settings");
const quiet = waitForQuiet();

const rangeOf = ({ onDay }: Answers) => onDay[metricAt]?.estimate ?? null;

const textUnder = (answers: Answers): readonly [Sentence, ...Sentence[]] =>
  textOf({ ledger, metric: known.metric, asOf: settings.asOf }, answers);

const contradictionsNow = (): readonly Contradiction[] =>
  contradictionsIn({ ...settable, ledger }, settings);

function tell(now: Answers, [first, ...others]: readonly Sentence[]): void {
  setText(finding, first?.words ?? "");
  setText(follows, others.map(({ words }) => words).join(" "));
  const counts = voicesOf(rangeOf(now), settings.documents);
  const words = isAsPublished(settings)
    ? `As published. ${counts}`
    : `${counts} As published: ${textUnder(published)[0].words}`;
  setText(about, words);
}

function update(): Heard {
  const now = answerTo(settings);
  const text = textUnder(now);
  const contradictions = contradictionsNow();
  tell(now, text);
  const ranges = estimateRows(quantitiesIn(ledger, settings.documents), published, now);
  const arithmetic = arithmeticRows(published, now);
  results.show(ranges, arithmetic);
  charts.show(now);
  setText(trouble, problems.join(" "));
  trouble.hidden = problems.length === 0;
  form.show(settings, contradictions);
  link.href = location.pathname + toQuery(settings, settable);
  reset.disabled = isAsPublished(settings) && settings.asOf === asOf;
  const changed = [...ranges, ...arithmetic].filter(({ isChanged }) => isChanged).length;
  return { text, contradictions: contradictions.map(bothWords), changed };
}

/** The query that the settings of the page were last read from, or written to. */
let query = location.search;
/** What a reader last knew of. */
let heard: Pick<Heard, "text" | "contradictions"> = {
  text: textUnder(published),
  contradictions: [],
};

function speak(now: Heard): void {
  spoken.textContent = spokenOf(now, heard);
  heard = now;
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
  const answers = answerTo(settings);
  const told = {
    ...{ settings, answers, published, address: link.href, text: textUnder(answers) },
    contradictions: contradictionsNow().map(bothWords),
  };
  download("what-if.csv", sheetOf(told, settable, ledger.metrics));
});

placeOf("settings").replaceChildren(form.element);
placeOf("actions").replaceChildren(reset, save, link, trouble, spoken);
placeOf("results").replaceChildren(results.element);
// Whoever comes near the settings is about to change one.
for (const event of ["pointerenter", "focusin"] as const)
  placeOf("settings").addEventListener(event, charts.prepare, { once: true });

form.show(settings, []);
if (isAsPublished(settings) && settings.asOf === asOf && problems.length === 0) {
  const now = published;
  const quantities = quantitiesIn(ledger, settings.documents);
  results.show(estimateRows(quantities, now, now), arithmeticRows(now, now));
  trouble.hidden = true;
  reset.disabled = true;
} else heard = update();
rehearseWhile(() => settings === begun, rehearsals());
