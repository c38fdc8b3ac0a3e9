import { type ColumnTable, addAggregateFunction, addFunction, from, op, table } from "arquero";

declare const row: unique symbol;

/** A table of such rows: nothing at run time, told to the compiler where a stage begins and ends. */
export type TableOf<Row> = ColumnTable & { readonly [row]?: (row: Row) => Row };

/** Verbs do not know what rows they make: a stage says so where it ends. */
export const rowsAre = <Row>(table: ColumnTable): TableOf<Row> => table;

/** Rows as a table; the columns have to be named, as no rows have none. */
export const tableOf = <Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): TableOf<Row> => from([...rows], [...columns]);

/** The rows of a table, in its order. */
export const rowsOf = <Row>(table: TableOf<Row>): readonly Row[] => table.objects() as Row[];

/** A table with each row as an object in a column: an aggregate takes two columns at most. */
export const withRows = <Row>(table: TableOf<Row>, column: string): ColumnTable =>
  table.assign({ [column]: table.objects() });

/** Objects of a column, all alike, as columns beside those that the table has; the columns have to be named. */
export function spreadOut<Row extends object>(
  all: ColumnTable,
  column: string,
  columns: readonly (keyof Row & string)[],
): TableOf<Row> {
  const objects = [...all.array(column)] as Row[];
  const [first] = objects;
  const valuesOf = (name: keyof Row & string) =>
    first === undefined || name in first ? objects.map((one) => one[name]) : all.array(name);
  return table(columns.map((name) => [name, valuesOf(name)]));
}

/**
 * Every row of one table with every row of another. Arquero's `cross` keeps rows, with nothing beside
 * them, where the other table has none.
 */
export const crossed = (left: ColumnTable, right: ColumnTable): ColumnTable =>
  left.join(right, () => true);

type Aggregate = Parameters<typeof addAggregateFunction>[1];

/**
 * Registers a function of a group's values as an aggregate, so that a stage can roll groups up.
 *
 * @returns What makes an expression of a column, which has to hold objects: of missing values
 *   aggregates see nothing.
 * @example const networkIn = aggregateOf("network_in", networkOf) // …rollup({ network: networkIn("edge") })
 */
export function aggregateOf(
  name: string,
  of: (values: readonly never[]) => unknown,
): (column: string) => ReturnType<typeof op.count> {
  type Kept = Record<string, never[]>;
  const define = {
    param: [1],
    create: () => ({
      init(kept: Kept) {
        kept[name] = [];
      },
      add(kept: Kept, value: never) {
        kept[name]?.push(value);
      },
      value: (kept: Kept) => of(kept[name] ?? []),
    }),
  };
  addAggregateFunction(name, define as unknown as Aggregate, { override: true });
  return (column) =>
    (op as unknown as Record<string, (column: string) => ReturnType<typeof op.count>>)[name]?.(
      column,
    ) as ReturnType<typeof op.count>;
}

/** Registers functions of single values, to be called in expressions as properties: `fn.name(d.column)`. */
export function functionsOf<
  Functions extends Readonly<Record<string, (...values: never[]) => unknown>>,
>(functions: Functions): Functions {
  for (const [name, of] of Object.entries(functions)) addFunction(name, of, { override: true });
  return functions;
}
