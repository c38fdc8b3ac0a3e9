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

type Draw = (answered: Answered, width: number) => Drawn;

function drawerOf<Row extends Readonly<Record<keyof Row, Cell>>>(
  name: string,
  chart: Chart<Row, Answered>,
): Draw {
  return (answered, width) => {
    const rows = chart.rows(answered);
    const where = { document, width, id: `${name}-now` };
    return {
      name,
      title: chart.title(rows),
      note: chart.note(rows),
      drawing: drawChart(chart, rows, where),
    };
  };
}

const drawers: readonly Draw[] = [
  drawerOf("shells-over-time", shellsOverTime),
  drawerOf("containers-as-shells", containersAsShells),
  drawerOf("stock-in-other-units", stockInOtherUnits),
];

/** Draws all charts of the page, at a width in CSS pixels. */
export const drawCharts = (answered: Answered, width: number): readonly Drawn[] =>
  drawers.map((draw) => draw(answered, width));
