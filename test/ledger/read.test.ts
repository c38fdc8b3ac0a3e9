import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import { tableNames } from "../../src/ledger/tables.ts";
import { smallLedger, tableFolder } from "../fixtures/folder.ts";

describe("readLedger(directory)", () => {
  test("gives back the rows that were written", () => {
    const reading = readLedger(tableFolder().path, { articles: null });
    expect(reading).toEqual({ ledger: smallLedger, notices: [], verified: new Set() });
  });

  test("names the project's own tables as they stand in the repository", () => {
    const read = (path: string) => () => readLedger(path);
    const faults =
      ": found nothing under this name\n  expected a folder of tables (sources.csv, claims.csv, …)\n  to mend: restore it from git, or correct the name\n1 fault";
    expect(read(resolve("data/nowhere"))).toThrow(`data/nowhere${faults}`);
    expect(read("../nowhere/")).toThrow(`../nowhere${faults}`);
  });

  test("reads tables whose columns stand in another order, and names the place there", () => {
    const folder = tableFolder();
    folder.write(
      "propositions.csv",
      "note,label,topic,id\n,A label,fire,q_one\n,A label,fir,q_two\n",
    );
    expect(folder.faults()).toEqual([
      'data/propositions.csv:3:3 topic: found "fir"\n  expected one of deliveries, fire, production, exchange, motives\n  to mend: use one of these words, in small letters',
    ]);
  });

  test("does without crosschecks.csv, but without no other table", () => {
    const folder = tableFolder();
    folder.remove("crosschecks.csv");
    expect(folder.faults()).toEqual([]);
    folder.remove("propositions.csv");
    expect(folder.faults()).toEqual([
      "data/propositions.csv: found nothing under this name\n  expected a table\n  to mend: restore it from git, or correct the name",
    ]);
  });

  test("names a folder without any table once", () => {
    const folder = tableFolder();
    for (const name of tableNames) folder.remove(`${name}.csv`);
    const faults = [
      "data: found no table in it\n  expected a folder of tables (sources.csv, claims.csv, …)\n  to mend: name the folder that holds them, or restore them from git",
    ];
    expect(folder.faults()).toEqual(faults);
    folder.write("notes.txt", "no table");
    expect(folder.faults()).toEqual(faults);
  });

  test("prints all faults of all tables, in the order of the tables, lines and columns", () => {
    const folder = tableFolder();
    folder.edit("claims", (text) =>
      text.replace(",77,", ",7.700,").replace(",at_least,", ",atleast,"),
    );
    folder.edit("sources", (text) => text.replace(",de,", ",German,"));
    expect(folder.faults().map((fault) => fault.split("\n")[0])).toEqual([
      'data/sources.csv:2:9 language: found "German"',
      'data/claims.csv:2:9 best: found "7.700"',
      'data/claims.csv:3:11 bound: found "atleast"',
    ]);
  });

  test("a row with a bad cell still lends its id to the rows that refer to it", () => {
    const folder = tableFolder();
    folder.edit("origins", (text) => text.replace(",unknown,", ",guesswork,"));
    expect(folder.faults()).toHaveLength(1);
  });

  test("a table that cannot be read orphans no row of another", () => {
    const folder = tableFolder();
    folder.edit("origins", () => "");
    expect(folder.faults()).toHaveLength(1);
  });
});
