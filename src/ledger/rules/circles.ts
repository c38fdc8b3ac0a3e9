import { group } from "d3-array";
import { amountOf } from "../amount-of.ts";
import type { Draft, Rule } from "../draft.ts";
import type { TableName } from "../tables.ts";
import { findDerivations, needsOf } from "./derivations.ts";
import { walkNeeds } from "./walk.ts";

interface Node {
  readonly id: string;
  readonly table: TableName;
  readonly row: object;
  readonly field: string;
}

function findCircles(
  draft: Draft,
  nodes: readonly Node[],
  needs: ReadonlyMap<string, readonly string[]>,
  way: string,
): ReturnType<Rule> {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return walkNeeds(needs).circles.flatMap((circle) => {
    const [first = ""] = circle;
    const node = places.get(first);
    if (!node) return [];
    return [
      {
        ...draft.placeOf(node.table, node.row, node.field),
        found: `a circle: ${[...circle, first].join(` ${way} `)}`,
        expected: "a way that ends",
        mend: "empty the cell, or name another row, in one of these rows",
      },
    ];
  });
}

const single = (id: string | null): readonly string[] => (id === null ? [] : [id]);

/** No claimant or amount is part of itself, no origin rests on itself, no figure is computed from itself. */
export const checkCircles: Rule = (draft) => {
  const { claimants, origins, metrics } = draft.tables;
  const graph = (
    table: TableName,
    field: string,
    rows: readonly { readonly id: string }[],
    needs: readonly (readonly string[])[],
    way: string,
  ): ReturnType<Rule> =>
    findCircles(
      draft,
      rows.map((row) => ({ id: row.id, table, row, field })),
      new Map(rows.map((row, index) => [row.id, needs[index] ?? []])),
      way,
    );
  // A year of deliveries is no part of all deliveries, but measures them too.
  const amounts = new Map(metrics.rows.map((row) => [row.id, amountOf(row)]));
  const parts = metrics.rows.filter(({ part_of }) => part_of !== null);
  const derivations = findDerivations(draft);
  return [
    ...graph(
      "claimants",
      "part_of",
      claimants.rows,
      claimants.rows.map((row) => single(row.part_of)),
      "is part of",
    ),
    ...graph(
      "origins",
      "based_on",
      origins.rows,
      origins.rows.map((row) => row.based_on),
      "is based on",
    ),
    ...findCircles(
      draft,
      parts.map((row) => ({ id: amountOf(row), table: "metrics", row, field: "part_of" })),
      new Map(
        [...group(parts, amountOf)].map(([amount, rows]) => [
          amount,
          rows.flatMap(({ part_of }) => amounts.get(part_of ?? "") ?? []),
        ]),
      ),
      "is part of",
    ),
    ...findCircles(draft, derivations, needsOf(derivations), "is computed from"),
  ];
};
