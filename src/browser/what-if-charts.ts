/** Draws the charts of "What if" anew: a module of its own, as most of its weight is the library of charts. */
import type { Cell, Chart } from "../charts/chart.ts";
import { chart as containersAsShells } from "../charts/containers-as-shells.ts";
import { drawChart } from "../charts/render.ts";
import { chart as shellsOverTime } from "../charts/shells-over-time.ts";
import { chart as stockInOtherUnits } from "../charts/stock-in-other-units.ts";
import type { Answered } from "../reconcile/published.ts";

/** A chart as the page shows it. */
export interface Drawn {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly drawing: SVGSVGElement;
}

interface Drawer {
  readonly name: string;
  /** Draws the chart, or nothing where it would be the same as before. */
  readonly draw: (answered: Answered, width: number) => readonly Drawn[];
}

function drawerOf<Row extends Readonly<Record<keyof Row, Cell>>>(
  name: string,
  chart: Chart<Row, Answered>,
): Drawer {
  let drawn = "";
  const draw: Drawer["draw"] = (answered, width) => {
    const rows = chart.rows(answered);
    const key = JSON.stringify([width, rows]);
    if (key === drawn) return [];
    drawn = key;
    const where = { document, width, id: `${name}-now` };
    const drawing = drawChart(chart, rows, where);
    return [{ name, title: chart.title(rows), note: chart.note(rows), drawing }];
  };
  return { name, draw };
}

const drawersOfAll = (): readonly Drawer[] => [
  drawerOf("shells-over-time", shellsOverTime),
  drawerOf("containers-as-shells", containersAsShells),
  drawerOf("stock-in-other-units", stockInOtherUnits),
];

const drawers = drawersOfAll();

/** Draws every chart for nobody, one at each step. */
export function* rehearse(answered: Answered, width: number): Generator<undefined, void> {
  for (const { draw } of drawersOfAll()) {
    draw(answered, width);
    yield;
  }
}

/**
 * Draws the charts of the page that have changed, at a width in CSS pixels.
 *
 * @param wanted Names of those to be drawn.
 */
export const drawCharts = (
  answered: Answered,
  width: number,
  wanted: ReadonlySet<string>,
): readonly Drawn[] =>
  drawers.filter(({ name }) => wanted.has(name)).flatMap(({ draw }) => draw(answered, width));
