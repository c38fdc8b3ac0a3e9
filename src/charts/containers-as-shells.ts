import type { Answered, PublishedCrosscheck } from "../reconcile/published.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  countNote,
  describeRows,
  rangeOfRow,
  rowOfCrosscheck,
  sortByValue,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { checksIn, shellRows } from "./select.ts";
import { firstFitting, formatRange } from "./words.ts";

const UNIT = "rounds";

/** Whether arithmetic turns a number of containers into rounds. */
function startsFromContainers(check: PublishedCrosscheck, { claims }: Answered): boolean {
  return check.claims.some((id) =>
    claims.some(({ claim, metric }) => claim === id && metric === "m_containers_delivered"),
  );
}

/** Arithmetic on a claim that does not count has no result. */
const hasResult = ({ low, high }: PublishedCrosscheck): boolean => low !== null || high !== null;

const isComputed = ({ formula }: MarkRow): boolean => formula !== null;

/** The published floor of containers times each load, beside the published counts of rounds. */
export const chart = chartOf<MarkRow, Answered>({
  question: "What would the counted containers hold, beside what was said of shells?",
  rows: (published) =>
    sortByValue([
      ...shellRows(published).filter(({ kind }) => kind !== "withdrawn"),
      ...checksIn(published, UNIT)
        .filter((check) => startsFromContainers(check, published) && hasResult(check))
        .map((check) => rowOfCrosscheck(check, published)),
    ]),
  title: (rows) => {
    const loads = rows
      .filter(isComputed)
      .toReversed()
      .map((row) => formatRange(rangeOfRow(row)));
    const [least, most] = [loads[0], loads.at(-1)];
    if (least === undefined || most === undefined)
      return "What the containers hold cannot be computed from these reports";
    if (least === most) return `The counted containers would hold ${least} rounds`;
    const held = `containers would hold ${least} or ${most} rounds`;
    return firstFitting([`By calibre, counted ${held}`, `Counted ${held}`]);
  },
  subtitle: () =>
    "Artillery rounds from North Korea to Russia: computed from containers, and published",
  note: (rows) =>
    `${countNote(rows)} Every container is taken to hold one calibre, as densely as Seoul’s numbers imply. The two calibres exclude each other.`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  coreOnly: "the loads are those of one briefing, put to one count of containers.",
  draw: (rows, canvas) => drawPanels([{ rows, caption: "rounds" }], canvas),
});
