import type { Rule } from "../rule.ts";
import { age, calibre, name } from "./names.ts";
import { halfUnit, hedgedOne, magnitude, quantity, reference } from "./quantities.ts";
import { range, ratio } from "./ranges.ts";
import { every, fraction, multiple, outOf, vague } from "./shares.ts";
import { bareYear, date, ordinal, time, year } from "./years.ts";

/** The rules, in the order in which they are asked: the narrower one first. */
export const rules: readonly Rule[] = [
  date,
  time,
  calibre,
  age,
  magnitude,
  outOf,
  year,
  ratio,
  range,
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
];
