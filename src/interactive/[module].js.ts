import { bundleModule, moduleNames } from "../notebook/bundle.ts";
import { printFound } from "../notebook/print-found.ts";

// No table has a part in it: a preview need not wait for their reading.
printFound(({ module }) => (moduleNames.includes(module) ? bundleModule(module) : undefined));
