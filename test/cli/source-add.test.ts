import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figuresOf } from "../../src/entry/figures.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { tableNames } from "../../src/ledger/tables.ts";
import { findFaults } from "../fixtures/folder.ts";
import { run } from "./run.ts";
import { ARTICLE, PARTICULARS } from "./source-add/article.ts";
import { add, setUp, withSheet } from "./source-add/desk.ts";
import { fill, openSheet, saveSheet } from "./source-add/sheet.ts";

describe("npm run source:add by sheet", () => {
  test("adds the rows behind those that are there, to the byte as the tables are written", async () => {
    const desk = await withSheet();
    desk.edit("claims", (text) => `\ufeff${text.replaceAll(",", ";").replaceAll("\n", "\r\n")}`);
    desk.edit("dismissals", (text) => text.trimEnd());
    const old = desk.tables();
    const { status, stdout, stderr } = await add(desk, "--keep-text");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("Added s_an_outlet_2025_02 to ");
    expect(stdout).toContain(": 1 source, 1 claim, 4 dismissals\n");
    const added = desk.tables().map((text, at) => {
      expect(text.startsWith(old[at] ?? "?")).toBe(true);
      return text.slice(old[at]?.length);
    });
    expect(added[tableNames.indexOf("claims")]).toMatch(
      /^c_an_outlet_2025_02_count;s_an_outlet_2025_02;m_count;o_one;etwa 11\.200 Container;\d+;\d+;;11200;;about;;;etwa;[^\r\n]*\r\n$/u,
    );
    expect(added[tableNames.indexOf("dismissals")]).toMatch(/^\ns_an_outlet_2025_02,.*[^\n]$/su);
    // What check says of it, with the text that was kept.
    expect(findFaults(desk.path, join(desk.path, "articles"), figuresOf)).toEqual([]);
    expect(readLedger(desk.path, { articles: join(desk.path, "articles") }).verified).toEqual(
      new Set(["s_an_outlet_2025_02"]),
    );
  });

  test("--dry-run prints the diff, and writes nothing", async () => {
    const desk = await withSheet();
    const old = desk.tables();
    const { status, stdout } = await add(desk, "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toContain("+++ ");
    expect(stdout).toMatch(/^\+c_an_outlet_2025_02_count,s_an_outlet_2025_02,m_count,/mu);
    expect(stdout).toMatch(/^\+s_an_outlet_2025_02,3\. Februar 2025,\d+,\d+,date,a date$/mu);
    expect(desk.tables()).toEqual(old);
    expect(readdirSync(desk.path).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("a fault of a row names the sheet, its line and its column, and nothing is written", async () => {
    const desk = await withSheet();
    const old = desk.tables();
    saveSheet(
      desk.sheet,
      openSheet(desk.sheet).map((row) =>
        row["decision"] === "claim"
          ? { ...row, as_of_latest: "03.02.2025", metric: "m_cont", quote: "etwa 11,2 Container" }
          : row,
      ),
    );
    const { status, stderr } = await add(desk);
    expect(status).toBe(1);
    expect(stderr.replaceAll(desk.sheet, "sheet.csv")).toContain(
      'sheet.csv:3:21 as_of_latest: found "03.02.2025"',
    );
    saveSheet(
      desk.sheet,
      openSheet(desk.sheet).map((row) =>
        row["decision"] === "claim" ? { ...row, as_of_latest: "2025-02-03" } : row,
      ),
    );
    const again = (await add(desk)).stderr.replaceAll(desk.sheet, "sheet.csv");
    expect(again).toContain('sheet.csv:3:10 metric: found "m_cont"');
    expect(again).toContain("sheet.csv:3:9 end: found");
    expect(desk.tables()).toEqual(old);
  });

  test("a row that was deleted from the sheet leaves a figure without a decision", async () => {
    const desk = await withSheet();
    saveSheet(desk.sheet, openSheet(desk.sheet).slice(0, 3));
    const { status, stderr } = await add(desk);
    expect(status).toBe(1);
    expect(stderr).toContain('a figure neither claimed nor dismissed: "zwei Dutzend Züge"');
  });

  // npm changes into the project, and keeps the folder where it was run as INIT_CWD.
  test("relative names of text and sheets count from where npm was run, and stay as typed", async () => {
    const { path } = setUp();
    const runHere = (...words: readonly string[]) =>
      run("source-add", ["./article.txt", ...words], {
        DATA_DIR: ".",
        ARTICLES_DIR: "",
        INIT_CWD: path,
      });
    expect((await runHere("--lang", "de", "--proposals", "new.csv.txt")).stdout).toContain(
      "Wrote 5 figures to new.csv.txt: ",
    );
    const sheet = join(path, "new.csv.txt");
    saveSheet(sheet, openSheet(sheet).map(fill));
    expect((await runHere(...PARTICULARS, "--from", "new.csv.txt", "--dry-run")).stdout).toContain(
      "+++ ./claims.csv",
    );
    saveSheet(sheet, openSheet(sheet).slice(1));
    const { stderr } = await runHere(...PARTICULARS, "--from", "new.csv.txt");
    expect(stderr).toContain("./article.txt: found a figure neither claimed nor dismissed");
  });

  test("a sheet that is there is not written over", async () => {
    const desk = await withSheet();
    const filled = readFileSync(desk.sheet, "utf8");
    const { status, stderr } = await desk.run(
      desk.article,
      "--lang",
      "de",
      "--proposals",
      desk.sheet,
    );
    expect([status, stderr.split("\n")[0]]).toEqual([
      1,
      `${desk.sheet}: found a file of this name`,
    ]);
    expect(readFileSync(desk.sheet, "utf8")).toBe(filled);
  });
});

describe("npm run source:add refuses in three lines", () => {
  test("a text that is in the tables, as it is or with other white space", async () => {
    const desk = await withSheet();
    expect((await add(desk, "--keep-text")).status).toBe(0);
    const again = await add(desk);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('found the text of s_an_outlet_2025_02 ("An invented report")');
    writeFileSync(desk.article, ARTICLE.replaceAll("\n", "\r\n").normalize("NFD"));
    const changed = await add(desk);
    expect(changed.status).toBe(1);
    expect(changed.stderr).toContain("with other white space, line ends or forms of letters");
  });

  test.each<[string, string | Buffer, string]>([
    ["empty", "", "found nothing: it is empty"],
    ["binary", Buffer.from([1, 2, 0, 200, 7, 0, 0]), "found a binary file"],
    ["UTF-16", Buffer.from("\ufeff6.700", "utf16le"), "found text in UTF-16"],
    ["over 50 MB", Buffer.alloc(50_000_001, 0x61), "found more than 50 MB"],
    [
      "English",
      "The ministry and the army have not been pleased with that report of theirs. ".repeat(3),
      "found a text with the function words of English, but --lang de",
    ],
  ])("a text that is %s", async (_name, content, found) => {
    const desk = setUp();
    writeFileSync(desk.article, content);
    const { status, stderr } = await desk.run(
      desk.article,
      "--lang",
      "de",
      "--proposals",
      desk.sheet,
    );
    expect(status).toBe(1);
    expect(stderr).toContain(found);
    expect(stderr.trimEnd().split("\n")).toHaveLength(4);
    expect(existsSync(desk.sheet)).toBe(false);
  });

  test("a language that is insisted on is taken", async () => {
    const desk = setUp();
    const words = [desk.article, "--lang", "en", "--proposals", desk.sheet];
    expect((await desk.run(...words)).status).toBe(1);
    expect((await desk.run(...words, "--insist-language")).status).toBe(0);
  });

  test("particulars that no column takes, by their flags", async () => {
    const desk = setUp();
    const flags = ["--collection", "other", "--published-on", "4.2.2025", "--id", "outlet"];
    const { status, stderr } = await desk.run(
      desk.article,
      "--lang",
      "de",
      "--from",
      "x.csv",
      ...flags,
    );
    expect(status).toBe(1);
    expect(stderr).toContain('--collection: found "other"\n  expected one of core, further\n');
    expect(stderr).toContain('--published-on: found "4.2.2025"');
    expect(stderr).toContain('--id: found "outlet"');
  });

  test("tables that have faults already", async () => {
    const desk = await withSheet();
    desk.edit("claims", (text) => text.replace(",77,", ",7.700,"));
    const { status, stderr } = await add(desk);
    expect(status).toBe(1);
    expect(stderr).toContain('claims.csv:2:9 best: found "7.700"');
  });

  test.each<[string, readonly string[], string]>([
    ["no file", ["--lang", "de"], "FILE: found nothing"],
    ["no language", ["a.txt"], "--lang: found nothing"],
    ["two files", ["a.txt", "b.txt", "--lang", "de"], '"b.txt": found a second file'],
    ["both ways", ["a.txt", "--lang", "de", "--from", "a", "--proposals", "b"], "--from: found"],
    ["an unknown flag", ["a.txt", "--lang", "de", "--titel", "x"], "--titel: found a flag"],
    ["nobody to ask", ["a.txt", "--lang", "de"], "--proposals: found no terminal in which"],
    ["a text instead of somebody", ["-", "--lang", "de"], "--proposals: found a text on standard"],
  ])("wrong use: %s, exit 2", async (_name, words, said) => {
    const { status, stderr } = await setUp().run(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test("particulars that nobody gave, exit 2 and the names of their flags", async () => {
    const desk = await withSheet();
    const { status, stderr } = await desk.run(desk.article, "--lang", "de", "--from", desk.sheet);
    expect(status).toBe(2);
    expect(stderr).toContain("--title, --publisher: found nothing");
  });

  test("--help names every flag, in at most 80 columns", async () => {
    const { status, stdout } = await setUp().run("--help");
    expect(status).toBe(0);
    for (const flag of ["--proposals", "--from", "--dry-run", "--original-url", "--keep-text"])
      expect(stdout).toContain(flag);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
