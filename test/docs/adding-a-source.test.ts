import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { formatRows } from "../../src/entry/sheet.ts";
import { findChart } from "../../src/notebook/charts.ts";
import { openModel } from "../../src/notebook/model.ts";
import { run } from "../cli/run.ts";
import { openSheet } from "../cli/source-add/sheet.ts";
import { ENTER, openTerminal } from "../cli/source-add/terminal.ts";
import { openProject } from "./exercise.ts";
import { doWithMistake, fillAsTold } from "./mistakes.ts";
import { type Part, codeIn, findParts, patternOf } from "./page.ts";

const PAGE = "docs/adding-a-source.md";
const FILLED = "docs/examples/beispielblatt.csv";
const page = readFileSync(PAGE, "utf8");
const parts = findParts(page);
const project = openProject();
const inExercise = (name: string) => join(project.path, "exercise", name);
const written = new Map<number, string>();

afterAll(() => {
  project.remove();
  if (process.env.UPDATE_GOLDEN !== "1") return;
  const lines = page.split("\n");
  for (const [line, text] of [...written].sort(([a], [b]) => b - a)) {
    const end = lines.indexOf("```", line + 1);
    lines.splice(line + 1, end - line - 1, ...text.split("\n"));
  }
  writeFileSync(PAGE, lines.join("\n"));
});

/** Holds what was printed against the page. With UPDATE_GOLDEN=1 the page is written anew. */
function expectPrinted(printed: string, fence: Part | undefined): void {
  if (fence?.is !== "fence") return;
  if (process.env.UPDATE_GOLDEN === "1" && !fence.text.includes("…\n"))
    written.set(fence.line, printed.trimEnd());
  else expect(printed.trimEnd().concat("\n")).toMatch(patternOf(fence.text));
}

/** Each line of the page stands on the screen; whole screens hold what was typed besides. */
function expectShown(screen: string, fence: Part | undefined): void {
  const lines = fence?.is === "fence" ? fence.text.split("\n") : [];
  expect(lines.filter((line) => !screen.includes(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(1);
}

const isText = (part: Part | undefined): boolean => part?.is === "fence" && part.info === "text";

/** What stands under a command, if it prints anything. */
const printedUnder = (at: number): Part | undefined =>
  isText(parts[at + 1]) ? parts[at + 1] : undefined;

/** Commands that are not run here: they build the whole site, or end the exercise. */
const isBuild = (command: string): boolean => /^npm run build$/mu.test(command);
const isConversation = (command: string): boolean =>
  command.includes("source:add") && !/--(?:from|proposals)/u.test(command);

const { text: dryRun } = parts.find(
  (part): part is Part & { is: "fence" } => part.is === "fence" && part.text.includes("--dry-run"),
) ?? { text: "" };

/** The words behind `--` up to a pipe, as a shell reads them. */
const wordsIn = (command: string): readonly string[] =>
  [...(/ -- ([^|]*)/u.exec(command)?.[1] ?? "").matchAll(/"([^"]*)"|([^\s\\]+)/gu)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );

const KEYS: Readonly<Record<string, string>> = {
  Enter: ENTER,
  "↓": "\u001b[B",
  "↑": "\u001b[A",
};

/** Answers as the right column says: `what is typed`, Enter, ↓; a `❯ line` is waited for. */
async function answer(
  terminal: ReturnType<typeof openTerminal>,
  [asked = "", pressed = ""]: readonly string[],
): Promise<void> {
  const [first = "", ...further] = codeIn(asked);
  let seen = first;
  for (const next of further) {
    await terminal.answer(seen, "");
    seen = next;
  }
  let keys = "";
  const [told = ""] = pressed.split(":");
  for (const [, code, key = ""] of told.matchAll(/`([^`]+)`|(Enter|[↓↑])/gu)) {
    if (code?.startsWith("❯") === true) {
      await terminal.answer(seen, keys);
      [seen, keys] = [code, ""];
    } else keys += code ?? KEYS[key] ?? "";
  }
  await terminal.answer(seen, keys);
}

// Each step starts processes, and the machine may be busy.
describe("docs/adding-a-source.md", () => {
  for (const [at, part] of parts.entries()) {
    if (part.is === "table" && part.rows[0]?.includes("line 4"))
      test("the filled-in sheet is the proposals with the cells that the page names", () => {
        const told = fillAsTold(openSheet(inExercise("beispielblatt.csv")), part.rows);
        expect(readFileSync(FILLED, "utf8")).toBe(formatRows(told));
      });

    if (part.is === "bold" && isText(parts[at + 1]))
      test(`the mistake is told: ${part.text}`, async () => {
        const { stdout, stderr } = await doWithMistake(
          inExercise("beispielblatt.csv"),
          part.text,
          () =>
            run("source-add", wordsIn(dryRun), {
              DATA_DIR: "before",
              INIT_CWD: inExercise("."),
              ARTICLES_DIR: undefined,
            }),
        );
        expectPrinted(`${stdout}${stderr}`, parts[at + 1]);
      });

    if (part.is !== "fence") continue;
    const { info, text } = part;

    const [, seen = "title", name = "", before] =
      /^text (title|label) ([\w-]+)( before)?$/u.exec(info) ?? [];
    if (name !== "")
      test(`the chart ${name} has the ${seen} of line ${String(part.line + 2)}`, () => {
        const folder = before === undefined ? inExercise("tables") : join(project.path, "data");
        const { all } = findChart(name, openModel(folder));
        const labels = all.labels.map(({ words }) => words);
        expectPrinted(seen === "title" ? all.title : labels.join("\n"), part);
      });

    if (info !== "sh" || isBuild(text)) continue;
    const [command = ""] = text.split("\n");

    if (isConversation(text))
      test(`asks and writes: ${command}`, async () => {
        project.copyTables("by-sheet");
        const terminal = openTerminal(["bash", "-c", project.continued(text)], project.environment);
        const table = parts[at + 2];
        const steps = table?.is === "table" ? table.rows.slice(1) : [];
        expect(steps.length).toBeGreaterThan(40);
        for (const step of steps) await answer(terminal, step);
        expect(await terminal.end()).toBe(0);
        for (const seen of [parts[at + 1], parts[at + 3]]) expectShown(terminal.screen(), seen);
        project.run(
          `cp ../docs/examples/example-gazette.csv .; DATA_DIR=by-sheet; ${text.replaceAll("\\\n", " ")} --from example-gazette.csv; DATA_DIR=tables`,
        );
        expect(project.tables("by-sheet")).toEqual(project.tables("tables"));
      });
    else
      test(`prints what the page shows: ${command}`, () => {
        const printed = project.run(text);
        expectPrinted(printed, printedUnder(at));
        // The mistakes are told of tables to which nothing has been added.
        if (text.includes("export DATA_DIR")) project.copyTables("before");
      });
  }

  test("the range moves as the two documents say, and nothing else moves it", () => {
    const shown = parts.flatMap((part) => {
      const [, ranges] =
        /^What is left.*\n((?: .*\n)+)/mu.exec(part.is === "fence" ? part.text : "") ?? [];
      return ranges === undefined
        ? []
        : [[...ranges.matchAll(/^ {2}(\S.*)$/gmu)].map(([, range = ""]) => range)];
    });
    const [before = [], german, english, dayAfter] = shown;
    // The floor of 2.6 million is the German text's, the ceiling of 5.4 the English text's.
    expect(german).toEqual(before.map((range) => range.replace(/^2,000,000 /u, "2,600,000 ")));
    expect(german).not.toEqual(before);
    expect(english).toEqual(["2,600,000 to 5,400,000"]);
    // The day after, that ceiling speaks no more.
    expect(dayAfter).toEqual(german);
    expect(shown).toHaveLength(4);
  });

  test("every id that the page names is in the tables", () => {
    const { ledger } = openModel(inExercise("tables"));
    const ids = new Set(
      [ledger.claims, ledger.origins, ledger.metrics].flat().map(({ id }: { id: string }) => id),
    );
    const prose = page.replaceAll(/^```[\s\S]*?^```$/gmu, "").replaceAll(/^\*\*.*$/gmu, "");
    const named = codeIn(prose).filter((code) => /^[com]_\w{2,}$/u.test(code));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
