/** A value as prose shows it. Plain strings, not HTML. */
export interface ResolvedValue {
  readonly text: string;
  /** Where readers find how the value came about; empty for a name, which needs no derivation. */
  readonly href: string;
  /** One line about the value, shown by browsers that hover. */
  readonly title: string;
}

/** The page that refers to something. */
export interface PageContext {
  /** Its Markdown file, from the root of the project: "src/sources/[source].md". */
  readonly page: string;
  /** What the address of a parameterised page stands for: `{source: "s_000"}`. */
  readonly params: Readonly<Record<string, string>>;
}

/** A chart as readers download it. */
export interface Figure {
  readonly svg: string;
  readonly csv: string;
}

/** Everything that pages show, computed from one reading of the tables. */
export interface Publication {
  /**
   * The value that prose refers to.
   *
   * @throws UnknownReference
   */
  value(reference: string, context: PageContext): ResolvedValue;
  /**
   * The HTML of a fence.
   *
   * @param argument What follows the kind in the fence's first line.
   * @param body The lines of the fence.
   * @throws UnknownReference
   */
  block(kind: BlockKind, argument: string, body: string, context: PageContext): string;
  /** Addresses of the parameterised pages, in order: "/sources/s_000". */
  readonly pages: readonly string[];
}

export const BLOCK_KINDS = ["chart", "block"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A page names something that is not published: a fault of the page, not of the program. */
export class UnknownReference extends Error {
  /** Completes "expected …". */
  readonly expected: string;
  /** Completes "to mend: …". */
  readonly mend: string;

  constructor(expected: string, mend: string) {
    super(`expected ${expected}`);
    this.name = "UnknownReference";
    this.expected = expected;
    this.mend = mend;
  }
}
