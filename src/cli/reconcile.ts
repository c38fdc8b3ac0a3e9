/** `npm run reconcile`: what is known of one metric on one day, and what that rests on. */
import { dataFolder } from "../ledger/data-folder.ts";
import { day } from "../ledger/columns.ts";
import { showCell } from "../ledger/faults.ts";
import { findNearest } from "../ledger/nearest.ts";
import { readLedger } from "../ledger/read.ts";
import type { Ledger } from "../ledger/tables.ts";
import { type Question, estimate } from "../reconcile/estimate.ts";
import type { Collection } from "../reconcile/collection.ts";
import { answerJson } from "./answer-json.ts";
import { formatAnswer } from "./answer-text.ts";
import { runCommand } from "./command.ts";
import { type Flags, parseFlags } from "./flags.ts";
import { WrongUse } from "./wrong-use.ts";

const HELP = `npm run --silent reconcile -- --metric ID --as-of YYYY-MM-DD
    [--collection core|all] [--without ORIGIN]... [--json]

Says what is known of a metric on a day: the range if every claim is right, the
range if any one origin is wrong and which origins it hangs on, the claims that
bind, the range without each origin, conflicts, and what was not used and why.

  --metric ID        a metric of metrics.csv, e.g. m_shells_delivered
  --as-of DAY        the day asked about, e.g. 2024-10-03
  --collection NAME  core: the first five articles (default); all: every
                     document
  --without ORIGIN   leaves an origin out; may be repeated
  --json             prints one JSON object; an open end is null, and of several
                     claims that bind one end of a conflict the first by id

  DATA_DIR           folder of the tables (default data in this project)

Exits 0, also when claims conflict: that is a finding. Exits 1 when the tables
have faults, 2 on wrong use.
`;

/** The one value of a flag that must be given. */
function required(flags: Flags, name: string, mend: string): string {
  const [value] = flags.get(name) ?? [];
  if (value === undefined)
    throw new WrongUse({ place: `--${name}`, found: "nothing", expected: "the flag", mend });
  return value;
}

function readDay(text: string): string {
  const read = day("The day asked about").safeParse(text);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const mend: unknown = issue?.code === "custom" ? issue.params?.["mend"] : undefined;
  throw new WrongUse({
    place: "--as-of",
    found: showCell(text),
    expected: issue?.message ?? "a day",
    // the column's advice on spreadsheets does not belong here
    mend: String(mend).split(";")[0] ?? "",
  });
}

function readCollection(text: string): Collection {
  if (text === "core" || text === "all") return text;
  const found = showCell(text);
  const mend = "leave the flag out for core";
  throw new WrongUse({ place: "--collection", found, expected: "core or all", mend });
}

function readId(
  place: string,
  id: string,
  rows: Ledger["metrics"] | Ledger["origins"],
  table: string,
): string {
  const ids = rows.map((row) => row.id);
  if (ids.includes(id)) return id;
  const nearest = findNearest(id, ids);
  throw new WrongUse({
    place,
    found: showCell(id),
    expected: `an id of ${table}${nearest === null ? "" : `; nearest "${nearest}"`}`,
    mend: "correct the id",
  });
}

function reconcile(words: readonly string[]): string {
  const flags = parseFlags(words, {
    metric: "once",
    "as-of": "once",
    collection: "once",
    without: "many",
    json: "switch",
    help: "switch",
  });
  if (flags.has("help")) return HELP;
  const metric = required(flags, "metric", "add --metric and an id, e.g. m_shells_delivered");
  const asOf = readDay(required(flags, "as-of", "add --as-of and a day, e.g. 2024-10-03"));
  const collection = readCollection(flags.get("collection")?.[0] ?? "core");
  const { ledger } = readLedger(dataFolder(), { articles: null });
  const question: Question = {
    metric: readId("--metric", metric, ledger.metrics, "metrics.csv"),
    asOf,
    collection,
    without: (flags.get("without") ?? []).map((id) =>
      readId("--without", id, ledger.origins, "origins.csv"),
    ),
  };
  const found = estimate(ledger, question);
  return flags.has("json")
    ? `${JSON.stringify(answerJson(found), null, 2)}\n`
    : formatAnswer(found, ledger);
}

runCommand(() => reconcile(process.argv.slice(2)));
