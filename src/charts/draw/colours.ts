/** Whose guns or goods a mark shows; "other" where nobody's in particular. */
export type Party = "russia" | "ukraine" | "north_korea" | "us" | "europe" | "other";

type Scheme = "light" | "dark";

/** The custom property that holds a party's colour. */
const VARIABLES: Readonly<Record<Party, string>> = {
  russia: "ru",
  ukraine: "ua",
  north_korea: "nk",
  us: "us",
  europe: "eu",
  other: "capacity",
};

/** Colours by custom property; the stylesheet figures.css says the same, which a test holds. */
const VALUES: Readonly<Record<Scheme, Readonly<Record<string, string>>>> = {
  light: {
    ...{ paper: "#fbfaf7", ink: "#1a1a1a", muted: "#5a6068", grid: "#dedbd3", mark: "#fbe6a6" },
    ...{ us: "#2f6fde", ua: "#bd4e0b", nk: "#4a7a5c", ru: "#8e1b86", eu: "#12263f" },
    capacity: "#5d656d",
  },
  dark: {
    ...{ paper: "#14171a", ink: "#e8eaed", muted: "#a9b0b8", grid: "#2b3036", mark: "#5c4a12" },
    ...{ us: "#5f8bf0", ua: "#fa7d1a", nk: "#6ad895", ru: "#c07bb0", eu: "#dceeff" },
    capacity: "#a3abb3",
  },
};

/** How much of a colour its tints hold, the rest being paper: each set of assumptions has its step. */
const SHARES: Readonly<Record<Scheme, readonly number[]>> = {
  light: [0.13, 0.23, 0.32, 0.6],
  dark: [0.16, 0.26, 0.38, 0.55],
};

const channelsOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function mix(colour: string, paper: string, share: number): string {
  const ground = channelsOf(paper);
  const mixed = channelsOf(colour).map((value, at) =>
    Math.round(share * value + (1 - share) * (ground[at] ?? 0)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Every custom property that drawings use, with its value in a scheme. */
export function paletteOf(scheme: Scheme): ReadonlyMap<string, string> {
  const values = VALUES[scheme];
  const paper = values.paper ?? "";
  const tints = Object.values(VARIABLES).flatMap((name) =>
    SHARES[scheme].map(
      (share, at) => [`${name}-${at + 1}`, mix(values[name] ?? "", paper, share)] as const,
    ),
  );
  return new Map([...Object.entries(values), ...tints]);
}

export const PAPER = "var(--paper)";
export const INK = "var(--ink)";
export const MUTED = "var(--muted)";
export const GRID = "var(--grid)";
/** What was changed in retelling, and nothing else. */
export const CHANGED = "var(--mark)";
/** Pale, yet three to one on its ground. */
export const PALE = "var(--capacity)";

export const colourOf = (party: Party): string => `var(--${VARIABLES[party]})`;
/** A step from paper (0) towards the colour; 4 is the last. */
export const tintOf = (party: Party, step: number): string => `var(--${VARIABLES[party]}-${step})`;
export const hatchOf = (party: Party): string => `url(#hatch-${VARIABLES[party]})`;
export const fadeOf = (party: Party): string => `url(#fade-${VARIABLES[party]})`;
/** The ground of what nobody's figures allow. */
export const GAP = "url(#gap)";

/** Metrics about what one party does have its name in them: m_fire_rate_russia, m_capacity_eu. */
const NAMED: readonly (readonly [RegExp, Party])[] = [
  [/russia/u, "russia"],
  [/ukraine/u, "ukraine"],
  [/_(?:us)(?:_|$)/u, "us"],
  [/_(?:eu)(?:_|$)/u, "europe"],
  [/_(?:nk|north_korea)(?:_|$)/u, "north_korea"],
  [/iran/u, "other"],
];

/**
 * Whose guns or goods a quantity is about; deliveries are North Korea's where nobody is named.
 *
 * @example partyOf({ metric: "m_fire_rate_russia", topic: "fire" }) // => "russia"
 */
export function partyOf(quantity: { readonly metric: string; readonly topic: string }): Party {
  const found = NAMED.find(([pattern]) => pattern.test(quantity.metric))?.[1];
  return found ?? (quantity.topic === "deliveries" ? "north_korea" : "other");
}
