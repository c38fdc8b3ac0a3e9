/** Whom a figure's colour stands for; "other" has no colour of its own. */
export type Party = "russia" | "ukraine" | "north_korea" | "south_korea" | "us" | "other";

/**
 * The page's colours, with the light theme's values for a drawing without a page.
 *
 * No party has a colour of its flag's field, and colour never stands alone:
 * every mark has its words beside it.
 */
export const COLOURS: Readonly<Record<Party, string>> = {
  us: "var(--series-1, #2F6FDE)",
  ukraine: "var(--series-2, #BD4E0B)",
  south_korea: "var(--series-3, #4A7A5C)",
  russia: "var(--series-4, #8E1B86)",
  north_korea: "var(--series-5, #12263F)",
  other: "var(--ink, #1A1A1A)",
};

export const INK = "var(--ink, #1A1A1A)";
export const MUTED = "var(--muted, #5A6068)";
export const GRID = "var(--grid, #DEDBD3)";
export const PAPER = "var(--paper, #FBFAF7)";

/** Metrics about what one party does have its name: m_fire_rate_russia, m_fire_rate_ukraine_155. */
const BY_METRIC = /_(russia|ukraine|north_korea|south_korea|us)(?=_|$)/u;

const isParty = (name: string): name is Party => Object.hasOwn(COLOURS, name);

const asParty = (name: string | undefined): Party =>
  name !== undefined && isParty(name) ? name : "other";

/** The party that a quantity is about, where its metric names one: m_fire_rate_russia. */
export const subjectOf = (metric: string): Party => asParty(BY_METRIC.exec(metric)?.[1]);

/**
 * The party that a figure is about where its metric names one, else the side from
 * which it is said: Russia's fire is Russia's whoever estimates it, while counts
 * of the same deliveries differ by who counts. Newspapers, scholars and unnamed
 * experts are "other", wherever they live.
 *
 * @example partyOf({ metric: "m_fire_rate_russia", claimant_stance: "neutral" }) // => "russia"
 */
export function partyOf(figure: {
  readonly metric: string;
  readonly claimant_stance: string;
}): Party {
  const subject = subjectOf(figure.metric);
  return subject === "other" ? asParty(figure.claimant_stance) : subject;
}
