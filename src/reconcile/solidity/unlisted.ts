/** How much of what there is was computed, where that is not all. */
export interface Unlisted {
  /** A metric, or a subject and its unit. */
  readonly about: string;
  readonly computed: number;
  readonly of: number;
}

/** Rows, and of what not every row was computed. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly unlisted: readonly Unlisted[];
}

/** Rows of one metric or subject, and from how many of how many things they come. */
export interface Part<Row> extends Unlisted {
  readonly rows: readonly Row[];
}

/** Puts the rows of several metrics or subjects one after the other. */
export const listedOf = <Row>(parts: readonly Part<Row>[]): Listed<Row> => ({
  rows: parts.flatMap(({ rows }) => rows),
  unlisted: parts.flatMap(({ about, computed, of }) =>
    computed < of ? [{ about, computed, of }] : [],
  ),
});
