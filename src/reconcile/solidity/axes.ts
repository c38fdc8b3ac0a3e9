import type { Assumption, Claim, Ledger } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import type { Question } from "../estimate.ts";
import { groupBy } from "../group-by.ts";
import { standingIn } from "../standing.ts";
import { partsOf, wholesOf } from "./family.ts";
import { partyOrigins } from "./parties.ts";

/** A question with the ledger that shall answer it. */
export interface Asked {
  readonly ledger: Ledger;
  readonly question: Question;
}

/** One way to settle a choice: it hands the estimate a changed ledger or question, never other rules. */
export interface Option {
  readonly id: string;
  /** For readers, without a number typed here. */
  readonly label: string;
  readonly settle: (asked: Asked) => Asked;
}

/** One choice that an estimate makes; its first option is the one that is published. */
export interface Axis {
  readonly id: string;
  readonly options: readonly [Option, ...Option[]];
}

const asItIs = (asked: Asked): Asked => asked;

/**
 * Keeps claims in the ledger and out of the estimate; what is derived from them falls with them.
 *
 * @param meantIn Says of a ledger which of its claims are meant: it may be another than
 *   the one in which the choice was found.
 */
const settingAside =
  (meantIn: (ledger: Ledger) => (claim: Claim) => boolean) =>
  ({ ledger, question }: Asked): Asked => {
    const isMeant = meantIn(ledger);
    return {
      ledger: {
        ...ledger,
        claims: ledger.claims.map((claim) =>
          isMeant(claim) ? { ...claim, status: "superseded" as const } : claim,
        ),
      },
      question,
    };
  };

const isCapacity = ({ modality }: Claim): boolean => modality === "possible";

/** Claims of speakers from a side of the war. */
function spokenByParties(ledger: Ledger): (claim: Claim) => boolean {
  const parties = partyOrigins(ledger);
  return ({ origin }) => parties.has(origin);
}

const turning =
  (defaults: ReadonlyMap<string, Assumption["default"]>) =>
  ({ ledger, question }: Asked): Asked => ({
    ledger: {
      ...ledger,
      assumptions: ledger.assumptions.map((row) => ({
        ...row,
        default: defaults.get(row.id) ?? row.default,
      })),
    },
    question,
  });

/** Options of each group of alternatives that some claims belong to, in the ledger's order. */
function groupsOf(
  ledger: Ledger,
  claims: readonly Claim[],
): ReadonlyMap<string, readonly string[]> {
  const touched = new Set(claims.map((claim) => alternativeOf(claim)?.group));
  const groups = new Map<string, string[]>();
  for (const claim of ledger.claims) {
    const stated = alternativeOf(claim);
    if (!stated || !touched.has(stated.group)) continue;
    const options = groups.get(stated.group) ?? [];
    if (!options.includes(stated.option)) groups.set(stated.group, [...options, stated.option]);
  }
  return groups;
}

/**
 * Readings of the same words that assumptions decide between: each of them alone. Where
 * the same assumptions decide over other words too, that is no further choice.
 */
function readingAxes(ledger: Ledger, bearing: readonly Claim[]): readonly Axis[] {
  const { assumptions } = ledger;
  const offered = new Set<string>();
  return [...groupsOf(ledger, bearing)].flatMap(([group, options]): readonly Axis[] => {
    const readings = assumptions.filter(({ id }) => options.includes(id));
    const on = readings.filter((row) => row.default === "on");
    const [first] = on;
    const name = readings.map(({ id }) => id).join(" ");
    if (readings.length < 2 || !first || offered.has(name)) return [];
    offered.add(name);
    const alone = (chosen: Assumption): Option => ({
      id: chosen.id,
      label: chosen.label,
      settle: turning(new Map(readings.map(({ id }) => [id, id === chosen.id ? "on" : "off"]))),
    });
    const published: Option =
      on.length === 1
        ? { ...alone(first), settle: asItIs }
        : { id: `${group}_open`, label: "either reading may be right", settle: asItIs };
    const others = readings.filter(({ id }) => id !== published.id).map(alone);
    return [{ id: group, options: [published, ...others] }];
  });
}

/** Whether a later counting window is joined to what went before it; see `ceilingWithin`. */
function windowAxes({ assumptions }: Ledger, metric: string): readonly Axis[] {
  return assumptions
    .filter(({ id }) => id === metric.replace(/^m_/u, "p_window_"))
    .map((row): Axis => {
      const on: Option = {
        id: row.id,
        label: row.label,
        settle: turning(new Map([[row.id, "on"]])),
      };
      const off: Option = {
        id: `${row.id}_off`,
        label: `${row.label}: left open, so counts of a later window put no ceiling`,
        settle: turning(new Map([[row.id, "off"]])),
      };
      return { id: row.id, options: row.default === "on" ? [on, off] : [off, on] };
    });
}

/**
 * All of one option: what its claims count is then the whole, and the other options
 * are set aside.
 */
const allOf =
  (group: string, option: string, whole: string) =>
  ({ ledger, question }: Asked): Asked => ({
    ledger: {
      ...ledger,
      claims: ledger.claims.map((claim): Claim => {
        const stated = alternativeOf(claim);
        if (stated?.group !== group) return claim;
        return stated.option === option
          ? { ...claim, metric: whole, alternative: null }
          : { ...claim, status: "superseded" };
      }),
    },
    question,
  });

/** Options that no assumption decides and that count parts of the whole: each alone, or a mix as published. */
function mixAxes(ledger: Ledger, metric: string, usable: readonly Claim[]): readonly Axis[] {
  const parts = partsOf(metric, ledger.metrics);
  const labels = new Map(ledger.metrics.map(({ id, label }) => [id, label]));
  const decided = new Set(ledger.assumptions.map(({ id }) => id));
  const byOption = groupBy(usable, ({ alternative }) => alternative);
  return [...groupsOf(ledger, usable)].flatMap(([group, options]): readonly Axis[] => {
    const counted = options.map((option) => {
      const claims = byOption.get(`${group}/${option}`) ?? [];
      return { option, metrics: [...new Set(claims.map((claim) => claim.metric))] };
    });
    const isMix =
      counted.length > 1 &&
      counted.every(
        ({ option, metrics }) => !decided.has(option) && metrics.every((id) => parts.has(id)),
      );
    if (!isMix) return [];
    return [
      {
        id: group,
        options: [
          { id: `${group}_mix`, label: "a mix of the options", settle: asItIs },
          ...counted.map(({ option, metrics }) => ({
            id: option,
            label: `all of one kind: ${metrics.map((id) => labels.get(id) ?? id).join(", ")}`,
            settle: allOf(group, option, metric),
          })),
        ],
      },
    ];
  });
}

/** The choices that are the same for every quantity, as far as they touch one of its claims. */
function commonAxes(ledger: Ledger, question: Question, usable: readonly Claim[]): readonly Axis[] {
  const core = new Set(
    ledger.sources.filter(({ collection }) => collection === "core").map(({ id }) => id),
  );
  const axis = (id: string, published: string, other: Option): Axis => ({
    id,
    options: [{ id: `${id}_as_published`, label: published, settle: asItIs }, other],
  });
  return [
    // where everything is a capacity, the quantity itself is one: there is no choice
    ...(usable.some(isCapacity) && !usable.every(isCapacity)
      ? [
          axis("capacity", "with what containers could hold", {
            id: "capacity_out",
            label: "without what containers could hold",
            settle: settingAside(() => isCapacity),
          }),
        ]
      : []),
    ...(usable.some(spokenByParties(ledger))
      ? [
          axis("parties", "with speakers of Russia, Ukraine and North Korea", {
            id: "parties_out",
            label: "without speakers of Russia, Ukraine and North Korea",
            settle: settingAside(spokenByParties),
          }),
        ]
      : []),
    ...(usable.some(({ bound }) => bound === "about")
      ? [
          axis("rounding", "round figures as printed", {
            id: "rounding_on",
            label: "round figures widened to all that rounds to them",
            settle: ({ ledger: same, question: before }) => ({
              ledger: same,
              question: { ...before, rounding: true },
            }),
          }),
        ]
      : []),
    ...(question.collection === "all" && usable.some(({ source }) => !core.has(source))
      ? [
          axis("documents", "all documents", {
            id: "documents_core",
            label: "core articles alone",
            settle: ({ ledger: same, question: before }) => ({
              ledger: same,
              question: { ...before, collection: "core" },
            }),
          }),
        ]
      : []),
  ];
}

/** Claims that stand and bear on the metric, itself or as a part or whole of it. */
function bearingOn({ ledger, question: { metric } }: Asked): readonly Claim[] {
  const family = new Set([
    metric,
    ...wholesOf(metric, ledger.metrics),
    ...partsOf(metric, ledger.metrics),
  ]);
  return ledger.claims.filter((claim) => family.has(claim.metric));
}

/**
 * The choices that an estimate makes and that could be made otherwise: those in the
 * data (readings, counting windows, options of a mix) first, then those that are the
 * same for every quantity.
 *
 * @returns Only choices that touch a claim bearing on the metric; often none.
 */
export function axesOf(asked: Asked): readonly Axis[] {
  const { ledger, question } = asked;
  const bearing = bearingOn(asked);
  const standing = standingIn(ledger);
  const usable = bearing.filter((claim) => standing(claim) === null);
  return [
    ...readingAxes(ledger, bearing),
    ...(usable.length === 0 ? [] : windowAxes(ledger, question.metric)),
    ...mixAxes(ledger, question.metric, usable),
    ...commonAxes(ledger, question, usable),
  ];
}
