import type { Metric } from "./tables.ts";

/**
 * The quantity that names the amount which a metric measures: its series, or itself. A capacity is an
 * amount of its own, whatever it is taken for.
 */
export const amountOf = ({
  id,
  measure,
  series,
}: Pick<Metric, "id" | "measure" | "series">): string =>
  measure === "capacity" ? id : (series ?? id);
