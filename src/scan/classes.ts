import classes from "./classes.json" with { type: "json" };

/**
 * The class letters, each with what it stands for. A text becomes a string of them, one a
 * token, and the rules are patterns over that string. Spaces between tokens have no letter.
 */
export const CLASSES = classes;

/** A class letter: see {@link CLASSES}. */
export type ClassLetter = keyof typeof classes;
