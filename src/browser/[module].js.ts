/** Data loader: the script of a page that does something, at browser/MODULE.js. */
import { parseArgs } from "node:util";
import { bundleModule } from "../notebook/bundle.ts";

const { values } = parseArgs({ options: { module: { type: "string", default: "" } } });
process.stdout.write(bundleModule(values.module));
