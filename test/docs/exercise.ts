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
import { buildSync } from "esbuild";

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

/** A command of package.json that is a module of ours. */
const MODULE = /^tsx (src\/cli\/([\w-]+)\.ts)$/u;

/**
 * Bundles the commands that the scripts of npm start: without tsx each starts in a quarter
 * of the time. They lie as deep as the modules do, so that they find the project's own data/.
 *
 * @returns The scripts, each with its bundle.
 */
function bundleCommands(path: string): Readonly<Record<string, string>> {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const commands = Object.entries(scripts).flatMap(([name, script]) => {
    const [, module = "", file = ""] = MODULE.exec(script) ?? [];
    return file === "" ? [] : [{ name, module, file }];
  });
  buildSync({
    entryPoints: commands.map(({ module }) => module),
    outdir: join(path, "commands/bundled"),
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return Object.fromEntries(
    commands.map(({ name, file }) => [name, `node commands/bundled/${file}.js`]),
  );
}

/** The commands and tables of this project in a folder of its own, into which nothing is built. */
export function openProject(): Project {
  const path = mkdtempSync(join(tmpdir(), "page-"));
  for (const name of ["node_modules", "docs"])
    symlinkSync(join(process.cwd(), name), join(path, name));
  const scripts = bundleCommands(path);
  writeFileSync(join(path, "package.json"), JSON.stringify({ type: "module", scripts }));
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
