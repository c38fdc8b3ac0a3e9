/** Words in a row: "a, b and c". */
export function formatList(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? (last ?? "") : `${before.reverse().join(", ")} and ${last ?? ""}`;
}

/** A sentence's first letter as a capital. */
export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The first of some sentences that has at most so many words, else the last one. */
export function firstFitting(sentences: readonly [string, ...string[]], most: number): string {
  const fits = (sentence: string): boolean => sentence.split(/\s+/u).length <= most;
  return sentences.find(fits) ?? sentences.at(-1) ?? "";
}

/**
 * A speaker as short as it still says who: what the name says after a comma is left out.
 *
 * @example shortName("Bruce Bennett, RAND") // => "Bruce Bennett"
 * @example shortName("United States Department of State") // => "US Department of State"
 */
export function shortName(name: string): string {
  const [own = name] = name.split(", ");
  return own.replace(/^United States(?= )/u, "US");
}

/** Bodies that take an article in a sentence, by the word that says what they are. */
const BODY =
  /\b(?:team|institute|department|commission|committee|council|army|service|agency|government|governments|ministry)\b/iu;

/**
 * A speaker's short name as it stands within a sentence.
 *
 * @example nameInSentence("United States Department of State") // => "the US Department of State"
 * @example nameInSentence("Ukraine’s military intelligence") // => "Ukraine’s military intelligence"
 */
export function nameInSentence(name: string): string {
  const short = shortName(name);
  const isBody =
    BODY.test(short) &&
    !/’s |^The /u.test(short) &&
    short === name.replace(/^United States(?= )/u, "US");
  return isBody
    ? `the ${short}`
    : short.replace(/^(?:Experts|Authors|Officials|Analysts)/u, (word) => word.toLowerCase());
}

/**
 * An outlet as short as it still says which: the first that published, without what a catalogue
 * adds about the copy.
 *
 * @example outletOf({ publisher: "KBS World (German)", original_publisher: null }) // => "KBS World"
 * @example outletOf({ publisher: "The Japan Times / New York Times", original_publisher: "The New York Times" }) // => "The New York Times"
 */
export function outletOf(document: {
  readonly publisher: string;
  readonly original_publisher: string | null;
}): string {
  const name = document.original_publisher ?? document.publisher;
  const [own = name] = name.split(/ \(| \/ |, in | via | text on /u);
  return own;
}

/** The inverse of {@link capitalise}: within a sentence a sentence's first word is none. */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
