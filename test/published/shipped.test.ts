import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { inUnit } from "../../src/amount/answers.ts";
import { networkIn } from "../../src/amount/contradictions.ts";
import { startOf } from "../../src/amount/periods.ts";
import type { Constraint } from "../../src/amount/rows.ts";
import { answersTo, hullOf } from "../../src/amount/systems.ts";
import { keepCollection } from "../../src/ledger/collections.ts";
import { notesOf } from "../../src/ledger/columns.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { SETS } from "../../src/ledger/sets.ts";
import { isTableName } from "../../src/ledger/tables.ts";
import { plainCell, toCsv } from "../../src/published/csv.ts";
import { columnsOf } from "../../src/published/files.ts";
import { publish } from "../../src/published/publish.ts";
import {
  type Published,
  type PublishedConflict,
  publishedNames,
  publishedTables,
} from "../../src/published/tables.ts";
import { solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { decisionsIn } from "../../src/sensitivity/decisions.ts";

const { ledger } = readLedger("data", { articles: null });
const shipped = publish(ledger);

describe.each(publishedNames)("publish(shipped ledger).%s", (name) => {
  const table = publishedTables[name];
  const rows = shipped[name];

  test("has rows, and as CSV they are what their schema reads", () => {
    expect(rows.length).toBeGreaterThan(0);
    const printed: Record<string, string>[] = parse(toCsv(rows, columnsOf(table)), {
      columns: true,
    });
    const read = printed.map((cells) => table.schema.safeParse(cells));
    expect(read.flatMap(({ error }) => error?.issues ?? [])).toEqual([]);
    const shown = (cell: unknown) => (typeof cell === "number" ? plainCell(cell) : cell);
    expect(read.map(({ data }) => data)).toEqual(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, cell]) => [field, shown(cell)])),
      ),
    );
  });

  test("has keys of rows that exist, and no range with its ends the wrong way round", () => {
    const keys = Object.entries(table.schema.shape).flatMap(([field, column]) => {
      const { references } = notesOf(column);
      return references !== undefined && isTableName(references) ? [{ field, references }] : [];
    });
    const ids = new Map(
      keys.map(({ references }) => [
        references,
        new Set(ledger[references].flatMap((row) => ("id" in row ? [row.id] : []))),
      ]),
    );
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      for (const { field, references } of keys)
        for (const id of [row[field]].flat())
          expect([
            field,
            id,
            id === null || (typeof id === "string" && ids.get(references)?.has(id)),
          ]).toEqual([...[field, id, true]]);
      const { low, high } = row;
      if (typeof low === "number" && typeof high === "number")
        expect(low).toBeLessThanOrEqual(high);
    }
  });
});

/** The published constraints of an amount under a set, as the network takes them, by their testimony. */
function constraintsOf(
  { constraints }: Published,
  { series, collection, reading, assume, period }: PublishedConflict,
): readonly Constraint[] {
  return constraints
    .filter(
      (row) =>
        row.series === series &&
        row.collection === collection &&
        row.reading === reading &&
        SETS.indexOf(row.assume) <= SETS.indexOf(assume) &&
        (period === null || `${row.from ?? ""}/${row.to}` === period),
    )
    .map((row) => ({
      ...row,
      ...{ reading: "", cell: period ?? "", start: startOf(row.from), end: row.to },
    }));
}

const canHold = (constraints: readonly Constraint[]): boolean =>
  networkIn(constraints).contradiction === null;

const isOf =
  (...testimony: readonly string[]) =>
  ({ claims, origin }: Constraint): boolean =>
    origin === null || testimony.includes(claims.join("+"));

describe("publish(shipped ledger)", () => {
  test("each conflict cannot hold, and does as soon as any testimony of it is gone", () => {
    for (const row of shipped.conflicts) {
      const constraints = constraintsOf(shipped, row);
      const { testimony } = row;
      expect([testimony, canHold(constraints.filter(isOf(...testimony)))]).toEqual([
        testimony,
        false,
      ]);
      for (const left of testimony) {
        const others = testimony.filter((one) => one !== left);
        expect([others, canHold(constraints.filter(isOf(...others)))]).toEqual([others, true]);
      }
    }
  });

  test("each repair leaves what can hold, with as many testimonies as the estimates say", () => {
    const fewest = new Map(
      shipped.estimates.map(({ series, collection, assume, fewest_wrong }) => [
        `${series} ${collection} ${assume}`,
        fewest_wrong,
      ]),
    );
    const repairs = new Map<string, Published["repairs"]>();
    for (const row of shipped.repairs) {
      const { series, period, collection, assume, reading, repair } = row;
      const key = [series, period, collection, assume, reading, repair].join(" ");
      repairs.set(key, [...(repairs.get(key) ?? []), row]);
    }
    expect(repairs.size).toBeGreaterThan(10);
    for (const rows of repairs.values()) {
      const [first] = rows;
      const conflict = shipped.conflicts.find(
        ({ series, period, collection, assume }) =>
          series === first?.series &&
          period === first.period &&
          collection === first.collection &&
          assume === first.assume,
      );
      expect(conflict).toBeDefined();
      if (!first || !conflict) continue;
      const wrong = rows.map(({ claims }) => claims.join("+"));
      const left = constraintsOf(shipped, conflict).filter(
        ({ claims }) => !wrong.includes(claims.join("+")),
      );
      expect([wrong, canHold(left)]).toEqual([wrong, true]);
      if (first.period === null)
        expect(rows.length).toBe(fewest.get(`${first.series} ${first.collection} ${first.assume}`));
    }
  });

  test("the last row of hindsight is the estimate of all that is dated", () => {
    const dated = solve(ledger, { knownOn: "9999-12-31" });
    const last = new Map(
      shipped.hindsight.map((row) => [[row.metric, row.from, row.to, row.assume].join(" "), row]),
    );
    const measures = new Map(ledger.metrics.map((row) => [row.id, row.measure]));
    for (const row of last.values()) {
      const { series, metric, from, to, assume } = row;
      const ends = rowsOf(dated.systems)
        .filter((one) => one.series === series && one.assume === assume)
        .map(({ system }) => {
          const measure = measures.get(metric) ?? "total";
          const hull = hullOf(answersTo(system, startOf(from), to));
          const { low, high } = inUnit(hull, { measure, from, to });
          return JSON.stringify([low, high]);
        });
      expect(ends).toContain(JSON.stringify([row.low, row.high]));
    }
  });

  test("each row of sensitivity of the core is what the pipeline gives with that decision", () => {
    const core = keepCollection(ledger, "core");
    const measures = new Map(ledger.metrics.map((row) => [row.id, row.measure]));
    const rows = shipped.sensitivity.filter(({ collection }) => collection === "core");
    let held = 0;
    for (const { decision, option, ledger: changed, assume } of decisionsIn(core)) {
      // Who is not heard is left out of eligible claims, which the pipeline does by origin alone.
      if (changed === undefined && assume === undefined) continue;
      const systems = rowsOf(solve(changed ?? core).systems);
      for (const row of rows.filter((one) => one.decision === decision && one.option === option)) {
        const { series, metric, from, to } = row;
        const found = systems
          .filter((one) => one.series === series && one.assume === (assume ?? "stated"))
          .map(({ system }) => {
            const measure = measures.get(metric) ?? "total";
            const hull = hullOf(answersTo(system, startOf(from), to));
            const { low, high } = inUnit(hull, { measure, from, to });
            return JSON.stringify([low, high]);
          });
        held += 1;
        // An amount of which nobody speaks any more has no system.
        expect(found.length === 0 ? ["[null,null]"] : found).toContain(
          JSON.stringify([row.low, row.high]),
        );
      }
    }
    expect(held).toBeGreaterThan(5);
  });
});
