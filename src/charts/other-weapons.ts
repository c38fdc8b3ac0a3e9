import type { PublishedClaim } from "../reconcile/published.ts";
import { logAxis, valuesOf } from "./axis.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  sortByValue,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { rowsOfClaims } from "./retold.ts";
import { formatCount } from "./words.ts";

/** Things that are counted one by one; artillery, containers, rates and shares have charts of their own. */
const COUNTED = new Set(["drones", "missiles", "launches", "tests", "attempts"]);

const isCounted = ({ unit }: PublishedClaim): boolean => COUNTED.has(unit);

const isCountedIn = ({ kind }: MarkRow): boolean => kind !== "withdrawn";
const isFloor = ({ low, high }: MarkRow): boolean => low !== null && high === null;

/** Why the title counts fewer claims than there are. */
function noteStruck(rows: readonly MarkRow[]): string {
  const struck = rows.length - rows.filter(isCountedIn).length;
  return struck === 0
    ? ""
    : ` ${String(struck)} of them ${struck === 1 ? "is" : "are"} struck and not counted in the title.`;
}

/** Drones, missiles and tests with a number, a row each. */
export const chart = chartOf<MarkRow>({
  question: "What is counted besides shells and containers?",
  rows: ({ claims }) =>
    sortByValue(rowsOfClaims(claims.filter(isCounted), ({ metric_label }) => metric_label)),
  title: (rows) => {
    if (rows.length === 0) return "Other weapons: no report gives a number";
    const counted = rows.filter(isCountedIn);
    const floors = counted.filter(isFloor).length;
    const all = formatCount(counted.length, "claim");
    return floors === 0
      ? `Drones, missiles, tests: ${all} with a number`
      : `Drones, missiles, tests: ${String(floors)} of ${all} ${floors === 1 ? "names" : "name"} only a floor`;
  },
  subtitle: () => "Drones, missiles, tests and launches, cumulative counts",
  note: (rows) =>
    `${countNote(rows)}${noteStruck(rows)} Words such as “thousands” are read as the smallest number that they allow. Different things on one axis are not to be added.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) =>
    drawPanels([{ rows, caption: "number", axis: logAxis(valuesOf(rows)) }], canvas),
});
