import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TableName, tableNames, tables } from "../../src/ledger/tables.ts";
import { programOf } from "./program.ts";
import { type Ended, run } from "./run.ts";

type Cells = Readonly<Record<string, string>>;

const TSX = pathToFileURL(resolve("node_modules/tsx/dist/loader.mjs")).href;
const COMMAND = resolve("src/cli/reconcile.ts");
const program = programOf(COMMAND);

const folder = mkdtempSync(join(tmpdir(), "reconcile-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeTable(name: TableName, rows: readonly Cells[]): void {
  const columns = Object.keys(tables[name].schema.shape);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  writeFileSync(
    join(folder, `${name}.csv`),
    lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n") + "\n",
  );
}

const claim = (id: string, day: string, row: Cells): Cells => ({
  id,
  source: "s_one",
  metric: "m_shells",
  origin: "o_one",
  quote: id,
  modality: "asserted",
  as_of_earliest: day,
  as_of_latest: day,
  time_basis: "stated",
  repeats: "faithful",
  status: "active",
  ...row,
});

const source = (id: string, collection: string): Cells => ({
  id,
  collection,
  title: id,
  publisher: "A publisher",
  published_precision: "unknown",
  language: "en",
  translation: "none",
});

const CLAIMS: readonly Cells[] = [
  claim("c_floor", "2024-06-30", { low: "11000", bound: "at_least", origin: "o_two" }),
  claim("c_ceiling", "2024-12-31", { high: "10000", bound: "at_most", origin: "o_three" }),
  claim("c_open", "2024-02-26", { low: "6700", bound: "more_than" }),
  claim("c_late", "2025-01-31", { low: "12000", bound: "at_least", origin: "o_two" }),
  claim("c_gone", "2024-02-26", { best: "5", bound: "point", status: "retracted" }),
  claim("c_further", "2024-07-01", {
    low: "11500",
    bound: "at_least",
    origin: "o_four",
    source: "s_two",
  }),
];

beforeAll(() => {
  for (const name of tableNames) writeTable(name, []);
  writeTable("sources", [source("s_one", "core"), source("s_two", "further")]);
  writeTable("claimants", [
    { id: "a_one", name: "A ministry", kind: "ministry", stance: "neutral" },
  ]);
  writeTable(
    "origins",
    ["o_one", "o_two", "o_three", "o_four"].map((id) => ({
      id,
      claimant: "a_one",
      method: "unknown",
      label: `Estimate ${id}`,
    })),
  );
  writeTable("metrics", [
    {
      id: "m_shells",
      topic: "deliveries",
      label: "Shells",
      unit: "rounds",
      kind: "stock",
      cumulative: "yes",
      definition: "rounds in a test",
    },
  ]);
  writeTable("claims", CLAIMS);
});

/** Runs the command on the tables above. */
const reconcile = (words: readonly string[]): Promise<Ended> =>
  run("reconcile", words, { DATA_DIR: folder, ARTICLES_DIR: join(folder, "nowhere") });

const ask = (asOf: string, ...more: readonly string[]): Promise<Ended> =>
  reconcile(["--metric", "m_shells", "--as-of", asOf, ...more]);

test("reconcile --json prints exactly the promised fields", async () => {
  const { status, stdout, stderr } = await ask("2024-10-03", "--json");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toStrictEqual({
    metric: "m_shells",
    as_of: "2024-10-03",
    collection: "core",
    claims: 3,
    origins: 3,
    closure: {
      low: 11000,
      high: 10000,
      low_inclusive: true,
      high_inclusive: true,
      low_claims: ["c_floor"],
      high_claims: ["c_ceiling"],
    },
    relaxed: { low: 6700, high: null, hangs_on: ["o_three", "o_two"] },
    conflicts: [{ low_claim: "c_floor", high_claim: "c_ceiling", gap: 1000 }],
    unused: [
      { claim: "c_gone", reason: "status: retracted" },
      {
        claim: "c_late",
        reason: "a floor from 2025-01-31 on: says nothing about 2024-10-03",
      },
    ],
  });
});

test("reconcile --json gives null for an open end, its inclusiveness, and no claims", async () => {
  const { closure, relaxed } = JSON.parse(
    (await ask("2024-03-01", "--without", "o_three", "--json")).stdout,
  ) as Record<"closure" | "relaxed", unknown>;
  expect(closure).toStrictEqual({
    low: 6700,
    high: null,
    low_inclusive: false,
    high_inclusive: null,
    low_claims: ["c_open"],
    high_claims: [],
  });
  expect(relaxed).toStrictEqual({ low: null, high: null, hangs_on: ["o_one"] });
});

test("reconcile --collection all reads the further documents, --without leaves origins out", async () => {
  const all = JSON.parse(
    (
      await ask(
        "2024-10-03",
        "--collection=all",
        "--without",
        "o_two",
        "--without",
        "o_one",
        "--json",
      )
    ).stdout,
  ) as { readonly claims: number; readonly closure: unknown; readonly collection: string };
  expect(all.collection).toBe("all");
  expect(all.claims).toBe(2);
  expect(all.closure).toMatchObject({ low: 11500, high: 10000, low_claims: ["c_further"] });
});

test("reconcile prints what people read, in 80 columns; a conflict is no fault", async () => {
  const { status, stdout } = await ask("2024-10-03");
  expect(status).toBe(0);
  expect(stdout).toBe(`Shells (m_shells)
on 3 October 2024, in rounds; collection core

  if every claim is right     no number is both at least 11,000 and at most
                              10,000
  if any one origin is wrong  more than 6,700
  resting on                  3 claims, 3 origins

Claims that bind
  low     c_floor "c_floor"
          A ministry, in s_one
  high    c_ceiling "c_ceiling"
          A ministry, in s_one

Hangs on
  o_three  Estimate o_three
  o_two    Estimate o_two

Without one origin
  o_one    no number is both at least 11,000 and at most 10,000
  o_three  at least 11,000
  o_two    more than 6,700, at most 10,000

Conflicts: these cannot both be true
  c_floor against c_ceiling: a gap of 1,000

Not used
  c_gone  status: retracted
  c_late  a floor from 2025-01-31 on: says nothing about 2024-10-03
`);
});

describe("wrong use is told in three lines and exits 2", () => {
  const day = ["--as-of", "2024-10-03"] as const;
  const metric = ["--metric", "m_shells"] as const;
  test.each<[readonly string[], string]>([
    [
      [...day],
      "--metric: found nothing\n  expected the flag\n  to mend: add --metric and an id, e.g. m_shells_delivered\n",
    ],
    [
      ["--metric", "m_shels", ...day],
      '--metric: found "m_shels"\n  expected an id of metrics.csv; nearest "m_shells"\n  to mend: correct the id\n',
    ],
    [
      [...metric, "--as-of", "2024-02-30"],
      '--as-of: found "2024-02-30"\n  expected a calendar day written YYYY-MM-DD\n  to mend: type year-month-day, for example 2024-02-26\n',
    ],
    [
      [...metric, ...day, "--without", "o_ona"],
      '--without: found "o_ona"\n  expected an id of origins.csv; nearest "o_one"\n  to mend: correct the id\n',
    ],
    [
      [...metric, ...day, "--collection", "further"],
      '--collection: found "further"\n  expected core or all\n  to mend: leave the flag out for core\n',
    ],
    [
      [...metric, ...day, "--metrik", "x"],
      "--metrik: found a flag that the command does not know\n  expected --metric, --as-of, --collection, --without, --json, --help\n  to mend: write --metric\n",
    ],
  ])("%j", async (words, told) => {
    expect(await reconcile(words)).toEqual({ status: 2, stdout: "", stderr: told });
  });
});

test("reconcile tells the faults of the tables as check does and exits 1", async () => {
  writeTable("claims", [
    ...CLAIMS,
    claim("c_bad", "2024-01-01", { best: "6.700", bound: "point" }),
  ]);
  try {
    const { status, stdout, stderr } = await ask("2024-10-03");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain('claims.csv:8:9 best: found "6.700"\n  expected digits without');
    expect(stderr).toMatch(/\n1 fault\n$/u);
    expect(stderr).not.toContain("    at ");
  } finally {
    writeTable("claims", CLAIMS);
  }
});

test("reconcile reads data/ of the project wherever it is run", () => {
  const words = ["--import", TSX, COMMAND, "--metric", "m_", "--as-of", "2024-10-03"];
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: "" },
  });
  expect(status).toBe(2);
  expect(stderr).toContain("expected an id of metrics.csv");
});

test("reconcile --help says how it is used", async () => {
  const { status, stdout } = await reconcile(["--help"]);
  expect(status).toBe(0);
  expect(stdout).toContain("npm run --silent reconcile -- --metric ID --as-of YYYY-MM-DD");
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("reconcile ends quietly when its reader has seen enough", () => {
  const pipe = `"${process.execPath}" "${program}" --metric m_shells --as-of 2024-10-03 | true`;
  const { stderr } = spawnSync("sh", ["-c", pipe], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: folder },
  });
  expect(stderr).toBe("");
});
