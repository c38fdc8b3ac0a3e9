import { logAxis, valuesOf } from "./axis.ts";
import { chartOf } from "./chart.ts";
import {
  MARK_COLUMNS,
  type MarkRow,
  claimsOf,
  counts,
  countNote,
  describeRows,
  rowOfCrosscheck,
  sortByValue,
  spanOf,
} from "./mark-row.ts";
import { drawPanels } from "./panel.ts";
import { type Party, partyOf } from "./parties.ts";
import { rowsOfClaims } from "./retold.ts";
import { checksIn } from "./select.ts";
import { firstFitting, formatNumber, formatRange } from "./words.ts";
import type { Published, PublishedCrosscheck } from "../reconcile/published.ts";

const UNIT = "rounds/day";
const RUSSIA = "m_fire_rate_russia";
const UKRAINE = "m_fire_rate_ukraine";

/** Whose rate a conversion gives: the party that one of its claims is about, if it is not Russia's. */
function partyOfCheck(check: PublishedCrosscheck, { claims }: Published): Party {
  const parties = check.claims
    .flatMap((id) => claims.filter(({ claim }) => claim === id))
    .map((claim) => (claim.metric.startsWith("m_fire_ratio") ? "ukraine" : partyOf(claim)));
  return parties.find((party) => party !== "russia") ?? "other";
}

/** What somebody published of a quantity, and what counts. */
const publishedOf = (rows: readonly MarkRow[], metric: string): readonly MarkRow[] =>
  rows.filter((row) => row.metric === metric && counts(row));

/** Rates of fire and of output in one unit, published and computed. */
export const chart = chartOf<MarkRow>({
  question: "How do rates of fire and output compare, in rounds a day?",
  rows: (published) =>
    sortByValue([
      ...rowsOfClaims(
        published.claims.filter(({ unit }) => unit === UNIT),
        ({ metric_label }) => metric_label,
      ),
      ...checksIn(published, UNIT).map((check) => ({
        ...rowOfCrosscheck(check, published),
        party: partyOfCheck(check, published),
      })),
    ]),
  title: (rows) => {
    const [published, ...more] = publishedOf(rows, RUSSIA);
    if (more.length > 0) {
      const [ours, theirs] = [
        spanOf(publishedOf(rows, RUSSIA)),
        spanOf(publishedOf(rows, UKRAINE)),
      ];
      const russia = `Published rates: ${ours ? formatRange(ours) : "none"} rounds daily for Russia`;
      return theirs ? `${russia}, ${formatRange(theirs)} for Ukraine` : russia;
    }
    if (published === undefined) return "How many rounds Russia fires in a day is not stated";
    const most = rows.find(({ party, high }) => party === "ukraine" && high !== null)?.high ?? null;
    if (most === null) return `Russia is said to fire ${published.words} rounds daily`;
    const so = `Russia’s ${published.words} rounds mean at most ${formatNumber(most)} for Ukraine`;
    return firstFitting([`If rate and ratio match, ${so}`, `If so, ${so}`]);
  },
  subtitle: () => "Artillery rounds a day, fired or produced",
  note: (rows) =>
    `${countNote(rows)} ${publishedOf(rows, UKRAINE).length > 0 ? "Where computed, " : ""}Ukraine’s rate holds only if rate and ratio cover the same months and front; ${
      rows.some(({ party }) => party === "us")
        ? "the US figure is output, not fire."
        : "all are fire."
    }`,
  description: describeRows,
  columns: MARK_COLUMNS,
  claims: claimsOf,
  draw: (rows, canvas) =>
    drawPanels([{ rows, caption: "rounds a day", axis: logAxis(valuesOf(rows)) }], canvas),
});
