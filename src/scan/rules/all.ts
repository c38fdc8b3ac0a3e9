import type { Rule } from "../rule.ts";
import { age, calibre, caseNumber, name, saying } from "./names.ts";
import { halfUnit, hedgedOne, magnitude, quantity, reference } from "./quantities.ts";
import { clocked, nil, pairLeft, range, ratio } from "./ranges.ts";
import { perMany, shared } from "./shared.ts";
import { every, fraction, fractions, multiple, outOf, vague } from "./shares.ts";
import { bareYear, date, ordinal, time, year } from "./years.ts";

/** The rules, in the order in which they are asked: the narrower one first. */
export const rules: readonly Rule[] = [
  saying,
  caseNumber,
  date,
  clocked,
  time,
  calibre,
  age,
  magnitude,
  outOf,
  year,
  nil,
  ratio,
  shared,
  perMany,
  range,
  fractions,
  halfUnit,
  every,
  multiple,
  fraction,
  reference,
  name,
  ordinal,
  vague,
  hedgedOne,
  quantity,
  bareYear,
  pairLeft,
];
