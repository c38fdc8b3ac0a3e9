/** The settings of the page in its address, so that they can be linked and cited. */
import { SETS } from "../../ledger/sets.ts";
import type { Known, Setting } from "../../notebook/what-if/known.ts";

/** A setting as an address gives it, and what in the address could not be read. */
export interface Read {
  readonly setting: Setting;
  readonly problems: readonly string[];
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
};

const NUMBER = /^\d{1,12}(?:\.\d{1,6})?$/u;

/** How many sentences are told of an address at the most. */
const MOST_PROBLEMS = 5;
/** What an address may give several times. */
const LISTS: readonly string[] = ["without", "reading"];

/** A piece of an address as it may be shown. */
const shown = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/**
 * Reads settings from the query of an address. What it does not name is as published; what it names
 * wrongly is told, and is as published too.
 */
export function settingFrom(query: string, known: Known): Read {
  const params = new URLSearchParams(query);
  const { published } = known;
  const problems: string[] = [];
  const names = new Set<string>();
  const read = <Value>(
    name: string,
    of: (text: string) => Value | undefined,
    usual: Value,
  ): Value => {
    names.add(name);
    const text = params.get(name);
    if (text === null) return usual;
    const value = of(text);
    if (value !== undefined) return value;
    problems.push(
      `The address gives ${shown(text)} for ${name}, which is nothing that can be set.`,
    );
    return usual;
  };
  const metric = read(
    "quantity",
    (text) => known.quantities.find(({ id }) => id === text)?.id,
    published.metric,
  );
  const collection = read(
    "documents",
    (text) => (["core", "all"] as const).find((one) => one === text),
    published.collection,
  );
  const { eligible, choices } = known.evidence[collection];
  const speakers = new Set(eligible.flatMap(({ origin, institution }) => [origin, institution]));
  const without = params.getAll("without").filter((id) => {
    if (speakers.has(id)) return true;
    problems.push(`The address leaves out ${shown(id)}, who is not heard anyway.`);
    return false;
  });
  const readings = params.getAll("reading").flatMap((text) => {
    const choice = choices.find(
      ({ id, options }) => id === text || options.some((one) => one.id === text),
    );
    if (choice) return choice.published === text ? [] : [[choice.id, text] as const];
    problems.push(`The address takes the reading ${shown(text)}, of which there is none.`);
    return [];
  });
  const numbers = known.parameters.flatMap(({ id, most }) => {
    const value = read<number | null>(
      id,
      (text) => (NUMBER.test(text) && Number(text) <= most ? Number(text) : undefined),
      null,
    );
    return value === null ? [] : [[id, value] as const];
  });
  const day = read("day", (text) => (isDay(text) ? text : undefined), published.day);
  const assume = read("assume", (text) => SETS.find((one) => one === text), published.assume);
  for (const name of new Set(params.keys())) {
    if (LISTS.includes(name)) continue;
    if (!names.has(name)) problems.push(`The address names ${shown(name)}, which cannot be set.`);
    else if (params.getAll(name).length > 1)
      problems.push(`The address gives ${name} more than once: the first counts.`);
  }
  return {
    setting: {
      ...{ metric, collection, day, assume },
      without: [...new Set(without)].sort(),
      readings: Object.fromEntries(readings),
      numbers: Object.fromEntries(numbers),
    },
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

/** The query of a setting, with what is not as published; empty where all is. */
export function queryOf(setting: Setting, { published }: Pick<Known, "published">): string {
  const params = new URLSearchParams();
  const add = (name: string, value: string, usual: string): void => {
    if (value !== usual) params.append(name, value);
  };
  add("quantity", setting.metric, published.metric);
  add("day", setting.day, published.day);
  add("documents", setting.collection, published.collection);
  add("assume", setting.assume, published.assume);
  for (const id of setting.without) params.append("without", id);
  for (const option of Object.values(setting.readings)) params.append("reading", option);
  for (const [id, value] of Object.entries(setting.numbers)) params.append(id, String(value));
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}
