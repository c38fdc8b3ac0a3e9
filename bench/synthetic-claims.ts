import type { Claim, Claimant, Metric, Origin, Source } from "../src/ledger/tables.ts";
import type { Chance } from "./chance.ts";
import { DAYS, dayAt } from "./synthetic-days.ts";
import { statedIn, wordingOf } from "./synthetic-words.ts";

/** What claims are made of; origins are added as they come up. */
export interface Archive {
  readonly size: number;
  readonly sources: readonly Source[];
  readonly metrics: readonly Metric[];
  readonly claimants: readonly Claimant[];
  readonly origins: Origin[];
}

/** What one act of estimation says of one count as of some days. */
interface Statement {
  readonly origin: Origin;
  readonly metric: Metric;
  /** Place of the metric in its table. */
  readonly place: number;
  /** First and last day on which the count may have stood. */
  readonly first: number;
  readonly last: number;
  readonly value: number;
}

/** A few counts are in every paper: the most frequent of ten thousand has a twentieth of all claims. */
const draw = (chance: Chance, count: number): number => Math.floor(count * chance.share() ** 3);

/** Nobody knows this number; estimates lie around it. Parts are smaller than their wholes. */
function truth({ cumulative }: Metric, place: number, day: number): number {
  const scale = 1000 * 10 ** (Math.floor(place / 6) % 4);
  const part = [1, 0.5, 0.4, 1, 1, 0.2][place % 6] ?? 1;
  return scale * part * (cumulative === "yes" ? 0.1 + (0.9 * day) / DAYS : 1);
}

/** An empty list is the same one everywhere, as it is in a ledger that was read. */
const NOBODY: readonly string[] = [];

function addOrigin(chance: Chance, archive: Archive, bases: readonly Origin[]): Origin {
  const { origins, claimants } = archive;
  const id = `o_${String(origins.length)}`;
  const origin: Origin = {
    id,
    claimant: claimants[draw(chance, claimants.length)]?.id ?? "",
    stated_on: null,
    method: "unknown",
    based_on: bases.length === 0 ? NOBODY : bases.map((base) => base.id),
    label: `Estimate ${String(origins.length)}`,
    note: null,
  };
  origins.push(origin);
  return origin;
}

/** Most estimate anew; some repeat one other in their own name, a few compile several. */
function drawOrigin(chance: Chance, archive: Archive): Origin {
  const known = archive.origins;
  const bases = chance.weighted([
    [0, 88],
    [1, 10],
    [2, 2],
  ]);
  const picked = Array.from({ length: bases }, () => known[chance.below(known.length)]);
  return addOrigin(chance, archive, [...new Set(picked.flatMap((base) => base ?? []))]);
}

function drawStatement(chance: Chance, archive: Archive, origin: Origin): Statement {
  const place = draw(chance, archive.metrics.length);
  const metric = archive.metrics[place];
  if (!metric) throw new RangeError("an archive without metrics");
  const last = chance.below(DAYS);
  const first = last - (chance.happens(0.4) ? chance.below(31) : 0);
  return {
    origin,
    metric,
    place,
    first,
    last,
    value: truth(metric, place, last) * chance.factor(1.4),
  };
}

/** Papers print a count on the day after it stood or, ever more seldom, later. */
function drawSource(chance: Chance, { sources }: Archive, { last }: Statement): Source {
  const soon = Math.ceil(((last + 1) / DAYS) * sources.length);
  const late = chance.repeats(0.9) * Math.ceil(sources.length / 1000);
  const source = sources[Math.min(soon + late, sources.length - 1)];
  if (!source) throw new RangeError("an archive without documents");
  return source;
}

function timesOf(chance: Chance, { metric, first, last }: Statement): Partial<Claim> {
  const [from, to] = [dayAt(first), dayAt(last)];
  const window = metric.cumulative === "yes" && chance.happens(0.3);
  const counted_from = window ? dayAt(-31 * (1 + chance.below(3))) : null;
  if (metric.kind === "flow" || metric.kind === "rate")
    return { period_start: from, period_end: to };
  if (metric.kind === "parameter" && chance.happens(0.3)) return {};
  return { as_of_earliest: from, as_of_latest: to, counted_from };
}

/** One figure in one document, with what a bench has no need for left empty. */
function claimOf(
  at: number,
  source: Source,
  { origin, metric }: Statement,
  row: Partial<Claim>,
): Claim {
  return {
    id: `c_${String(at)}`,
    source: source.id,
    metric: metric.id,
    origin: origin.id,
    quote: "",
    start: null,
    end: null,
    low: null,
    best: null,
    high: null,
    bound: "point",
    hedge: null,
    modality: "asserted",
    as_of_earliest: null,
    as_of_latest: null,
    period_start: null,
    period_end: null,
    counted_from: null,
    time_basis: "stated",
    scope: null,
    alternative: null,
    derived_from: null,
    via: NOBODY,
    translation_note: null,
    repeats: "faithful",
    status: "active",
    note: null,
    ...row,
  };
}

/** How a report fares: most stand, some are withdrawn or known to distort. */
function fateOf(chance: Chance, { metric }: Statement): Partial<Claim> {
  const modality: Claim["modality"] = chance.weighted([
    ["asserted", 60],
    ["estimated", 20],
    ["observed", 8],
    ["possible", 6],
    // what is planned is no total of what has happened
    [metric.cumulative === "yes" ? "alleged" : "planned", 4],
    ["denied", 1],
  ]);
  return {
    modality,
    status: chance.weighted([
      ["active", 95],
      ["retracted", 2],
      ["corrected", 2],
      ["superseded", 1],
    ]),
    repeats: chance.happens(0.02) ? "distorted" : "faithful",
  };
}

/** The readings of ambiguous words: another number, a part instead of the whole, or one that is chosen. */
function readingsOf(
  chance: Chance,
  archive: Archive,
  statement: Statement,
): readonly Partial<Claim>[] {
  const group = `g_${String(archive.origins.length)}`;
  const options = chance.happens(0.3)
    ? ["p_reading_on", "p_reading_off"]
    : ["all_of_one", "all_of_another"];
  const family = statement.place - (statement.place % 6);
  const areParts = chance.happens(0.5);
  return options.map((option, index) => ({
    ...wordingOf(chance, statement.value * (index + 1)),
    alternative: `${group}/${option}`,
    ...(areParts ? { metric: `m_${String(family + 1 + index)}` } : {}),
  }));
}

/**
 * Claims of an archive, document by document.
 *
 * Statements are retold by 2.2 documents on average, mostly in the same words; one
 * in 25 has two readings, one in 12 brings a computed figure along.
 */
export function claimsOf(chance: Chance, archive: Archive): readonly Claim[] {
  const claims: Claim[] = [];
  const spots = new Map<Source, number>();
  const pages = new Map(archive.sources.map(({ id }, index) => [id, index]));
  const add = (source: Source, statement: Statement, row: Partial<Claim>, start: number): void => {
    const end = start + (row.quote ?? "").length;
    claims.push(claimOf(claims.length, source, statement, { ...row, start, end }));
  };
  const nextSpot = (source: Source): number => {
    const spot = (spots.get(source) ?? 0) + 100;
    spots.set(source, spot);
    return spot;
  };
  const report = (
    statement: Statement,
    words: readonly Partial<Claim>[],
    source = drawSource(chance, archive, statement),
  ): void => {
    const spot = nextSpot(source);
    const common = { ...timesOf(chance, statement), ...fateOf(chance, statement) };
    for (const word of words) add(source, statement, { ...common, ...word }, spot);
  };
  const addDerived = (statement: Statement): void => {
    const base = claims.at(-1);
    if (!base) return;
    const own = { ...statement, origin: addOrigin(chance, archive, [statement.origin]) };
    const best = 2 * statedIn(base);
    const formula = {
      text: `${base.id} * 2`,
      term: {
        kind: "operation" as const,
        operator: "*" as const,
        left: { kind: "id" as const, id: base.id, end: null },
        right: { kind: "number" as const, value: 2 },
      },
    };
    const words = { bound: "point" as const, low: null, high: null, best, quote: "twice that" };
    // who computes does so with a figure of the same page
    report(
      own,
      [{ ...words, derived_from: formula }],
      archive.sources[pages.get(base.source) ?? 0],
    );
  };
  while (claims.length < archive.size) {
    const statement = drawStatement(chance, archive, drawOrigin(chance, archive));
    const hasReadings = chance.happens(0.04);
    const usual = wordingOf(chance, statement.value);
    const retellings = 1 + chance.repeats(0.55);
    for (let nth = 0; nth < retellings; nth += 1) {
      const words = chance.happens(0.8) ? usual : wordingOf(chance, statement.value);
      report(statement, hasReadings ? readingsOf(chance, archive, statement) : [words]);
    }
    if (!hasReadings && chance.happens(1 / 12)) addDerived(statement);
  }
  return claims.sort((a, b) => (pages.get(a.source) ?? 0) - (pages.get(b.source) ?? 0));
}
