/** `npm run reconcile`: what is known of a quantity up to a day or over a period, and what that rests on. */
import { day } from "../ledger/columns.ts";
import { keepCollection } from "../ledger/collections.ts";
import { dataFolder } from "../ledger/data-folder.ts";
import { showCell } from "../ledger/faults.ts";
import { findNearest } from "../ledger/nearest.ts";
import { readLedger } from "../ledger/read.ts";
import { SETS } from "../ledger/sets.ts";
import type { Ledger } from "../ledger/tables.ts";
import { answerJson } from "./answer-json.ts";
import { formatAnswer } from "./answer-text.ts";
import { type Question, ask } from "./ask.ts";
import { runCommand } from "./command.ts";
import { type Flags, parseFlags } from "./flags.ts";
import { WrongUse } from "./wrong-use.ts";

const HELP = `npm run --silent reconcile -- --metric ID --as-of DAY | --from DAY --to DAY
    [--collection core|all] [--assume stated|opening|spans|contents]
    [--without ORIGIN|CLAIMANT]... [--known-on DAY] [--json]

Says what is known of a quantity: the range that all claims together imply, the
claims that bind either end, what is left if any one origin is wrong, what
cannot all be right and what the fewest repairs leave, and what was not used.

  --metric ID        a metric of metrics.csv, e.g. m_shells_delivered
  --as-of DAY        of a total: from the beginning up to this day; of anything
                     else: the shortest stated period that holds the day
  --from DAY         the first and the last day of a period; --to alone asks a
  --to DAY           total from the beginning
  --collection NAME  core: the first five articles; all: every document, which
                     is the default
  --assume SET       stated: what speakers say of the quantity, which is the
                     default; opening, spans, contents: with assumptions, each
                     with those before it
  --without ID       leaves out an origin or an institution; may be repeated
  --known-on DAY     only documents that had been published by this day
  --json             prints one JSON object; an open end is null

  DATA_DIR           folder of the tables (default data in this project)

Exits 0, also when claims contradict each other: that is a finding. Exits 1 when
the tables have faults, 2 on wrong use.
`;

/** The one value of a flag. */
const valueOf = (flags: Flags, name: string): string | null => flags.get(name)?.[0] ?? null;

function readDay(flags: Flags, name: string): string | null {
  const text = valueOf(flags, name);
  if (text === null) return null;
  const read = day("A day").safeParse(text);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const mend: unknown = issue?.code === "custom" ? issue.params?.["mend"] : undefined;
  throw new WrongUse({
    place: `--${name}`,
    found: showCell(text),
    expected: issue?.message ?? "a day",
    // the column's advice on spreadsheets does not belong here
    mend: String(mend).split(";")[0] ?? "",
  });
}

function readWord<const Word extends string>(
  flags: Flags,
  name: string,
  words: readonly Word[],
  usual: Word,
): Word {
  const text = valueOf(flags, name);
  if (text === null) return usual;
  const word = words.find((one) => one === text);
  if (word !== undefined) return word;
  const expected = `one of ${words.join(", ")}`;
  const mend = `leave the flag out for ${usual}`;
  throw new WrongUse({ place: `--${name}`, found: showCell(text), expected, mend });
}

function readId(place: string, id: string, ids: readonly string[], table: string): string {
  if (ids.includes(id)) return id;
  const nearest = findNearest(id, ids);
  throw new WrongUse({
    place,
    found: showCell(id),
    expected: `an id of ${table}${nearest === null ? "" : `; nearest "${nearest}"`}`,
    mend: "correct the id",
  });
}

function readMetric(flags: Flags, { metrics }: Ledger): string {
  const id = valueOf(flags, "metric");
  if (id === null)
    throw new WrongUse({
      place: "--metric",
      found: "nothing",
      expected: "the flag",
      mend: "add --metric and an id, e.g. m_shells_delivered",
    });
  return readId(
    "--metric",
    id,
    metrics.map((row) => row.id),
    "metrics.csv",
  );
}

/** A day, or the days of a period. */
function readTime(flags: Flags): Pick<Question, "asOf" | "from" | "to"> {
  const [asOf, from, to] = [readDay(flags, "as-of"), readDay(flags, "from"), readDay(flags, "to")];
  const fault = (place: string, found: string, expected: string, mend: string): WrongUse =>
    new WrongUse({ place, found, expected, mend });
  if (asOf !== null && (from !== null || to !== null))
    throw fault("--as-of", "a day and a period", "one of the two", "leave --from and --to out");
  if (asOf === null && to === null)
    throw fault(
      from === null ? "--as-of" : "--to",
      "nothing",
      "a day, or the last day of a period",
      "add --as-of and a day, e.g. 2024-10-03, or --from and --to",
    );
  if (from !== null && to !== null && from > to)
    throw fault("--to", `"${to}", before --from ${from}`, "a period", "swap the days");
  return { asOf, from, to };
}

function reconcile(words: readonly string[]): string {
  const flags = parseFlags(words, {
    metric: "once",
    "as-of": "once",
    from: "once",
    to: "once",
    collection: "once",
    assume: "once",
    without: "many",
    "known-on": "once",
    json: "switch",
    help: "switch",
  });
  if (flags.has("help")) return HELP;
  const time = readTime(flags);
  const knownOn = readDay(flags, "known-on");
  const collection = readWord(flags, "collection", ["core", "all"], "all");
  const assume = readWord(flags, "assume", SETS, "stated");
  const { ledger } = readLedger(dataFolder(), { articles: null });
  const speakers = [...ledger.origins, ...ledger.claimants].map(({ id }) => id);
  const question: Question = {
    metric: readMetric(flags, ledger),
    ...time,
    ...{ collection, assume, knownOn },
    without: (flags.get("without") ?? []).map((id) =>
      readId("--without", id, speakers, "origins.csv or claimants.csv"),
    ),
  };
  const origins = new Map(ledger.claims.map((row) => [row.id, row.origin]));
  const originOf = (claim: string): string => origins.get(claim) ?? claim;
  const answer = ask(keepCollection(ledger, collection), question);
  return flags.has("json")
    ? `${JSON.stringify(answerJson(answer, originOf), null, 2)}\n`
    : formatAnswer(answer, ledger);
}

runCommand(() => reconcile(process.argv.slice(2)));
