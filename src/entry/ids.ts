import type { Cells } from "./cells.ts";

/** The letter before the _ of an id says which table holds it. */
export type Prefix = "s" | "a" | "o" | "m" | "c";

const LONGEST = 40;
const LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "o",
  ł: "l",
};

/**
 * Words as the part of an id behind its prefix: small letters of ASCII, digits and _.
 *
 * @example slugOf("Süddeutsche Zeitung, 2024-10") // => "sueddeutsche_zeitung_2024_10"
 */
export function slugOf(words: string): string {
  const ascii = Array.from(words.normalize("NFC").toLowerCase(), (one) => LETTERS[one] ?? one)
    .join("")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
  const parts = ascii.split(/[^a-z0-9]+/u).filter((part) => part !== "");
  let slug = "";
  for (const part of parts) {
    if (slug !== "" && slug.length + part.length >= LONGEST) break;
    slug = slug === "" ? part.slice(0, LONGEST) : `${slug}_${part}`;
  }
  return slug === "" ? "x" : slug;
}

/** An id that is not taken: of words that give one that is, _2 or the next number behind it. */
export function suggestId(prefix: Prefix, words: string, taken: ReadonlySet<string>): string {
  const id = `${prefix}_${slugOf(words)}`;
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}_${number}`)) number += 1;
  return `${id}_${number}`;
}

const tailOf = (id: string): string => id.replace(/^[a-z]_/u, "");

/** Words for the id of a document: who published it, and when. */
export const sourceWords = (cells: Cells): string =>
  [
    cells["publisher"] ?? "",
    cells["published_precision"] === "unknown" ? "" : (cells["published_on"] ?? "").slice(0, 7),
  ].join(" ");

/** Words for the id of a claim: its document and what is counted. */
export const claimWords = (cells: Cells, source: string): string =>
  `${tailOf(source)} ${tailOf(cells["metric"] ?? "figure")}`;

/** Words for the id of an origin: who estimated, and when it was made public. */
export const originWords = (cells: Cells): string =>
  `${tailOf(cells["claimant"] ?? "")} ${cells["stated_on"] ?? ""}`;
