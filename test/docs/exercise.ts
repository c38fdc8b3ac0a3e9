import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A project in which somebody follows a page, as far as its commands need it. */
export interface Project {
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The command with the folder and the variables in which the last one ended. */
  readonly continued: (command: string) => string;
  /** Runs commands of a shell where the last ones ended. @returns All that they print. */
  readonly run: (command: string) => string;
  /** Copies the tables of the exercise under another name beside them. */
  readonly copyTables: (name: string) => void;
  readonly tables: (name: string) => Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/** A user has not begun inside npm, and has no texts at hand. */
const environment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_.*|INIT_CWD|DATA_DIR|ARTICLES_DIR|NODE_OPTIONS)$/u.test(name),
  ),
);

/** The modules and tables of this project in a folder of its own, into which nothing is built. */
export function openProject(): Project {
  const path = mkdtempSync(join(tmpdir(), "page-"));
  for (const name of ["package.json", "tsconfig.json", "node_modules", "src", "docs"])
    symlinkSync(join(process.cwd(), name), join(path, name));
  cpSync("data", join(path, "data"), {
    recursive: true,
    filter: (file) => !/[\\/](?:articles|\.[^\\/]*)$/u.test(file),
  });
  const state = join(path, "state.sh");
  writeFileSync(state, `cd '${path}'\n`);
  const exercise = (name: string) => join(path, "exercise", name);
  const continued = (command: string) => `. '${state}'; ${command}`;
  return {
    path,
    environment,
    continued,
    run: (command) => {
      const keep = `printf 'cd %q\\nexport DATA_DIR=%q\\n' "$PWD" "$DATA_DIR" > '${state}'`;
      const { stdout } = spawnSync("bash", ["-c", `exec 2>&1; ${continued(command)}\n${keep}`], {
        encoding: "utf8",
        env: environment,
      });
      return stdout;
    },
    copyTables: (name) => {
      cpSync(exercise("tables"), exercise(name), { recursive: true });
    },
    tables: (name) =>
      Object.fromEntries(
        readdirSync(exercise(name))
          .filter((file) => file.endsWith(".csv"))
          .map((file) => [file, readFileSync(join(exercise(name), file), "utf8")]),
      ),
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
