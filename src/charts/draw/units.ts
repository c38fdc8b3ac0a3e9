import type { PublishedClaim } from "../../published/tables.ts";

/** Days in what rates are told for. */
const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

const daysIn = ({ unit }: Pick<PublishedClaim, "unit">): number =>
  DAYS[unit.split("/")[1] ?? "day"] ?? 1;

/** By what a rate is multiplied to be one of a day: "rounds/month" by a month's part of a day. */
export const perDay = (claim: Pick<PublishedClaim, "unit">): number => 1 / daysIn(claim);

/** By what a rate is multiplied to be one of a year; months count as twelfths. */
export const perYear = (claim: Pick<PublishedClaim, "unit">): number => 365.25 / daysIn(claim);
