import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { programOf } from "./program.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "figures-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const figures = (...words: readonly string[]) => run("figures", words);

/** A file of the temporary folder with these bytes. */
function file(name: string, bytes: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const program = programOf("src/cli/figures.ts");

/** The same as a process, with a text on its standard input. */
const start = (words: readonly string[], input: string) =>
  spawnSync(process.execPath, [program, ...words], { encoding: "utf8", input });

describe("npm run figures", () => {
  test("prints a line for each figure: place, offsets, claim, kind, value, excerpt", async () => {
    const text = "Am 3. Oktober 2024:\n😀 etwa 6.700 Container, mindestens 3:1.\n";
    const { status, stdout, stderr } = await figures(file("a.txt", text), "--lang", "de");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "1:4   3-18   -      date   -             Am [3. Oktober 2024]: 😀 etwa 6.700 Container",
      "2:3   22-42  claim  count  about 6700    Am 3. Oktober 2024: 😀 [etwa 6.700 Container], mindestens 3:1.",
      "2:25  44-58  claim  ratio  at_least 3..  😀 etwa 6.700 Container, [mindestens 3:1].",
      "",
    ]);
  });

  test("--json prints exactly the promised fields, from standard input too", () => {
    const { status, stdout } = start(["-", "--lang=en", "--json"], "about 28,000 a month");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        start: 0,
        end: 20,
        text: "about 28,000 a month",
        kind: "rate",
        claim: true,
        low: 28000,
        high: 28000,
        bound: "about",
        hedge: "about",
        unit: "per month",
      },
    ]);
  });

  // npm changes into the project, and keeps the folder where it was run as INIT_CWD.
  test("a relative name counts from where npm was run", async () => {
    file("here.txt", "Es waren 6.700 Container.");
    const { status, stdout } = await run("figures", ["here.txt", "--lang", "de"], {
      INIT_CWD: folder,
    });
    expect([status, stdout]).toEqual([
      0,
      "1:10  9-24  claim  count  6700  Es waren [6.700 Container].\n",
    ]);
  });

  test("a text without figures has none, and that is no fault", () => {
    expect(start(["-", "--lang", "de", "--json"], "Nichts.")).toMatchObject({
      status: 0,
      stdout: "[]\n",
    });
  });

  test.each<[string, () => string, string]>([
    ["missing", () => join(folder, "nowhere.txt"), "found nothing under this name"],
    ["a folder", () => folder, "found a folder"],
    ["empty", () => file("empty.txt", ""), "found nothing: it is empty"],
    ["blank", () => file("blank.txt", " \n\n"), "found only blank space"],
    ["binary", () => file("b.bin", Buffer.from([1, 2, 0, 200, 7, 0, 0])), "found a binary file"],
    ["UTF-16", () => file("16.txt", Buffer.from("\ufeff6.700", "utf16le")), "found text in UTF-16"],
    [
      "UTF-16 unmarked",
      () => file("u.txt", Buffer.from("6.700 Mann", "utf16le")),
      "found text in UTF-16",
    ],
    [
      "not UTF-8",
      () => file("l1.txt", Buffer.from("f\u00fcnf", "latin1")),
      "found bytes that are not UTF-8",
    ],
    ["over 50 MB", () => file("big.txt", Buffer.alloc(50_000_001, 0x61)), "found more than 50 MB"],
  ])("%s: three lines, exit 1, nothing printed", async (_name, path, found) => {
    const { status, stdout, stderr } = await figures(path(), "--lang", "de");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(found);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/: found /u),
      expect.stringMatching(/^ {2}expected /u),
      expect.stringMatching(/^ {2}to mend: /u),
    ]);
  });

  test.each([
    [[], "FILE: found nothing"],
    [["a.txt"], "--lang: found nothing"],
    [["a.txt", "--lang", "fr"], '--lang: found "fr"'],
    [["a.txt", "b.txt", "--lang", "de"], "a second file"],
    [["a.txt", "--lang", "de", "--jsn"], "--jsn: found a flag that the command does not know"],
  ])("wrong use %j exits 2", async (parameters, said) => {
    const { status, stdout, stderr } = await figures(...parameters);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(said);
  });

  test("--help says how it is used", async () => {
    const { status, stdout } = await figures("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("npm run --silent figures -- FILE --lang de|en");
  });

  test("a reader that stops early is no error", async () => {
    const path = file("long.txt", "Es waren 6.700 Container.\n".repeat(20_000));
    const child = spawn(process.execPath, [program, path, "--lang", "de"]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });
});
