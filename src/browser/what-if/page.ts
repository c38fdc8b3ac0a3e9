import type { Settings } from "../../reconcile/what-if/settings.ts";
import type { Settable } from "./address.ts";
import type { Known } from "./facts.ts";

/** What every control of the page works with. */
export interface Page {
  readonly known: Known;
  readonly settable: Settable;
  readonly settings: () => Settings;
  readonly change: (settings: Settings) => void;
}
