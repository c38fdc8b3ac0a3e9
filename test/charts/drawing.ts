import { JSDOM } from "jsdom";
import type { OpenedChart } from "../../src/charts/open.ts";
import { charts } from "../../src/notebook/charts.ts";
import { publish } from "../../src/reconcile/publish.ts";
import type { Published } from "../../src/reconcile/published.ts";
import { chartLedger } from "../fixtures/chart-ledger.ts";

export const { document } = new JSDOM("").window;

/** Widths in CSS pixels at which pages show charts. */
export const WIDTHS = [328, 660] as const;

export const names: readonly string[] = [...charts.keys()];

export function openChart(name: string, published: Published): OpenedChart {
  const found = charts.get(name);
  if (!found) throw new Error(`no chart ${name}`);
  return found.open(published);
}

/** What the committed fixture publishes. */
export const published: Published = publish(chartLedger).core;

/** A drawing as elements, to look into. */
export function parseSvg(svg: string): Element {
  const holder = document.createElement("div");
  holder.innerHTML = svg;
  const [root] = holder.children;
  if (!root) throw new Error("no drawing");
  return root;
}
