import type { Chart } from "./chart.ts";
import { chart as chains } from "./chains.ts";
import { chart as conflicts } from "./conflicts.ts";
import { chart as containersOverTime } from "./containers-over-time.ts";
import { chart as couldHold } from "./could-hold.ts";
import { chart as fireOverTime } from "./fire-over-time.ts";
import { chart as fireRatio } from "./fire-ratio.ts";
import { chart as foodTrade } from "./food-trade.ts";
import { chart as impliedLoad } from "./implied-load.ts";
import { chart as kindsOfChange } from "./kinds-of-change.ts";
import { chart as knownWhen } from "./known-when.ts";
import { chart as outputOverTime } from "./output-over-time.ts";
import { chart as quantity } from "./quantity.ts";
import { chart as shellsOverTime } from "./shells-over-time.ts";
import { chart as stances } from "./stances.ts";
import { chart as stockInOtherUnits } from "./stock-in-other-units.ts";
import { chart as whatAssumptionsDo } from "./what-assumptions-do.ts";

const ALL: readonly Chart[] = [
  ...[
    shellsOverTime,
    containersOverTime,
    couldHold,
    impliedLoad,
    whatAssumptionsDo,
    conflicts,
    knownWhen,
  ],
  ...[fireOverTime, fireRatio, outputOverTime, stockInOtherUnits, foodTrade],
  ...[stances, chains, kindsOfChange, quantity],
];

/** Every chart by its name, which is its file's, its address and its fence. */
export const charts: ReadonlyMap<string, Chart> = new Map(ALL.map((chart) => [chart.name, chart]));
