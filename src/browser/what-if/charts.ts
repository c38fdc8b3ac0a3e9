import type { Answered } from "../../reconcile/published.ts";
import { element } from "../parts/element.ts";
import type * as Charts from "../what-if-charts.ts";
import { waitForQuiet } from "./quiet.ts";
import { rehearseWhile } from "./rehearsal.ts";
import { watchView } from "./view.ts";

/** The charts of the page, drawn anew when the answers change: those in view at once. */
export interface ChartsPart {
  /** Fetches what draws, so that the first change need not wait for it. */
  readonly prepare: () => void;
  readonly show: (answered: Answered) => void;
}

const [NARROWEST, WIDEST] = [328, 660];

/** After so many turns a browser draws and computes twice as fast as at first. */
const REHEARSALS = 24;

/** The width to draw for, in CSS pixels. */
const widthOf = (place: HTMLElement): number =>
  Math.max(NARROWEST, Math.min(place.clientWidth, WIDEST));

function showDrawn(figure: Element, { title, note, drawing }: Charts.Drawn): void {
  const heading = figure.querySelector("h3");
  const words = figure.querySelector(".note");
  if (heading) heading.textContent = title;
  if (words) words.textContent = note;
  figure.querySelector(".drawing")?.replaceChildren(drawing);
}

/**
 * Draws into the figures that the page came with. The library of charts is fetched when
 * it is first needed: until then what is published stands there.
 *
 * @param published What stands there; drawn once more when the library has come, so that
 * the first change finds only what it changes to be drawn.
 * @param think Answers for nobody what a reader could ask, so that drawing is rehearsed with it.
 */
export function chartsPart(
  place: HTMLElement,
  published: Answered,
  think: (time: number) => Answered,
): ChartsPart {
  const address = document.querySelector<HTMLLinkElement>("#what-if-charts-module")?.href;
  let isComing = false;
  let latest = published;
  // To ask at every change would have the browser lay the page out once more.
  let width = widthOf(place);
  const trouble = element(
    "p",
    { class: "trouble", role: "alert", hidden: "" },
    "The charts could not be fetched: they show what is published.",
  );
  place.prepend(trouble);
  function* rehearsals(charts: typeof Charts): Iterator<unknown> {
    for (let time = 0; time < REHEARSALS; time += 1) {
      const thought = think(time);
      yield;
      yield* charts.rehearse(thought, width);
    }
  }
  let ready: typeof Charts | null = null;
  const figures = new Map(
    [...place.querySelectorAll("[data-chart]")].map((figure) => [
      figure.getAttribute("data-chart") ?? "",
      figure,
    ]),
  );
  const draw = (isWanted: (figure: Element) => boolean): void => {
    const wanted = [...figures].filter(([, figure]) => isWanted(figure)).map(([name]) => name);
    for (const drawn of ready?.drawCharts(latest, width, new Set(wanted)) ?? []) {
      const figure = figures.get(drawn.name);
      if (figure) showDrawn(figure, drawn);
    }
  };
  const drawInView = (): void => {
    draw((figure) => inView.has(figure));
  };
  /** Draws what is in view at once, and each of the others by itself: a change waits for one at most. */
  const drawAll = (): void => {
    drawInView();
    for (const one of figures.values())
      setTimeout(() => {
        draw((figure) => figure === one);
      });
  };
  const inView = watchView(figures.values(), drawInView);
  const quiet = waitForQuiet();
  const say = (): void => {
    isComing = false;
    trouble.hidden = false;
  };
  const prepare = (): void => {
    if (isComing) return;
    isComing = true;
    (import(address ?? "") as Promise<typeof Charts>).then((charts) => {
      ready = charts;
      trouble.hidden = true;
      drawAll();
      const drawn = latest;
      rehearseWhile(() => latest === drawn, rehearsals(charts));
    }, say);
  };
  window.addEventListener("resize", () => {
    width = widthOf(place);
    drawAll();
  });
  return {
    prepare,
    show(answered) {
      latest = answered;
      // what draws is fetched behind the picture that the change is waiting for
      if (ready === null)
        requestAnimationFrame(() => {
          setTimeout(prepare);
        });
      drawInView();
      quiet.ask(drawAll);
    },
  };
}
