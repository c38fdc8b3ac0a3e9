import { group } from "d3-array";
import type { Published } from "../published/tables.ts";
import { capitalise, outletOf } from "../words/names.ts";
import { formatFew, formatWord } from "../words/numbers.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { drawLines } from "./draw/lines.ts";

export const chart = chartOf({
  name: "kinds-of-change",
  rows: ({ mutations }: Pick<Published, "mutations">, choice) => {
    const own = keepChosen(mutations, choice);
    const kinds = [...group(own, ({ kind_label }) => kind_label)]
      .map(([label, changes]) => ({ label, count: changes.length }))
      .toSorted((a, b) => b.count - a.count);
    const several = kinds.filter(({ count }) => count > 1);
    const shown = several.length > 0 ? several : kinds;
    return own.length === 0 ? null : { own, shown, once: kinds.length - shown.length };
  },
  title: ({ own, shown }) => {
    const [first] = shown;
    const leading = shown.filter(({ count }) => count === first?.count);
    const times = formatWord(first?.count ?? 0);
    return leading.length > 1
      ? `${capitalise(formatWord(leading.length))} kinds of change lead, found ${times} times each`
      : `${first?.label ?? ""}: ${times} of ${own.length} changes found`;
  },
  subtitle: () => "Changes between an estimate and a document that tells it, by kind",
  note: ({ own, once }) => {
    const inferred = own.filter(({ evidence }) => evidence === "inferred").length;
    const others = formatFew(once, "other kind was", "other kinds were");
    return [
      ...(once > 0 ? [`${capitalise(others)} found once each.`] : []),
      `${capitalise(formatFew(inferred, "change is", "changes are"))} inferred from the wording, from arithmetic or from other reports; for the rest the words before were seen.`,
      "These are counts, not rates: the documents were chosen because they differ.",
    ].join(" ");
  },
  table: ({ own }) =>
    own.map((row) => ({
      ...{ what: row.kind_label, who: outletOf(row), when: row.published_on },
      ...{ before: row.before, after: row.after, changes: row.changes, cause: row.cause },
      ...{ evidence: row.evidence, claims: row.claim ?? "", statements: row.statement ?? "" },
    })),
  draw: ({ shown }, canvas) => {
    const ends = { low: 0, low_inclusive: true, high_inclusive: true };
    const bars = shown.map(({ label, count }) => {
      return { ...ends, high: count, line: label, words: String(count), party: "other" as const };
    });
    return drawLines(bars, canvas);
  },
});
