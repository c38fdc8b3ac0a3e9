import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableNames } from "../../../src/ledger/tables.ts";
import { type TableFolder, tableFolder } from "../../fixtures/folder.ts";
import { type Ended, run } from "../run.ts";
import { ARTICLE, PARTICULARS } from "./article.ts";
import { fill, openSheet, saveSheet } from "./sheet.ts";

export interface Desk extends TableFolder {
  readonly article: string;
  readonly sheet: string;
  readonly run: (...words: readonly string[]) => Promise<Ended>;
  readonly tables: () => readonly string[];
}

export const environment = (path: string) => ({ DATA_DIR: path, ARTICLES_DIR: "" });

/** A folder of tables and the invented article beside it. */
export function setUp(text = ARTICLE): Desk {
  const folder = tableFolder();
  const { path } = folder;
  const article = join(path, "article.txt");
  writeFileSync(article, text);
  return {
    ...folder,
    article,
    sheet: join(path, "sheet.csv.txt"),
    run: (...words) => run("source-add", words, environment(path)),
    tables: () => tableNames.map((name) => readFileSync(join(path, `${name}.csv`), "utf8")),
  };
}

/** The same with a sheet that has been filled in. */
export async function withSheet(text = ARTICLE): Promise<Desk> {
  const desk = setUp(text);
  const { status, stderr } = await desk.run(
    desk.article,
    "--lang",
    "de",
    "--proposals",
    desk.sheet,
  );
  if (status !== 0) throw new Error(stderr);
  saveSheet(desk.sheet, openSheet(desk.sheet).map(fill));
  return desk;
}

export const add = (desk: Desk, ...flags: readonly string[]) =>
  desk.run(desk.article, ...PARTICULARS, "--from", desk.sheet, ...flags);
