import type { PublishedClaim } from "../reconcile/published.ts";
import { logAxis, valuesOf } from "./axis.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  rowOfClaim,
  sortByValue,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { formatCount } from "./words.ts";

/** Things that are counted one by one; artillery, containers, rates and shares have charts of their own. */
const COUNTED = new Set(["drones", "missiles", "launches", "tests", "attempts"]);

const isCounted = ({ collection, unit }: PublishedClaim): boolean =>
  collection === "core" && COUNTED.has(unit);

const isCountedIn = ({ kind }: MarkRow): boolean => kind !== "withdrawn";
const isFloor = ({ low, high }: MarkRow): boolean => low !== null && high === null;

/** Drones, missiles and tests with a number, a row each. */
export const chart = chartOf<MarkRow>({
  question: "What is counted besides shells and containers?",
  rows: ({ claims }) =>
    sortByValue(claims.filter(isCounted).map((claim) => rowOfClaim(claim, claim.metric_label))),
  title: (rows) => {
    if (rows.length === 0) return "Other weapons: no report gives a number";
    const counted = rows.filter(isCountedIn);
    const floors = counted.filter(isFloor).length;
    const all = formatCount(counted.length, "published figure");
    return floors === 0
      ? `Other weapons: ${all}`
      : `Other weapons: ${String(floors)} of ${all} only ${floors === 1 ? "names" : "name"} a floor`;
  },
  subtitle: () => "Drones, missiles, tests and launches, cumulative counts",
  note: (rows) =>
    `${countNote(rows)} Words such as “thousands” are read as the smallest number that they allow. Different things on one axis are not to be added.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) =>
    drawPanels([{ rows, caption: "number", axis: logAxis(valuesOf(rows)) }], canvas),
});
