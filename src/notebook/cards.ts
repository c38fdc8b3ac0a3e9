import { type Html, raw } from "./html.ts";

/** A text as CSS has it. */
const cssString = (text: string): string => `"${text.replaceAll(/["\\]/gu, "\\$&")}"`;

/**
 * The names of a table's columns for the stylesheet, which puts them before the cells of a
 * card: on a phone each row of a table of the class "cards" is one.
 */
export const cardStyle = (head: readonly string[]): string =>
  head.map((word, at) => `--c${String(at + 1)}:${cssString(word)}`).join(";");

const ROLES: Readonly<Record<string, string>> = {
  table: "table",
  thead: "rowgroup",
  tbody: "rowgroup",
  tr: "row",
  td: "cell",
  'th scope="row"': "rowheader",
  'th scope="col"': "columnheader",
};

/** Says what a table's parts are: laid out as cards, some browsers no longer take them for a table. */
export const withRoles = ({ html: markup }: Html): Html =>
  raw(
    markup.replaceAll(
      /<(table|thead|tbody|tr|td|th scope="(?:row|col)")(?=[\s>])/gu,
      (tag, name: string) => `${tag} role="${ROLES[name] ?? ""}"`,
    ),
  );
