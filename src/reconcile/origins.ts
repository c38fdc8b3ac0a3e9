import { type BoundRow, type Stated, rowOf, tightest } from "./bounds.ts";
import { groupBy } from "./group-by.ts";
import { type Interval, isEmpty, widestOf } from "./interval.ts";
import { unionOf } from "./union.ts";

/** All retellings at once, or, where they contradict each other, the hull of what each of them says. */
function commonEnds(rows: readonly BoundRow[]): Interval {
  const ends = tightest(rows);
  if (!isEmpty(ends)) return ends;
  const statements = [...groupBy(rows, ({ members }) => members.join("|")).values()].map(tightest);
  return {
    low: widestOf(
      "low",
      statements.map(({ low }) => low),
    ),
    high: widestOf(
      "high",
      statements.map(({ high }) => high),
    ),
  };
}

/** What statements of one origin and as-of come down to. */
function oneStatementOf(statements: readonly Stated[]): Stated {
  if (statements.length === 1) return statements[0] ?? [];
  const rows = statements.flat();
  const ends = commonEnds(rows);
  const members = unionOf(rows.map((row) => row.members));
  const one: BoundRow[] = [];
  for (const side of ["low", "high"] as const) {
    const bound = ends[side];
    const row = rows.find((candidate) => candidate.side === side);
    if (!bound || !row) continue;
    const { metric, origin, as_of } = row;
    one.push(rowOf({ metric, origin, members, as_of }, side, bound, row));
  }
  return one;
}

/**
 * Makes one statement of all that one origin says of a metric as of the same
 * days: what all retellings allow, or, where they contradict each other, the
 * whole stretch between them, so that no origin contradicts itself about one day.
 * "At least 10" beside "at most 5" then leaves nothing: neither can be relied on.
 *
 * @param statements Statements about one metric, any order.
 * @returns At most one floor and one ceiling per origin and as-of.
 */
export function keepOnePerOrigin(statements: readonly Stated[]): readonly BoundRow[] {
  return sameOf(statements).flatMap(({ same }) => oneStatementOf(same));
}

/** Statements of one origin as of the same days. */
interface Same {
  readonly as_of: string;
  readonly same: Stated[];
}

/** In the order in which each is first met. One origin has few as-ofs: to join both to one key would take longer. */
function sameOf(statements: readonly Stated[]): readonly Same[] {
  const all: Same[] = [];
  const byOrigin = new Map<string, Same[]>();
  for (const statement of statements) {
    const [row] = statement;
    if (!row) continue;
    const own = byOrigin.get(row.origin);
    const found = own?.find(({ as_of }) => as_of === row.as_of);
    if (found) {
      found.same.push(statement);
      continue;
    }
    const made = { as_of: row.as_of, same: [statement] };
    all.push(made);
    if (own) own.push(made);
    else byOrigin.set(row.origin, [made]);
  }
  return all;
}
