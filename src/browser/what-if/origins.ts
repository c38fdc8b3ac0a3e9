import type { Claim, Origin } from "../../ledger/tables.ts";
import { capitalise, formatCount } from "../../charts/words.ts";
import { type Speaking, speakingIn } from "../../reconcile/what-if/documents.ts";
import type { Settings } from "../../reconcile/what-if/settings.ts";
import { button, element } from "../parts/element.ts";
import type { Control } from "./control.ts";
import type { Page } from "./page.ts";

/** An origin with what it is told by. */
interface Told {
  readonly origin: Origin;
  readonly topic: string;
  readonly claims: number;
  /** The collections in which it is. */
  readonly told: Speaking;
}

/** Origins that claims go back to, by the topic of their first claim. */
function toldOrigins({ known: { ledger } }: Page): readonly Told[] {
  const topics = new Map(ledger.metrics.map(({ id, topic }) => [id, topic]));
  const collections = new Map(ledger.sources.map(({ id, collection }) => [id, collection]));
  const claims = new Map<string, Claim[]>();
  for (const claim of ledger.claims)
    claims.set(claim.origin, [...(claims.get(claim.origin) ?? []), claim]);
  return ledger.origins.flatMap((origin): readonly Told[] => {
    const own = claims.get(origin.id) ?? [];
    const [first] = own;
    if (!first) return [];
    return [
      {
        origin,
        topic: topics.get(first.metric) ?? "other",
        claims: own.length,
        told: {
          core: own.some(({ source }) => collections.get(source) === "core"),
          further: own.some(({ source }) => collections.get(source) === "further"),
        },
      },
    ];
  });
}

const withOrigins = (settings: Settings, ids: readonly string[], areOut: boolean): Settings => {
  const without = new Set(settings.without);
  for (const id of ids) {
    if (areOut) without.add(id);
    else without.delete(id);
  }
  return { ...settings, without: [...without].sort() };
};

interface Box extends Told {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
}

function boxFor(told: Told, { change, settings }: Page): Box {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => {
    change(withOrigins(settings(), [told.origin.id], !input.checked));
  });
  const { label } = told.origin;
  const words = `${label} (${formatCount(told.claims, "claim")})`;
  return { ...told, input, element: element("label", { class: "choice" }, input, words) };
}

/** Which acts of estimation count: all of them, unless a reader leaves some out. */
export function originsControl(page: Page): Control {
  const boxes = toldOrigins(page).map((told) => boxFor(told, page));
  const topics = [...new Set(page.known.ledger.metrics.map(({ topic }) => topic))];
  const groups = topics.flatMap((topic) => {
    const own = boxes.filter((box) => box.topic === topic);
    if (own.length === 0) return [];
    const ids = (): readonly string[] =>
      own.filter((box) => !box.element.hidden).map(({ origin }) => origin.id);
    const setAll = (areOut: boolean) => (): void => {
      page.change(withOrigins(page.settings(), ids(), areOut));
    };
    const legend = element("legend", {}, capitalise(topic));
    const made = element(
      "fieldset",
      { class: "origins" },
      legend,
      element(
        "div",
        { class: "buttons" },
        button("Count all", { "aria-label": `Count all: ${topic}` }, setAll(false)),
        button("Leave all out", { "aria-label": `Leave all out: ${topic}` }, setAll(true)),
      ),
      ...own.map((box) => box.element),
    );
    return [{ made, own }];
  });
  return {
    element: element("div", {}, ...groups.map(({ made }) => made)),
    show({ without, documents }) {
      const out = new Set(without);
      const { core, further } = speakingIn(documents);
      for (const { input, element: shown, origin, told } of boxes) {
        input.checked = !out.has(origin.id);
        shown.hidden = !((core && told.core) || (further && told.further));
      }
      for (const { made, own } of groups) made.hidden = own.every((box) => box.element.hidden);
    },
  };
}
