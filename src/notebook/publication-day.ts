import { formatDay } from "../words/days.ts";
import type { Source } from "../ledger/tables.ts";

/**
 * The day of publication as exactly as it is known, and no more: "March 2024".
 *
 * @returns "not stated" where nothing is known.
 */
export function publishedOn({
  published_on,
  published_precision,
}: Pick<Source, "published_on" | "published_precision">): string {
  if (published_on === null || published_precision === "unknown") return "not stated";
  const [day = "", month = "", year = ""] = formatDay(published_on).split(" ");
  if (published_precision === "year") return year;
  return published_precision === "month" ? `${month} ${year}` : `${day} ${month} ${year}`;
}

/** The document published last; null where no day is known. */
export function latestOf(sources: readonly Source[]): Source | null {
  const dated = sources.filter(({ published_on }) => published_on !== null);
  return dated.reduce<Source | null>(
    (latest, source) =>
      latest && (latest.published_on ?? "") >= (source.published_on ?? "") ? latest : source,
    null,
  );
}
