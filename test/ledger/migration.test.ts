import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFaults, tableFolder } from "../fixtures/folder.ts";
import { readLedger } from "../../src/ledger/read.ts";

/** Tables of the first version of the data model; all of it is invented. */
const METRICS = `id,topic,label,unit,kind,cumulative,part_of,same_as,definition
m_count,deliveries,All,things,stock,yes,,,a total
m_there,other,There,things,stock,no,,,a level
m_made,production,Made,things,flow,no,,,of a period
m_day,fire,A day,things/day,rate,no,,,a rate
m_month,fire,A month,things/month,rate,no,,m_day,"the same rate, a month"
m_share,other,Share,percent,share,no,,,a share
`;
const CLAIMS = `id,source,metric,origin,quote,start,end,low,best,high,bound,hedge,modality,as_of_earliest,as_of_latest,period_start,period_end,counted_from,time_basis,scope,alternative,derived_from,via,translation_note,repeats,status,note
c_one,s_one,m_count,o_one,77 Dinge,10,18,,77,,point,,asserted,,2001-05-31,,,,stated,,sense/p_reading,,,,faithful,active,
c_two,s_one,m_day,o_one,many things,,,,9,,point,,asserted,,,2001-05-01,2001-05-31,,stated,,sense/p_other,,,,faithful,active,
`;
const ASSUMPTIONS = `id,metric,low,best,high,basis,derived_from,label,rationale,default
p_reading,m_count,,,,judgement,,One reading,a test,on
p_other,m_day,,,,judgement,,The other,a test,off
p_vague_many,m_count,9,,,judgement,,Many,a test,on
p_days,m_count,,30,,judgement,,Days,a test,on
p_window_count,m_count,,0,,judgement,,Nothing before,a test,on
`;

const oldFolder = () => {
  const folder = tableFolder();
  folder.write("metrics.csv", METRICS);
  folder.write("claims.csv", CLAIMS);
  folder.write("assumptions.csv", ASSUMPTIONS);
  return folder;
};

const migrate = (path: string) =>
  spawnSync(process.execPath, ["--import", "tsx", "src/cli/migrate.ts"], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: path },
  });

test("readLedger(folder of the first version) says once how to bring it to the second", () => {
  const { path } = oldFolder();
  expect(findFaults(path)).toEqual([
    'data/metrics.csv:1: found the column "kind", and none "measure"\n  expected the columns of docs/data-dictionary.md; these are of the first version of the data model\n  to mend: DATA_DIR=data npm run migrate',
  ]);
});

test("npm run migrate changes all tables or none, and leaves nothing to migrate", () => {
  const folder = oldFolder();
  const { path } = folder;
  folder.edit("metrics", (text) =>
    text.replace('"the same rate, a month"', "x").replaceAll(",", ";"),
  );
  folder.remove("assumptions.csv");
  const unread = migrate(path);
  expect(unread.status).toBe(1);
  expect(unread.stderr).toContain("assumptions.csv: found nothing under this name");
  expect(readFileSync(join(path, "claims.csv"), "utf8")).toBe(CLAIMS);

  folder.write("assumptions.csv", ASSUMPTIONS);
  const { status, stdout } = migrate(path);
  expect(status).toBe(0);
  expect(stdout).toContain("measure capacity for what there could be");
  const { ledger } = readLedger(path, { articles: null });
  expect(ledger.metrics.map(({ id, measure, series }) => [id, measure, series])).toEqual([
    ["m_count", "total", null],
    ["m_there", "level", null],
    ["m_made", "total", null],
    ["m_day", "per_day", null],
    ["m_month", "per_month", "m_day"],
    ["m_share", "share", null],
  ]);
  // only who has the text has offsets
  expect(ledger.claims.map((row) => [row.quote_seen, row.primary, row.low_exclusive])).toEqual([
    ["seen", null, null],
    ["second_hand", null, null],
  ]);
  expect(ledger.assumptions.map(({ id, kind, set }) => [id, kind, set])).toEqual([
    ["p_reading", "reading", null],
    ["p_other", "reading", null],
    ["p_vague_many", "word", null],
    ["p_days", "parameter", null],
    ["p_opening", "constraint", "opening"],
    ["p_spans", "constraint", "spans"],
    ["p_contents", "constraint", "contents"],
  ]);
  const again = migrate(path);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('metrics.csv: found no column "kind"');
});
