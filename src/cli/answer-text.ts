import { formatCount, formatDay } from "../charts/words.ts";
import { showCell } from "../ledger/faults.ts";
import { plainDigits } from "../ledger/numbers.ts";
import type { Ledger } from "../ledger/tables.ts";
import type { Estimate } from "../reconcile/estimate.ts";
import { type Bound, type Interval, isEmpty } from "../reconcile/interval.ts";
import { wrap } from "./wrap.ts";

/** All digits of a number, the whole part grouped by comma. */
export function formatDigits(value: number): string {
  const [whole = "", decimals] = plainDigits(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

const floorWords = ({ value, inclusive }: Bound): string =>
  `${inclusive ? "at least" : "more than"} ${formatDigits(value)}`;
const ceilingWords = ({ value, inclusive }: Bound): string =>
  `${inclusive ? "at most" : "less than"} ${formatDigits(value)}`;

/** A range with every digit, and in words what its ends are. */
export function formatEnds(range: Interval): string {
  const { low, high } = range;
  if (!low) return high ? ceilingWords(high) : "not stated";
  if (!high) return floorWords(low);
  if (isEmpty(range)) return `no number is both ${floorWords(low)} and ${ceilingWords(high)}`;
  if (low.value === high.value) return formatDigits(low.value);
  return low.inclusive && high.inclusive
    ? `${formatDigits(low.value)} to ${formatDigits(high.value)}`
    : `${floorWords(low)}, ${ceilingWords(high)}`;
}

/** A heading and its lines; nothing where there are no lines. */
const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const widest = (words: readonly string[]): number =>
  words.reduce((width, word) => Math.max(width, word.length), 0);

/** Lines of two columns; the second starts on a line of its own where the first is long. */
function twoColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(32, widest(rows.map(([first]) => first)));
  return rows.map(([first, second]) =>
    first.length > width
      ? `  ${first}\n${wrap(" ".repeat(width + 4), second)}`
      : wrap(`  ${first.padEnd(width)}  `, second),
  );
}

function formatBinding(ledger: Ledger, side: string, bound: Bound | null): readonly string[] {
  const name = (rows: readonly { readonly id: string; readonly name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? id;
  return (bound?.claims ?? []).flatMap((id) => {
    const claim = ledger.claims.find((row) => row.id === id);
    const origin = ledger.origins.find((row) => row.id === claim?.origin);
    if (!claim) return [];
    const claimant = origin ? name(ledger.claimants, origin.claimant) : claim.origin;
    const place = claim.start === null ? "" : ` at ${claim.start}–${claim.end ?? ""}`;
    return [
      wrap(`  ${side.padEnd(8)}`, `${id} ${showCell(claim.quote)}`),
      wrap(" ".repeat(10), `${claimant}, in ${claim.source}${place}`),
    ];
  });
}

/** An estimate as people read it in a terminal of 80 columns. */
export function formatAnswer(found: Estimate, ledger: Ledger): string {
  const { question, closure, relaxed } = found;
  const metric = ledger.metrics.find(({ id }) => id === question.metric);
  const labels = new Map(ledger.origins.map(({ id, label }) => [id, label]));
  const without = question.without ?? [];
  const lines = [
    wrap("", `${metric?.label ?? ""} (${question.metric})`),
    wrap(
      "",
      `on ${formatDay(question.asOf)}, in ${metric?.unit ?? ""}; collection ${question.collection}${without.length > 0 ? `; without ${without.join(", ")}` : ""}`,
    ),
    "",
    ...twoColumns([
      ["if every claim is right", formatEnds(closure)],
      ["if any one origin is wrong", formatEnds(relaxed.range)],
      [
        "resting on",
        `${formatCount(found.claims.length, "claim")}, ${formatCount(found.origins.length, "origin")}`,
      ],
    ]),
    ...section("Claims that bind", [
      ...formatBinding(ledger, "low", closure.low),
      ...formatBinding(ledger, "high", closure.high),
    ]),
    ...section("Hangs on", twoColumns(relaxed.hangsOn.map((id) => [id, labels.get(id) ?? ""]))),
    ...section(
      "Without one origin",
      twoColumns(found.withoutOne.map(({ origin, range }) => [origin, formatEnds(range)])),
    ),
    ...section(
      "Conflicts: these cannot both be true",
      found.conflicts.map(({ low_claim, high_claim, gap }) =>
        wrap(
          "  ",
          `${low_claim.replaceAll("|", ", ")} against ${high_claim.replaceAll("|", ", ")}: ${gap === 0 ? "only the ends exclude each other" : `a gap of ${formatDigits(gap)}`}`,
        ),
      ),
    ),
    ...(found.conflicts.length === 0 ? ["", "No conflicts"] : []),
    ...section("Not used", twoColumns(found.unused.map(({ claim, reason }) => [claim, reason]))),
  ];
  return `${lines.join("\n")}\n`;
}
