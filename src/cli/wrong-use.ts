/** What is wrong with a command line, in the words of a fault. */
export interface Misuse {
  /** The flag or word that it is about. */
  readonly place: string;
  /** Completes "found …". */
  readonly found: string;
  /** Completes "expected …". */
  readonly expected: string;
  /** Completes "to mend: …". */
  readonly mend: string;
}

/** A command line that cannot be obeyed, told in the three lines of a fault. */
export class WrongUse extends Error {
  constructor({ place, found, expected, mend }: Misuse) {
    super(`${place}: found ${found}\n  expected ${expected}\n  to mend: ${mend}`);
    this.name = "WrongUse";
  }
}
