import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { charts as definitions } from "../charts/all.ts";
import type { Choice } from "../charts/canvas.ts";
import type { Chart, OpenedChart } from "../charts/chart.ts";
import type { Model } from "./model.ts";
import { UnknownReference } from "./publication-types.ts";

/** A chart as a fence names it: opened for both collections, with its source. */
export interface FoundChart {
  /** Its address: the name of the chart, with the quantity behind it where it draws any. */
  readonly name: string;
  readonly all: OpenedChart;
  /** The five articles alone; null where they are all that there is, or say nothing of it. */
  readonly core: OpenedChart | null;
  /** The module's own text, which a reader can unfold. */
  readonly code: string;
}

const codeOf = ({ name }: Chart): string =>
  readFileSync(fileURLToPath(new URL(`../charts/${name}.ts`, import.meta.url)), "utf8");

const isSame = (a: OpenedChart, b: OpenedChart): boolean =>
  JSON.stringify([a.title, a.table]) === JSON.stringify([b.title, b.table]);

/**
 * The chart that a fence names, "shells-over-time" or "quantity m_troops".
 *
 * @throws UnknownReference where there is no such chart, or nothing to draw.
 */
export function findChart(argument: string, { published }: Model): FoundChart {
  const [own = "", metric] = argument.split(/\s+/u);
  const chart = definitions.get(own);
  if (!chart)
    throw new UnknownReference(
      `the name of a chart: ${[...definitions.keys()].join(", ")}`,
      `correct the name, or write src/charts/${own}.ts`,
    );
  const open = (collection: Choice["collection"]): OpenedChart | null =>
    chart.open(published, { collection, ...(metric === undefined ? {} : { metric }) });
  const [all, core] = [open("all"), open("core")];
  const shown = all ?? core;
  if (shown === null)
    throw new UnknownReference("a chart that has something to draw", "leave the fence out");
  return {
    name: metric === undefined ? own : `${own}-${metric.replaceAll("_", "-")}`,
    all: shown,
    core: core === null || isSame(core, shown) ? null : core,
    code: codeOf(chart),
  };
}
