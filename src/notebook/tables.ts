import { tableNames, tables } from "../ledger/tables.ts";
import { toCsv } from "./csv.ts";
import type { Model } from "./model.ts";
import { toParquet } from "./parquet.ts";

/**
 * The rows of the published tables, by name.
 *
 * What is computed comes first; the tables of facts follow as they were read,
 * `claims` and `statements` with the names that readers know beside every key.
 * Rows of claims and statements name the collection of their document; what is
 * computed comes once from the core and, where there is more, once from all.
 * A table without rows is left out.
 */
function rowsOf({ ledger, published }: Model): Readonly<Record<string, readonly object[]>> {
  const { core, all } = published;
  const both = all === core ? [core] : [core, all];
  const { claimants, origins, metrics, sources, dismissals, propositions, assumptions } = ledger;
  return {
    // the core first: a join may order its rows anew when there are more
    claims: [...core.claims, ...all.claims.filter(({ collection }) => collection === "further")],
    estimates: both.flatMap(({ estimates }) => estimates),
    without: both.flatMap(({ without }) => without),
    bounds: both.flatMap(({ bounds }) => bounds),
    conflicts: both.flatMap(({ conflicts }) => conflicts),
    crosschecks: all.crosschecks,
    statements: [
      ...core.statements,
      ...all.statements.filter(({ collection }) => collection === "further"),
    ],
    support: both.flatMap(({ support }) => support),
    mutations: all.mutations,
    retellings: all.retellings,
    multiverse: both.flatMap(({ solidity }) => solidity.universes),
    tornado: both.flatMap(({ solidity }) => solidity.swings),
    arithmetic_tornado: both.flatMap(({ solidity }) => solidity.arithmeticSwings),
    thresholds: both.flatMap(({ solidity }) => solidity.thresholds),
    disagreements: both.flatMap(({ solidity }) => solidity.disagreements),
    conflict_pairs: both.flatMap(({ solidity }) => solidity.pairs),
    breakpoints: all.solidity.breakpoints,
    solidity: both.flatMap(({ solidity }) => solidity.findings),
    derivations: both.flatMap(({ solidity }) => solidity.steps),
    unlisted: both.flatMap(({ solidity }) => solidity.unlisted),
    ...{ sources, claimants, origins, metrics, dismissals, propositions, assumptions },
    corrections: ledger.corrections,
    mutation_kinds: ledger.mutation_kinds,
  };
}

function printTables<File>(
  model: Model,
  print: (rows: readonly object[], fields: readonly string[]) => File,
): ReadonlyMap<string, File> {
  return new Map(
    Object.entries(rowsOf(model)).flatMap(([name, rows]) => {
      const [first] = rows;
      return first ? [[name, print(rows, Object.keys(first))] as const] : [];
    }),
  );
}

/** The published tables as CSV, by name; each is at /data/NAME.csv. */
export const publishTables = (model: Model): ReadonlyMap<string, string> =>
  printTables(model, toCsv);

/**
 * All tables as Parquet, by path: the published ones as "data/NAME.parquet", the facts
 * as they were read as "facts/NAME.parquet". A table without rows is left out.
 */
export function publishParquet(model: Model): ReadonlyMap<string, Uint8Array> {
  const published = [...printTables(model, toParquet)].map(
    ([name, bytes]) => [`data/${name}.parquet`, bytes] as const,
  );
  const facts = tableNames
    .filter((name) => model.ledger[name].length > 0)
    .map((name) => {
      const fields = Object.keys(tables[name].schema.shape);
      return [`facts/${name}.parquet`, toParquet(model.ledger[name], fields)] as const;
    });
  return new Map([...published, ...facts]);
}
