/** One row as it stands in a file: cells by column. */
export type Cells = Readonly<Record<string, string>>;

/** The tables that the second version of the data model changed, as cells. */
export interface OldTables {
  readonly metrics: readonly Cells[];
  readonly claims: readonly Cells[];
  readonly assumptions: readonly Cells[];
}

/** The names in the header row of a table, as far as it takes to tell versions apart. */
const headerOf = (bytes: Uint8Array): readonly string[] => {
  const [row = ""] = new TextDecoder().decode(bytes).split(/\r?\n/u, 1);
  return row.split(/[,;]/u).map((name) => name.replace(/^"(?<name>.*)"$/u, "$<name>"));
};

/** Whether a table of metrics is one of the first version of the data model. */
export function isFirstVersion(metrics: Uint8Array): boolean {
  const names = headerOf(metrics);
  return names.includes("kind") && !names.includes("measure");
}

const SPANS: Readonly<Record<string, string>> = {
  day: "per_day",
  week: "per_week",
  month: "per_month",
  year: "per_year",
};

/** What a number of an old metric said, by its kind, its unit and whether it could only grow. */
function measureOf({ kind = "", cumulative, unit = "" }: Cells): string {
  if (kind === "stock") return cumulative === "yes" ? "total" : "level";
  if (kind === "flow") return "total";
  if (kind === "rate") return SPANS[unit.split("/").at(-1) ?? ""] ?? "parameter";
  return kind;
}

function metricOf({ kind, cumulative, same_as, ...kept }: Cells): Cells {
  const old = { ...kept, kind: kind ?? "", cumulative: cumulative ?? "" };
  return { ...kept, measure: measureOf(old), series: same_as ?? "" };
}

const claimOf = (row: Cells): Cells => ({
  ...row,
  low_exclusive: "",
  high_exclusive: "",
  // Offsets are only had by who has the text.
  quote_seen: row["start"] === "" ? "second_hand" : "seen",
  primary: "",
});

function kindOf(row: Cells, readings: ReadonlySet<string>): string {
  if (readings.has(row["id"] ?? "")) return "reading";
  return row["id"]?.startsWith("p_vague_") === true ? "word" : "parameter";
}

/** The constraints that nobody states; the second version has them as rows. */
const CONSTRAINTS: readonly Cells[] = [
  {
    id: "p_opening",
    set: "opening",
    label: "Nothing before the first count began",
    rationale:
      "A count that began on some day bounds the whole only together with what went before, and no document says how much that was. With this, nothing went before the earliest day from which anybody counts.",
  },
  {
    id: "p_spans",
    set: "spans",
    label: "The ends of a quoted span bound",
    rationale:
      "Who reports a span of estimates by others says how far these lie apart. Nobody stands by its ends as bounds; with this, they are taken as such.",
  },
  {
    id: "p_contents",
    set: "contents",
    label: "Containers held what they could hold",
    rationale:
      "What somebody says that containers could hold is taken as what was in them, and nothing came another way. Claims of capacity say what would fit, not what was sent.",
  },
].map((row) => ({
  ...row,
  ...{ kind: "constraint", metric: "", low: "", best: "", high: "", derived_from: "" },
  ...{ basis: "judgement", default: "off" },
}));

/** What no rule can know of tables of the first version. */
export const BY_HAND = `By hand, as no rule can know it:
  metrics.csv  measure capacity for what there could be; series for what measures an amount
               that another metric measures too, as deliveries a year and deliveries in all
  claims.csv   low_exclusive and high_exclusive for ends that words exclude ("to nearly 6
               million"); primary where a document speaks for the origin itself
`;

/**
 * Turns tables of the first version of the data model into those of the second: metrics get
 * `measure` and `series`, claims the columns for excluded ends and for who has seen the words,
 * assumptions their `kind` and `set`. Counting windows (`p_window_…`) become one assumption for all.
 *
 * What no rule can know stays to be done by hand, see {@link BY_HAND}.
 *
 * @source docs/decisions/0050-totals-over-periods.md
 */
export function migrate({ metrics, claims, assumptions }: OldTables): OldTables {
  const readings = new Set(claims.map(({ alternative = "" }) => alternative.split("/")[1] ?? ""));
  return {
    metrics: metrics.map(metricOf),
    claims: claims.map(claimOf),
    assumptions: [
      ...assumptions
        .filter(({ id }) => id?.startsWith("p_window_") !== true)
        .map((row) => ({ ...row, kind: kindOf(row, readings), set: "" })),
      ...CONSTRAINTS,
    ],
  };
}
